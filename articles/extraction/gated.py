"""Regular expressions behind a cheap gate: one is run only over texts that hold one of its needles.

Most texts have no fiscal year, no web address and no telephone number; looking for a substring costs a thousandth of looking for a pattern.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gated:
    """A pattern with the lower-case strings one of which every match contains; no needles means that it always runs."""

    pattern: re.Pattern[str]
    needles: tuple[str, ...] = ()

    def finditer(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text``, whose lower-case form is ``lowered``."""
        if not self.needles or any(needle in lowered for needle in self.needles):
            yield from self.pattern.finditer(text)
