"""Readings written by hand, so that a test of storing does not depend on what the grammar happens to read."""

import datetime
from dataclasses import replace
from typing import Any

from django.utils import timezone

from articles.extraction.records import (
    Attendance,
    Caption,
    CleanText,
    Description,
    Extraction,
    Known,
    MeetingFound,
    MembershipFound,
    OperationFound,
    SourceText,
    StateFound,
    StatementFound,
    StatisticFound,
)
from articles.extraction.shingles import sketch
from articles.importer.outcome import Tally
from articles.importer.readers.base import Piece
from articles.importer.reading import ReadArticle, ReadingRules
from articles.importer.registry import Registry
from articles.importer.store import Store
from articles.models import ImportRun

TITLE = "Patrols report their summer"
TEXT = (
    f"{TITLE}\n\nPatrols of Kazakhstan seized 75 firearms in 2023, the service said.\n\nMore than 30 officials came to the tenth meeting."
)


def figure(text: str, quote: str, measure: str = "firearms_seized", *, occurrence: int = 0, **changes: Any) -> StatisticFound:
    """Return a figure whose quote stands in the text; the number is the quote's first word."""
    start = place_of(text, quote, occurrence)
    value = quote.split()[0]
    number = float(value.replace(",", ""))
    found = StatisticFound(
        measure=measure,
        low=number,
        high=number,
        qualifier="exact",
        unit="firearms",
        value_text=value,
        unit_text=quote.partition(" ")[2],
        qualifier_text="",
        quote=quote,
        start=start,
        end=start + len(quote),
        rule="passive",
        lane="sure",
        period="2023",
    )
    return replace(found, **changes)


def meeting(text: str, quote: str, *, attendance: str | None = None, **changes: Any) -> MeetingFound:
    """Return the tenth meeting of border heads, known to the archive."""
    start = text.index(quote)
    came = None
    if attendance:
        came = Attendance(30, None, "more_than", attendance, text.index(attendance), text.index(attendance) + len(attendance))
    found = MeetingFound(
        series="border-heads",
        name="meeting",
        ordinal=10,
        city="Shanghai",
        country="CN",
        venue=None,
        date="2024-07-10",
        attendance=came,
        quote=quote,
        start=start,
        end=start + len(quote),
        rule="ordinal",
        lane="sure",
        match="known",
        meeting_key=("border-heads", 10, None),
    )
    return replace(found, **changes)


def operation(text: str, quote: str, slug: str = "solidarity-2023", **changes: Any) -> OperationFound:
    """Return an operation named in the text."""
    start = text.index(quote)
    found = OperationFound(
        name=quote,
        slug=slug,
        kind="border operation",
        date="2023",
        states=("KZ",),
        quote=quote,
        start=start,
        end=start + len(quote),
        rule="name",
        lane="sure",
        match="known",
    )
    return replace(found, **changes)


def state(text: str, quote: str, code: str) -> StateFound:
    """Return a state named in the text."""
    start = text.index(quote)
    return StateFound(code, start, start + len(quote), quote, "subject", "name")


def statement(text: str, quote: str, speaker: str) -> StatementFound:
    """Return words that somebody said."""
    start = text.index(quote)
    return StatementFound(speaker, "", True, quote, start, start + len(quote), "said")


def membership(text: str, quote: str, *states: str, **changes: Any) -> MembershipFound:
    """Return a statement about members."""
    start = text.index(quote)
    found = MembershipFound("named_as", (), "member", states, None, quote, start, start + len(quote), "list", "agrees", "It does.")
    return replace(found, **changes)


def reading(
    text: str = TEXT, name: str = "pages/a.txt", *, url: str | None = None, described: dict[str, Any] | None = None, **found: Any
) -> ReadArticle:
    """Return a reading of a text; ``found`` gives the tuples of the extraction, ``body`` the original bytes."""
    body = found.pop("body", f"{url or name}\n{text}".encode())
    captions = found.pop("captions", ())
    piece = Piece(reader="text", name=name, ident=name.rpartition("/")[2].removesuffix(".txt"), body=body, source=name)
    title = text.split("\n", 1)[0]
    description = Description(title, None, None, None, None, "en", None, None)
    extraction = Extraction(
        ident=piece.ident,
        clean=CleanText(text, title, None, None, tuple(Caption(*caption) for caption in captions), (), (), "1"),
        description=replace(description, **(described or {})),
        lexicon_version="test",
        **found,
    )
    rules = ReadingRules(Known(), "test", datetime.date(2026, 1, 1))
    return ReadArticle(
        piece, SourceText(piece.ident, text, url=url), extraction, "utf-8", tuple(sorted(sketch(text))), rules.digest_of(piece), None
    )


def store(*readings: ReadArticle) -> tuple[Store, list[Any]]:
    """Store readings as one run; return the store and what became of each."""
    run = ImportRun.objects.create(started_at=timezone.now(), lexicon_version="test")
    writer = Store(run, Registry.load(), Tally())
    return writer, writer.write(list(readings))


def place_of(text: str, quote: str, occurrence: int = 0) -> int:
    """Return where a quote stands for the n-th time."""
    place = -1
    for _ in range(occurrence + 1):
        place = text.index(quote, place + 1)
    return place
