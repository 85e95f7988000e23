"""Articles: reports as they were published."""

import hashlib

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.capture import Capture
from articles.models.outlet import Access, Outlet
from articles.querysets import ArticleQuerySet
from events.documented import documented
from events.models import Dated, Editable, Topic
from events.models.base import choice_rule, dated_rules


class Language(models.TextChoices):
    """Languages the archive reads."""

    ENGLISH = "en", _("English")
    RUSSIAN = "ru", _("Russian")
    CHINESE = "zh", _("Chinese")


class Basis(models.TextChoices):
    """What an article's date was read from."""

    METADATA = "metadata", _("metadata of the page")
    DATELINE = "dateline", _("dateline")
    TEXT = "text", _("date line of the page")
    ADDRESS = "address", _("web address")
    INFERRED = "inferred", _("inferred from the text")
    GIVEN = "given", _("given at import")


def article_public_id(source_key: str) -> str:
    """Return the permanent public id that an article's source key gives at first sight."""
    return hashlib.sha256(source_key.encode()).hexdigest()[:12]


@documented
class Article(Dated, Editable):
    """A report as it was published, with its clean text, the coordinate system of every span."""

    public_id = models.CharField(
        _("public id"),
        max_length=12,
        unique=True,
        editable=False,
        help_text=_("Permanent id used in the address, derived from the source key at first sight; never changes."),
    )
    source_key = models.CharField(
        _("source key"),
        max_length=2000,
        unique=True,
        help_text=_("Canonical address, else the id within the named source, else the path inside the imported folder."),
    )
    search_no = models.PositiveIntegerField(
        _("search number"),
        unique=True,
        editable=False,
        help_text=_("Dense number in order of arrival; never changes; the search index knows articles by it."),
    )
    title = models.CharField(_("title"), max_length=500, help_text=_("Headline."))
    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("Summary under the headline, if the article has one."))
    byline = models.CharField(_("byline"), max_length=300, blank=True, help_text=_("Authors as written."))
    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("outlet"),
        help_text=_("Publisher; empty if the source names none."),
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, help_text=_("Language of the text."))
    text = models.TextField(
        _("clean text"), help_text=_("Title, standfirst, paragraphs and captions, one blank line between; spans count its characters.")
    )
    text_version = models.CharField(
        _("cleaning version"), max_length=20, blank=True, help_text=_("Version of the cleaning steps that made the text.")
    )
    text_sha256 = models.CharField(
        _("SHA-256 of the clean text"), max_length=64, help_text=_("Tells whether a second import meets the same text.")
    )
    basis = models.CharField(
        _("basis of the date"), max_length=8, choices=Basis, blank=True, help_text=_("What the publication date was read from.")
    )
    basis_note = models.TextField(_("how the date was found"), blank=True, help_text=_("The reasoning, for an inferred date."))
    access = models.CharField(
        _("access"), max_length=8, choices=Access, default=Access.FULL, help_text=_("How much of the text public pages show.")
    )
    access_reason = models.CharField(
        _("reason for the access"), max_length=250, blank=True, help_text=_("Why the text is not shown in full.")
    )
    duplicate_group = models.CharField(
        _("duplicate group"),
        max_length=12,
        blank=True,
        db_index=True,
        help_text=_("Public id of the first member of the article's group of copies; empty if it has none."),
    )
    topics = models.ManyToManyField(
        Topic, through="ArticleTopic", related_name="articles", verbose_name=_("topics"), help_text=_("Subject headings of the article.")
    )
    capture = models.ForeignKey(
        Capture,
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("capture"),
        help_text=_("The original bytes the text was made from."),
    )
    first_run = models.ForeignKey(
        "ImportRun",
        on_delete=models.PROTECT,
        related_name="new_articles",
        verbose_name=_("first import"),
        help_text=_("Import that brought the article in."),
    )
    last_run = models.ForeignKey(
        "ImportRun",
        on_delete=models.PROTECT,
        related_name="changed_articles",
        verbose_name=_("last import"),
        help_text=_("Import that last changed the article."),
    )
    lexicon_version = models.CharField(
        _("lexicon version"), max_length=20, blank=True, help_text=_("Version of rules and word lists that read the facts.")
    )
    reading_digest = models.CharField(
        _("digest of the reading"),
        max_length=32,
        blank=True,
        db_index=True,
        editable=False,
        help_text=_("Hash of bytes, place, options, rules, word lists and reference data; an import that meets it again reads nothing."),
    )
    created_at = models.DateTimeField(_("stored at"), auto_now_add=True, help_text=_("When the article was first stored."))

    history = HistoricalRecords(excluded_fields=["text"])
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-start", "-search_no"]
        indexes = [
            models.Index(fields=["-start", "-search_no"], name="article_newest_first"),
            # Everything a server process reads of all articles when it starts, without their long rows.
            models.Index(fields=["search_no", "id", "start", "end", "language", "outlet"], name="article_facets"),
            # What the facets of events ask of the articles behind their evidence; the outlet stands after the text in the row.
            models.Index(fields=["id", "outlet", "language"], name="article_sources"),
        ]
        constraints = [
            models.CheckConstraint(
                name="article_title_not_empty", condition=~Q(title=""), violation_error_message=_("An article has a title.")
            ),
            models.CheckConstraint(
                name="article_text_not_empty", condition=~Q(text=""), violation_error_message=_("An article has a text.")
            ),
            models.CheckConstraint(
                name="article_access_reason_given",
                condition=Q(access=Access.FULL) | ~Q(access_reason=""),
                violation_error_message=_("Say why the text is not shown in full."),
            ),
            models.CheckConstraint(
                name="article_date_has_basis",
                condition=Q(date="", basis="") | (~Q(date="") & ~Q(basis="")),
                violation_error_message=_("A date has a basis, and no date has none."),
            ),
            models.CheckConstraint(
                name="article_inference_explained",
                condition=~Q(basis=Basis.INFERRED) | ~Q(basis_note=""),
                violation_error_message=_("An inferred date needs its reasoning."),
            ),
            choice_rule("article_language_known", "language", Language, _("Unknown language.")),
            choice_rule("article_access_known", "access", Access, _("Unknown access.")),
            *dated_rules("article"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the article's page."""
        return reverse("articles:detail", args=[self.public_id])
