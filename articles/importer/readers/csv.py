"""CSV with a header line: one article a row; comma, semicolon or tab between the cells."""

import csv
import io
import json
from collections.abc import Iterator
from typing import cast

from articles.importer.issues import BadSource, Issue
from articles.importer.readers.base import LARGEST_RECORD, Parsed, ParseOptions, Piece, Reader, SplitOptions, Stream
from articles.importer.readers.decoding import decode
from articles.importer.readers.fields import canonical_fields
from articles.importer.readers.records import parse_record, record_ident

LARGEST_TABLE = 2_000_000_000


def split(stream: Stream, reader: Reader, options: SplitOptions) -> Iterator[Piece | Issue]:
    """Make one piece of every row; an unknown column refuses the file, a broken row is an issue and the next goes on."""
    head = stream.file.read(1 << 16)
    if not head.strip():
        raise BadSource("empty-file", "the file is empty")
    _, charset, _ = decode(head[: head.rfind(b"\n") + 1] or head)
    raw = io.BufferedReader(cast(io.RawIOBase, _Rejoined(head, stream)), 1 << 20)
    lines = io.TextIOWrapper(raw, encoding=charset, newline="")
    csv.field_size_limit(LARGEST_RECORD)
    rows = csv.reader(lines, delimiter=_delimiter(head.decode(charset, "ignore")), strict=True)
    try:
        columns = next(rows)
        canonical_fields(dict.fromkeys(columns, "x"), options.ignore)
        yield from _pieces(rows, columns, stream, reader)
    except csv.Error as error:
        code = "too-large" if "field larger" in str(error) else "broken-csv"
        raise BadSource(code, f"the row cannot be read: {error}", rows.line_num) from None
    except UnicodeDecodeError:
        raise BadSource("unknown-encoding", f"the file begins as {charset}, but does not go on so", rows.line_num + 1) from None


def _pieces(rows: "csv._reader", columns: list[str], stream: Stream, reader: Reader) -> Iterator[Piece | Issue]:  # type: ignore[name-defined]
    line = rows.line_num + 1
    for number, cells in enumerate(rows, start=1):
        first, line = line, rows.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        try:
            if len(cells) != len(columns):
                raise BadSource("broken-csv", f"the row has {len(cells)} cells, the header {len(columns)}")
            record = dict(zip(columns, cells, strict=True))
            ident = record_ident({name.strip().lower(): value for name, value in record.items()}, number)
        except BadSource as error:
            yield error.at(stream.source, first)
            continue
        body = json.dumps(record, ensure_ascii=False).encode()
        yield Piece(
            reader=reader.name,
            name=f"{stream.name}#{ident}",
            ident=ident,
            body=body,
            source=stream.source,
            line=first,
            media_type="application/json",
            charset="utf-8",
            fetched_at=stream.fetched_at,
        )


class _Rejoined(io.RawIOBase):
    """The bytes already looked at, followed by the rest."""

    def __init__(self, head: bytes, stream: Stream) -> None:
        self._head, self._rest = head, stream.file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        part = part or self._rest.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def _delimiter(head: str) -> str:
    """Return the mark that stands most often in the header line."""
    header = head.splitlines()[0] if head else ""
    return max(",;\t", key=header.count)


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Return the row's text and fields."""
    return parse_record(piece, json.loads(piece.body), options)


READER = Reader(
    name="csv",
    suffixes=(".csv", ".tsv"),
    media_types=("text/csv", "text/tab-separated-values"),
    parse=parse,
    split=split,
    holds_many=True,
    shows_its_end=False,
)
