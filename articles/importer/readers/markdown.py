"""Markdown with YAML front matter: the fields between two lines of dashes, the article under them."""

import re
from typing import Any

import yaml

from articles.importer.issues import BadSource
from articles.importer.readers.base import Parsed, ParseOptions, Piece, Reader
from articles.importer.readers.decoding import decode
from articles.importer.readers.fields import canonical_fields, source_text

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?:\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
# Marks that carry layout, not words. A link keeps its words, a picture its description as a paragraph of its own.
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_])", re.DOTALL)
_QUOTE_MARK = re.compile(r"^>[ \t]?", re.MULTILINE)


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Return the front matter's fields and the text without its marks."""
    text, charset, warning = decode(piece.body, piece.charset)
    fields: dict[str, Any] = {}
    if match := _FRONT.match(text):
        fields = canonical_fields(front_matter(match[1]), options.ignore)
        text = text[match.end() :]
    for name in ("text", "html"):
        if name in fields:
            raise BadSource("unknown-field", f"the front matter holds “{name}”; the text stands under it")
    text = plain_text(text)
    if fields.get("title") and not text.lstrip().startswith(str(fields["title"])):
        text = f"{fields['title']}\n\n{text}"
    ident = str(fields.get("id") or piece.ident)
    source = source_text(ident, text, {"url": piece.url, **fields})
    return Parsed(source, charset, (warning,) if warning else ())


def front_matter(text: str) -> dict[str, Any]:
    """Return the fields of the front matter; refuse what is no list of fields."""
    try:
        # BaseLoader keeps every scalar as the text it is: a date stays as written.
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BadSource("broken-front-matter", "the front matter is not YAML", mark.line + 2 if mark else None) from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise BadSource("broken-front-matter", "the front matter is no list of fields", 1)
    return {str(name): value for name, value in loaded.items()}


def plain_text(text: str) -> str:
    """Return the words of a Markdown text, one paragraph a line block as before."""
    text = _PICTURE.sub(r"\n\n\1\n\n", text)
    text = _LINK.sub(r"\1", text)
    text = _HEADING.sub(r"\1", text)
    text = _QUOTE_MARK.sub("", text)
    return _EMPHASIS.sub(r"\2", text)


READER = Reader(
    name="markdown",
    suffixes=(".md", ".markdown"),
    media_types=("text/markdown",),
    parse=parse,
    looks_like=lambda head: head.startswith((b"---\n", b"---\r\n")),
)
