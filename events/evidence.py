"""The way from a record to its evidence, against the arrow: through the reverse relation ``mentions``, never by an import.

A record that only an import proposed shows as long as some reading of it has not been rejected; a rejected reading shows nowhere.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, Model, OuterRef, Prefetch, Q, QuerySet

from events.models import Operation, OperationStatistic, Origin


def mention_model(model: type[Model]) -> Any:
    """Return the class of a record's evidence."""
    return model._meta.get_field("mentions").related_model


def shown(rows: QuerySet) -> QuerySet:
    """Keep the records that the public may see."""
    model = rows.model
    name = model._meta.get_field("mentions").field.name
    mentions = mention_model(model).objects.shown().filter(**{name: OuterRef("pk")})
    # The evidence is asked first: an index answers it, and the row itself is read only where there is none.
    return rows.filter(Exists(mentions) | ~Q(origin=Origin.IMPORT))


def shown_mentions(model: type[Model], *related: str) -> Prefetch:
    """Prefetch a record's shown evidence as ``reports``, each with its article and outlet, earliest publication first."""
    rows = without_texts(mention_model(model).objects.shown()).select_related("article__outlet", *related)
    return Prefetch("mentions", queryset=rows.order_by("article__start", "article_id", "start"), to_attr="reports")


def without_texts(mentions: QuerySet) -> QuerySet:
    """Fetch the articles and outlets of some evidence along, without what only an article's own page shows."""
    deferred = ["text", "basis_note", "standfirst", "edited_fields", "source_key", "byline", "reading_digest", "text_sha256"]
    return mentions.select_related("article__outlet").defer(*(f"article__{name}" for name in deferred))


def mentions_of(record: Model) -> QuerySet:
    """Return a record's shown evidence with articles and outlets, earliest publication first."""
    rows = record.mentions.shown().select_related("article__outlet__country")  # type: ignore[attr-defined]
    return rows.defer("article__basis_note").order_by("article__start", "article_id", "start")


def report_counts(operations: Iterable[Operation]) -> dict[int, int]:
    """Count the articles that speak of each operation, by name or by a figure of it, in one query."""
    ids = [operation.pk for operation in operations]
    named = mention_model(Operation).objects.shown().filter(operation__in=ids).order_by().values_list("operation_id", "article_id")
    counted = mention_model(OperationStatistic).objects.shown().filter(statistic__operation__in=ids).order_by()
    counts: dict[int, int] = dict.fromkeys(ids, 0)
    for operation, _article in named.union(counted.values_list("statistic__operation_id", "article_id")):
        counts[operation] += 1
    return counts


def figure_counts(operations: Iterable[Operation]) -> dict[int, int]:
    """Count the measures for which each operation has a shown figure, in one query."""
    figures = shown(OperationStatistic.objects.filter(operation__in=[operation.pk for operation in operations]))
    counts: dict[int, int] = {}
    for operation, _measure in set(figures.order_by().values_list("operation_id", "measure_id").distinct()):
        counts[operation] = counts.get(operation, 0) + 1
    return counts
