"""Names: what things are called in three scripts, one owner each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.documented import documented
from events.models.base import Record, choice_rule, origin_rule
from events.models.meeting import MeetingSeries
from events.models.operation import Operation
from events.models.state import State


class AliasKind(models.TextChoices):
    """What kind of thing a name belongs to."""

    STATE = "state", _("state")
    CITY = "city", _("city")
    SERIES = "series", _("meeting series")
    OPERATION = "operation", _("operation")
    BODY = "body", _("body")
    OUTLET = "outlet", _("outlet")


class FormType(models.TextChoices):
    """What sort of name it is."""

    NAME = "name", _("name")
    OFFICIAL = "official", _("official name")
    SHORT = "short", _("short form")
    PRESS = "press", _("used in the press")
    VARIANT = "variant", _("variant or translation")
    DEMONYM = "demonym", _("demonym")
    ABBREVIATION = "abbreviation", _("abbreviation")
    MISNOMER = "misnomer", _("misnomer, never matched")


@documented
class Alias(Record):
    """One name of a state, city, series, operation, body or outlet in one language."""

    kind = models.CharField(_("kind"), max_length=9, choices=AliasKind, help_text=_("What the name belongs to."))
    language = models.CharField(_("language"), max_length=8, help_text=_("Language code of the name: en, ru, zh, or another BCP 47 code."))
    form = models.CharField(_("form"), max_length=250, help_text=_("The name as written."))
    normalised = models.CharField(
        _("normalised form"), max_length=250, help_text=_("The name as compared: NFKC, case folded, accents and spaces evened out.")
    )
    form_type = models.CharField(
        _("sort of name"),
        max_length=12,
        choices=FormType,
        default=FormType.VARIANT,
        help_text=_("Name, official name, short form, press usage, variant, demonym, abbreviation or misnomer."),
    )
    owner = models.CharField(
        _("owner"),
        max_length=120,
        help_text=_("Natural key of the one thing so called: state code, slug, or for cities and bodies the common English name."),
    )
    state = models.ForeignKey(
        State,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="aliases",
        verbose_name=_("state"),
        help_text=_("The state so called, or the state in which the city lies."),
    )
    series = models.ForeignKey(
        MeetingSeries,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="aliases",
        verbose_name=_("series"),
        help_text=_("The series so called."),
    )
    operation = models.ForeignKey(
        Operation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="aliases",
        verbose_name=_("operation"),
        help_text=_("The operation so called."),
    )
    source_url = models.URLField(_("source"), max_length=700, blank=True, help_text=_("Address of a page that uses the name."))
    note = models.TextField(_("note"), blank=True, help_text=_("What a reader should know about this name."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["kind", "owner", "language", "form"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "normalised"],
                name="alias_one_owner",
                violation_error_message=_("This name already belongs to something else of the same kind."),
            ),
            models.CheckConstraint(
                name="alias_owner_fits_kind",
                condition=Q(kind__in=[AliasKind.STATE, AliasKind.CITY], state__isnull=False, series__isnull=True, operation__isnull=True)
                | Q(kind=AliasKind.SERIES, state__isnull=True, series__isnull=False, operation__isnull=True)
                | Q(kind=AliasKind.OPERATION, state__isnull=True, series__isnull=True, operation__isnull=False)
                | Q(kind__in=[AliasKind.BODY, AliasKind.OUTLET], state__isnull=True, series__isnull=True, operation__isnull=True),
                violation_error_message=_("The name's owner does not fit its kind."),
            ),
            models.CheckConstraint(
                name="alias_not_empty",
                condition=~Q(form="") & ~Q(normalised="") & ~Q(owner=""),
                violation_error_message=_("A name is not empty and has an owner."),
            ),
            choice_rule("alias_form_type_known", "form_type", FormType, _("Unknown sort of name.")),
            origin_rule("alias"),
        ]

    def __str__(self) -> str:
        return f"{self.form} ({self.language}): {self.owner}"
