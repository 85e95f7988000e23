"""Counts of facets that a single GROUP BY over one column cannot give: states by two ways, headings of two records."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import CharField, Count, Q, QuerySet, Value

from events.filters import Labels
from events.models import Measure, Operation
from events.periods import PeriodCounts

# A figure has a period of its own; asked of the two days, which stand in an index.
DATED = Q(start__isnull=False) | Q(end__isnull=False)
Pairs = Iterable[tuple[int, str | None]]


def distinct_values(pairs: Pairs) -> Counter[str]:
    """Count rows by value; a row that has a value by two ways counts once for it."""
    return Counter(value for _row, value in set(pairs) if value)


def count_operation_states(rows: QuerySet) -> Counter[str]:
    """Count operations by the states that took part or led."""
    ids = rows.order_by().values("pk")
    chosen = Operation.objects.filter(pk__in=ids).order_by()
    return distinct_values(chosen.values_list("pk", "participants__code").union(chosen.values_list("pk", "lead__code")))


def count_headings(rows: QuerySet, path: str, labels: Labels) -> Counter[str]:
    """Count rows by topic and by the group of the topic."""
    chosen = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk")).order_by()
    pairs = {(row, slug) for row, slug in chosen.values_list("pk", f"{path}__slug") if slug}
    return distinct_values(pairs | {(row, labels.topic_groups[slug]) for row, slug in pairs if slug in labels.topic_groups})


def count_statistic_states(rows: QuerySet) -> Counter[str]:
    """Count figures by state: their own states, else those that took part in the operation."""
    chosen = rows.order_by()
    own = chosen.values_list("states__code").annotate(number=Count("pk", distinct=True))
    by_operation = (
        chosen.filter(states__isnull=True).values_list("operation__participants__code").annotate(number=Count("pk", distinct=True))
    )
    counts: Counter[str] = Counter()
    for code, number in own.union(by_operation, all=True):
        if code:
            counts[code] += number
    return counts


def count_pairs(rows: QuerySet, one: str, other: str, ones: Sequence[str], others: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """Count rows by two columns at once, each under the values chosen of the other; ``rows`` are under neither."""
    chosen = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk")).order_by()
    by_one: Counter[str] = Counter()
    by_other: Counter[str] = Counter()
    for first, second, number in chosen.values_list(one, other).annotate(number=Count("pk")):
        if not others or second in others:
            by_one[first] += number
        if not ones or first in ones:
            by_other[second] += number
    return by_one, by_other


def count_measures_and_headings(
    rows: QuerySet, labels: Labels, measures: Sequence[str], topics: Sequence[str]
) -> tuple[Counter[str], Counter[str]]:
    """Count figures by measure under the chosen topics, and by the headings of measure and operation under the chosen measures.

    ``rows`` are under neither filter. Both follow from one GROUP BY, since a figure's headings are those of its measure and operation.
    """
    chosen = rows.order_by()
    groups = chosen.values_list("measure_id", "measure__code", "operation_id").annotate(number=Count("pk"))
    headings = _headings(labels)
    by_measure: Counter[str] = Counter()
    by_topic: Counter[str] = Counter()
    for measure, code, operation, number in groups:
        slugs = headings.get(("measure", measure), set()) | headings.get(("operation", operation), set())
        slugs = slugs | {labels.topic_groups[slug] for slug in slugs if slug in labels.topic_groups}
        if code and (not topics or slugs & set(topics)):
            by_measure[code] += number
        if not measures or code in measures:
            by_topic.update(dict.fromkeys(slugs, number))
    return by_measure, by_topic


def _headings(labels: Labels) -> dict[tuple[str, int | None], set[str]]:
    """Return the headings of every measure and operation, in one query."""
    by_measure = Measure.topics.through.objects.values_list("measure_id", "topic_id", Value("measure", output_field=CharField()))
    by_operation = Operation.topics.through.objects.values_list("operation_id", "topic_id", Value("operation", output_field=CharField()))
    found: dict[tuple[str, int | None], set[str]] = {}
    for record, topic, kind in by_measure.union(by_operation, all=True):
        found.setdefault((kind, record), set()).add(labels.topic_slugs[topic])
    return found


def count_figure_periods(rows: QuerySet) -> PeriodCounts:
    """Count figures by year and month of their period, else of their operation."""
    chosen = rows.order_by()
    # By day, not by month: SQLite would call a function of Python for every row to cut a date.
    own = chosen.filter(DATED).values_list("start", "end").annotate(number=Count("pk"))
    of_operation = chosen.exclude(DATED).values_list("operation__start", "operation__end").annotate(number=Count("pk"))
    groups = own.union(of_operation, all=True)
    known = [(first, last, number) for first, last, number in groups if first or last]
    days = [day for first, last, _number in known for day in (first, last) if day]
    counts = PeriodCounts()
    for first, last, number in known:
        counts.add(first or min(days), last or max(days), number)
    return counts
