"""The chart and the table of one measure as files with addresses of their own."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils.translation import gettext as _

from events.charts.files import csv_file, svg_file
from events.models import OperationStatistic
from events.views.statistics import StatisticListView
from events.wording import number_plain


class FigureFileView(StatisticListView):
    """The chart and the table of one measure as files, under the list's own filters."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    wants_drawing = False

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Answer with the file, or with the reason why there is none."""
        if context["problems"] or not context.get("chart"):
            reason = " ".join(map(str, context["problems"])) or _("A chart needs one measure with at least one figure.")
            return HttpResponse(f"{reason}\n", status=400, content_type="text/plain; charset=utf-8")
        name = context["measure"].code
        if self.wants_drawing:
            return svg_file("charts/figures.html", context, name)
        return csv_file(COLUMNS, map(csv_row, self.charted), name)


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
