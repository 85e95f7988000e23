"""Evidence for the day of publication: what the meetings, operations and changes of membership told in an article say about it."""

import calendar
import datetime

from articles.extraction.context import ArticleText
from articles.extraction.dates import DateFound, resolve
from articles.extraction.evidence import Evidence, span_of
from articles.extraction.meetings import MeetingDraft
from articles.extraction.names import KnownIndex
from articles.extraction.operations import OperationDraft
from articles.extraction.records import KnownMeeting
from articles.extraction.wordlists import any_form, phrase_index

_WEEK = datetime.timedelta(days=6)
_LONGEST_EVENT = 40
_LONGEST_DATED = 5  # days a known event may last to be told by a weekday


def find_clues(article: ArticleText, meetings: list[MeetingDraft], operations: list[OperationDraft], index: KnownIndex) -> list[Evidence]:
    """Return everything in the text that bounds the day of its publication."""
    clues = [clue for draft in meetings for clue in _of_meeting(draft, article, index)]
    clues += _of_operations(operations, index)
    clues += _of_memberships(article, index)
    clues += _of_dated_events(article)
    return clues


def _of_meeting(draft: MeetingDraft, article: ArticleText, index: KnownIndex) -> list[Evidence]:
    rows = [row for row in meeting_rows(index, draft.series) if _may_be(draft, row)]
    if len(rows) != 1:
        return []
    span = span_of(rows[0].date)
    if span is None or (span[1] - span[0]).days > _LONGEST_EVENT:
        return []
    name = article.text[draft.start : draft.end]
    fact = f"meeting:{rows[0].series}:{rows[0].ordinal or rows[0].date}"
    return (
        _bounded(span, draft.date, fact, f'"{name}"')
        if draft.ordinal is not None
        else [Evidence(*span, fact, f'"{name}" was held on {rows[0].date}', "event")]
    )


def meeting_rows(index: KnownIndex, series: str | None) -> list[KnownMeeting]:
    """Return the known meetings of a series."""
    table = index.once("meetings by series", lambda: _by_series(index))
    return table.get(series or "", [])


def _by_series(index: KnownIndex) -> dict[str, list[KnownMeeting]]:
    table: dict[str, list[KnownMeeting]] = {}
    for row in index.known.meetings:
        table.setdefault(row.series, []).append(row)
    return table


def _may_be(draft: MeetingDraft, row: KnownMeeting) -> bool:
    """Tell whether a known row can be the meeting meant: by number, else by city and the day and month the text names."""
    if draft.ordinal is not None:
        return row.ordinal == draft.ordinal
    span = span_of(row.date)
    if span is None or draft.city is None or row.city != draft.city or draft.date is None or draft.date.first.day is None:
        return False
    return (span[0].month, span[0].day) == (draft.date.first.month, draft.date.first.day)


def _bounded(span: tuple[datetime.date, datetime.date], date: DateFound | None, fact: str, name: str) -> list[Evidence]:
    """Return what a known event says: an event for datelines, and a bound where the text calls it a weekday or "this month"."""
    first, last = span
    found = [Evidence(first, last, fact, f"{name} was held on {_spoken(first, last)}", "event")]
    if date is None:
        return found
    if date.first.weekday is not None and date.first.week_offset is None and (last - first).days <= _LONGEST_DATED:
        days = [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]
        match = next((day for day in days if day.weekday() == date.first.weekday), None)
        if match is not None:
            found.append(
                Evidence(
                    match, match + _WEEK, fact, f'{name} was held on {match:%A}, {_spoken(match, match)}, and the text says "{date.text}"'
                )
            )
    if date.first.month_offset == 0:
        found.append(
            Evidence(first, _month_end(first), fact, f'{name} was held on {_spoken(first, last)}, and the text says "{date.text}"')
        )
    return found


def _of_operations(operations: list[OperationDraft], index: KnownIndex) -> list[Evidence]:
    dates = {row.slug: row.date for row in index.known.operations}
    clues = []
    for draft in operations:
        slugs = {alias.owner for alias in draft.aliases}
        span = span_of(dates.get(next(iter(slugs)))) if len(slugs) == 1 else None
        if span is not None and (span[1] - span[0]).days <= _LONGEST_EVENT:
            clues += _bounded(span, draft.date, f"operation:{next(iter(slugs))}", f'"{draft.name}"')
    return clues


def _of_memberships(article: ArticleText, index: KnownIndex) -> list[Evidence]:
    """Return bounds from "Belarus became the newest member this month"."""
    clues = []
    for match in any_form(article.language, "speech", "joined").finditer(article.text):
        number = article.number_at(match.start())
        low, high = article.inside(number)
        date = next((date for date in article.dates_in(low, high) if date.first.month_offset == 0), None)
        codes = list(dict.fromkeys(place.code for place in article.places_in(low, match.start())))
        if date is None or len(codes) != 1:
            continue
        starts = [row.start for row in index.known.memberships if row.state == codes[0] and row.status == "member"]
        span = span_of(starts[-1]) if starts else None
        if span is not None:
            name = next((state.name for state in index.known.states if state.code == codes[0]), codes[0])
            reason = f'{name} became a member on {_spoken(span[0], span[0])}, and the text says "{date.text}"'
            clues.append(Evidence(span[0], _month_end(span[0]), f"membership:{codes[0]}", reason))
    return clues


def _of_dated_events(article: ArticleText) -> list[Evidence]:
    """Return bounds from an event that one sentence dates in full and another calls by its weekday ("on June 27, 2017"; "on Tuesday").

    Both sentences must name a drill or operation and the same two states or more.
    """
    numbers = {
        article.number_at(hit.start) for hit in phrase_index(article.language, "operations").find(article.words) if hit.code == "noun"
    }
    told = []
    for number in sorted(numbers):
        low, high = article.inside(number)
        codes = frozenset(place.code for place in article.places_in(low, high))
        told += [(number, date, codes) for date in article.dates_in(low, high)]
    clues = []
    for number, date, codes in told:
        span = span_of(resolve(date, None)) if date.kind == "absolute" and date.first.day and date.last is None else None
        if span is None:
            continue
        for other, weekday, same in told:
            if (
                other != number
                and weekday.first.weekday == span[0].weekday()
                and weekday.first.week_offset is None
                and len(codes & same) > 1
            ):
                reason = f'the event of {_spoken(span[0], span[0])}, a {span[0]:%A}, is "{weekday.text}" in the text'
                clues.append(Evidence(span[0], span[0] + _WEEK, f"day:{span[0].isoformat()}", reason))
    return clues


def _month_end(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _spoken(first: datetime.date, last: datetime.date) -> str:
    text = f"{last.day} {last:%B %Y}"
    return text if first == last else f"{first.day} {first:%B} to {text}"
