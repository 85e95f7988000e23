"""Every figure behind a chart as rows of a table, read in plain values and in parts: a measure may have tens of thousands."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from events.evidence import mention_model
from events.models import OperationStatistic
from events.wording import number_plain

COLUMNS = (
    *("id", "measure", "low", "high", "low_excluded", "high_excluded", "approximate", "unit"),
    *("operation", "states", "period", "quote", "outlet", "published", "article", "review"),
)
FIGURE = (
    *("pk", "public_id", "measure__code", "low", "high", "low_strict", "high_strict", "approximate", "unit"),
    *("operation__slug", "date"),
)
REPORT = ("statistic_id", "quote", "article__access", "article__outlet__name", "article__date", "article__public_id", "review_state")
# So many figures and their reports are held at once.
PART = 1000


def table_rows(figures: QuerySet) -> Iterator[list[object]]:
    """Yield each figure with its states and its earliest report; withheld words stay out."""
    rows = list(figures.prefetch_related(None).values_list(*FIGURE))
    for start in range(0, len(rows), PART):
        part = rows[start : start + PART]
        keys = [row[0] for row in part]
        states, reports = states_of(keys), first_reports(keys)
        for key, public_id, measure, low, high, *flags, unit, operation, date in part:
            cells = [public_id, measure, number_plain(low), number_plain(high), *flags, unit, operation or "", states.get(key, ""), date]
            yield [*cells, *reports.get(key, [""] * 5)]


def states_of(figures: Iterable[int]) -> dict[int, str]:
    """Return the codes of the states that each figure is about."""
    ties = OperationStatistic.states.through._default_manager.filter(operationstatistic__in=figures).order_by("state__name")
    codes: dict[int, list[str]] = {}
    for figure, code in ties.values_list("operationstatistic_id", "state__code"):
        codes.setdefault(figure, []).append(code)
    return {figure: " ".join(found) for figure, found in codes.items()}


def first_reports(figures: Iterable[int]) -> dict[int, list[Any]]:
    """Return quote, outlet, date, address and state of review of each figure's earliest report."""
    mentions = mention_model(OperationStatistic).objects.shown().filter(statistic__in=figures)
    first: dict[int, list[Any]] = {}
    for figure, quote, access, outlet, date, article, review in mentions.order_by("article__start", "article_id", "start").values_list(
        *REPORT
    ):
        if figure not in first:
            words = "" if access == "withheld" else quote
            first[figure] = [words, outlet or "", date, reverse("articles:detail", args=[article]), review]
    return first
