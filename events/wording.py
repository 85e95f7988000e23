"""How numbers, bounds and dates read on a page, in the reader's language.

A qualifier never leaves its number: the eye gets a sign ("> 12,000"), the ear gets words ("more than 12,000"). A date never gains
precision: June 2001 prints as that.
"""

import datetime
from decimal import Decimal
from functools import lru_cache

from django.utils import formats
from django.utils.translation import get_language, gettext, gettext_noop, pgettext

from events.bounds import Bounds
from events.partial_dates import PartialDate

QUALIFIER_WORDS = {
    "exact": "",
    "more_than": gettext_noop("more than"),
    "at_least": gettext_noop("at least"),
    "less_than": gettext_noop("less than"),
    "at_most": gettext_noop("at most"),
    "about": gettext_noop("about"),
    "between": "",
}
UNIT_WORDS = {
    "t": gettext_noop("tonnes"),
    "kg": gettext_noop("kilograms"),
    "g": gettext_noop("grams"),
    "km": gettext_noop("kilometres"),
    "m": gettext_noop("metres"),
    "l": gettext_noop("litres"),
    "accounts": gettext_noop("accounts"),
    "aircraft": gettext_noop("aircraft"),
    "attacks": gettext_noop("attacks"),
    "bases": gettext_noop("bases"),
    "cases": gettext_noop("cases"),
    "cells": gettext_noop("cells"),
    "channels": gettext_noop("channels"),
    "crimes": gettext_noop("crimes"),
    "currency": gettext_noop("currency"),
    "firearms": gettext_noop("firearms"),
    "groups": gettext_noop("groups"),
    "items": gettext_noop("items"),
    "operations": gettext_noop("operations"),
    "organisations": gettext_noop("organisations"),
    "persons": gettext_noop("persons"),
    "person-times": gettext_noop("person-times"),
    "rounds": gettext_noop("rounds"),
    "sites": gettext_noop("sites"),
    "sorties": gettext_noop("sorties"),
    "times": gettext_noop("times"),
    "vehicles": gettext_noop("vehicles"),
    "vehicle-times": gettext_noop("vehicle-times"),
    "vessels": gettext_noop("vessels"),
    "vessel-times": gettext_noop("vessel-times"),
    "websites": gettext_noop("websites"),
}
OPEN = ".."


def number_plain(number: Decimal | None) -> str:
    """Return a number for machines: no grouping, a point, no trailing zeros; empty for no number."""
    return "" if number is None else f"{Decimal(number).normalize():f}"


def number_text(number: Decimal | int | None) -> str:
    """Return a number grouped and pointed as the reader's language does, without trailing zeros; empty for no number."""
    if number is None:
        return ""
    return _written_number(number, get_language())


@lru_cache(maxsize=10_000)
def _written_number(number: Decimal | int, language: str | None) -> str:
    """Write a number as the active language, which is named only to tell one answer from another, does."""
    plain = number_plain(Decimal(number))
    places = len(plain.partition(".")[2])
    return str(formats.number_format(plain, decimal_pos=places or None, use_l10n=True, force_grouping=True))


def qualifier_words(bounds: Bounds) -> str:
    """Return the words before the number, empty for an exact figure and for a range."""
    words = QUALIFIER_WORDS[bounds.qualifier]
    return gettext(words) if words else ""


def axis_text(number: Decimal) -> str:
    """Return a round number as it stands on an axis: "5,000", "10 million"."""
    for power, words in ((Decimal(10) ** 9, gettext_noop("%(n)s billion")), (Decimal(10) ** 6, gettext_noop("%(n)s million"))):
        if number >= power:
            return gettext(words) % {"n": number_text(number / power)}
    return number_text(number)


def bounds_text(bounds: Bounds) -> str:
    """Return bounds for the eye: "75", "> 12,000", "20–99"."""
    if bounds.qualifier == "between":
        return f"{number_text(bounds.low)}–{number_text(bounds.high)}"
    return f"{bounds.sign} {number_text(bounds.point)}".strip()


def bounds_spoken(bounds: Bounds) -> str:
    """Return bounds for the ear and for titles: "75", "more than 12,000", "20 to 99"."""
    if bounds.qualifier == "between":
        return gettext("%(low)s to %(high)s") % {"low": number_text(bounds.low), "high": number_text(bounds.high)}
    return f"{qualifier_words(bounds)} {number_text(bounds.point)}".strip()


def date_text(date: PartialDate | None, *, short: bool = False) -> str:
    """Return a partial date as written in running text ("10 July 2024"), or short for tables ("10 Jul 2024"); empty for none."""
    if date is None:
        return ""
    if date.precision != "interval":
        return _atom(date.text, short)
    first, _, second = date.text.partition("/")
    if first == OPEN:
        return gettext("until %(date)s") % {"date": _atom(second, short)}
    if second == OPEN:
        return gettext("from %(date)s") % {"date": _atom(first, short)}
    return _interval(first, second, short)


def _interval(first: str, second: str, short: bool) -> str:
    """Say what two dates share only once."""
    same_year, same_form = first[:4] == second[:4], len(first) == len(second)
    if same_year and len(first) == len(second) == 10 and first[:7] == second[:7]:
        return f"{_day(first, _in_month(short))}–{_atom(second, short)}"
    if same_year and same_form and len(first) > 4:
        shape = _in_year(short) if len(first) == 10 else _month_in_year(short)
        return f"{_day(first, shape)} – {_atom(second, short)}"
    return f"{_atom(first, short)} – {_atom(second, short)}"


def _atom(text: str, short: bool) -> str:
    if len(text) == 4:
        return text
    if len(text) == 7:
        return _day(text, pgettext("month, short", "M Y") if short else pgettext("month, long", "F Y"))
    return _day(text, pgettext("day, short", "j M Y") if short else pgettext("day, long", "j F Y"))


def _in_month(short: bool) -> str:
    return pgettext("first day of an interval within a month, short", "j") if short else pgettext("the same, long", "j")


def _in_year(short: bool) -> str:
    return pgettext("first day of an interval within a year, short", "j M") if short else pgettext("the same, long", "j F")


def _month_in_year(short: bool) -> str:
    return pgettext("first month of an interval within a year, short", "M") if short else pgettext("the same, long", "F")


def _day(text: str, shape: str) -> str:
    return _written_day(text, shape, get_language())


@lru_cache(maxsize=10_000)
def _written_day(text: str, shape: str, language: str | None) -> str:
    """Write a day in a shape as the active language, which is named only to tell one answer from another, does."""
    year, month, day = (*[int(part) for part in text.split("-")], 1, 1)[:3]
    return str(formats.date_format(datetime.date(year, month, day), shape))


def unit_words(unit: str) -> str:
    """Return a unit code as words in the reader's language: "t" is "tonnes"; a code without words of its own is read as it stands."""
    words = UNIT_WORDS.get(unit)
    return gettext(words) if words else unit.replace("_", " ")
