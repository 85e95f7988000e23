"""Tags and filters of every page: navigation, numbers with their bounds, dates with their precision, badges, foreign words."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from events.bounds import Bounds
from events.naming import local, meeting_name, meeting_place
from events.partial_dates import PartialDate
from events.units import dimension_of, is_currency
from events.wording import bounds_spoken, bounds_text, date_text, number_text, qualifier_words, unit_words

register = template.Library()

SYMBOLS = {
    "exact": "b-exact",
    "more_than": "b-gt",
    "at_least": "b-ge",
    "less_than": "b-lt",
    "at_most": "b-le",
    "about": "b-about",
    "between": "b-range",
}
MAIN_ENTRIES: tuple[tuple[str, Promise], ...] = (
    ("articles:list", _("Articles")),
    ("events:statistic-list", _("Figures")),
    ("events:operation-list", _("Operations")),
    ("events:meeting-list", _("Meetings")),
    ("events:state-list", _("States")),
    ("events:topic-list", _("Topics")),
    ("articles:coverage", _("Coverage")),
    ("articles:method", _("Method")),
)
FOOT_ENTRIES: tuple[tuple[str, Promise], ...] = (
    ("articles:method", _("How figures are read")),
    ("articles:codebook", _("Codebook")),
    ("events:measure-list", _("Measures")),
    ("events:gaps", _("Gaps")),
    ("articles:checks", _("Membership checks")),
    ("articles:corrections", _("Corrections")),
)
# Sign of a badge by what it says; an open matter gets the dashed edge.
REVIEW_KINDS = {"accepted": "ok", "corrected": "slip", "pending": "unk", "rejected": "bad"}
VERDICT_KINDS = {
    "agrees": "ok",
    "used_to_date": "ok",
    "differs": "bad",
    "cannot_tell": "unk",
    "consistent": "ok",
    "conflicting": "bad",
    "possible_slip": "slip",
    "one_source": "unk",
}
Badge = dict[str, Any]


def _entries(context: template.Context, names: Iterable[tuple[str, Promise]]) -> dict[str, Any]:
    request: HttpRequest | None = context.get("request")
    here = request.path if request else ""
    entries = []
    for name, label in names:
        url = reverse(name)
        current = "page" if here == url else "true" if here.startswith(url) else ""
        entries.append({"url": url, "label": label, "current": current})
    return {"entries": entries}


@register.inclusion_tag("components/nav.html", takes_context=True)
def main_navigation(context: template.Context) -> dict[str, Any]:
    """Draw the main menu, the reader's section marked."""
    return _entries(context, MAIN_ENTRIES)


@register.inclusion_tag("components/foot_nav.html", takes_context=True)
def footer_navigation(context: template.Context) -> dict[str, Any]:
    """Draw the links at the foot of every page."""
    return _entries(context, FOOT_ENTRIES)


@register.filter
def number(value: Decimal | int | None) -> str:
    """Write a number as the reader's language does."""
    return number_text(value)


@register.filter
def when(date: Any) -> str:
    """Write the date of a record, a partial date, an EDTF text or a plain day in full; empty when not known."""
    return date_text(_partial(date))


@register.filter
def when_short(date: Any) -> str:
    """Write the same for tables and lists."""
    return date_text(_partial(date), short=True)


def _partial(date: Any) -> PartialDate | None:
    if isinstance(date, datetime.datetime):
        date = timezone.localtime(date).date()
    if isinstance(date, datetime.date):
        date = date.isoformat()
    if isinstance(date, str):
        return PartialDate.parse(date) if date else None
    if date is None or isinstance(date, PartialDate):
        return date
    partial: PartialDate | None = date.partial_date
    return partial


@register.inclusion_tag("components/bound.html")
def bound(bounds: Bounds, unit: str = "", glyph: bool = True) -> dict[str, Any]:
    """Draw bounds as glyph, sign, number and a unit of mass, length or money; the sign is spoken as words."""
    words = qualifier_words(bounds)
    return {
        "symbol": SYMBOLS[bounds.qualifier] if glyph else "",
        "sign": bounds.sign if words else "",
        "words": words,
        "padded": glyph and bounds.qualifier == "exact",
        "low": number_text(bounds.point),
        "high": number_text(bounds.high) if bounds.qualifier == "between" else "",
        "to": gettext("to"),
        "unit": unit_sign(unit),
    }


