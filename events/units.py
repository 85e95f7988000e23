"""Units of reported figures: codes, dimensions and factors.

A unit is kept as written; its code here is the normal form. Only units of one dimension convert into each other; money never does (each
ISO 4217 currency is its own dimension), and occurrences (person-times) never become heads (persons). "Ton" in the agencies' English of
the region is the metric tonne (notes of the reference data, section 4 of the metrics table).
"""

import re
from decimal import Decimal

_MASS = {"t": Decimal(1000), "kg": Decimal(1), "g": Decimal("0.001")}
_LENGTH = {"km": Decimal(1), "m": Decimal("0.001")}
_VOLUME = {"l": Decimal(1)}
_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_TIMES = re.compile(r"(-times|\Atimes|sorties)\Z")


def is_currency(unit: str) -> bool:
    """Tell whether a unit code is an ISO 4217 currency."""
    return bool(_CURRENCY.match(unit))


def counts_occurrences(unit: str) -> bool:
    """Tell whether a unit counts occurrences (person-times, sorties) rather than heads."""
    return bool(_TIMES.search(unit))


def dimension_of(unit: str) -> str:
    """Return the dimension of a unit code: mass, length, volume, money:CODE, count or times:CODE."""
    if unit in _MASS:
        return "mass"
    if unit in _LENGTH:
        return "length"
    if unit in _VOLUME:
        return "volume"
    if is_currency(unit):
        return f"money:{unit}"
    return f"times:{unit}" if counts_occurrences(unit) else "count"


def base_factor(unit: str) -> Decimal:
    """Return how many base units (kg, km, or the unit itself) one of ``unit`` is."""
    return _MASS.get(unit) or _LENGTH.get(unit) or _VOLUME.get(unit) or Decimal(1)
