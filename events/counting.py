"""Counts of facets that a single GROUP BY over one column cannot give: states by two ways, headings of two records."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Count, Q, QuerySet

from events.filters import Labels
from events.models import Operation
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


def count_figure_periods(rows: QuerySet) -> PeriodCounts:
    """Count figures by year and month of their period, else of their operation."""
    chosen = rows.order_by()
    # By day, not by month: SQLite would call a function of Python for every row to cut a date.
    own = chosen.filter(DATED).values_list("start", "end").annotate(number=Count("pk"))
    of_operation = chosen.exclude(DATED).values_list("operation__start", "operation__end").annotate(number=Count("pk"))
    return PeriodCounts.over(own.union(of_operation, all=True))
