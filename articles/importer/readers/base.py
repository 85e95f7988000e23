"""The small interface behind which every format stands.

A source is read in two steps. *Splitting* is cheap and done by the one process that feeds the import: it cuts a file into pieces, one per
article, each with its original bytes. *Parsing* may be dear (HTML, PDF) and is done in worker processes: it turns one piece into the text
and metadata that extraction reads. A new format is one module that declares a :class:`Reader`, and one line in ``readers/__init__.py``.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from articles.extraction.records import SourceText
from articles.importer.issues import BadSource, Issue

LARGEST_DOCUMENT = 25_000_000
LARGEST_RECORD = 10_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """The original bytes of one article and where they were met.

    ``name`` is the path inside the imported folder, or ``file#id``; it identifies the article where it has no address. ``ident`` is the
    input's own id, else the file's stem. ``extra`` holds what the container says about it (columns beside the text).
    """

    reader: str
    name: str
    ident: str
    body: bytes
    source: str
    line: int | None = None
    media_type: str = "text/plain"
    charset: str = ""
    url: str = ""
    http_status: int | None = None
    fetched_at: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stream:
    """An opened source: its bytes, to be read once, and its names."""

    file: BinaryIO
    name: str
    source: str
    stem: str
    media_type: str = ""
    charset: str = ""
    url: str = ""
    fetched_at: str = ""
    http_status: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What parsing makes of a piece: the text for extraction, the charset it was read in, and warnings."""

    text: SourceText
    charset: str = "utf-8"
    warnings: tuple[BadSource, ...] = ()


Splitter = Callable[[Stream, "Reader", "SplitOptions"], Iterator[Piece | Issue]]
Parser = Callable[[Piece, "ParseOptions"], Parsed]


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What the operator says about the fields of every record."""

    ignore: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SplitOptions:
    """What splitting may need: how to fetch an address, for a feed of them."""

    fetch: Callable[[str], Iterator[Piece | Issue]] | None = None
    ignore: frozenset[str] = frozenset()


def whole_document(stream: Stream, reader: "Reader", options: SplitOptions) -> Iterator[Piece | Issue]:
    """Make one piece of the whole file, the way of every format that holds one article."""
    body = read_bounded(stream.file, LARGEST_DOCUMENT)
    if not body.strip():
        raise BadSource("empty-file", "the file is empty")
    yield piece_of(stream, reader, body)


def piece_of(stream: Stream, reader: "Reader", body: bytes) -> Piece:
    """Return the piece that a whole stream makes."""
    return Piece(
        reader=reader.name,
        name=stream.name,
        ident=stream.stem,
        body=body,
        source=stream.source,
        media_type=stream.media_type or reader.media_types[0],
        charset=stream.charset,
        url=stream.url,
        http_status=stream.http_status,
        fetched_at=stream.fetched_at,
    )


def read_bounded(file: BinaryIO, limit: int) -> bytes:
    """Read everything up to a limit; refuse what is larger."""
    parts, size = [], 0
    while part := file.read(min(1 << 20, limit + 1 - size)):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise BadSource("too-large", f"the document is larger than {limit // 1_000_000} MB")
    return b"".join(parts)


def bounded_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield numbered lines, each of bounded length, without its end."""
    reader = io.BufferedReader(file, 1 << 20) if isinstance(file, io.RawIOBase) else file
    number = 0
    while line := reader.readline(LARGEST_RECORD + 1):
        number += 1
        if len(line) > LARGEST_RECORD:
            raise BadSource("too-large", f"the line is longer than {LARGEST_RECORD // 1_000_000} MB", number)
        yield number, line.rstrip(b"\r\n")


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: its name, how it is recognised, how a file of it is split and a piece parsed."""

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    parse: Parser
    split: Splitter = whole_document
    looks_like: Callable[[bytes], bool] = lambda head: False
    holds_many: bool = False
    shows_its_end: bool = True  # whether a record that is cut short can be told from a whole one
