"""The chart and the table of one measure as files with addresses of their own."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_filters import FilterSet

from events.addresses import ListAddress
from events.charts.files import Caption, csv_file, svg_file
from events.charts.table import COLUMNS, table_rows
from events.facets import Facet
from events.models import Measure
from events.naming import local
from events.views.statistics import StatisticListView
from events.wording import number_text, unit_words


class FigureFileView(StatisticListView):
    """The chart and the table of one measure as files, under the list's own filters."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    wants_drawing = False

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Count nothing: a file has no panel."""
        return []

    def number_of(self, filters: FilterSet) -> int:
        """Count the rows of the file; no facet needs more."""
        number: int = filters.qs.order_by().count()
        return number

    def chart_context(self, measure: Measure, address: ListAddress, total: int) -> dict[str, Any]:
        """Lay nothing out for the table."""
        return super().chart_context(measure, address, total) if self.wants_drawing else {"chart": total}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Answer with the file, or with the reason why there is none."""
        if context["problems"] or not context.get("chart"):
            reason = " ".join(map(str, context["problems"])) or _("A chart needs one measure with at least one figure.")
            return HttpResponse(f"{reason}\n", status=400, content_type="text/plain; charset=utf-8")
        name = context["measure"].code
        if not self.wants_drawing:
            return csv_file(COLUMNS, table_rows(self.matching), name)
        return svg_file("charts/figures.html", context, name, caption_of(context))


def caption_of(context: dict[str, Any]) -> Caption:
    """Say what the drawing shows, in which unit and on which scale, and what it leaves out."""
    chart = context["chart"]
    said = [
        str(_("As reported, year by year.") if context["by_year"] else _("As reported, by operation or period.")),
        f"{unit_words(chart.unit).capitalize()}.",
        str(_("Logarithmic scale: each line is ten times the one before.") if chart.scale.is_log else _("Linear scale from zero.")),
    ]
    if context["drawn"] < context["total"]:
        said.append(
            _("The newest %(n)s of %(total)s figures.") % {"n": number_text(context["drawn"]), "total": number_text(context["total"])}
        )
    if chart.left_out:
        one, many = "%(n)s figure in another unit is left out.", "%(n)s figures in another unit are left out."
        said.append(ngettext(one, many, chart.left_out) % {"n": number_text(chart.left_out)})
    return Caption(local(context["measure"], "label"), " ".join(said), context["page_url"])
