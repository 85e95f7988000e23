"""States, what they are called, and what they were to the organization on any date."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.documented import documented
from events.models.base import FIRST_DAY, LAST_DAY, Confidence, Record, choice_rule, origin_rule
from events.querysets import MembershipQuerySet, StateQuerySet


class Status(models.TextChoices):
    """What a state is to the organization."""

    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer")
    DIALOGUE_PARTNER = "dialogue_partner", _("dialogue partner")
    PARTNER = "partner", _("partner")
    PREDECESSOR = "predecessor", _("Shanghai Five")


@documented
class State(Record):
    """A state that takes part in the organization's work or is named in reports of it."""

    code = models.CharField(
        _("code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z", _("Two capital letters, for instance KZ."))],
        help_text=_("ISO 3166-1 alpha-2 code."),
    )
    iso3 = models.CharField(_("three-letter code"), max_length=3, blank=True, help_text=_("ISO 3166-1 alpha-3 code."))
    name = models.CharField(_("name"), max_length=80, help_text=_("Common English name."))
    official_name = models.CharField(_("official name"), max_length=160, blank=True, help_text=_("Official English name."))
    name_ru = models.CharField(_("Russian name"), max_length=80, blank=True, help_text=_("Common Russian name."))
    name_zh = models.CharField(_("Chinese name"), max_length=80, blank=True, help_text=_("Common Chinese name, simplified characters."))

    history = HistoricalRecords()
    objects = StateQuerySet.as_manager()

    class Meta:
        verbose_name = _("state")
        verbose_name_plural = _("states")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="state_code_two_capitals",
                condition=Q(code__regex=r"^[A-Z]{2}$"),
                violation_error_message=_("The code is two capital letters."),
            ),
            models.CheckConstraint(name="state_name_not_empty", condition=~Q(name=""), violation_error_message=_("A state has a name.")),
            origin_rule("state"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the state's page."""
        return reverse("events:state-detail", args=[self.code])

    @property
    def local_name(self) -> str:
        """The name in the reader's language, English where there is none."""
        language = (get_language() or "en")[:2]
        return {"ru": self.name_ru, "zh": self.name_zh}.get(language) or self.name


@documented
class Membership(Record):
    """What one state was to the organization from one day until another."""

    state = models.ForeignKey(
        State, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("state"), help_text=_("The state that held the status.")
    )
    status = models.CharField(
        _("status"),
        max_length=16,
        choices=Status,
        help_text=_("Member, observer, dialogue partner, partner, or predecessor (Shanghai Five)."),
    )
    start = models.DateField(
        _("from"),
        help_text=_("Day the status took effect: signing of the memorandum for observers and partners, completed accession for members."),
    )
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("First day the status no longer held; empty while it lasts."))
    founder = models.BooleanField(_("founder"), default=False, help_text=_("One of the six founding states."))
    basis = models.CharField(_("legal basis"), max_length=200, blank=True, help_text=_("Act by which the status began."))
    until_basis = models.CharField(
        _("basis of the end"), max_length=200, blank=True, help_text=_("Act or event by which the status ended.")
    )
    decided_on = models.DateField(
        _("decided on"), null=True, blank=True, help_text=_("Day of the decision, where it differs from the day of effect.")
    )
    source_url = models.URLField(_("source"), max_length=500, help_text=_("Address of the page that states the fact."))
    source_url_2 = models.URLField(
        _("second source"), max_length=500, blank=True, help_text=_("Address of a second page that states the fact.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("What a reader should know about this row."))
    confidence = models.CharField(
        _("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM, help_text=_("How well the fact is attested.")
    )

    history = HistoricalRecords()
    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["start", "state__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["state", "status", "start"],
                name="membership_once",
                violation_error_message=_("This status of this state already begins on that day."),
            ),
            models.CheckConstraint(
                name="membership_until_after_start",
                condition=Q(until__isnull=True) | Q(until__gt=F("start")),
                violation_error_message=_("The status ends before it begins."),
            ),
            models.CheckConstraint(
                name="membership_date_in_range",
                condition=Q(start__range=(FIRST_DAY, LAST_DAY)) & (Q(until__isnull=True) | Q(until__range=(FIRST_DAY, LAST_DAY))),
                violation_error_message=_("The date lies outside 1990 to 2100."),
            ),
            models.CheckConstraint(
                name="membership_source_required",
                condition=~Q(source_url=""),
                violation_error_message=_("A membership needs the address of its source."),
            ),
            choice_rule("membership_status_known", "status", Status, _("Unknown status.")),
            choice_rule("membership_confidence_known", "confidence", Confidence, _("Unknown confidence.")),
            origin_rule("membership"),
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.get_status_display()}, {self.start}–{self.until or ''}"

    def clean(self) -> None:
        """Tell an editor about an overlap in words; the database refuses it in any case."""
        if self.state_id and self.start:
            others = Membership.objects.filter(state=self.state).exclude(pk=self.pk).overlapping(self.start, self.until)
            if other := others.first():
                raise ValidationError(_("%(state)s has another status at that time: %(other)s.") % {"state": self.state, "other": other})
