"""Meeting series and their meetings, numbered or not."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.documented import documented
from events.models.base import Dated, Framework, Record, Sourced, choice_rule, dated_rules, origin_rule, sourced_rules
from events.models.state import State
from events.models.topic import Topic
from events.querysets import DatedQuerySet


@documented
class MeetingSeries(Record):
    """A body or conference that meets again and again, often under a running number."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True, help_text=_("Stable word for the series, used in addresses."))
    name = models.CharField(_("name"), max_length=200, help_text=_("English name."))
    name_ru = models.CharField(_("Russian name"), max_length=200, blank=True, help_text=_("Russian name."))
    name_zh = models.CharField(_("Chinese name"), max_length=200, blank=True, help_text=_("Chinese name."))
    framework = models.CharField(_("framework"), max_length=9, choices=Framework, default=Framework.SCO, help_text=_("Whose series it is."))
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="meeting_series", verbose_name=_("topics"), help_text=_("Subject headings of the series.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("What a reader should know about the series and its numbering."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("meeting series")
        verbose_name_plural = _("meeting series")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="series_name_not_empty", condition=~Q(name=""), violation_error_message=_("A series has a name.")),
            choice_rule("series_framework_known", "framework", Framework, _("Unknown framework.")),
            origin_rule("series"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the series' page."""
        return reverse("events:series-detail", args=[self.slug])


class MeetingStatus(models.TextChoices):
    """Whether a meeting is known to have taken place."""

    ANNOUNCED = "announced", _("announced")
    HELD = "held", _("held")


class OrdinalBasis(models.TextChoices):
    """Where a meeting's number comes from."""

    STATED = "stated", _("stated in a source")
    INFERRED = "inferred", _("inferred from the sequence")
    NONE = "none", _("none")


@documented
class Meeting(Dated, Sourced):
    """One meeting of a series, with its number where it has one."""

    series = models.ForeignKey(
        MeetingSeries,
        on_delete=models.PROTECT,
        related_name="meetings",
        verbose_name=_("series"),
        help_text=_("The series the meeting belongs to."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("number"), null=True, blank=True, help_text=_("Running number within the series; empty if it has none.")
    )
    ordinal_basis = models.CharField(
        _("basis of the number"),
        max_length=8,
        choices=OrdinalBasis,
        default=OrdinalBasis.STATED,
        help_text=_("Whether the number is stated in a source or inferred."),
    )
    status = models.CharField(
        _("status"), max_length=9, choices=MeetingStatus, default=MeetingStatus.HELD, help_text=_("Announced, or held.")
    )
    city = models.CharField(
        _("city"), max_length=120, blank=True, help_text=_("City or cities; empty for a videoconference or if not known.")
    )
    state = models.ForeignKey(
        State,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings_hosted",
        verbose_name=_("country"),
        help_text=_("State in which the meeting took place."),
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True, help_text=_("Building or site."))
    host = models.CharField(_("chair or host"), max_length=250, blank=True, help_text=_("Who chaired or hosted, as reported."))
    form = models.CharField(_("format"), max_length=40, blank=True, help_text=_("In person, videoconference, or mixed."))

    history = HistoricalRecords()
    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-start", "series__name"]
        indexes = [models.Index(fields=["start"], name="meeting_by_start")]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "ordinal"],
                condition=Q(ordinal__isnull=False),
                name="meeting_number_once",
                violation_error_message=_("This series already has a meeting with that number."),
            ),
            models.UniqueConstraint(
                fields=["series", "start"],
                condition=Q(ordinal__isnull=True),
                name="meeting_unnumbered_day_once",
                violation_error_message=_("This series already has an unnumbered meeting from that day."),
            ),
            models.CheckConstraint(
                name="meeting_number_positive",
                condition=Q(ordinal__isnull=True) | Q(ordinal__gte=1),
                violation_error_message=_("Numbers begin with 1."),
            ),
            models.CheckConstraint(
                name="meeting_number_or_date",
                condition=Q(ordinal__isnull=False) | Q(start__isnull=False),
                violation_error_message=_("A meeting has a number or a date."),
            ),
            choice_rule("meeting_status_known", "status", MeetingStatus, _("Unknown status.")),
            choice_rule("meeting_ordinal_basis_known", "ordinal_basis", OrdinalBasis, _("Unknown basis of the number.")),
            *sourced_rules("meeting"),
            *dated_rules("meeting"),
        ]

    def __str__(self) -> str:
        number = f"{self.ordinal}. " if self.ordinal else ""
        return f"{number}{self.series} ({', '.join(filter(None, [self.city, str(self.partial_date or '')]))})"

    def get_absolute_url(self) -> str:
        """Return the address of the meeting's page: by number, or by first day for a meeting without one."""
        return reverse("events:meeting-detail", args=[self.series.slug, self.ordinal or (self.start.isoformat() if self.start else "")])
