"""Joint operations and exercises."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.documented import documented
from events.models.base import Dated, Framework, Sourced, choice_rule, dated_rules, sourced_rules
from events.models.state import State
from events.models.topic import Topic
from events.querysets import DatedQuerySet


class OperationKind(models.TextChoices):
    """What kind of joint action it is."""

    BORDER = "border operation", _("border operation")
    ANTI_TERROR = "anti-terror exercise", _("anti-terror exercise")
    CYBER = "cyber exercise", _("cyber exercise")
    MILITARY = "military exercise", _("military exercise")
    ANTI_DRUG = "anti-drug operation", _("anti-drug operation")
    POLICE = "police operation", _("police operation")
    OTHER = "other", _("other")


@documented
class Operation(Dated, Sourced):
    """A joint operation or exercise, named or known by its time and participants."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True, help_text=_("Stable word for the operation, used in addresses."))
    name = models.CharField(_("name"), max_length=160, help_text=_("English name."))
    name_ru = models.CharField(_("Russian name"), max_length=160, blank=True, help_text=_("Russian name."))
    name_zh = models.CharField(_("Chinese name"), max_length=160, blank=True, help_text=_("Chinese name."))
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=OperationKind,
        help_text=_("Border operation, anti-terror, cyber or military exercise, anti-drug or police operation."),
    )
    framework = models.CharField(
        _("framework"),
        max_length=9,
        choices=Framework,
        default=Framework.SCO,
        help_text=_("Whose operation it is; look-alikes of other bodies differ here."),
    )
    period_text = models.CharField(
        _("period as reported"), max_length=250, blank=True, help_text=_("The time in the words of the sources.")
    )
    location = models.CharField(_("place"), max_length=250, blank=True, help_text=_("Place or area."))
    lead = models.ForeignKey(
        State,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="operations_led",
        verbose_name=_("lead"),
        help_text=_("State that led or hosted it."),
    )
    participants = models.ManyToManyField(
        State, blank=True, related_name="operations", verbose_name=_("participants"), help_text=_("States reported as taking part.")
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="operations", verbose_name=_("topics"), help_text=_("Subject headings of the operation.")
    )

    history = HistoricalRecords(m2m_fields=[participants, topics])
    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("operation")
        verbose_name_plural = _("operations")
        ordering = ["-start", "name"]
        indexes = [models.Index(fields=["start"], name="operation_by_start")]
        constraints = [
            models.CheckConstraint(
                name="operation_name_not_empty", condition=~Q(name=""), violation_error_message=_("An operation has a name.")
            ),
            choice_rule("operation_kind_known", "kind", OperationKind, _("Unknown kind.")),
            choice_rule("operation_framework_known", "framework", Framework, _("Unknown framework.")),
            *sourced_rules("operation"),
            *dated_rules("operation"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the operation's page."""
        return reverse("events:operation-detail", args=[self.slug])
