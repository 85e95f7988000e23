"""When an annotated value and a value read count as the same."""

import re
import unicodedata
from typing import Any

_BASE = {
    "t": ("mass", 1000.0),
    "tonne": ("mass", 1000.0),
    "tonnes": ("mass", 1000.0),
    "kg": ("mass", 1.0),
    "g": ("mass", 0.001),
    "km": ("length", 1000.0),
    "m": ("length", 1.0),
}
_CURRENCY = re.compile("[A-Z]{3}")
_OCCURRENCES = re.compile("times?$|sorties")


def squash(text: str | None) -> str:
    """Return a text in NFKC and lower case, every run of white space as one blank."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text or "")).strip().casefold()


def letters(text: str | None) -> str:
    """Return only the letters and digits of a text, for comparing names and titles."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "").casefold())


def in_base_unit(value: float, unit: str | None) -> tuple[str, float]:
    """Return dimension and value in the base unit, so that 8.8 t equals 8,800 kg; each currency is a dimension of its own."""
    unit = (unit or "").strip()
    if _CURRENCY.fullmatch(unit):
        return f"money:{unit}", float(value)
    dimension, factor = _BASE.get(unit.casefold(), ("count", 1.0))
    return dimension, float(value) * factor


def counts_occurrences(unit: str | None) -> bool:
    """Tell whether a unit counts occurrences (person-times, sorties) rather than heads."""
    return bool(_OCCURRENCES.search(unit or ""))


def same_number(one: float, other: float) -> bool:
    """Tell whether two numbers are equal but for rounding."""
    return abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other))


def quotes_overlap(text: str, one: str, other: str) -> bool:
    """Tell whether two quotes share a place in a squashed text."""
    return any(start < last and first < end for start, end in _places(text, one) for first, last in _places(text, other))


def stated_number(statistic: dict[str, Any]) -> float | None:
    """Return the number that a read statistic states: its lower bound, else its upper."""
    low: float | None = statistic.get("low")
    return low if low is not None else statistic.get("high")


def ends_of(date: str | None) -> tuple[str | None, str | None]:
    """Return start and end of an EDTF date or interval; either may be ``None``."""
    if not date:
        return None, None
    start, slash, end = date.partition("/")
    return start or None, (end or None) if slash else start


def dates_agree(wanted: str | None, found: str | None) -> bool:
    """Tell whether an annotated date is met: by the same date or by a finer one inside it."""
    return wanted is None or (found is not None and found.startswith(wanted))


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    quote = squash(quote)
    return [match.span() for match in re.finditer(re.escape(quote), text)] if quote else []
