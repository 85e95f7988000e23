"""What the finders of one article share: its text with words, sentences, dates and places, each found once."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from articles.extraction.datelines import find_datelines
from articles.extraction.dates import DateFound, find_dates
from articles.extraction.names import KnownIndex
from articles.extraction.scripts import Words
from articles.extraction.sentences import Sentence, split_sentences
from articles.extraction.states import PlaceHit, find_places


class _Spanned(Protocol):
    """Anything found that knows where it begins."""

    @property
    def start(self) -> int:
        """Return where it begins in the text."""


T = TypeVar("T", bound=_Spanned)


class Ordered(Generic[T]):
    """Finds in the order of the text, looked up by place without going through all of them."""

    def __init__(self, items: list[T]) -> None:
        """Keep the finds, which must be in order."""
        self.items = items
        self._starts = [item.start for item in items]

    def between(self, start: int, end: int) -> list[T]:
        """Return the finds that begin in a span."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int) -> T | None:
        """Return the last find that begins before an offset."""
        place = bisect_left(self._starts, offset)
        return self.items[place - 1] if place else None

    def after(self, offset: int) -> T | None:
        """Return the first find that begins at an offset or behind it."""
        place = bisect_left(self._starts, offset)
        return self.items[place] if place < len(self.items) else None


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A clean text and what was found in it once for all."""

    text: str
    language: str
    words: Words
    sentences: tuple[Sentence, ...]
    dates: list[DateFound]
    places: list[PlaceHit]
    by_date: Ordered[DateFound]
    by_place: Ordered[PlaceHit]
    datelines: list[tuple[int, int]]

    def in_dateline(self, offset: int) -> bool:
        """Tell whether an offset lies in a dateline."""
        return any(start <= offset < end for start, end in self.datelines)

    def inside(self, number: int) -> tuple[int, int]:
        """Return the span of a sentence."""
        return self.sentences[number].start, self.sentences[number].end

    def number_at(self, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return max(low, 0)

    def sentence_at(self, offset: int) -> str:
        """Return the sentence at an offset."""
        first, last = self.inside(self.number_at(offset))
        return self.text[first:last]

    def dates_in(self, start: int, end: int) -> list[DateFound]:
        """Return the dates of a span."""
        return self.by_date.between(start, end)

    def places_in(self, start: int, end: int) -> list[PlaceHit]:
        """Return the names of states and places of a span."""
        return self.by_place.between(start, end)


def article_text(words: Words, language: str, index: KnownIndex) -> ArticleText:
    """Find what the finders share."""
    text = words.text
    places, dates = find_places(words, language, index), find_dates(text, language)
    return ArticleText(
        text, language, words, split_sentences(text), dates, places, Ordered(dates), Ordered(places), find_datelines(text, language)
    )
