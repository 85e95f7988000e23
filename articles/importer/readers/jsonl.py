"""JSON Lines: one object a line, one article an object."""

import json
from collections.abc import Iterator
from typing import Any

from articles.importer.issues import BadSource, Issue
from articles.importer.readers.base import Parsed, ParseOptions, Piece, Reader, SplitOptions, Stream, bounded_lines
from articles.importer.readers.records import parse_record, record_ident


def split(stream: Stream, reader: Reader, options: SplitOptions) -> Iterator[Piece | Issue]:
    """Make one piece of every line that is not blank; a broken line is an issue and the next line goes on."""
    empty = True
    for number, line in bounded_lines(stream.file):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not line.strip():
            continue
        empty = False
        try:
            ident = record_ident(load(line), number)
        except BadSource as error:
            yield error.at(stream.source, number)
            continue
        yield Piece(
            reader=reader.name,
            name=f"{stream.name}#{ident}",
            ident=ident,
            body=line,
            source=stream.source,
            line=number,
            media_type="application/json",
            charset="utf-8",
            fetched_at=stream.fetched_at,
        )
    if empty:
        raise BadSource("empty-file", "the file is empty")


def load(line: bytes) -> dict[str, Any]:
    """Return the object of a line; refuse anything else."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadSource("unknown-encoding", "the line is not UTF-8, the encoding of JSON Lines") from None
    except json.JSONDecodeError as error:
        raise BadSource("broken-json", f"the line is not JSON: {error.msg.removesuffix(' at')} at character {error.colno}") from None
    except (ValueError, RecursionError):
        raise BadSource("broken-json", "the line is not JSON that can be read: it nests too deep or holds an endless number") from None
    if not isinstance(record, dict):
        raise BadSource("broken-json", "the line is no JSON object")
    return record


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Return the record's text and fields."""
    return parse_record(piece, load(piece.body), options)


READER = Reader(
    name="jsonl",
    suffixes=(".jsonl", ".ndjson"),
    media_types=("application/jsonl", "application/x-ndjson"),
    parse=parse,
    split=split,
    holds_many=True,
    looks_like=lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"),
)
