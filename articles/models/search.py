"""What the search keeps: the archive's version, which articles changed at which version, and each article's analysed terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from events.documented import documented


@documented
class ArchiveVersion(models.Model):
    """A number that grows with every write: row 1 counts all records, row 2 the names of things; kept by triggers."""

    ALL, NAMES = 1, 2

    id = models.PositiveSmallIntegerField(_("id"), primary_key=True, help_text=_("1 for all records, 2 for the names."))
    epoch = models.BigIntegerField(
        _("epoch"), help_text=_("Random number of this database, so that no other's versions are taken for its.")
    )
    number = models.BigIntegerField(_("number"), default=0, help_text=_("Grows with every write."))
    xid = models.BigIntegerField(
        _("transaction"), default=0, help_text=_("Transaction that last raised the number, on PostgreSQL, where one raises it once.")
    )

    class Meta:
        verbose_name = _("version of the archive")
        verbose_name_plural = _("versions of the archive")

    def __str__(self) -> str:
        return f"{self.epoch & 0xFFFFFFFF:x}.{self.number}"


@documented
class SearchChange(models.Model):
    """The version at which an article, its evidence or its topics last changed; kept by triggers, also for removed articles."""

    search_no = models.PositiveIntegerField(_("search number"), primary_key=True, help_text=_("Search number of the article."))
    version = models.BigIntegerField(_("version"), db_index=True, help_text=_("Version of the archive at the last change."))

    class Meta:
        verbose_name = _("change seen by the search")
        verbose_name_plural = _("changes seen by the search")

    def __str__(self) -> str:
        return f"{self.search_no}: {self.version}"


@documented
class SearchTerms(models.Model):
    """An article's analysed terms, from which the inverted index of either database is built."""

    search_no = models.PositiveIntegerField(_("search number"), primary_key=True, help_text=_("Search number of the article."))
    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="search_terms", verbose_name=_("article"), help_text=_("The article.")
    )
    title = models.TextField(_("terms of the title"), blank=True, help_text=_("Stems and Chinese bigrams of the headline, names added."))
    lead = models.TextField(_("terms of the lead"), blank=True, help_text=_("The same of standfirst and first paragraph."))
    body = models.TextField(_("terms of the body"), blank=True, help_text=_("The same of the rest of the text."))
    analyser = models.CharField(
        _("analyser"), max_length=24, db_index=True, help_text=_("Version of the analyser and of the names that made the terms.")
    )

    class Meta:
        verbose_name = _("terms of an article")
        verbose_name_plural = _("terms of articles")

    def __str__(self) -> str:
        return str(self.search_no)
