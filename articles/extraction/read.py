"""The one way in: from the text of a page to everything that is read from it."""

from dataclasses import replace

from articles.extraction.clean import UnreadableText, clean_text
from articles.extraction.lexicon import lexicon_version
from articles.extraction.metadata import describe
from articles.extraction.names import known_index
from articles.extraction.records import Extraction, Known, SourceText
from articles.extraction.scripts import words_of
from articles.extraction.states import find_states

__all__ = ["UnreadableText", "read_article"]


def read_article(source: SourceText, known: Known) -> Extraction:
    """Read one article: clean, describe, extract, match. Raise :class:`UnreadableText` when there is no article in the text."""
    index = known_index(known)
    clean = clean_text(source)
    words = words_of(clean.text)
    description = describe(source, clean, words, index)
    states = find_states(clean, words, description.language, index)
    return Extraction(
        ident=source.ident,
        clean=clean,
        description=replace(description),
        states=states,
        lexicon_version=lexicon_version(),
    )
