"""Dates as the records keep them."""

from functools import lru_cache
from typing import Any

from events.models.base import FIRST_DAY, LAST_DAY, date_columns
from events.partial_dates import BadDate, PartialDate


@lru_cache(maxsize=10_000)
def kept_date(text: str | None) -> str:
    """Return a date that the records may hold, else nothing: they span the years the organization can be spoken of."""
    try:
        partial = PartialDate.parse(text) if text else None
    except BadDate:
        return ""
    if partial is None:
        return ""
    inside = all(day is None or FIRST_DAY <= day <= LAST_DAY for day in (partial.start, partial.end))
    return partial.text if inside else ""


def kept_columns(text: str | None) -> dict[str, Any]:
    """Return the columns of a dated record."""
    return date_columns(kept_date(text))
