"""The grid of silence: operations by measures; each cell tells reports, a reported zero, and no mention apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.models import Measure, Operation, OperationStatistic

MOST_MEASURES = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """What is held of one measure of one operation: the number of reports, and whether all of them say zero."""

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


def silence_grid(operations: Sequence[Operation], figures: Iterable[OperationStatistic]) -> Grid:
    """Build the grid of the measures most often reported, in printed order."""
    reports: dict[tuple[int, int], int] = defaultdict(int)
    zeros: dict[tuple[int, int], bool] = defaultdict(lambda: True)
    measures: dict[int, Measure] = {}
    for figure in figures:
        if figure.measure is None or figure.operation_id is None:
            continue
        key = (figure.operation_id, figure.measure.pk)
        measures[figure.measure.pk] = figure.measure
        reports[key] += len({mention.article_id for mention in figure.reports}) or 1  # type: ignore[attr-defined]
        zeros[key] = zeros[key] and figure.high == 0
    reporting = {pk: len({operation for operation, measure in reports if measure == pk}) for pk in measures}
    chosen = sorted(measures.values(), key=lambda measure: (-reporting[measure.pk], measure.position))[:MOST_MEASURES]
    columns = tuple(sorted(chosen, key=lambda measure: measure.position))
    rows = tuple(
        GridRow(
            operation,
            tuple(
                Cell(m, reports.get((operation.pk, m.pk), 0), zeros[operation.pk, m.pk] and (operation.pk, m.pk) in reports)
                for m in columns
            ),
        )
        for operation in operations
    )
    return Grid(columns, rows, len(measures) - len(columns))
