"""The one way in: from the text of a page to everything that is read from it."""

from collections.abc import Sequence
from dataclasses import replace

from articles.extraction.clean import UnreadableText, clean_text
from articles.extraction.clues import find_clues
from articles.extraction.context import ArticleText, article_text
from articles.extraction.lexicon import lexicon_version
from articles.extraction.linking import link_figures, place_attendance
from articles.extraction.matching import match_meeting, match_operation
from articles.extraction.meetings import find_meetings
from articles.extraction.memberships import find_memberships
from articles.extraction.metadata import describe
from articles.extraction.names import known_index
from articles.extraction.operations import find_operations
from articles.extraction.outlets import lookup
from articles.extraction.publication import find_publication
from articles.extraction.records import CleanText, Extraction, Known, MeetingFound, OperationFound, SourceText
from articles.extraction.scripts import words_of
from articles.extraction.statements import find_statements
from articles.extraction.states import find_states
from articles.extraction.statistics import find_quantities, find_statistics
from articles.extraction.topics import find_topics

__all__ = ["UnreadableText", "read_article"]


def read_article(source: SourceText, known: Known) -> Extraction:
    """Read one article: clean, describe, extract, match. Raise :class:`UnreadableText` when there is no article in the text."""
    index = known_index(known)
    clean = clean_text(source, lambda name: lookup(name, index) is not None)
    words = words_of(clean.text)
    description = describe(source, clean, words, index)
    article = article_text(words, description.language, index)
    meeting_drafts = find_meetings(article)
    operation_drafts = find_operations(article, index)
    country = next((outlet.country for outlet in known.outlets if outlet.slug == description.outlet_slug), None)
    clues = find_clues(article, meeting_drafts, operation_drafts, index)
    publication = find_publication(source, clean, article, clues, country)
    published = publication.date
    attendance = place_attendance(meeting_drafts, find_quantities(article.text, article.language), article) if meeting_drafts else {}
    matched = [match_meeting(draft, article, published, attendance.get(n), index) for n, draft in enumerate(meeting_drafts)]
    meetings = tuple(meeting for meeting in matched if meeting is not None)
    found = [match_operation(draft, article, published, index) for draft in operation_drafts]
    operations = tuple(operation for operation in found if operation is not None)
    events = [(row.start, row.end, row.date) for row in operations if row.name and row.date]
    figures, left = find_statistics(article.text, article.language, published, masked_spans(clean, article), events)
    return Extraction(
        ident=source.ident,
        clean=clean,
        description=replace(description, published=published, published_basis=publication.basis, published_note=publication.note),
        states=find_states(article.text, article.places, article.sentences, article.language),
        topics=find_topics(article, clean.title, known.topics),
        meetings=meetings,
        operations=operations,
        statistics=link_figures(figures, operations, article),
        memberships=find_memberships(article, published, publication.used, index),
        statements=find_statements(article),
        numbers_left=tuple(left),
        warnings=tuple(warnings(clean, published, publication.warning, meetings, operations)),
        lexicon_version=lexicon_version(),
    )


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
