"""By which outlets and in which languages a record is reported: filters and counts over its evidence, reached against the arrow.

Both conditions hold of one report: a figure one outlet gives in Russian and another in English is not found under the first and English.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import CharField, Model, Q, QuerySet, Value
from pyroaring import BitMap

from events.evidence import mention_model
from events.keys import Keys, bitmap, pair_number, split_pairs, union
from events.models import Meeting, Operation, OperationStatistic

# Whose evidence speaks of a record, and the way back to it: an operation is reported by its name, or by a figure of it.
SOURCES: dict[type[Model], tuple[tuple[type[Model], str], ...]] = {
    Operation: ((Operation, "operation"), (OperationStatistic, "statistic__operation")),
    Meeting: ((Meeting, "meeting"),),
    OperationStatistic: ((OperationStatistic, "statistic"),),
}
COLUMNS = ("outlet", "language")
Chosen = Mapping[str, Sequence[str]]


def reported(model: type[Model], chosen: Chosen) -> Q:
    """Return the condition that some report of a record is of a chosen outlet and in a chosen language."""
    condition = Q()
    for reports, path in _reports(model, chosen):
        condition |= Q(pk__in=reports.values(path))
    return condition


def count_reported(model: type[Model], chosen: Chosen, under: Mapping[str, QuerySet], slugs: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Count records by outlet (its slug, from ``slugs`` by primary key as text) and by language, in one query.

    ``under`` holds for each of the two the records under the other filters, and nothing when no filter but these is chosen: whatever has
    evidence is then counted. What is counted by outlet still obeys the chosen languages, and so the other way round.
    """
    parts = [_keyed("pairs", reports, pair_number(path)) for reports, path in _reports(model, {})]
    for name, rows in under.items():
        chosen_rows = model._default_manager.filter(pk__in=rows.order_by().prefetch_related(None).values("pk"))
        parts.append(_keyed(name, chosen_rows.order_by(), "pk"))
    found: dict[str, list[str]] = {}
    for kind, keys in parts[0].union(*parts[1:], all=True):
        found.setdefault(kind, []).append(keys)
    # A record that is reported in two ways counts once.
    pairs = split_pairs(found.get("pairs", ()))
    counts: dict[str, Counter[str]] = {name: Counter() for name in COLUMNS}
    for name, other in (("outlet", "language"), ("language", "outlet")):
        by_value: dict[str, list[BitMap]] = {}
        for (key, language), records in pairs.items():
            values = {"outlet": slugs.get(str(key), ""), "language": language}
            if values[name] and (not chosen.get(other) or values[other] in chosen[other]):
                by_value.setdefault(values[name], []).append(records)
        base = union(map(bitmap, found.get(name, ()))) if under else None
        for value, parted in by_value.items():
            whole = union(parted)
            counts[name][value] = len(whole) if base is None else whole.intersection_cardinality(base)
    return counts


def _keyed(kind: str, rows: QuerySet, key: Any) -> QuerySet:
    """Return a name and the keys of some rows as one text."""
    return rows.annotate(keyed_as=Value(kind, CharField())).values_list("keyed_as").annotate(keys=Keys(key))


def _reports(model: type[Model], chosen: Chosen) -> Iterator[tuple[QuerySet, str]]:
    """Yield the evidence that speaks of records of a model, of the chosen outlets and languages, and the way back to the record."""
    for evidence, path in SOURCES[model]:
        rows = mention_model(evidence).objects.shown().filter(**{f"{path}__isnull": False}).order_by()
        if chosen.get("outlet"):
            rows = rows.filter(article__outlet__slug__in=chosen["outlet"])
        if chosen.get("language"):
            rows = rows.filter(article__language__in=chosen["language"])
        yield rows, path
