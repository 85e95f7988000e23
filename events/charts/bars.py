"""Bars by year: an empty year is a dashed slot, because nothing held says nothing about what happened. Pure Python."""

from collections.abc import Mapping
from dataclasses import dataclass

HEIGHT, TOP, FLOOR = 126, 16, 100
EMPTY = 8
LABELLED_AT_MOST = 14
# So many digits stand side by side on the narrowest page.
MOST_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One year's bar."""

    year: int
    count: int
    x: float
    width: float
    y: float
    is_labelled: bool
    has_number: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return self.x + self.width / 2

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return FLOOR - self.y

    @property
    def y_number(self) -> float:
        """Where its number stands."""
        return self.y - 6

    @property
    def short(self) -> str:
        """The year as two digits."""
        return f"’{self.year % 100:02}"


@dataclass(frozen=True, slots=True)
class YearBars:
    """Bars from the first year to the last."""

    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        """Height of the plot in pixels."""
        return HEIGHT

    @property
    def total(self) -> int:
        """Sum over the years."""
        return sum(bar.count for bar in self.bars)


def year_bars(counts: Mapping[int, int]) -> YearBars:
    """Draw counts by year, the empty years between included."""
    years = [year for year, count in counts.items() if count]
    if not years:
        return YearBars(())
    span = range(min(years), max(years) + 1)
    step = 100 / len(span)
    largest = max(counts.values())
    every = -(-len(span) // LABELLED_AT_MOST)
    all_numbered = len(span) * len(str(largest)) <= MOST_DIGITS
    bars = []
    for place, year in enumerate(span):
        count = counts.get(year, 0)
        y = FLOOR - (FLOOR - TOP) * count / largest if count else FLOOR - EMPTY
        bars.append(
            Bar(year, count, place * step, step * 0.84, round(y, 1), (span[-1] - year) % every == 0, all_numbered or count == largest)
        )
    return YearBars(tuple(bars))
