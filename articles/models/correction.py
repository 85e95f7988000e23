"""Corrections: what an article gets wrong, with evidence; its text is never altered."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.article import Article
from events.documented import documented
from events.models import Record
from events.models.base import choice_rule, origin_rule


class CorrectionKind(models.TextChoices):
    """What is wrong."""

    NUMBER = "number", _("wrong number")
    DATE = "date", _("wrong date")
    PLACE = "place", _("wrong place")
    MEMBERSHIP = "membership", _("wrong membership")
    NAME = "name", _("wrong name")
    TRANSLATION = "translation", _("mistranslation")
    UNIT = "unit", _("unit slip")
    SUPERSEDED = "superseded", _("superseded")


@documented
class Correction(Record):
    """Something an article gets wrong: the words, what is right, and the evidence; a loaded row waits for its article by hash."""

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("article"),
        help_text=_("The article; empty while a loaded row waits for it."),
    )
    article_sha256 = models.CharField(
        _("SHA-256 of the capture"), max_length=64, help_text=_("Hash of the article's original bytes, by which a loaded row finds it.")
    )
    quote = models.TextField(_("quote"), help_text=_("The wrong words, exactly as the article has them."))
    start = models.PositiveIntegerField(
        _("start"), null=True, blank=True, help_text=_("First character of the words in the clean text; empty while waiting.")
    )
    end = models.PositiveIntegerField(_("end"), null=True, blank=True, help_text=_("First character after them."))
    kind = models.CharField(_("kind"), max_length=11, choices=CorrectionKind, help_text=_("What is wrong."))
    right_value = models.CharField(_("what is right"), max_length=300, help_text=_("What the words should say."))
    explanation = models.TextField(_("explanation"), blank=True, help_text=_("Why it is wrong, in the archive's own words."))
    evidence_url = models.URLField(_("evidence"), max_length=700, help_text=_("Address of a page that shows what is right."))
    evidence_url_2 = models.URLField(_("second evidence"), max_length=700, blank=True, help_text=_("Address of a second page."))
    author = models.CharField(_("author"), max_length=120, help_text=_("Who made the correction."))
    made_on = models.DateField(_("made on"), help_text=_("Day the correction was made."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article_sha256", "quote"], name="correction_once", violation_error_message=_("These words are already corrected.")
            ),
            models.CheckConstraint(
                name="correction_quote_not_empty",
                condition=~Q(quote="") & ~Q(right_value=""),
                violation_error_message=_("A correction quotes the words and says what is right."),
            ),
            models.CheckConstraint(
                name="correction_evidence_required",
                condition=~Q(evidence_url=""),
                violation_error_message=_("A correction needs the address of its evidence."),
            ),
            models.CheckConstraint(
                name="correction_author_required", condition=~Q(author=""), violation_error_message=_("A correction has an author.")
            ),
            models.CheckConstraint(
                name="correction_span_when_placed",
                condition=Q(article__isnull=True, start__isnull=True, end__isnull=True)
                | Q(article__isnull=False, start__isnull=False, end__isnull=False, end__gt=F("start")),
                violation_error_message=_("A placed correction has a span; a waiting one has none."),
            ),
            choice_rule("correction_kind_known", "kind", CorrectionKind, _("Unknown kind.")),
            origin_rule("correction"),
        ]

    def __str__(self) -> str:
        return f"“{self.quote[:60]}” → {self.right_value}"
