"""What figures count, and the reported figures themselves."""

import hashlib
from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.bounds import Bounds
from events.documented import documented
from events.models.base import Dated, Record, choice_rule, dated_rules, origin_rule
from events.models.operation import Operation
from events.models.state import State
from events.models.topic import Topic
from events.querysets import DatedQuerySet
from events.units import base_factor, dimension_of


class Dimension(models.TextChoices):
    """What kind of quantity a measure is; dimensions never mix on one axis."""

    PERSONS = "persons", _("persons")
    ITEMS = "items", _("items")
    EVENTS = "events", _("events")
    MASS = "mass", _("mass")
    LENGTH = "length", _("length")
    MONEY = "money", _("money")


UNITS_OF_DIMENSION = {"mass": ["kg", "t"], "length": ["km"], "money": ["currency"], "persons": ["persons"]}


@documented
class Measure(Record):
    """What a reported figure counts or weighs, with its definition and unit."""

    code = models.SlugField(_("code"), max_length=60, unique=True, help_text=_("Stable code of the measure."))
    label = models.CharField(_("label"), max_length=120, help_text=_("English label."))
    label_ru = models.CharField(_("Russian label"), max_length=120, blank=True, help_text=_("Russian label."))
    label_zh = models.CharField(_("Chinese label"), max_length=120, blank=True, help_text=_("Chinese label."))
    dimension = models.CharField(
        _("dimension"), max_length=7, choices=Dimension, help_text=_("Persons, items, events, mass, length or money.")
    )
    unit = models.CharField(
        _("unit"),
        max_length=20,
        help_text=_("Unit in which figures of the measure are compared; “currency” for money, compared within one currency only."),
    )
    definition = models.TextField(_("definition"), help_text=_("What is counted and what is not."))
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="measures", verbose_name=_("topics"), help_text=_("Subject headings of the measure.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Place in the printed order."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["position", "label"]
        constraints = [
            models.CheckConstraint(
                name="measure_label_not_empty",
                condition=~Q(label="") & ~Q(definition=""),
                violation_error_message=_("A measure has a label and a definition."),
            ),
            choice_rule("measure_dimension_known", "dimension", Dimension, _("Unknown dimension.")),
            models.CheckConstraint(
                name="measure_unit_of_dimension",
                condition=Q(dimension__in=[Dimension.ITEMS, Dimension.EVENTS]) & ~Q(unit__in=["kg", "t", "km", "currency", "persons", ""])
                | Q(dimension=Dimension.MASS, unit__in=UNITS_OF_DIMENSION["mass"])
                | Q(dimension=Dimension.LENGTH, unit__in=UNITS_OF_DIMENSION["length"])
                | Q(dimension=Dimension.MONEY, unit__in=UNITS_OF_DIMENSION["money"])
                | Q(dimension=Dimension.PERSONS, unit__in=UNITS_OF_DIMENSION["persons"]),
                violation_error_message=_("The unit does not belong to the dimension."),
            ),
            origin_rule("measure"),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """Return the address of the measure's page."""
        return reverse("events:measure-detail", args=[self.code])


def statistic_key(*, subject: str, states: Iterable[str], measure: str, period: str, unit: str, bounds: Bounds) -> str:
    """Return the identity of a reported figure as one text.

    ``subject`` is ``operation:slug``, ``body:name``, ``words:fingerprint`` where a report names neither, or empty; ``states`` are ISO codes
    in any order; ``period`` is EDTF or empty; ``bounds`` are in ``unit``. Two reports are the same figure when these agree, masses and
    lengths compared in their base unit (8.8 t is 8800 kg).
    """
    based = bounds.scaled(base_factor(unit))
    ends = [
        _plain(based.low),
        _plain(based.high),
        "<" if based.low_strict else "",
        ">" if based.high_strict else "",
        "~" if based.approximate else "",
    ]
    return "|".join([subject, "+".join(sorted(states)), measure, period, dimension_of(unit), ",".join(ends)])


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def public_id_of(key: str) -> str:
    """Return the short permanent id that a natural key gives, twelve hexadecimal digits."""
    return hashlib.sha256(key.encode()).hexdigest()[:12]


@documented
class OperationStatistic(Dated, Record):
    """A figure as it was reported: measure, bounds, period and unit, of one operation or body; every report of it is a mention."""

    key = models.CharField(
        _("identity"),
        max_length=400,
        unique=True,
        editable=False,
        help_text=_("One text made from operation or body, states, measure, period, unit dimension and bounds."),
    )
    public_id = models.CharField(
        _("public id"),
        max_length=12,
        unique=True,
        editable=False,
        help_text=_("Short permanent id used in the address, derived from the identity."),
    )
    operation = models.ForeignKey(
        Operation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statistics",
        verbose_name=_("operation"),
        help_text=_("Operation or exercise the figure belongs to; empty if none is named."),
    )
    body = models.CharField(
        _("body"), max_length=160, blank=True, help_text=_("Body or service the figure belongs to where no operation is named.")
    )
    states = models.ManyToManyField(
        State,
        blank=True,
        related_name="statistics",
        verbose_name=_("states"),
        help_text=_("States whose services the figure is about, where the report says so."),
    )
    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statistics",
        verbose_name=_("measure"),
        help_text=_("What is counted; empty where no measure fits."),
    )
    low = models.DecimalField(
        _("lower bound"),
        max_digits=24,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Lower bound in the unit; empty if open below."),
    )
    high = models.DecimalField(
        _("upper bound"),
        max_digits=24,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Upper bound in the unit; empty if open above."),
    )
    low_strict = models.BooleanField(
        _("lower bound excluded"), default=False, help_text=_("“More than”: the lower bound itself is not meant.")
    )
    high_strict = models.BooleanField(
        _("upper bound excluded"), default=False, help_text=_("“Less than”: the upper bound itself is not meant.")
    )
    approximate = models.BooleanField(
        _("approximate"), default=False, help_text=_("“About”, “nearly”: the number stands for its neighbourhood.")
    )
    qualifier_text = models.CharField(
        _("qualifier as written"),
        max_length=60,
        blank=True,
        help_text=_("The qualifying words of the first report, for instance “more than”."),
    )
    value_text = models.CharField(_("number as written"), max_length=120, help_text=_("The number as the first report writes it."))
    unit_text = models.CharField(
        _("unit as written"), max_length=120, blank=True, help_text=_("The unit or counted thing as the first report writes it.")
    )
    unit = models.CharField(
        _("unit"),
        max_length=20,
        help_text=_("Normal form of the written unit: t, kg, persons, person-times, rounds, or an ISO 4217 currency."),
    )
    preference_reason = models.CharField(
        _("why preferred"),
        max_length=300,
        blank=True,
        help_text=_("An editor’s reason to prefer this figure where reports differ; empty if nobody has chosen."),
    )

    history = HistoricalRecords()
    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
        ordering = ["-start", "measure__position", "id"]
        indexes = [
            models.Index(fields=["measure", "start"], name="statistic_by_measure"),
            models.Index(fields=["start", "end"], name="statistic_by_period"),
        ]
        constraints = [
            models.CheckConstraint(
                name="statistic_low_not_above_high",
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                violation_error_message=_("The lower bound lies above the upper."),
            ),
            models.CheckConstraint(
                name="statistic_has_a_bound",
                condition=Q(low__isnull=False) | Q(high__isnull=False),
                violation_error_message=_("A figure has at least one bound."),
            ),
            models.CheckConstraint(
                name="statistic_not_negative",
                condition=(Q(low__isnull=True) | Q(low__gte=0)) & (Q(high__isnull=True) | Q(high__gte=0)),
                violation_error_message=_("A figure is not negative."),
            ),
            models.CheckConstraint(
                name="statistic_as_written",
                condition=~Q(value_text="") & ~Q(unit=""),
                violation_error_message=_("A figure keeps its number as written and has a unit."),
            ),
            models.CheckConstraint(
                name="statistic_key_not_empty",
                condition=~Q(key="") & ~Q(public_id=""),
                violation_error_message=_("A figure has an identity."),
            ),
            origin_rule("statistic"),
            *dated_rules("statistic"),
        ]

    def __str__(self) -> str:
        words = f"{self.bounds.words} " if self.bounds.words else ""
        return f"{self.measure or self.unit_text}: {words}{self.value_text} {self.unit}"

    def get_absolute_url(self) -> str:
        """Return the address of the figure's card."""
        return reverse("events:statistic-detail", args=[self.public_id])

    @property
    def bounds(self) -> Bounds:
        """The figure's bounds in :attr:`unit`."""
        return Bounds(self.low, self.high, self.low_strict, self.high_strict, self.approximate)

    @property
    def subject(self) -> str:
        """The subject part of the identity."""
        if self.operation:
            return f"operation:{self.operation.slug}"
        return f"body:{self.body}" if self.body else ""
