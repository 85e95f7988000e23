"""What several records share: who may overwrite them, where they come from, and dates that know their precision."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.partial_dates import BadDate, PartialDate

FIRST_DAY = datetime.date(1990, 1, 1)
LAST_DAY = datetime.date(2100, 12, 31)


class Origin(models.TextChoices):
    """How a row came into the archive."""

    REFERENCE = "reference", _("reference data")
    IMPORT = "import", _("proposed by an import")
    EDITOR = "editor", _("entered by an editor")


class Confidence(models.TextChoices):
    """How well a reference fact is attested."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class Framework(models.TextChoices):
    """Whose event it is, so that look-alikes of other bodies are told apart."""

    SCO = "SCO", _("Shanghai Cooperation Organization")
    CIS = "CIS", _("Commonwealth of Independent States")
    CSTO = "CSTO", _("Collective Security Treaty Organization")
    BILATERAL = "bilateral", _("bilateral")
    OTHER = "other", _("other")


class Precision(models.TextChoices):
    """How precise a date is."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    INTERVAL = "interval", _("interval")
    UNKNOWN = "unknown", _("not known")


class Editable(models.Model):
    """A record that a person may edit; what a person has set, no import and no reload overwrites."""

    edited_fields = models.JSONField(
        _("edited fields"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Names of the fields that a person has set; imports and reloads leave them alone."),
    )
    edited_at = models.DateTimeField(
        _("edited at"), null=True, blank=True, editable=False, help_text=_("When a person last edited this record; empty if nobody has.")
    )

    class Meta:
        abstract = True


class Record(Editable):
    """An editable record that knows how it came into the archive."""

    origin = models.CharField(
        _("origin"), max_length=9, choices=Origin, default=Origin.EDITOR, help_text=_("How the row came into the archive.")
    )

    class Meta:
        abstract = True


class Sourced(Record):
    """A record of fact with the addresses of the pages that state it."""

    source_url = models.URLField(
        _("source"),
        max_length=700,
        blank=True,
        help_text=_("Address of the page that states the fact; empty for one read from an imported article."),
    )
    source_url_2 = models.URLField(
        _("second source"), max_length=700, blank=True, help_text=_("Address of a second page that states the fact.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("What a reader should know about this row."))
    confidence = models.CharField(
        _("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM, help_text=_("How well the fact is attested.")
    )

    class Meta:
        abstract = True


class Dated(models.Model):
    """A record with a partial date: the EDTF text with its first and last day and its precision, kept in step by :meth:`set_date`."""

    date = models.CharField(
        _("date"),
        max_length=40,
        blank=True,
        help_text=_(
            "Date as EDTF (ISO 8601-2), never finer than the source: 2001, 2001-06, 2001-06-15, or two of these "
            "with a slash; empty if not known."
        ),
    )
    start = models.DateField(
        _("first day"), null=True, blank=True, editable=False, help_text=_("First day the date may mean; empty if not known or open.")
    )
    end = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Last day the date may mean, inclusive; empty if not known or open."),
    )
    precision = models.CharField(
        _("precision"),
        max_length=8,
        choices=Precision,
        default=Precision.UNKNOWN,
        editable=False,
        help_text=_("How precise the date is: day, month, year, interval, or unknown."),
    )

    class Meta:
        abstract = True

    def set_date(self, text: str) -> None:
        """Set all four columns from an EDTF text; an empty text means not known. Raises :class:`events.partial_dates.BadDate`."""
        for column, value in date_columns(text).items():
            setattr(self, column, value)

    @property
    def partial_date(self) -> PartialDate | None:
        """The date as a value, or ``None`` when not known."""
        return PartialDate.parse(self.date) if self.date else None

    def clean_fields(self, exclude: Any = None) -> None:
        """Derive the days from the text before the rules are checked, so that an editor types one date only."""
        super().clean_fields(exclude=exclude)
        try:
            self.set_date(self.date)
        except BadDate as error:
            self.set_date("")
            raise ValidationError({"date": str(error)}) from error

    def validate_constraints(self, exclude: Any = None) -> None:
        """Check the rules about the derived days too, although no form shows them."""
        super().validate_constraints(exclude=set(exclude or ()) - {"start", "end", "precision"})


def date_columns(text: str | None) -> dict[str, Any]:
    """Return the four columns of :class:`Dated` for an EDTF text."""
    if not text:
        return {"date": "", "start": None, "end": None, "precision": Precision.UNKNOWN}
    partial = PartialDate.parse(text)
    return {"date": partial.text, "start": partial.start, "end": partial.end, "precision": partial.precision}


def dated_rules(name: str) -> list[models.BaseConstraint]:
    """Return the constraints that every :class:`Dated` table has; ``name`` is the table's word in their names."""
    return [
        models.CheckConstraint(
            name=f"{name}_interval_ordered",
            condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gte=F("start")),
            violation_error_message=_("The date ends before it begins."),
        ),
        models.CheckConstraint(
            name=f"{name}_date_in_range",
            condition=(Q(start__isnull=True) | Q(start__range=(FIRST_DAY, LAST_DAY)))
            & (Q(end__isnull=True) | Q(end__range=(FIRST_DAY, LAST_DAY))),
            violation_error_message=_("The date lies outside 1990 to 2100."),
        ),
        models.CheckConstraint(
            name=f"{name}_precision_known",
            condition=(Q(precision=Precision.UNKNOWN, date="", start__isnull=True, end__isnull=True))
            | (Q(precision__in=["day", "month", "year"], start__isnull=False, end__isnull=False) & ~Q(date=""))
            | (Q(precision="interval") & ~Q(date="") & (Q(start__isnull=False) | Q(end__isnull=False))),
            violation_error_message=_("Date, days and precision do not belong together."),
        ),
    ]


def sourced_rules(name: str) -> list[models.BaseConstraint]:
    """Return the constraints that every :class:`Sourced` table has; ``name`` is the table's word in their names."""
    return [
        models.CheckConstraint(
            name=f"{name}_source_required",
            condition=~Q(origin=Origin.REFERENCE) | ~Q(source_url=""),
            violation_error_message=_("A reference row needs the address of its source."),
        ),
        choice_rule(f"{name}_confidence_known", "confidence", Confidence, _("Unknown confidence.")),
        origin_rule(name),
    ]


def origin_rule(name: str) -> models.CheckConstraint:
    """Return the constraint that every :class:`Record` table has."""
    return choice_rule(f"{name}_origin_known", "origin", Origin, _("Unknown origin."))


def choice_rule(name: str, field: str, choices: type[models.TextChoices], message: Any) -> models.CheckConstraint:
    """Return the constraint that a column holds one of the declared codes."""
    return models.CheckConstraint(name=name, condition=Q(**{f"{field}__in": choices.values}), violation_error_message=message)
