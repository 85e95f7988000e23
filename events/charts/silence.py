"""The grid of silence: operations by measures; each cell tells reports, a reported zero, and no mention apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.charts.grid import DrawnGrid, GridCell, draw_grid, places
from events.models import Measure, Operation
from events.naming import local
from events.wording import date_text, number_text

MOST_MEASURES = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """What is held of one measure of one operation: the number of independent reports, and whether all of them say zero."""

    measure: Measure
    reports: int
    is_zero: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """One operation with its cells."""

    operation: Operation
    cells: tuple[Cell, ...]

    @property
    def is_silent(self) -> bool:
        """Whether nothing at all is held."""
        return not any(cell.reports for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole grid; measures that found no column are counted."""

    measures: tuple[Measure, ...]
    rows: tuple[GridRow, ...]
    left_out: int

    @property
    def told(self) -> list[GridRow]:
        """The operations of which at least one measure is reported."""
        return [row for row in self.rows if not row.is_silent]

    @property
    def silent(self) -> list[GridRow]:
        """The operations of which none is."""
        return [row for row in self.rows if row.is_silent]

    def drawn(self) -> DrawnGrid:
        """Lay the grid out: first the operations that were told of, then those of which nothing was."""
        xs = places(len(self.measures), leans=True)
        rows: list[tuple[str, str, str, list[GridCell]]] = []
        for row in (*self.told, *self.silent):
            cells = [] if row.is_silent else [_drawn(row.operation, cell, x) for cell, x in zip(row.cells, xs, strict=True)]
            operation = row.operation
            rows.append((local(operation), date_text(operation.partial_date, short=True), operation.get_absolute_url(), cells))
        return draw_grid([local(measure, "label") for measure in self.measures], rows, leans=True)


def _drawn(operation: Operation, cell: Cell, x: float) -> GridCell:
    if not cell.reports:
        return GridCell(x, "none")
    names = {"operation": local(operation), "measure": local(cell.measure, "label"), "n": number_text(cell.reports)}
    if cell.is_zero:
        return GridCell(x, "zero", "0", _("%(operation)s, %(measure)s: reported as zero") % names, operation.get_absolute_url())
    words = ngettext("%(operation)s, %(measure)s: %(n)s report", "%(operation)s, %(measure)s: %(n)s reports", cell.reports) % names
    return GridCell(x, "told", number_text(cell.reports), words, operation.get_absolute_url())


@dataclass(frozen=True, slots=True)
class Told:
    """What is held of one figure: operation and measure by primary key, whether it says zero, and its independent sources."""

    operation: int
    measure: int
    is_zero: bool
    sources: frozenset[Any]


def silence_grid(operations: Sequence[Operation], figures: Iterable[Told], measures: Mapping[int, Measure]) -> Grid:
    """Build the grid of the measures most often reported, in printed order; ``measures`` are those of the figures, by primary key."""
    reports: dict[tuple[int, int], set[Any]] = defaultdict(set)
    zeros: dict[tuple[int, int], bool] = defaultdict(lambda: True)
    for figure in figures:
        key = (figure.operation, figure.measure)
        reports[key] |= figure.sources
        zeros[key] = zeros[key] and figure.is_zero
    reporting = {pk: len({operation for operation, measure in reports if measure == pk}) for pk in measures}
    chosen = sorted(measures.values(), key=lambda measure: (-reporting[measure.pk], measure.position))[:MOST_MEASURES]
    columns = tuple(sorted(chosen, key=lambda measure: measure.position))
    rows = tuple(
        GridRow(
            operation,
            tuple(
                Cell(m, len(reports.get((operation.pk, m.pk), ())), zeros[operation.pk, m.pk] and (operation.pk, m.pk) in reports)
                for m in columns
            ),
        )
        for operation in operations
    )
    return Grid(columns, rows, len(measures) - len(columns))
