"""Tags of the charts."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.charts.figures import ChartRow
from events.charts.marks import marks_of
from events.templatetags.archive import SYMBOLS

register = template.Library()


@register.filter
def percent(number: float) -> str:
    """Write a place on a plot, pointed the same way in every language."""
    return f"{number:.2f}%"


@register.filter
def pixels(number: float) -> str:
    """Write a height, pointed the same way in every language."""
    return f"{number:.1f}"


@register.simple_tag
def chart_marks(row: ChartRow) -> SafeString:
    """Draw the marks of a row of the figure chart."""
    return mark_safe(marks_of(row))


@register.inclusion_tag("charts/legend.html")
def bounds_legend(kinds: list[str]) -> dict[str, Any]:
    """Explain the marks that a chart uses."""
    words = {
        "exact": _("exact"),
        "more_than": _("more than"),
        "at_least": _("at least"),
        "less_than": _("less than"),
        "at_most": _("at most"),
        "between": _("a range"),
        "about": _("about"),
    }
    return {"entries": [(SYMBOLS[kind], words[kind]) for kind in words if kind in kinds]}
