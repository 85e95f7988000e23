"""Publishers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.documented import documented
from events.models import Record, State
from events.models.base import choice_rule, origin_rule


class OutletKind(models.TextChoices):
    """What kind of publisher an outlet is."""

    OFFICIAL = "official", _("official body")
    AGENCY = "agency", _("news agency")
    NEWSPAPER = "newspaper", _("newspaper")
    BROADCASTER = "broadcaster", _("broadcaster")
    SITE = "site", _("news site")


class Access(models.TextChoices):
    """How much of an article's text the public pages show."""

    FULL = "full", _("full text")
    QUOTES = "quotes", _("quoted sentences only")
    WITHHELD = "withheld", _("withheld")


@documented
class Outlet(Record):
    """A publisher of articles: an official body, agency, newspaper, broadcaster or site."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True, help_text=_("Stable word for the outlet, used in addresses."))
    name = models.CharField(_("name"), max_length=120, help_text=_("Name as the archive writes it."))
    kind = models.CharField(
        _("kind"),
        max_length=11,
        choices=OutletKind,
        default=OutletKind.SITE,
        help_text=_("Official body, agency, newspaper, broadcaster or site."),
    )
    country = models.ForeignKey(
        State,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outlets",
        verbose_name=_("country"),
        help_text=_("State the outlet publishes from; empty for an international body."),
    )
    hosts = models.JSONField(_("web hosts"), default=list, blank=True, help_text=_("Host names of its site, without www."))
    default_access = models.CharField(
        _("default access"),
        max_length=8,
        choices=Access,
        default=Access.FULL,
        help_text=_("How much of its articles public pages show unless an article says otherwise."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("What a reader should know about the outlet."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="outlet_name_not_empty", condition=~Q(name=""), violation_error_message=_("An outlet has a name.")),
            choice_rule("outlet_kind_known", "kind", OutletKind, _("Unknown kind.")),
            choice_rule("outlet_access_known", "default_access", Access, _("Unknown access.")),
            origin_rule("outlet"),
        ]

    def __str__(self) -> str:
        return self.name
