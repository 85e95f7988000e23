"""What belongs to one article: topics, addresses, earlier texts and captions."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.capture import Capture
from events.documented import documented
from events.models import Origin, Topic
from events.models.base import choice_rule


@documented
class ArticleTopic(models.Model):
    """A subject heading of an article, read by machine or set by a person."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="article_topics", verbose_name=_("article"), help_text=_("The article.")
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="article_topics", verbose_name=_("topic"), help_text=_("The heading.")
    )
    origin = models.CharField(
        _("origin"), max_length=9, choices=Origin, default=Origin.EDITOR, help_text=_("Read at import, or set by an editor.")
    )

    class Meta:
        verbose_name = _("topic of an article")
        verbose_name_plural = _("topics of articles")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "topic"], name="article_topic_once", violation_error_message=_("The article already has this topic.")
            ),
            choice_rule("article_topic_origin_known", "origin", Origin, _("Unknown origin.")),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.topic}"


@documented
class ArticleAddress(models.Model):
    """A further web address under which an article was met."""

    url = models.CharField(_("address"), max_length=2000, unique=True, help_text=_("The address, canonical or as met."))
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="addresses", verbose_name=_("article"), help_text=_("The article it leads to.")
    )
    canonical = models.BooleanField(_("canonical"), default=False, help_text=_("Whether this is the article's canonical address."))

    class Meta:
        verbose_name = _("address of an article")
        verbose_name_plural = _("addresses of articles")
        constraints = [
            models.CheckConstraint(name="address_not_empty", condition=~Q(url=""), violation_error_message=_("An address is not empty.")),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(canonical=True),
                name="address_one_canonical",
                violation_error_message=_("An article has one canonical address."),
            ),
        ]

    def __str__(self) -> str:
        return self.url


@documented
class ArticleVersion(models.Model):
    """An earlier clean text of an article, kept when a later import met another."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="versions", verbose_name=_("article"), help_text=_("The article.")
    )
    number = models.PositiveIntegerField(_("number"), help_text=_("1 for the first text."))
    title = models.CharField(_("title"), max_length=500, help_text=_("Headline of that version."))
    text = models.TextField(_("clean text"), help_text=_("Clean text of that version."))
    capture = models.ForeignKey(
        Capture,
        on_delete=models.PROTECT,
        related_name="versions",
        verbose_name=_("capture"),
        help_text=_("Original bytes of that version."),
    )
    replaced_by_run = models.ForeignKey(
        "ImportRun",
        on_delete=models.PROTECT,
        related_name="replaced_versions",
        verbose_name=_("replaced by import"),
        help_text=_("Import that met a changed text."),
    )
    replaced_at = models.DateTimeField(_("replaced at"), auto_now_add=True, help_text=_("When the version was replaced."))

    class Meta:
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"],
                name="version_number_once",
                violation_error_message=_("The article already has a version with that number."),
            ),
            models.CheckConstraint(
                name="version_number_positive", condition=Q(number__gte=1), violation_error_message=_("Versions count from 1.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}, version {self.number}"


@documented
class Caption(models.Model):
    """A photograph's caption inside an article's clean text, with its credit."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="captions", verbose_name=_("article"), help_text=_("The article.")
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("First character of the caption in the clean text."))
    end = models.PositiveIntegerField(_("end"), help_text=_("First character after the caption."))
    credit = models.CharField(_("credit"), max_length=250, blank=True, help_text=_("Photographer and agency as written."))

    class Meta:
        verbose_name = _("caption")
        verbose_name_plural = _("captions")
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start"], name="caption_once", violation_error_message=_("There is already a caption at that place.")
            ),
            models.CheckConstraint(
                name="caption_span_not_empty", condition=Q(end__gt=F("start")), violation_error_message=_("The span is empty.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}: caption at {self.start}"
