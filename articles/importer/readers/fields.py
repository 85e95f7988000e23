"""The fields that a record of a structured source may have, and what they may hold."""

import re
from collections.abc import Mapping
from typing import Any

from articles.extraction.records import SourceText
from articles.importer.issues import BadSource
from articles.web_archives import web_address
from events.partial_dates import BadDate, PartialDate

FIELDS = ("id", "url", "title", "standfirst", "byline", "outlet", "language", "published", "topics", "archived_url", "text", "html")
# Names under which other programs write the same fields.
OTHER_NAMES = {
    "address": "url",
    "link": "url",
    "headline": "title",
    "description": "standfirst",
    "summary": "standfirst",
    "author": "byline",
    "authors": "byline",
    "publisher": "outlet",
    "source": "outlet",
    "lang": "language",
    "date": "published",
    "topic": "topics",
    "archive_url": "archived_url",
    "archived": "archived_url",
    "tags": "topics",
    "body": "text",
    "content": "text",
}
LANGUAGES = ("en", "ru", "zh")
LONGEST_ADDRESS = 2000
# No database keeps a null character, and half a surrogate pair is no character at all.
_UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def canonical_fields(record: Mapping[str, Any], ignore: frozenset[str]) -> dict[str, Any]:
    """Return the record with the archive's own field names; refuse an unknown field by name."""
    found: dict[str, Any] = {}
    for name, value in record.items():
        if name in ignore or value is None or value == "":
            continue
        plain = OTHER_NAMES.get(name.strip().lower(), name.strip().lower())
        if plain not in FIELDS:
            raise BadSource("unknown-field", f"the field “{name}” is not one of {', '.join(FIELDS)}")
        if plain in found:
            raise BadSource("bad-field", f"the fields give “{plain}” twice")
        found[plain] = value
    return found


def source_text(ident: str, text: str, fields: Mapping[str, Any]) -> SourceText:
    """Return what extraction reads, with every field checked."""
    topics = fields.get("topics") or ()
    if isinstance(topics, str):
        topics = topics.replace(";", ",").split(",")
    if not isinstance(topics, (list, tuple)):
        raise BadSource("bad-field", "topics are a list of slugs, or slugs divided by commas")
    url = _text(fields, "url")
    if url and len(url) > LONGEST_ADDRESS:
        raise BadSource("bad-field", f"the address is longer than {LONGEST_ADDRESS} characters")
    return SourceText(
        ident=tidy(ident),
        text=_UNUSABLE.sub("", text),
        url=url,
        title=_text(fields, "title"),
        standfirst=_text(fields, "standfirst"),
        byline=_byline(fields),
        outlet=_text(fields, "outlet"),
        language=language_code(_text(fields, "language")),
        published=published_date(_text(fields, "published")),
        topics=tuple(tidy(topic) for topic in topics if tidy(topic)),
        archived_url=archived_address(_text(fields, "archived_url")),
    )


def language_code(value: str | None) -> str | None:
    """Return the archive's code for a language tag ("zh-Hans-CN"); refuse one the archive does not read."""
    if not value:
        return None
    code = value.strip().lower().replace("_", "-").split("-")[0]
    if code not in LANGUAGES:
        raise BadSource("bad-field", f"the language “{value}” is not one of {', '.join(LANGUAGES)}")
    return code


def archived_address(value: str | None) -> str | None:
    """Return the address of a web archive's copy; refuse what is no full address."""
    if not value:
        return None
    address = web_address(value)
    if address is None:
        raise BadSource("bad-field", f"the field “archived_url” is not a full http or https address: {value[:120]}")
    return address


def published_date(value: str | None) -> str | None:
    """Return an EDTF date; a time of day is cut off, since the day is what the archive keeps."""
    if not value:
        return None
    text = value.strip()
    if len(text) > 10 and text[10] in "T " and "/" not in text:
        text = text[:10]
    try:
        return PartialDate.parse(text).text
    except BadDate as error:
        raise BadSource("bad-field", f"the publication date is not usable: {error}") from None


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, (dict, list, bool)):
        raise BadSource("bad-field", f"the field “{name}” must be a text")
    return tidy(value) or None


def tidy(value: Any) -> str:
    """Return a value as one line of text without characters that no database keeps."""
    return " ".join(_UNUSABLE.sub("", str(value)).split())


def _byline(fields: Mapping[str, Any]) -> str | None:
    value = fields.get("byline")
    if isinstance(value, list):
        return ", ".join(tidy(name) for name in value) or None
    return _text(fields, "byline")
