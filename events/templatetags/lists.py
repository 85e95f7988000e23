"""Tags of the lists: the pager and the fields a filter form carries along."""

from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.addresses import ListAddress
from events.facets import Facet, FacetValue
from events.wording import number_text

register = template.Library()

AROUND = 2


@register.simple_tag
def facet_hidden_fields(address: ListAddress, facets: list[Facet]) -> SafeString:
    """Carry along what the panel itself does not set: words searched, order, length of the page."""
    own = {value.name for facet in facets for parent in facet.values for value in (parent, *parent.children)}
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', address.hidden_fields(*own))


@register.simple_tag
def facet_values(facet: Facet) -> SafeString:
    """Draw the boxes of a facet; not by a template, because a list page has a hundred of them and its loop would cost ten times."""
    language = get_language() or ""
    return mark_safe("".join(_value_row(value, language) for value in facet.values))


def _value_row(value: FacetValue, language: str) -> str:
    state = " checked" if value.active else "" if value.count else " disabled"
    zero = "" if value.count or value.active else ' class="zero"'
    children = "".join(_value_row(child, language) for child in value.children)
    nested = f'<ul role="list">{children}</ul>' if children else ""
    box, label = _box(value.name, value.value, value.label)
    return f"<li{zero}>{box}{state}>{label}{_count(value.count, language)}</span></label>{nested}</li>"


@lru_cache(maxsize=4096)
def _box(name: str, value: str, label: str) -> tuple[str, str]:
    """Return a value's box up to its state, and its label up to its count; the same few hundred are drawn for every page."""
    name, value = escape(name), escape(value)
    return (
        f'<label><input type="checkbox" id="f-{name}-{value}" name="{name}" value="{value}"',
        f'<span>{escape(label)}</span><span class="c">',
    )


@lru_cache(maxsize=16_384)
def _count(number: int, language: str) -> str:
    """Return a count as the language writes it."""
    return number_text(number)


@register.inclusion_tag("components/pager.html")
def pager(number: int, pages: int, address: ListAddress, newest_first: bool = False) -> dict[str, Any]:
    """Draw the way to the other pages; every link keeps the filters."""
    near = {1, pages, *range(number - AROUND, number + AROUND + 1)}
    steps: list[dict[str, Any]] = []
    for step in sorted(step for step in near if 1 <= step <= pages):
        if steps and step > steps[-1]["number"] + 1:
            steps.append({"gap": True, "number": step - 1})
        steps.append({"number": step, "url": address.replace("page", step), "current": step == number})
    return {
        "pages": pages,
        "steps": steps,
        "before": address.replace("page", number - 1) if 1 < number <= pages else "",
        "after": address.replace("page", number + 1) if number < pages else "",
        "before_label": _("Newer") if newest_first else _("Before"),
        "after_label": _("Older") if newest_first else _("Next"),
    }


@register.inclusion_tag("components/list_tools.html")
def list_tools(
    address: ListAddress, sorts: list[tuple[str, str]], sort: str, page_size: int, sizes: tuple[int, ...] = (20, 50, 100)
) -> dict[str, Any]:
    """Draw the choice of order and length."""
    return {
        "address": address,
        "hidden": address.hidden_fields("sort", "size"),
        "sorts": sorts,
        "sort": sort,
        "page_size": page_size,
        "sizes": sizes,
    }
