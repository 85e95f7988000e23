"""The sampled shingles of texts, by which candidates for copies are found: once by article, once by shingle."""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from events.documented import documented


class RowNumberField(models.BigIntegerField):
    """A number of eight bytes that is the key of its row; on SQLite it is the row's own number, so that there is no second tree of keys."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """Return the one name of a type that SQLite takes for the row's own number, elsewhere the usual one."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


@documented
class TextSketch(models.Model):
    """The sampled shingles of an article's text, by which candidates for copies are found."""

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, primary_key=True, related_name="sketch", verbose_name=_("article"), help_text=_("The article.")
    )
    shingles = models.BinaryField(
        _("shingles"),
        help_text=_("Hashes of the sampled shingles (three words; in Chinese four characters), four bytes each, the lowest byte first."),
    )

    class Meta:
        verbose_name = _("sketch of a text")
        verbose_name_plural = _("sketches of texts")

    def __str__(self) -> str:
        return f"{self.article}: {len(self.shingles) // 4}"


@documented
class ShingleHolder(models.Model):
    """A sampled shingle and an article that has it, as one number: the index of the sketches by shingle."""

    number = RowNumberField(
        _("number"), primary_key=True, help_text=_("Hash of the shingle in the upper four bytes, key of the article in the lower four.")
    )

    class Meta:
        verbose_name = _("holder of a shingle")
        verbose_name_plural = _("holders of shingles")

    def __str__(self) -> str:
        return f"{self.number:x}"
