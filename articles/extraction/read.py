"""The one way in: from the text of a page to everything that is read from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.extraction.clean import UnreadableText, clean_text
from articles.extraction.clues import find_clues
from articles.extraction.context import ArticleText, article_text
from articles.extraction.lexicon import lexicon_version
from articles.extraction.linking import link_figures, place_attendance
from articles.extraction.matching import match_meeting, match_operation
from articles.extraction.meetings import MeetingDraft, find_meetings
from articles.extraction.memberships import find_memberships
from articles.extraction.metadata import describe
from articles.extraction.names import KnownIndex, known_index
from articles.extraction.operations import OperationDraft, find_operations
from articles.extraction.outlets import lookup
from articles.extraction.publication import Publication, find_publication
from articles.extraction.records import CleanText, Description, Extraction, Known, MeetingFound, OperationFound, SourceText
from articles.extraction.scripts import words_of
from articles.extraction.statements import find_statements
from articles.extraction.states import PlaceHit, find_states
from articles.extraction.statistics import find_quantities, find_statistics
from articles.extraction.topics import find_topics

__all__ = ["UnreadableText", "read_again", "read_article"]


def read_article(source: SourceText, known: Known) -> Extraction:
    """Read one article: clean, describe, extract, match. Raise :class:`UnreadableText` when there is no article in the text."""
    index = known_index(known)
    clean = clean_text(source, lambda name: lookup(name, index) is not None)
    words = words_of(clean.text)
    description = describe(source, clean, words, index)
    draft = _draft(article_text(words, description.language, index), index)
    publication = _publication(source, clean, description, draft, known, index)
    described = replace(description, published=publication.date, published_basis=publication.basis, published_note=publication.note)
    return _read_facts(source.ident, clean, described, draft, publication, known, index)


def read_again(ident: str, clean: CleanText, description: Description, known: Known) -> Extraction:
    """Read the facts of a text that was cleaned and described before; text, title and date stay as they are stored."""
    index = known_index(known)
    draft = _draft(article_text(words_of(clean.text), description.language, index), index)
    publication = Publication(description.published, description.published_basis, description.published_note)
    if description.published_basis == "inferred":
        # What the article was dated by must not be held against the date: find it anew.
        inferred = _publication(SourceText(ident, clean.text), clean, description, draft, known, index)
        if inferred.date == description.published:
            publication = replace(publication, used=inferred.used)
    return _read_facts(ident, clean, description, draft, publication, known, index)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text with the meetings and operations that it speaks of, before its date is known."""

    article: ArticleText
    meetings: list[MeetingDraft]
    operations: list[OperationDraft]


def _draft(article: ArticleText, index: KnownIndex) -> _Draft:
    return _Draft(article, find_meetings(article), find_operations(article, index))


def _publication(
    source: SourceText, clean: CleanText, description: Description, draft: _Draft, known: Known, index: KnownIndex
) -> Publication:
    country = next((outlet.country for outlet in known.outlets if outlet.slug == description.outlet_slug), None)
    clues = find_clues(draft.article, draft.meetings, draft.operations, index)
    return find_publication(source, clean, draft.article, clues, country)


def _read_facts(
    ident: str, clean: CleanText, description: Description, draft: _Draft, publication: Publication, known: Known, index: KnownIndex
) -> Extraction:
    article, published = draft.article, publication.date
    quantities = find_quantities(article.text, article.language) if draft.meetings else []
    attendance = place_attendance(draft.meetings, quantities, article)
    matched = [match_meeting(found, article, published, attendance.get(n), index) for n, found in enumerate(draft.meetings)]
    meetings = tuple(meeting for meeting in matched if meeting is not None)
    found = [match_operation(one, article, published, index) for one in draft.operations]
    operations = tuple(operation for operation in found if operation is not None)
    events = [(row.start, row.end, row.date) for row in operations if row.name and row.date]
    figures, left = find_statistics(article.text, article.language, published, masked_spans(clean, article), events)
    return Extraction(
        ident=ident,
        clean=clean,
        description=description,
        states=find_states(article.text, _places_outside(operations, article), article.sentences, article.language),
        topics=find_topics(article, clean.title, known.topics, {figure.measure for figure in figures if figure.measure}),
        meetings=meetings,
        operations=operations,
        statistics=link_figures(figures, operations, article),
        memberships=find_memberships(article, published, publication.used, index),
        statements=find_statements(article),
        numbers_left=tuple(left),
        warnings=tuple(warnings(clean, published, publication.warning, meetings, operations)),
        lexicon_version=lexicon_version(),
    )


def _places_outside(operations: Sequence[OperationFound], article: ArticleText) -> list[PlaceHit]:
    """Return the places of the text but for those inside the name of an operation, which name no venue."""
    names = [(row.start, row.end) for row in operations if row.name]
    return [hit for hit in article.places if not any(start <= hit.start < end for start, end in names)]


def masked_spans(clean: CleanText, article: ArticleText) -> list[tuple[int, int]]:
    """Return the spans that place and date no figure of the body: captions and datelines."""
    return sorted([*((caption.start, caption.end) for caption in clean.captions), *article.datelines])


def warnings(
    clean: CleanText, published: str | None, found: str, meetings: Sequence[MeetingFound], operations: Sequence[OperationFound]
) -> list[str]:
    """Return what a person should look at: a missing headline or date, numbers that contradict known dates, names with two readings."""
    notes = []
    if not clean.text.startswith(clean.title):
        notes.append("the text has no headline; its first words stand in")
    if published is None:
        notes.append("the day of publication is not known")
    if found:
        notes.append(found)
    notes += [f'meeting "{row.name}": {row.note}' for row in meetings if row.match in ("conflict", "unmatched") and row.note]
    notes += [f'operation "{row.name}": {row.note}' for row in operations if row.match in ("conflict", "unmatched") and row.note]
    return notes
