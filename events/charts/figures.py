"""The chart of one measure: a row for each operation, period or year, every reported figure drawn as the bounds it is.

Figures are converted into the measure's unit; what counts in another dimension (person-times beside persons, another currency) is left out
and said to be. An operation of which nothing is held is a row with a dashed stroke, never a zero.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from events.bounds import Bounds
from events.charts.scales import Scale
from events.models import Measure, Operation, OperationStatistic
from events.naming import local
from events.units import base_factor, dimension_of
from events.wording import bounds_text, date_text

ROW, TOP = 50, 45


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
    """A row: label, what stands small beside it, and its marks; without marks it is a silence."""

    label: str
    sub: str
    url: str
    number: int
    marks: list[Drawn] = field(default_factory=list)

    @property
    def y_label(self) -> int:
        """Height of the label."""
        return TOP + ROW * self.number

    @property
    def y(self) -> int:
        """Height of the marks."""
        return self.y_label + 19

    @property
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
        return min(self.marks, key=lambda mark: mark.x)

    @property
    def values(self) -> str:
        """The values of the row as written."""
        return "; ".join(dict.fromkeys(bounds_text(mark.bounds) for mark in self.marks))


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
        return TOP - 9 + ROW * len(self.rows)

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
    ordered = sorted(
        [*((_when(key, marks), marks, None) for key, marks in groups.items()), *((_day(o), [], o) for o in silent)], key=lambda row: row[0]
    )
    rows = [_row(number, marks, operation, by_year) for number, (_start, marks, operation) in enumerate(ordered)]
    kinds = list(dict.fromkeys(bounds.qualifier for _figure, bounds in usable))
    total = None if by_year else _total(usable, silent)
    return FigureChart(measure, unit, scale, rows, len(figures) - len(usable), total, kinds)


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
        return (figure.start.year if figure.start else 0,)
    states = tuple(state.pk for state in figure.states.all())
    return ("operation", figure.operation_id, states) if figure.operation_id else ("period", figure.date, figure.body, states)


def _when(key: tuple[Any, ...], marks: list[Drawn]) -> str:
    figure = marks[0].figure
    return _day(figure.operation) if figure.operation else (figure.start.isoformat() if figure.start else "")


def _day(record: Any) -> str:
    return record.start.isoformat() if record and record.start else ""


def _row(number: int, marks: list[Drawn], silent: Operation | None, by_year: bool) -> ChartRow:
    if silent:
        return ChartRow(local(silent), date_text(silent.partial_date, short=True), silent.get_absolute_url(), number)
    figure = marks[0].figure
    if by_year:
        return ChartRow(str(figure.start.year) if figure.start else _("No period given"), "", "", number, marks)
    states = ", ".join(state.local_name for state in figure.states.all())
    if figure.operation:
        return ChartRow(local(figure.operation), states, figure.operation.get_absolute_url(), number, marks)
    label = date_text(figure.partial_date) or _("No period given")
    return ChartRow(label, ", ".join(filter(None, [figure.body, states])), "", number, marks)


def _total(usable: Sequence[tuple[OperationStatistic, Bounds]], silent: Sequence[Operation]) -> Total | None:
    """Sum over operations; a figure of some states only is no figure of the operation."""
    by_operation: dict[int, list[Bounds]] = {}
    for figure, bounds in usable:
        if figure.operation_id and not figure.states.all():
            by_operation.setdefault(figure.operation_id, []).append(bounds)
    if len(by_operation) < 2:
        return None
    zero = Decimal(0)
    lowest = [min((b for b in reports), key=lambda b: b.low if b.low is not None else zero) for reports in by_operation.values()]
    is_exact = all(len({(b.low, b.high) for b in reports}) == 1 and reports[0].qualifier == "exact" for reports in by_operation.values())
    summed = sum((bounds.low or zero for bounds in lowest), zero)
    bounds = Bounds(summed, summed if is_exact else None, low_strict=not is_exact and any(b.low_strict for b in lowest))
    return Total(bounds, len(by_operation), len(by_operation) + len(silent))
