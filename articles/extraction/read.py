"""The one way in: from the text of a page to everything that is read from it."""

from dataclasses import replace

from articles.extraction.clean import UnreadableText, clean_text
from articles.extraction.clues import find_clues
from articles.extraction.context import article_text
from articles.extraction.lexicon import lexicon_version
from articles.extraction.matching import match_meeting, match_operation
from articles.extraction.meetings import find_meetings
from articles.extraction.metadata import describe
from articles.extraction.names import known_index
from articles.extraction.operations import find_operations
from articles.extraction.outlets import lookup
from articles.extraction.publication import find_publication
from articles.extraction.records import Extraction, Known, SourceText
from articles.extraction.scripts import words_of
from articles.extraction.states import find_states

__all__ = ["UnreadableText", "read_article"]


def read_article(source: SourceText, known: Known) -> Extraction:
    """Read one article: clean, describe, extract, match. Raise :class:`UnreadableText` when there is no article in the text."""
    index = known_index(known)
    clean = clean_text(source, lambda name: lookup(name, index) is not None)
    words = words_of(clean.text)
    description = describe(source, clean, words, index)
    article = article_text(words, description.language, index)
    states = find_states(article.text, article.places, article.sentences, article.language)
    meeting_drafts = find_meetings(article)
    operation_drafts = find_operations(article, index)
    publication = find_publication(source, clean, article, find_clues(article, meeting_drafts, operation_drafts, index))
    published = publication.date
    meetings = [match_meeting(draft, article, published, None, index) for draft in meeting_drafts]
    operations = [match_operation(draft, article, published, index) for draft in operation_drafts]
    return Extraction(
        ident=source.ident,
        clean=clean,
        description=replace(description, published=published, published_basis=publication.basis, published_note=publication.note),
        states=states,
        meetings=tuple(meeting for meeting in meetings if meeting is not None),
        operations=tuple(operation for operation in operations if operation is not None),
        lexicon_version=lexicon_version(),
    )
