"""Scales: from a number to a place between the left and the right edge of a plot, in per cent."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from events.wording import axis_text

LEFT, RIGHT = 2.0, 94.0
# A scale in steps of ten has no zero; reported zeros stand this far left of its first line.
ZERO_GAP = 8.0
# So many letters and gaps stand side by side on the narrowest plot.
MOST_LETTERS = 38
# Above this ratio of the largest to the smallest number, steps of ten show both.
LOGARITHMIC_FROM = 60


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale with its label, empty where there is no room for every one."""

    value: Decimal
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from zero, or one in steps of ten; zero stands at the left edge of both, apart from the steps of ten."""

    is_log: bool
    low: float
    high: float
    has_zero: bool = False

    @classmethod
    def over(cls, numbers: Iterable[Decimal]) -> "Scale":
        """Choose the scale that shows all numbers."""
        numbers = list(numbers)
        positive = [float(number) for number in numbers if number > 0]
        if not positive:
            return cls(False, 0, 1)
        smallest, largest = min(positive), max(positive)
        if largest / smallest > LOGARITHMIC_FROM:
            low, high = floor(log10(smallest)), ceil(log10(largest) + 1e-9)
            return cls(True, low, high, has_zero=len(positive) < len(numbers))
        step = _round_step(largest / 3)
        return cls(False, 0, step * ceil(largest / step + 1e-9))

    def x(self, number: Decimal) -> float:
        """Return the place of a number."""
        if number <= 0:
            return LEFT
        value = log10(float(number)) if self.is_log else float(number)
        share = (value - self.low) / (self.high - self.low)
        left = LEFT + ZERO_GAP * self.has_zero
        return round(left + min(max(share, 0), 1) * (RIGHT - left), 2)

    @property
    def ticks(self) -> list[Tick]:
        """The labelled lines, left to right."""
        if self.is_log:
            values = [Decimal(10) ** power for power in range(int(self.low), int(self.high) + 1)]
            zero = [Tick(Decimal(0), LEFT, axis_text(Decimal(0)))] if self.has_zero else []
        else:
            width = Decimal(str(_round_step(self.high / 3.01)))
            values = [width * number for number in range(int(Decimal(str(self.high)) / width) + 1)]
            zero = []
        labels = [axis_text(value) for value in values]
        step = next(step for step in range(1, len(labels) + 1) if _fits(labels[::step]))
        return zero + [
            Tick(value, self.x(value), "" if n % step else label) for n, (value, label) in enumerate(zip(values, labels, strict=True))
        ]


def _fits(labels: list[str]) -> bool:
    """Tell whether labels fit side by side on the narrowest plot."""
    return len(labels) == 1 or len(labels) * (max(map(len, labels)) + 1) <= MOST_LETTERS


def _round_step(width: float) -> float:
    """Return 1, 2, 2.5 or 5 times a power of ten, not under ``width``."""
    power: float = 10.0 ** floor(log10(width))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= width * 0.999)
