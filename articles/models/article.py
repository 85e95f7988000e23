"""What was written: outlets, articles, their addresses, original bytes and earlier texts."""

import hashlib

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.querysets import ArticleQuerySet
from events.documented import documented
from events.models import Dated, Editable, Origin, Record, State, Topic
from events.models.base import choice_rule, dated_rules, origin_rule


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


def article_public_id(source_key: str) -> str:
    """Return the permanent public id that an article's source key gives at first sight."""
    return hashlib.sha256(source_key.encode()).hexdigest()[:12]


@documented
class Capture(models.Model):
    """The original bytes of an article as they were met, with their hash."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, help_text=_("SHA-256 of the bytes, in hexadecimal digits."))
    body = models.BinaryField(_("bytes"), help_text=_("The bytes as they were read, unchanged."))
    size = models.PositiveIntegerField(_("size"), help_text=_("Number of bytes."))
    media_type = models.CharField(
        _("media type"), max_length=100, default="text/plain", help_text=_("Media type as declared or recognised.")
    )
    charset = models.CharField(_("encoding"), max_length=40, blank=True, help_text=_("Character encoding the bytes were read in."))
    url = models.URLField(_("address"), max_length=2000, blank=True, help_text=_("Address the bytes came from, if any."))
    http_status = models.PositiveSmallIntegerField(
        _("HTTP status"), null=True, blank=True, help_text=_("Status of the response, for a fetched page.")
    )
    name = models.CharField(
        _("file name"), max_length=500, blank=True, help_text=_("Path inside the imported folder, or line of the imported file.")
    )
    fetched_at = models.DateTimeField(_("fetched at"), help_text=_("When the bytes were fetched or read."))

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        ordering = ["-fetched_at"]
        constraints = [
            models.CheckConstraint(
                name="capture_hash_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("The hash is 64 hexadecimal digits."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.name or self.url})"


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
        indexes = [models.Index(fields=["-start", "-search_no"], name="article_newest_first")]
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


@documented
class ShingleSketch(models.Model):
    """One sampled shingle hash of an article, by which candidates for copies are found."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="shingles", db_index=False, verbose_name=_("article"), help_text=_("The article.")
    )
    shingle = models.BigIntegerField(_("shingle"), help_text=_("Hash of one sampled shingle (three words; in Chinese four characters)."))

    class Meta:
        verbose_name = _("shingle")
        verbose_name_plural = _("shingles")
        constraints = [models.UniqueConstraint(fields=["shingle", "article"], name="shingle_once")]
        indexes = [models.Index(fields=["article"], name="shingle_by_article")]

    def __str__(self) -> str:
        return f"{self.shingle:x}"
