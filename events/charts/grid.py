"""A drawn grid: columns side by side, each row's label above its cells, so that it is read at every width. Pure Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

# Where labels lean to the right, as they do on wide pages, the columns end short of the edge.
LEFT, RIGHT, LEANING_RIGHT = 1.0, 99.0, 91.0
ROW, EMPTY_ROW, FIRST = 46, 24, 24
# What a letter of a column's label measures in pixels.
LETTER = 6.4
SMALLEST, LARGEST = 2.2, 8.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: ``kind`` is told, zero, none or size; ``text`` stands in it, ``title`` says it in words, ``r`` is the size of a circle."""

    x: float
    kind: str
    text: str = ""
    title: str = ""
    url: str = ""
    r: float = 0


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row with its label; without cells it is one dashed line."""

    label: str
    sub: str
    url: str
    y_label: int
    cells: tuple[GridCell, ...]

    @property
    def y(self) -> int:
        """Height of the cells."""
        return self.y_label + 18


@dataclass(frozen=True, slots=True)
class DrawnGrid:
    """The whole drawing: labels of the columns with their places, and the rows."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[DrawnRow, ...]
    head: int
    height: int
    leans: bool

    @property
    def base(self) -> int:
        """Where the lines of the columns end."""
        return self.height - 6

    @property
    def right(self) -> float:
        """Where the lines of the rows end."""
        return LEANING_RIGHT if self.leans else RIGHT


def places(number: int, *, leans: bool = False) -> list[float]:
    """Return the middle of each of so many columns, in per cent."""
    width = ((LEANING_RIGHT if leans else RIGHT) - LEFT) / max(number, 1)
    return [round(LEFT + width * (place + 0.5), 2) for place in range(number)]


def size_of(count: int, largest: int) -> float:
    """Return the radius of the circle whose area stands for a count."""
    return round(max(SMALLEST, LARGEST * sqrt(count / largest)), 1) if count else 0.0


def draw_grid(labels: Sequence[str], rows: Iterable[tuple[str, str, str, Sequence[GridCell]]], *, leans: bool = False) -> DrawnGrid:
    """Lay out a grid; ``rows`` are label, what stands small beside it, address, and cells; ``leans`` turns the columns' labels."""
    head = round(LETTER * max(map(len, labels), default=0)) + 12 if leans else 22
    y = head + FIRST
    drawn = []
    for label, sub, url, cells in rows:
        drawn.append(DrawnRow(label, sub, url, y, tuple(cells)))
        y += ROW if cells else EMPTY_ROW
    return DrawnGrid(tuple(zip(labels, places(len(labels), leans=leans), strict=True)), tuple(drawn), head, y - 6, leans)
