"""Cells of the reference files: each column's text becomes values of model fields, or a fault that says how to mend it."""

import datetime
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import models

from events.models.base import FIRST_DAY, LAST_DAY, date_columns
from events.partial_dates import BadDate

Values = dict[str, Any]
Parser = Callable[[str], Values]

_ADDRESS = re.compile(r"https?://[^\s/]+\S*\Z")
_TRUTH = {"yes": True, "no": False, "": False}


class CellFault(ValueError):
    """A cell that cannot be read; the message names the remedy."""


class Ref(NamedTuple):
    """A row of another table, by its natural key."""

    model: type[models.Model]
    key: str


def split_list(text: str) -> list[str]:
    """Split a cell that holds several values; a semicolon stands between them."""
    return [part.strip() for part in text.split(";") if part.strip()]


def check_range(day: datetime.date | None, text: str) -> None:
    """Refuse a day that no record of the archive can have."""
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise CellFault(f"“{text}” lies outside {FIRST_DAY.year} to {LAST_DAY.year}; check the year.")


def parse_day(text: str) -> datetime.date:
    """Read an exact day."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise CellFault(f"“{text}” is no day; write YYYY-MM-DD with a day of the calendar.") from None
    check_range(day, text)
    return day


def parse_partial_date(text: str) -> Values:
    """Read an EDTF date into the four columns of a dated record."""
    try:
        columns = date_columns(text)
    except BadDate as fault:
        raise CellFault(str(fault)) from None
    check_range(columns["start"], text)
    check_range(columns["end"], text)
    return columns


def parser_for(field: Any) -> Parser:
    """Return the parser that a model field's own type asks for."""
    if field.many_to_many:
        return lambda text: {field.name: tuple(Ref(field.related_model, key) for key in _distinct(split_list(text)))}
    if field.is_relation:
        return lambda text: {field.name: Ref(field.related_model, text) if text else None}
    read = _reader_for(field)
    return lambda text: {field.name: _default(field) if text == "" else read(text)}


def _reader_for(field: Any) -> Callable[[str], Any]:
    if field.choices:
        return lambda text: _choice(field, text)
    if isinstance(field, models.BooleanField):
        return _truth
    if isinstance(field, models.DateField):
        return parse_day
    if isinstance(field, models.IntegerField):
        return _whole_number
    if isinstance(field, models.JSONField):
        return split_list
    if isinstance(field, models.URLField):
        return lambda text: _address(text, field.max_length)
    if isinstance(field, models.SlugField):
        return lambda text: _slug(text, field.max_length)
    return lambda text: _text(text, field.max_length)


def _default(field: Any) -> Any:
    return None if field.null else field.get_default() if field.has_default() else False if isinstance(field, models.BooleanField) else ""


def _distinct(keys: list[str]) -> list[str]:
    if len(set(keys)) != len(keys):
        raise CellFault("a value stands twice in the list; name each once.")
    return keys


def _choice(field: Any, text: str) -> str:
    values = [value for value, _ in field.choices]
    if text not in values:
        raise CellFault(f"“{text}” is unknown; write one of: {', '.join(values)}.")
    return text


def _truth(text: str) -> bool:
    if text not in _TRUTH:
        raise CellFault(f"“{text}” is neither yes nor no; write yes, no, or nothing for no.")
    return _TRUTH[text]


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= 32767:
        raise CellFault(f"“{text}” is no whole number from 1 to 32767; write digits only.")
    return int(text)


def _address(text: str, length: int | None) -> str:
    if not _ADDRESS.match(text):
        raise CellFault(f"“{text[:60]}” is no web address; begin with http:// or https:// and leave no blanks.")
    return _text(text, length)


def _slug(text: str, length: int | None) -> str:
    if not re.fullmatch(r"[-a-z0-9_]+", text):
        raise CellFault(f"“{text[:60]}” is no slug; use small letters, digits, hyphens and underscores only.")
    return _text(text, length)


def _text(text: str, length: int | None) -> str:
    if length and len(text) > length:
        raise CellFault(f"the text has {len(text)} characters; shorten it to at most {length}.")
    return text
