"""Matching what was read against the known rows: exact name, alias, then date window; two possible rows mean unmatched, with both named."""

import datetime
import hashlib
import re
import unicodedata

from articles.extraction.clues import meeting_rows
from articles.extraction.context import ArticleText
from articles.extraction.dates import resolve
from articles.extraction.evidence import span_of
from articles.extraction.meetings import MeetingDraft
from articles.extraction.names import KnownIndex
from articles.extraction.operations import OperationDraft
from articles.extraction.records import Attendance, KnownMeeting, KnownOperation, Lane, MatchKind, MeetingFound, OperationFound

_TOLERANCE = datetime.timedelta(days=3)
_LONGEST_EVENT = 10
_YEAR = datetime.timedelta(days=400)
_CYRILLIC = dict(zip("абвгдеийклмнопрстуфыэ", "abvgdeiyklmnoprstufye", strict=True)) | {
    "ё": "e",
    "ж": "zh",
    "з": "z",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}


def match_meeting(
    draft: MeetingDraft, article: ArticleText, published: str | None, attendance: Attendance | None, index: KnownIndex
) -> MeetingFound | None:
    """Return the meeting with the known row it is, if any; an unnumbered one that meets no row is left out."""
    series = None if draft.series is None or draft.series.startswith("other:") else draft.series
    date = resolve(draft.date, published) if draft.date is not None else None
    rows = meeting_rows(index, series)
    if draft.is_date_near and draft.ordinal is not None and date is not None and _contradicts(draft, date, rows):
        date = None  # the day stands in another sentence and belongs to something else
    kind, row, note = _numbered(draft, date, rows, series) if draft.ordinal is not None else _by_date(draft, date, rows)
    if draft.ordinal is None and row is None:
        return None
    lane: Lane = "sure" if kind == "known" and draft.rule in ("number before body", "body before number") else "check"
    return MeetingFound(
        series=series,
        name=article.text[draft.start : draft.end],
        ordinal=draft.ordinal,
        city=draft.city,
        country=draft.country,
        venue=draft.venue,
        date=date,
        attendance=attendance,
        quote=article.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        rule=draft.rule,
        lane=lane,
        match=kind,
        meeting_key=(row.series, row.ordinal, span_start(row.date)) if row is not None and kind in ("known", "conflict") else None,
        note=note,
    )


def span_start(date: str | None) -> str | None:
    """Return the first day of an EDTF text."""
    span = span_of(date)
    return span[0].isoformat() if span is not None else None


def _numbered(
    draft: MeetingDraft, date: str | None, rows: list[KnownMeeting], series: str | None
) -> tuple[MatchKind, KnownMeeting | None, str]:
    """Match by number; a number whose known date is another day than the text's is a conflict."""
    row = next((row for row in rows if row.ordinal == draft.ordinal), None)
    if series is None:
        return "unmatched", None, "the archive keeps no series of this body"
    said, known = span_of(date), span_of(row.date) if row is not None else None
    if row is None:
        same = [other for other in rows if _is_short(said) and _is_short(span_of(other.date)) and _overlap(said, span_of(other.date))]
        if same and (draft.city is None or any(other.city == draft.city for other in same)):
            return (
                "conflict",
                same[0],
                f"the text calls the meeting of {same[0].date} number {draft.ordinal}; it is known as number {same[0].ordinal or 'none'}",
            )
        return "proposed", None, f"number {draft.ordinal} of {series} is not known"
    if said is not None and known is not None and (said[1] - said[0]).days < 31 and not _overlap(said, known):
        return "conflict", row, f"the text dates number {draft.ordinal} of {series} to {date}; the known one was held on {row.date}"
    return "known", row, ""


def _contradicts(draft: MeetingDraft, date: str, rows: list[KnownMeeting]) -> bool:
    row = next((row for row in rows if row.ordinal == draft.ordinal), None)
    said, known = span_of(date), span_of(row.date) if row is not None else None
    return said is not None and known is not None and not _overlap(said, known)


def _by_date(draft: MeetingDraft, date: str | None, rows: list[KnownMeeting]) -> tuple[MatchKind, KnownMeeting | None, str]:
    """Match a meeting without a number: by its day, else by its city and year or month."""
    said = span_of(date)
    if said is None:
        return "unmatched", None, "no date"
    long = (said[1] - said[0]).days > 10
    hits = [
        row
        for row in rows
        if _overlap(said, span_of(row.date), long) and (draft.city == row.city if long else draft.city in (None, row.city))
    ]
    if len(hits) == 1:
        return "known", hits[0], ""
    return (
        "unmatched",
        None,
        "could be " + " or ".join(f"{row.series} {row.date}" for row in hits) if hits else "no known meeting at this time",
    )


def _is_short(span: tuple[datetime.date, datetime.date] | None) -> bool:
    """Tell whether a date says the day, or a few days, of an event."""
    return span is not None and (span[1] - span[0]).days <= _LONGEST_EVENT


