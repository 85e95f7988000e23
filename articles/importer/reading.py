"""What a worker process does with one piece: parse it, clean it, read it, sketch it. No Django and no database here."""

import datetime
import hashlib
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from articles import extraction
from articles.extraction.clean import UnreadableText
from articles.extraction.lexicon import lexicon_version
from articles.extraction.read import read_article
from articles.extraction.records import Extraction, Known, SourceText
from articles.extraction.shingles import sketch
from articles.importer import readers
from articles.importer.addresses import part_archived
from articles.importer.issues import BadSource, Issue
from articles.importer.readers import BY_NAME
from articles.importer.readers.base import ParseOptions, Piece
from articles.search.names import Names
from articles.search.terms import FieldTerms, terms_of_fields
from events.partial_dates import PartialDate

LONGEST_TITLE = 500
PROGRAM = (Path(extraction.__file__).parent, Path(readers.__file__).parent)


@dataclass(frozen=True, slots=True)
class Given:
    """What the operator says about every source, over what the source itself says."""

    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    archived_url: str | None = None
    topics: tuple[str, ...] = ()
    ignore: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """All that reading depends on beside the bytes."""

    known: Known
    known_version: str
    today: datetime.date
    given: Given = field(default_factory=Given)
    names: Names = field(default_factory=Names)  # those that the search index adds; they change no reading, so no digest holds them

    def digest_of(self, piece: Piece) -> str:
        """Return the hash of everything the reading of a piece depends on; equal digests mean equal readings."""
        whole = hashlib.sha256()
        given = self.given
        parts = [
            sha256_of(piece),
            piece.reader,
            piece.url,
            lexicon_version(),
            program_version(),
            self.known_version,
            *(given.outlet or "", given.published or "", given.language or "", given.url or "", given.archived_url or "", *given.topics),
            *sorted(given.ignore),
        ]
        whole.update("\0".join(parts).encode())
        return whole.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article as it was read, ready to be stored.

    The hashes are of the original bytes and of the clean text: made where it is read, the writer need not make them.
    """

    piece: Piece
    source: SourceText
    extraction: Extraction
    charset: str
    sketch: tuple[int, ...]
    digest: str
    terms: FieldTerms | None  # none where a stored text is read again
    warnings: tuple[Issue, ...] = ()
    sha256: str = field(init=False)
    text_sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", sha256_of(self.piece))
        object.__setattr__(self, "text_sha256", sha256_of_text(self.extraction.clean.text))


@cache
def program_version() -> str:
    """Return a short hash of the program text that reads: after a change of the rules everything is read anew."""
    whole = hashlib.sha256()
    for folder in PROGRAM:
        for path in sorted(folder.rglob("*.py")):
            whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def sha256_of(piece: Piece) -> str:
    """Return the hash of a piece's original bytes, by which its capture is known."""
    return hashlib.sha256(piece.body).hexdigest()


def sha256_of_text(text: str) -> str:
    """Return the hash of a clean text."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_piece(piece: Piece, rules: ReadingRules) -> ReadArticle | Issue:
    """Return the article of a piece, or the issue that keeps it out."""
    try:
        parsed = BY_NAME[piece.reader].parse(piece, ParseOptions(rules.given.ignore))
        source = part_archived(apply_given(parsed.text, rules.given), piece.url)
        if piece.fetched_at:
            source = replace(source, fetched_on=piece.fetched_at[:10])
        extraction = read_article(source, rules.known)
        refuse_future(rules.today, source.published, extraction.description.published)
    except BadSource as error:
        return error.at(piece.source, piece.line)
    except UnreadableText as error:
        return Issue("no-article", piece.source, error.reason, piece.line)
    except Exception as error:  # A fault of the rules on one article must not end the import of all others.
        return Issue("not-read", piece.source, f"the rules fail on it ({type(error).__name__}: {error})", piece.line)
    warnings = [warning.at(piece.source, piece.line) for warning in parsed.warnings]
    warnings += [Issue("extraction", piece.source, message, piece.line) for message in extraction.warnings]
    return ReadArticle(
        piece=piece,
        source=source,
        extraction=extraction,
        charset=parsed.charset,
        sketch=tuple(sorted(sketch(extraction.clean.text))),
        digest=rules.digest_of(piece),
        terms=terms_of_fields(*indexed_fields(extraction), rules.names),
        warnings=tuple(warnings),
    )


def indexed_fields(extraction: Extraction) -> tuple[str, str, str]:
    """Return headline, standfirst and clean text as an article's columns take them."""
    described = extraction.description
    return described.title[:LONGEST_TITLE], described.standfirst or "", extraction.clean.text


def apply_given(source: SourceText, given: Given) -> SourceText:
    """Return the source with what the operator gave in place of what it says itself."""
    names = ("outlet", "published", "language", "url", "archived_url")
    changes = {name: getattr(given, name) for name in names if getattr(given, name)}
    if given.topics:
        changes["topics"] = tuple(dict.fromkeys((*source.topics, *given.topics)))
    return replace(source, **changes, given=frozenset(changes)) if changes else source


def refuse_future(today: datetime.date, *dates: str | None) -> None:
    """Refuse an article dated after tomorrow; a day's grace is for time zones."""
    for published in filter(None, dates):
        start = PartialDate.parse(published).start
        if start and start > today + datetime.timedelta(days=1):
            raise BadSource("future-date", f"the article is dated {published}, which has not come yet")


_RULES: list[ReadingRules] = []


def start_worker(rules: ReadingRules, parent: int) -> None:
    """Keep the rules in this worker process, and end it when the importing process is gone."""
    _RULES[:] = [rules]
    end_with_parent(parent)


def end_with_parent(parent: int) -> None:
    """End this worker process when the importing process is gone, however that ended."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def read_in_worker(pieces: Sequence[Piece]) -> list[ReadArticle | Issue]:
    """Read a few pieces in a worker process."""
    return [read_piece(piece, _RULES[0]) for piece in pieces]


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