@register.inclusion_tag("components/glyph.html")
def glyph(bounds: Bounds) -> dict[str, str]:
    """Draw the glyph of some bounds alone."""
    return {"symbol": SYMBOLS[bounds.qualifier]}


@register.filter
def bounds_in_words(bounds: Bounds) -> str:
    """Write bounds as they are spoken."""
    return bounds_spoken(bounds)


@register.filter
def bounds_in_signs(bounds: Bounds) -> str:
    """Write bounds as they are printed."""
    return bounds_text(bounds)


@register.inclusion_tag("components/badge.html")
def badge(kind: str, text: str) -> Badge:
    """Draw a badge: sign, word and colour together. Kinds: ok, bad, slip, unk."""
    return {"kind": kind, "text": text}


@register.inclusion_tag("components/badge.html")
def review_badge(evidence: Any) -> Badge:
    """Say whether a person has decided about a reading."""
    state = evidence.review_state
    words = {"accepted": gettext("Accepted"), "corrected": gettext("Corrected by an editor"), "rejected": gettext("Rejected")}
    return {"kind": REVIEW_KINDS[state], "text": words.get(state, gettext("Read by machine, not yet reviewed"))}


@register.inclusion_tag("components/badge.html")
def verdict_badge(code: str) -> Badge:
    """Draw the verdict of a membership check or of a comparison of reports."""
    words = {
        "agrees": gettext("Agrees"),
        "differs": gettext("Differs"),
        "cannot_tell": gettext("Cannot tell"),
        "used_to_date": gettext("Used to date the article"),
        "consistent": gettext("Consistent"),
        "conflicting": gettext("Conflict"),
        "possible_slip": gettext("Possible slip"),
        "one_source": gettext("One source"),
    }
    return {"kind": VERDICT_KINDS[code], "text": words[code]}


@register.filter
def in_language(text: str, language: str) -> str | SafeString:
    """Mark words of another language than the page's, so that font and voice fit them."""
    if not text or not language or language == (get_language() or "en")[:2]:
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


@register.filter
def by_script(text: str) -> str | SafeString:
    """Mark a name in the language its script stands for here, where no record says which: Chinese or Russian."""
    if any("\u4e00" <= sign <= "\u9fff" for sign in text):
        return in_language(text, "zh")
    return in_language(text, "ru") if any("\u0400" <= sign <= "\u04ff" for sign in text) else text


@register.inclusion_tag("components/crumbs.html")
def crumbs(*steps: str) -> dict[str, Any]:
    """Draw the way to this page: addresses and labels in turn, the last address empty."""
    return {"crumbs": list(zip(steps[::2], steps[1::2], strict=True))}


@register.filter
def at(table: Mapping[Any, Any], key: Any) -> Any:
    """Look a key up."""
    return table.get(key, "")


@register.filter(name="local")
def local_filter(record: Any, field: str = "name") -> str:
    """Write a record's name or label in the reader's language."""
    return local(record, field)


@register.filter
def unless_said_by(text: str, title: str) -> str:
    """Return a text, or nothing where it only says its title again."""
    return "" if text.strip().rstrip(".。").casefold() == title.strip().rstrip(".。").casefold() else text


@register.filter
def is_web_address(text: str) -> bool:
    """Tell whether a text may stand in a link."""
    return text.startswith(("http://", "https://"))


@register.filter
def unit_name(unit: str) -> str:
    """Write a unit in full, as it stands behind a number."""
    return unit_words(unit)


@register.filter
def unit_sign(unit: str) -> str:
    """Write a unit only where it is a sign of mass, length or money; a counted thing is named by its measure."""
    return unit if dimension_of(unit) in {"mass", "length", "volume"} or is_currency(unit) else ""


@register.filter(name="meeting_name")
def meeting_name_filter(meeting: Any) -> str:
    """Write what a meeting is called."""
    return meeting_name(meeting)


@register.filter(name="meeting_place")
def meeting_place_filter(meeting: Any) -> str:
    """Write where a meeting took place, as far as known."""
    return meeting_place(meeting)
