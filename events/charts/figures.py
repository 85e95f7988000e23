"""The chart of one measure: a row for each operation, period or year, every reported figure drawn as the bounds it is.

Figures are converted into the measure's unit; what counts in another dimension (person-times beside persons, another currency) is left out
and said to be. An operation of which nothing is held is a row with a dashed stroke, never a zero.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from events.bounds import Bounds
from events.charts.scales import Scale
from events.models import Framework, Measure, Operation, OperationStatistic
from events.naming import local
from events.units import base_factor, dimension_of
from events.wording import bounds_text, date_text, number_text

TOP, ROW, SILENT_ROW = 45, 48, 42
# Up to so many different values are written beside a row's marks; more are told as their number and their span.
WRITTEN = 2
# What a character, the mark itself and the narrowest plot measure in pixels: values that would not fit beside their marks stand above.
CHARACTER, MARK, NARROWEST = 7.5, 45, 265
# Marks nearer to each other than this, in per cent of the plot, cannot be told apart and are drawn once.
TOLD_APART = 0.4
# In a row of many marks they only show where figures lie close, and where few.
MANY, TOLD_APART_OF_MANY = 30, 2.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """One figure's mark in a row."""

    figure: OperationStatistic
    bounds: Bounds
    x: float
    x2: float

    @property
    def width(self) -> float:
        """Width of a range."""
        return round(self.x2 - self.x, 2)


@dataclass
class ChartRow:
    """A row: label, what stands small beside it, and its marks from left to right; without marks it is a silence."""

    label: str
    sub: str
    url: str
    marks: list[Drawn] = field(default_factory=list)
    y_label: int = TOP

    @property
    def y(self) -> int:
        """Height of the marks."""
        return self.y_label + (19 if self.marks else 16)

    @property
    def depth(self) -> int:
        """Distance to the next row."""
        return ROW if self.marks else SILENT_ROW

    @cached_property
    def drawn(self) -> list[Drawn]:
        """The marks, those at one place once."""
        return list(
            {(round(mark.x / TOLD_APART), round(mark.x2 / TOLD_APART), mark.bounds.qualifier): mark for mark in self.marks}.values()
        )

    @cached_property
    def written(self) -> list[str]:
        """The different values of the row, smallest first."""
        return list(dict.fromkeys(bounds_text(bounds) for bounds in dict.fromkeys(mark.bounds for mark in self.marks)))

    @property
    def stands_above(self) -> bool:
        """Whether the values stand in the label's line: there are too many, or no room is left beside the marks."""
        if not self.marks:
            return False
        room = self.leftmost.x if self.reads_left else 100 - self.rightmost.x2
        return len(self.written) > WRITTEN or room / 100 * NARROWEST < CHARACTER * len(self.values) + MARK

    @cached_property
    def rightmost(self) -> Drawn:
        """The mark beside which the values are written."""
        return max(self.marks, key=lambda mark: mark.x2)

    @property
    def reads_left(self) -> bool:
        """Whether the values stand left of the marks."""
        return self.rightmost.x2 > 55

    @property
    def leftmost(self) -> Drawn:
        """The first mark."""
        return self.marks[0]

    @property
    def values(self) -> str:
        """The values of the row: each as written, or their number with the smallest and the largest."""
        if len(self.written) <= WRITTEN:
            return "; ".join(self.written)
        ends = {"n": number_text(len(self.marks)), "low": self.written[0], "high": self.written[-1]}
        return _("%(n)s figures, %(low)s to %(high)s") % ends


@dataclass
class FigureChart:
    """The chart and its numbers."""

    measure: Measure
    unit: str
    scale: Scale
    rows: list[ChartRow]
    left_out: int
    total: "Total | None"
    kinds: list[str]

    @property
    def height(self) -> int:
        """Height of the plot in pixels."""
        return self.rows[-1].y_label + self.rows[-1].depth - 9

    @property
    def base(self) -> int:
        """Where the grid lines end."""
        return self.height - 6

    @property
    def silent(self) -> int:
        """How many rows hold no figure."""
        return sum(not row.marks for row in self.rows)


@dataclass(frozen=True)
class Total:
    """A sum over operations, itself a bound: each operation gives at least the smallest lower bound reported of it."""

    bounds: Bounds
    reporting: int
    operations: int


def figure_chart(
    measure: Measure, figures: Iterable[OperationStatistic], operations: Sequence[Operation] = (), *, by_year: bool = False
) -> FigureChart | None:
    """Build the chart of a measure's figures; ``operations`` that none of them belongs to become silent rows."""
    figures = list(figures)
    unit, usable = comparable(measure, figures)
    if not usable:
        return None
    scale = Scale.over(end for _figure, bounds in usable for end in (bounds.low, bounds.high) if end is not None)
    groups: dict[tuple[Any, ...], list[Drawn]] = {}
    for figure, bounds in usable:
        x, x2 = (scale.x(end) for end in (bounds.point, bounds.high if bounds.high is not None else bounds.point))
        groups.setdefault(_group(figure, by_year), []).append(Drawn(figure, bounds, x, x2))
    spoken_of = {figure.operation_id for figure in figures}
    silent = [] if by_year else [operation for operation in operations if operation.pk not in spoken_of]
    silences = empty_years([figure for figure, _bounds in usable]) if by_year else list(map(_silence, silent))
    marked = [(_when(marks, by_year), _row(sorted(marks, key=lambda mark: mark.bounds.point), by_year)) for marks in groups.values()]
    rows = _placed(row for _start, row in sorted([*marked, *silences], key=_undated_last))
    kinds = list(dict.fromkeys(bounds.qualifier for _figure, bounds in usable))
    total = None if by_year else total_of(usable, silent)
    return FigureChart(measure, unit, scale, rows, len(figures) - len(usable), total, kinds)


