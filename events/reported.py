"""By which outlets and in which languages a record is reported: filters and counts over its evidence, reached against the arrow.

Both conditions hold of one report: a figure one outlet gives in Russian and another in English is not found under the first and English.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import CharField, Count, Model, Q, QuerySet, Value
from django.db.models.functions import Cast

from events.evidence import mention_model
from events.models import Meeting, Operation, OperationStatistic

# Whose evidence speaks of a record, and the way back to it: an operation is reported by its name, or by a figure of it.
SOURCES: dict[type[Model], tuple[tuple[type[Model], str], ...]] = {
    Operation: ((Operation, "operation"), (OperationStatistic, "statistic__operation")),
    Meeting: ((Meeting, "meeting"),),
    OperationStatistic: ((OperationStatistic, "statistic"),),
}
COLUMNS = {"outlet": "article__outlet_id", "language": "article__language"}
Chosen = Mapping[str, Sequence[str]]


def article_model() -> Any:
    """Return the class of the articles, found through the evidence of operations."""
    return mention_model(Operation)._meta.get_field("article").related_model


def article_field(name: str) -> Any:
    """Return a column of the articles."""
    return article_model()._meta.get_field(name)


def reported(model: type[Model], chosen: Chosen) -> Q:
    """Return the condition that some report of a record is of a chosen outlet and in a chosen language."""
    condition = Q()
    for reports, path in _reports(model, chosen):
        condition |= Q(pk__in=reports.values(path))
    return condition


def count_reported(model: type[Model], chosen: Chosen, under: Mapping[str, QuerySet]) -> dict[str, Counter[str]]:
    """Count records by outlet (its primary key as text) and by language, in one query.

    ``under`` holds for each of the two the records under the other filters, and nothing when no filter but these is chosen: whatever has
    evidence is then counted. What is counted by outlet still obeys the chosen languages, and so the other way round.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in COLUMNS}
    parts = [
        (name, reports.filter(**{f"{path}__in": under[name].order_by().values("pk")}) if under else reports, path)
        for name in COLUMNS
        for reports, path in _reports(model, {**chosen, name: ()})
    ]
    if len(parts) == len(COLUMNS):
        grouped = [_valued(name, part).annotate(number=Count(path, distinct=True)) for name, part, path in parts]
        for name, value, number in grouped[0].union(*grouped[1:], all=True):
            counts[name][value] += number
        return counts
    # A record that is reported in two ways counts once: UNION drops what it has met.
    pairs = [_valued(name, part, path) for name, part, path in parts]
    for name, value, _record in pairs[0].union(*pairs[1:]):
        counts[name][value] += 1
    return counts


def _valued(name: str, reports: QuerySet, *further: str) -> QuerySet:
    """Return the name of a facet and a report's value of it, as text."""
    return reports.values_list(Value(name, CharField()), Cast(COLUMNS[name], CharField()), *further)


def _reports(model: type[Model], chosen: Chosen) -> Iterator[tuple[QuerySet, str]]:
    """Yield the evidence that speaks of records of a model, of the chosen outlets and languages, and the way back to the record."""
    for evidence, path in SOURCES[model]:
        rows = mention_model(evidence).objects.shown().filter(**{f"{path}__isnull": False}).order_by()
        if chosen.get("outlet"):
            rows = rows.filter(article__outlet__slug__in=chosen["outlet"])
        if chosen.get("language"):
            rows = rows.filter(article__language__in=chosen["language"])
        yield rows, path
