"""What JSON Lines and CSV share: a record of named fields becomes a text with metadata."""

from collections.abc import Mapping
from typing import Any

from articles.importer.issues import BadSource
from articles.importer.readers.base import Parsed, ParseOptions, Piece
from articles.importer.readers.fields import canonical_fields, source_text, tidy
from articles.importer.readers.html import page_text, with_captions


def record_ident(record: Mapping[str, Any], number: int) -> str:
    """Return the record's own id, else its number in the file."""
    ident = record.get("id")
    if isinstance(ident, (dict, list, bool)):
        raise BadSource("bad-field", "the id must be a text or a number")
    text = tidy(ident) if ident is not None else ""
    if len(text) > 300:
        raise BadSource("bad-field", "the id is longer than 300 characters")
    return text or str(number)


def parse_record(piece: Piece, record: Mapping[str, Any], options: ParseOptions) -> Parsed:
    """Return the text and fields of one record."""
    fields = canonical_fields(record, options.ignore)
    text = fields.get("text")
    if text is not None and not isinstance(text, str):
        raise BadSource("bad-field", "the field “text” must be a text")
    if not text and isinstance(fields.get("html"), str):
        page = page_text(fields["html"], piece.ident, str(fields.get("url") or ""))
        known = {name: getattr(page, name) for name in ("url", "title", "standfirst", "byline", "outlet", "language", "published")}
        merged = source_text(piece.ident, page.text, {**known, **{name: value for name, value in fields.items() if name != "html"}})
        return Parsed(with_captions(merged, page.captions), "utf-8")
    if not text or not text.strip():
        raise BadSource("missing-field", "the record has no text")
    if fields.get("title") and not text.lstrip().startswith(str(fields["title"]).strip()):
        text = f"{str(fields['title']).strip()}\n\n{text}"
    return Parsed(source_text(piece.ident, text, fields), "utf-8")