def _placed(rows: Iterable[ChartRow]) -> list[ChartRow]:
    """Give every row its height, one below the other."""
    placed, y = [], TOP
    for row in rows:
        row.y_label = y
        y += row.depth
        placed.append(row)
    return placed


def comparable(measure: Measure, figures: Sequence[OperationStatistic]) -> tuple[str, list[tuple[OperationStatistic, Bounds]]]:
    """Return the unit of the axis, and the figures that convert into it with their bounds; money takes its commonest currency."""
    unit = measure.unit
    if unit in {"currency", "money"}:
        units = Counter(figure.unit for figure in figures)
        unit = units.most_common(1)[0][0] if units else ""
    dimension = dimension_of(unit)
    usable = [figure for figure in figures if dimension_of(figure.unit) == dimension]
    if dimension == "mass" and usable and all(figure.unit == "t" for figure in usable):
        unit = "t"
    return unit, [(figure, figure.bounds.scaled(base_factor(figure.unit) / base_factor(unit))) for figure in usable]


def _group(figure: OperationStatistic, by_year: bool) -> tuple[Any, ...]:
    if by_year:
        return ("year", _year_of(figure)) if _year_of(figure) or not _told_of(figure).date else ("period", _told_of(figure).date)
    states = tuple(state.pk for state in figure.states.all())
    return ("operation", figure.operation_id, states) if figure.operation_id else ("period", figure.date, figure.body, states)


def _told_of(figure: OperationStatistic) -> OperationStatistic | Operation:
    """Return what gives a figure its time: the figure itself, else its operation."""
    return figure.operation if figure.operation and not figure.date else figure


def _year_of(figure: OperationStatistic) -> int:
    """Return the one year that a figure's period lies in; 0 for a longer period, and for none."""
    time = _told_of(figure)
    return time.start.year if time.start and time.end and time.start.year == time.end.year else 0


def empty_years(figures: Iterable[OperationStatistic]) -> list[tuple[str, ChartRow]]:
    """Return a silent row for each run of years of which no figure tells, from the first year to the last."""
    told: set[int] = set()
    for time in map(_told_of, figures):
        if time.start:
            told |= set(range(time.start.year, (time.end or time.start).year + 1))
    runs: list[list[int]] = []
    for year in sorted(set(range(min(told, default=0), max(told, default=0))) - told):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [(f"{run[0]}", ChartRow(f"{run[0]} – {run[-1]}" if len(run) > 1 else f"{run[0]}", "", "")) for run in runs]


def _silence(operation: Operation) -> tuple[str, ChartRow]:
    row = ChartRow(local(operation), date_text(operation.partial_date, short=True), operation.get_absolute_url())
    return _day(operation), row


def _when(marks: list[Drawn], by_year: bool) -> str:
    figure = marks[0].figure
    if by_year:
        return str(_year_of(figure) or _day(_told_of(figure)))
    return _day(figure.operation or figure)


def _day(record: Any) -> str:
    return record.start.isoformat() if record and record.start else ""


def _undated_last(row: tuple[str, ChartRow]) -> tuple[bool, str]:
    return (not row[0], row[0])


def _row(marks: list[Drawn], by_year: bool) -> ChartRow:
    figure = marks[0].figure
    if by_year:
        return ChartRow(str(_year_of(figure) or date_text(_told_of(figure).partial_date) or _("No period given")), "", "", marks)
    states = ", ".join(state.local_name for state in figure.states.all())
    if figure.operation:
        return ChartRow(local(figure.operation), states, figure.operation.get_absolute_url(), marks)
    label = date_text(figure.partial_date) or _("No period given")
    return ChartRow(label, ", ".join(filter(None, [figure.body, states])), "", marks)


def total_of(usable: Sequence[tuple[OperationStatistic, Bounds]], silent: Sequence[Operation]) -> Total | None:
    """Sum over the organization's operations; exact only where every one of them gives one exact figure.

    A figure of some states only is no figure of the operation. An operation within the time of a longer one of its kind may be part of it
    and is not added to it. Of each operation the smallest reported lower bound counts, so that the sum is never more than was reported.
    """
    by_operation: dict[Operation, list[Bounds]] = {}
    for figure, bounds in usable:
        if figure.operation and figure.operation.framework == Framework.SCO and not figure.states.all():
            by_operation.setdefault(figure.operation, []).append(bounds)
    apart = [reports for operation, reports in by_operation.items() if not any(_within(operation, other) for other in by_operation)]
    if len(apart) < 2:
        return None
    zero = Decimal(0)
    lowest = [min(reports, key=lambda bounds: bounds.low if bounds.low is not None else zero) for reports in apart]
    is_exact = len(apart) == len(by_operation) and not silent and all(bounds.qualifier == "exact" for bounds in lowest)
    is_exact = is_exact and all(len({(bounds.low, bounds.high) for bounds in reports}) == 1 for reports in apart)
    summed = sum((bounds.low or zero for bounds in lowest), zero)
    strict = not is_exact and any(bounds.low_strict for bounds in lowest)
    return Total(Bounds(summed, summed if is_exact else None, low_strict=strict), len(by_operation), len(by_operation) + len(silent))


def _within(inner: Operation, outer: Operation) -> bool:
    """Tell whether an operation lies inside the time of a longer one of its kind."""
    if inner.kind != outer.kind or not (inner.start and inner.end and outer.start and outer.end):
        return False
    return outer.start <= inner.start and inner.end <= outer.end and (outer.end - outer.start) > (inner.end - inner.start)
