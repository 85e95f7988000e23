"""Regular expressions behind a cheap gate: one is run only over texts that hold one of its needles, and only where it may begin.

Most texts have no fiscal year, no web address and no telephone number; looking for a substring costs a thousandth of looking for a pattern.
Of the others, most begin with a month or a digit: those places are found once for all patterns that share them.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Searched:
    """A text that many patterns are looked for in: which needles it holds and where patterns may begin, each found when first asked for."""

    text: str
    lowered: str = field(init=False)
    _holds: dict[tuple[str, ...], bool] = field(default_factory=dict)
    _begins: dict[re.Pattern[str], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lower the text once."""
        self.lowered = self.text.lower()

    def holds(self, needles: tuple[str, ...]) -> bool:
        """Tell whether any of some lower-case strings stands in the text."""
        held = self._holds.get(needles)
        if held is None:
            held = self._holds[needles] = any(needle in self.lowered for needle in needles)
        return held

    def beginnings(self, begin: re.Pattern[str]) -> list[int]:
        """Return where a pattern of one character matches, in order."""
        places = self._begins.get(begin)
        if places is None:
            places = self._begins[begin] = [match.start() for match in begin.finditer(self.text)]
        return places


@dataclass(frozen=True, slots=True)
class Gated:
    """A pattern with the lower-case strings one of which every match contains; no needles means that it always runs.

    ``begin`` matches the one character at which a match may begin, and finds at least all those places: with it the matches are the same,
    and found without trying every place of the text.
    """

    pattern: re.Pattern[str]
    needles: tuple[str, ...] = ()
    begin: re.Pattern[str] | None = None

    def finditer(self, searched: Searched) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, in order, none overlapping another."""
        if self.needles and not searched.holds(self.needles):
            return
        if self.begin is None:
            yield from self.pattern.finditer(searched.text)
            return
        yield from matches_at(self.pattern, searched.text, searched.beginnings(self.begin))


def matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int], end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at some places, given in order; none overlaps another or goes beyond ``end``."""
    free = 0
    for place in places:
        if place >= free and (match := pattern.match(text, place, end)):
            free = match.end()
            yield match
