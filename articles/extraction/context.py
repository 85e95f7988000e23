"""What the finders of one article share: its text with words, sentences, dates and places, each found once."""

from dataclasses import dataclass

from articles.extraction.datelines import find_datelines
from articles.extraction.dates import DateFound, find_dates
from articles.extraction.names import KnownIndex
from articles.extraction.scripts import Words
from articles.extraction.sentences import Sentence, split_sentences
from articles.extraction.states import PlaceHit, find_places


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A clean text and what was found in it once for all."""

    text: str
    language: str
    words: Words
    sentences: list[Sentence]
    dates: list[DateFound]
    places: list[PlaceHit]
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
        return [date for date in self.dates if start <= date.start < end]

    def places_in(self, start: int, end: int) -> list[PlaceHit]:
        """Return the names of states and places of a span."""
        return [hit for hit in self.places if start <= hit.start < end]


def article_text(words: Words, language: str, index: KnownIndex) -> ArticleText:
    """Find what the finders share."""
    text = words.text
    places = find_places(words, language, index)
    return ArticleText(text, language, words, split_sentences(text), find_dates(text, language), places, find_datelines(text, language))
