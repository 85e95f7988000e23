"""Paragraphs and sentences with their spans. A full stop inside a number, after an initial or an abbreviation ends nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.extraction.gated import matches_at

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Rs|Art|Fig|approx|vs|U\.S|U\.N|Ph|Inc|Ltd|Co"
    r"|г|гг|тыс|млн|млрд|трлн|ст|ул|им|тел|руб|долл|ед|шт|чел|экз|пос|обл|р|т|с|см|кв|куб|в|н|э|Тел)|(?<!\w)[A-ZА-ЯЁ])$"
)
_END = re.compile(
    r"[.!?…]{1,4}[\"”»’)\]]{0,3}(?=\s{1,9}[\"“«‘(\[—–-]?\s?[^\sa-zа-яё]|\s{0,9}\Z)|[.!?]{1,3}(?=[A-ZА-ЯЁ][a-zа-яё])|[。！？!?]{1,4}[”’」』)]{0,3}"
)
_SIGN = re.compile(r"[.!?…。！？]")  # with which every end begins
LONGEST = 3_000  # what goes on longer without a stop is no sentence; it is cut, so that reading it takes bounded time
_STOP_AFTER = re.compile(r"(?:тыс|млн|млрд|руб|ед|шт|чел|экз|г|гг|долл|т|Rs)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span, the number of its paragraph, and its place in it."""

    start: int
    end: int
    paragraph: int
    place: int


@lru_cache(maxsize=2)  # the finders of one article ask for the same text in turn
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a paragraph is a run of lines without a blank line between."""
    sentences = []
    for number, match in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)):
        place = 0
        start = match.start()
        for stop in _stops(text, match.start(), match.end()):
            if text[start:stop].strip():
                sentences.append(Sentence(start, stop, number, place))
                place += 1
            start = stop
        if text[start : match.end()].strip():
            sentences.append(Sentence(start, match.end(), number, place))
    return tuple(sentences)


def _stops(text: str, start: int, end: int) -> list[int]:
    """Return where sentences end inside a paragraph; a list line (after ``;`` at a line's end) stays with its head."""
    stops: list[int] = []
    for match in matches_at(_END, text, (sign.start() for sign in _SIGN.finditer(text, start, end)), end):
        before = text[max(start, match.start() - 8) : match.start()]
        if match[0].startswith(".") and _ABBREVIATION.search(before):
            follows = re.match(r"\s+([A-ZА-ЯЁ])", text[match.end() : match.end() + 4])
            if not (follows and _STOP_AFTER.search(before)):
                continue
        stops += _cuts(text, stops[-1] if stops else start, match.end())
        stops.append(match.end())
    return stops + _cuts(text, stops[-1] if stops else start, end)


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return where a sentence that goes on for too long is cut: at a blank where there is one."""
    cuts = []
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        start = blank + 1 if blank > 0 else start + LONGEST
        cuts.append(start)
    return cuts
