"""Bounds: what a reported figure says about a number, qualifier kept.

"more than 12,000" is > 12,000 and open above; "at least 500" is ≥ 500; "up to 40" is ≤ 40; "20 to 99" is both; "about 200" is 200 with
the words "about" and no invented margin. The rules are those of the output contract (qualifier decides the bounds).
"""

from dataclasses import dataclass
from decimal import Decimal

QUALIFIERS = ("exact", "more_than", "at_least", "less_than", "at_most", "about", "between")
_SIGNS = {"exact": "", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "about": "≈", "between": ""}
_WORDS = {
    "exact": "",
    "more_than": "more than",
    "at_least": "at least",
    "less_than": "less than",
    "at_most": "at most",
    "about": "about",
    "between": "",
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """An interval of numbers; ``None`` is an open end, ``*_strict`` says that the end itself is not meant.

    ``approximate`` marks "about": the stated number stands as both ends, and nothing exact may be concluded from it.
    """

    low: Decimal | None
    high: Decimal | None
    low_strict: bool = False
    high_strict: bool = False
    approximate: bool = False

    @classmethod
    def from_qualifier(cls, qualifier: str, low: Decimal | None, high: Decimal | None) -> "Bounds":
        """Return the bounds that a qualifier gives to the stated number or numbers; raise ``ValueError`` for an unknown qualifier."""
        if qualifier not in QUALIFIERS:
            raise ValueError(f"unknown qualifier {qualifier!r}; one of {', '.join(QUALIFIERS)}")
        if qualifier in ("more_than", "at_least"):
            return cls(low, None, low_strict=qualifier == "more_than")
        if qualifier in ("less_than", "at_most"):
            return cls(None, high, high_strict=qualifier == "less_than")
        return cls(low, high, approximate=qualifier == "about")

    @property
    def qualifier(self) -> str:
        """The qualifier that these bounds stand for."""
        if self.low is not None and self.high is None:
            return "more_than" if self.low_strict else "at_least"
        if self.low is None and self.high is not None:
            return "less_than" if self.high_strict else "at_most"
        if self.approximate:
            return "about"
        return "exact" if self.low == self.high else "between"

    @property
    def sign(self) -> str:
        """The sign before the number, for the eye."""
        return _SIGNS[self.qualifier]

    @property
    def words(self) -> str:
        """The words before the number, for the ear."""
        return _WORDS[self.qualifier]

    @property
    def point(self) -> Decimal:
        """The number stated: the lower bound where there is one, else the upper."""
        point = self.low if self.low is not None else self.high
        if point is None:
            raise ValueError("bounds without a bound")
        return point

    def intersects(self, other: "Bounds") -> bool:
        """Tell whether some number satisfies both, taking "about" as within a tenth on either side."""
        return _below(self._stretched(), other._stretched()) and _below(other._stretched(), self._stretched())

    def scaled(self, factor: Decimal) -> "Bounds":
        """Return the bounds in another unit of the same dimension, ``factor`` of which make one of this."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Bounds(low, high, self.low_strict, self.high_strict, self.approximate)

    def _stretched(self) -> "Bounds":
        if not self.approximate or self.low is None or self.high is None:
            return self
        return Bounds(self.low * Decimal("0.9"), self.high * Decimal("1.1"))


def _below(a: Bounds, b: Bounds) -> bool:
    """Tell whether the lower end of ``a`` lies under the upper end of ``b``."""
    if a.low is None or b.high is None:
        return True
    return a.low < b.high or (a.low == b.high and not (a.low_strict or b.high_strict))
