"""The chart and the table of one measure as files with addresses of their own."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_filters import FilterSet

from events.addresses import ListAddress
from events.charts.files import Caption, csv_file, svg_file
from events.facets import Facet
from events.models import OperationStatistic
from events.naming import local
from events.views.statistics import StatisticListView
from events.wording import number_plain, number_text, unit_words

# So many figures and their reports are held at once while a table is written.
CHUNK = 1000


class FigureFileView(StatisticListView):
    """The chart and the table of one measure as files, under the list's own filters."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    wants_drawing = False

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Count nothing: a file has no panel."""
        return []

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Answer with the file, or with the reason why there is none."""
        if context["problems"] or not context.get("chart"):
            reason = " ".join(map(str, context["problems"])) or _("A chart needs one measure with at least one figure.")
            return HttpResponse(f"{reason}\n", status=400, content_type="text/plain; charset=utf-8")
        name = context["measure"].code
        if not self.wants_drawing:
            return csv_file(COLUMNS, map(csv_row, self.matching.iterator(chunk_size=CHUNK)), name)
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


COLUMNS = (
    *("id", "measure", "low", "high", "low_excluded", "high_excluded", "approximate", "unit"),
    *("operation", "states", "period", "quote", "outlet", "published", "article", "review"),
)


def csv_row(figure: OperationStatistic) -> list[object]:
    """Return a figure with its earliest report as cells; withheld words stay out."""
    report = figure.reports[0] if figure.reports else None  # type: ignore[attr-defined]
    article = report.article if report else None
    return [
        figure.public_id,
        figure.measure.code if figure.measure else "",
        number_plain(figure.low),
        number_plain(figure.high),
        figure.low_strict,
        figure.high_strict,
        figure.approximate,
        figure.unit,
        figure.operation.slug if figure.operation else "",
        " ".join(state.code for state in figure.states.all()),
        figure.date,
        report.quote if report and article.access != "withheld" else "",
        article.outlet if article else "",
        article.date if article else "",
        article.get_absolute_url() if article else "",
        report.review_state if report else "",
    ]
