"""Views over everything: the timeline of meetings and operations, and the grid of what nobody said."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, ClassVar

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from events.charts.files import Caption, csv_file, svg_file
from events.charts.silence import Grid, Told, silence_grid
from events.charts.timeline import Timeline, timeline_of
from events.evidence import mention_model, shown
from events.models import Measure, Meeting, Operation, OperationStatistic
from events.naming import local, meeting_place
from events.wording import number_text


def all_meetings() -> QuerySet:
    """Return the meetings of the timeline, oldest first."""
    return shown(Meeting.objects.select_related("series", "state")).order_by(F("start").asc(nulls_last=True), "pk")


def all_operations() -> QuerySet:
    """Return the operations of the timeline and the grid, oldest first."""
    return shown(Operation.objects.all()).order_by(F("start").asc(nulls_last=True), "pk")


def current_timeline() -> Timeline | None:
    """Draw everything."""
    return timeline_of(all_meetings(), all_operations())


class TimelineView(TemplateView):
    """Meetings and operations on one line of time."""

    template_name = "events/timeline.html"
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather both."""
        meetings, operations = list(all_meetings()), list(all_operations())
        return super().get_context_data(
            timeline=timeline_of(meetings, operations),
            events=sorted([*meetings, *operations], key=lambda record: (record.start is None, record.start or timezone.now().date())),
            data_of=timezone.now(),
            **kwargs,
        )


@require_safe
def timeline_drawing(request: HttpRequest) -> HttpResponse:
    """The timeline as a drawing that stands alone."""
    timeline = current_timeline()
    if timeline is None:
        return HttpResponse("\n", status=404, content_type="text/plain")
    text = _(
        "One lane for each series and each kind. Linear scale of years. A bar is an event that lasted, or one dated to a month or a year."
    )
    caption = Caption(_("Meetings and operations through the years"), text, reverse("events:timeline"))
    return svg_file("charts/timeline.html", {"timeline": timeline, "is_file": True}, "timeline", caption)


@require_safe
def timeline_table(request: HttpRequest) -> HttpResponse:
    """The events of the timeline."""

    def rows() -> Iterator[list[object]]:
        for meeting in all_meetings():
            yield ["meeting", local(meeting.series), meeting.ordinal, meeting.date, meeting_place(meeting), meeting.get_absolute_url()]
        for operation in all_operations():
            yield ["operation", local(operation), "", operation.date, operation.location, operation.get_absolute_url()]

    return csv_file(["kind", "name", "number", "date", "place", "address"], rows(), "timeline")


def current_grid() -> Grid:
    """Build the grid of every operation that has taken place."""
    operations = [o for o in all_operations() if o.start is None or o.start <= timezone.now().date()]
    told = figures_told()
    return silence_grid(operations, told, Measure.objects.in_bulk({figure.measure for figure in told}))


def figures_told() -> list[Told]:
    """Return the shown figures of operations with the sources that report them; a figure that no article reports is its own source."""
    figures = shown(OperationStatistic.objects.filter(operation__isnull=False, measure__isnull=False)).order_by()
    reports = mention_model(OperationStatistic).objects.shown().filter(statistic__operation__isnull=False)
    sources: dict[int, set[str]] = defaultdict(set)
    for figure, group, article in reports.order_by().values_list("statistic_id", "article__duplicate_group", "article__public_id"):
        sources[figure].add(group or article)
    return [
        Told(operation, measure, high == 0, frozenset(sources.get(figure, {figure})))
        for figure, operation, measure, high in figures.values_list("pk", "operation_id", "measure_id", "high")
    ]


class SilenceView(TemplateView):
    """Operations by measures: what was reported, what was reported as zero, what nobody said."""

    template_name = "events/silence.html"
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Build the grid."""
        grid = current_grid()
        return super().get_context_data(grid=grid, data_of=timezone.now(), **drawing_of(grid), **kwargs)


def drawing_of(grid: Grid) -> dict[str, Any]:
    """Return what the drawing of the grid needs."""
    said = _("%(told)s of %(all)s operations have a reported figure of one of these measures.")
    numbers = {"told": number_text(len(grid.told)), "all": number_text(len(grid.rows))}
    return {"drawn": grid.drawn(), "grid_id": "sg", "grid_title": _("Reports by operation and measure"), "grid_text": said % numbers}


@require_safe
def silence_drawing(request: HttpRequest) -> HttpResponse:
    """The grid as a drawing that stands alone."""
    drawing = drawing_of(current_grid())
    signs = _("A number counts the independent reports, a ringed zero was reported as zero, a dot or a dashed line was not mentioned.")
    caption = Caption(_("What nobody said: operations by measure"), f"{drawing['grid_text']} {signs}", reverse("events:silence"))
    return svg_file("charts/grid.html", {**drawing, "angle": "-60"}, "silence", caption)


@require_safe
def silence_table(request: HttpRequest) -> HttpResponse:
    """The grid as a table: number of reports, "zero" for a reported zero, empty for no mention."""
    grid = current_grid()
    rows = ([row.operation.slug, *("zero" if cell.is_zero else cell.reports or "" for cell in row.cells)] for row in grid.rows)
    return csv_file(["operation", *(measure.code for measure in grid.measures)], rows, "silence")