def _overlap(
    said: tuple[datetime.date, datetime.date] | None, known: tuple[datetime.date, datetime.date] | None, exact: bool = False
) -> bool:
    """Tell whether two spans of days meet, give or take the tolerance."""
    slack = datetime.timedelta(0) if exact else _TOLERANCE
    return said is not None and known is not None and known[0] - slack <= said[1] and said[0] <= known[1] + slack


def match_operation(draft: OperationDraft, article: ArticleText, published: str | None, index: KnownIndex) -> OperationFound | None:
    """Return the operation with the known row it is, if any; an unnamed one that meets no row is left out."""
    rows = {row.slug: row for row in index.known.operations}
    date = resolve(draft.date, published) if draft.date is not None else None
    possible = [rows[slug] for slug in dict.fromkeys(alias.owner for alias in draft.aliases) if slug in rows]
    if draft.name is None:
        hits = [row for row in rows.values() if _is_unnamed(draft, article, date, row)]
        if len(hits) != 1:
            return None
        return _found(draft, article, date, hits[0], "known", "check", f"matched to {hits[0].slug} by time, place and states")
    if len(possible) > 1:
        possible = _in_window(possible, date, published) or possible
    if len(possible) == 1:
        lane: Lane = "check" if draft.rule == "name without year" else "sure"
        return _found(draft, article, date or _year_in(draft.name), possible[0], "known", lane, "")
    if possible:
        return _found(draft, article, date, None, "unmatched", "check", "could be " + " or ".join(row.slug for row in possible))
    return _found(draft, article, date or _year_in(draft.name), None, "proposed", "check", "no known operation bears this name")


def _year_in(name: str) -> str | None:
    """Return the year, or the years, that a name carries."""
    years = re.findall(r"(?:19|20)\d\d", name)
    return "/".join(sorted(set(years))[:2]) if years else None


def _in_window(rows: list[KnownOperation], date: str | None, published: str | None) -> list[KnownOperation]:
    """Return the rows of one family that meet the date told, else those that ended in the year before the publication."""
    for said, before in ((span_of(date), datetime.timedelta(0)), (span_of(published), _YEAR)):
        if said is not None:
            hits = [row for row in rows if _overlap((said[0] - before, said[1]), span_of(row.date), exact=True)]
            if before and len(hits) > 1:
                hits = sorted(hits, key=lambda row: row.date or "")[-1:]
            if hits:
                return hits
    return []


def _is_unnamed(draft: OperationDraft, article: ArticleText, date: str | None, row: KnownOperation) -> bool:
    """Tell whether an operation without a name is a known one: at its time, and with its states, its place or its very months and kind."""
    said, known = span_of(date), span_of(row.date)
    if said is None or known is None or not _overlap(said, known, exact=True):
        return False
    states = set(row.participants) | ({row.lead} if row.lead else set())
    if (said[1] - said[0]).days <= 3 and (known[1] - known[0]).days <= 40:
        place = any(hit.city and hit.city.casefold() in row.location.casefold() for hit in article.places)
        shared = len(states & set(draft.states))
        return shared >= 2 and set(draft.states) <= states and (place or len(states) <= shared + 1) and _same_kind(draft.kind, row.kind)
    same_months = (said[0].year, said[0].month) == (known[0].year, known[0].month) and (said[1].year, said[1].month) == (
        known[1].year,
        known[1].month,
    )
    return same_months and draft.kind == row.kind and draft.framework in (row.framework, "other") and row.framework == "SCO"


def _same_kind(said: str, known: str) -> bool:
    """Tell whether two kinds can be one: border services run exercises too, so only named opposites exclude one another."""
    return said == known or {said, known} <= {"border operation", "anti-terror exercise", "military exercise", "other"}


def _found(
    draft: OperationDraft, article: ArticleText, date: str | None, row: KnownOperation | None, match: MatchKind, lane: Lane, note: str
) -> OperationFound:
    return OperationFound(
        name=draft.name,
        slug=row.slug if row is not None else (slug_of(draft.name) if match == "proposed" and draft.name else None),
        kind=row.kind if row is not None else draft.kind,
        date=date,
        states=draft.states,
        quote=article.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        rule=draft.rule if row is None or draft.name else f"{draft.rule}, by time and states",
        lane=lane,
        match=match,
        place=draft.place,
        framework=row.framework if row is not None else draft.framework,
        note=note,
    )


def slug_of(name: str) -> str:
    """Return an address-safe name: Latin letters and digits; a name without any gets one made of its hash."""
    plain = "".join(_CYRILLIC.get(sign, sign) for sign in name.casefold())
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not re.search(r"[a-z]", slug):
        slug = f"operation-{hashlib.sha256(name.encode()).hexdigest()[:8]}" + (f"-{slug}" if slug else "")
    return slug[:60]
