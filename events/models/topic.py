"""The subject headings: two levels, each heading with its definition and the codes of the standard vocabularies."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.documented import documented
from events.models.base import Record, origin_rule


@documented
class Topic(Record):
    """A subject heading, either a group or a topic inside a group."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True, help_text=_("Stable word for the heading, used in addresses."))
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("group"),
        help_text=_("Group the topic belongs to; empty for a group."),
    )
    level = models.PositiveSmallIntegerField(_("level"), default=2, help_text=_("1 for a group, 2 for a topic inside a group."))
    label = models.CharField(_("label"), max_length=120, help_text=_("English label."))
    label_ru = models.CharField(_("Russian label"), max_length=120, blank=True, help_text=_("Russian label."))
    label_zh = models.CharField(_("Chinese label"), max_length=120, blank=True, help_text=_("Chinese label."))
    definition = models.TextField(_("definition"), blank=True, help_text=_("What the heading covers."))
    inclusion_rule = models.TextField(
        _("inclusion rule"), blank=True, help_text=_("When an article or event gets the heading, and when not.")
    )
    words = models.JSONField(_("words"), default=dict, blank=True, help_text=_("Words found in reports, by language: en, ru, zh."))
    unbis = models.TextField(
        _("UNBIS Thesaurus"), blank=True, help_text=_("Codes and labels of the UNBIS Thesaurus, one a line; “near” marks the nearest term.")
    )
    iptc = models.TextField(_("IPTC Media Topics"), blank=True, help_text=_("Codes and labels of the IPTC Media Topics, one a line."))
    eurovoc = models.TextField(_("EuroVoc"), blank=True, help_text=_("Codes and labels of EuroVoc, one a line."))
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Place in the printed order."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "label"]
        constraints = [
            models.CheckConstraint(
                name="topic_two_levels",
                condition=Q(level=1, parent__isnull=True) | Q(level=2, parent__isnull=False),
                violation_error_message=_("A group has no parent; a topic belongs to a group."),
            ),
            models.CheckConstraint(
                name="topic_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("A topic is not its own group."),
            ),
            models.CheckConstraint(name="topic_label_not_empty", condition=~Q(label=""), violation_error_message=_("A topic has a label.")),
            origin_rule("topic"),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """Return the address of the heading's page."""
        return reverse("events:topic-detail", args=[self.slug])
