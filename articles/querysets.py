"""Named questions to the tables of articles and evidence."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import connections, models
from django.db.models import Q
from django.utils.module_loading import import_string

# The rows keep their own type through every question.
Row = TypeVar("Row", bound=models.Model, covariant=True)


class ArticleQuerySet(models.QuerySet[Row]):
    """Questions to the articles."""

    def for_list(self) -> "ArticleQuerySet[Row]":
        """Fetch what a list row shows in a constant number of queries, without the text's bytes."""
        return self.select_related("outlet", "outlet__country").defer("text", "basis_note")

    def version(self) -> tuple[int, int] | None:
        """Return the version of the archive that the current transaction sees; ``None`` when it has itself written."""
        version, is_own = import_string("articles.search.change_log.read_version")(connections[self.db])
        return None if is_own else version

    def years_under(self, topics: Iterable[int]) -> tuple[dict[int, int], int]:
        """Return how many articles stand under any of some headings, by each year their dates may mean, and in all; from the bitmaps."""
        # Found by name when asked, because the search knows the models.
        counted: tuple[dict[int, int], int] = import_string("articles.search.bitmaps.articles_by_year")(self.db, topics)
        return counted


class MentionQuerySet(models.QuerySet[Row]):
    """Questions to evidence."""

    def shown(self) -> "MentionQuerySet[Row]":
        """Return what the public may see: everything but what a person has rejected."""
        return self.exclude(review_state="rejected")

    def pending(self) -> "MentionQuerySet[Row]":
        """Return what no person has decided yet."""
        return self.filter(review_state="pending")

    def decided(self) -> "MentionQuerySet[Row]":
        """Return what a person has decided."""
        return self.filter(~Q(review_state="pending"))
