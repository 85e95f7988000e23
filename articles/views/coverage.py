"""The coverage page: what is held and what is missing, and the same as files."""

from typing import Any, ClassVar

from django.db import router
from django.db.models import F, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from articles.coverage import Coverage, coverage_of
from articles.models import Article
from articles.search.bitmaps import holdings
from events.charts.bars import year_bars
from events.charts.files import Caption, csv_file, svg_file
from events.counting import count_figure_periods
from events.evidence import shown
from events.filters import Labels
from events.models import OperationStatistic


def current_coverage(request: HttpRequest) -> Coverage:
    """Count what the archive holds now."""
    return coverage_of(holdings(router.db_for_read(Article)), Labels.of(request).states)


def ends_of_holdings() -> list[Article | None]:
    """Return the first and the last article whose date is closed; their keys are found in narrow indexes, then the two rows are read."""
    first = Article.objects.filter(start__isnull=False, end__isnull=False).order_by("start", "search_no")
    # Compared with each other, an open day drops out as well, and no index on one of the two leads through all the long rows.
    last = Article.objects.filter(end__gte=F("start")).order_by("-end", "search_no")
    keys = [Subquery(rows.values("pk")[:1]) for rows in (first, last)]
    return [Article.objects.filter(pk=key).defer("text", "basis_note", "standfirst").first() for key in keys]


class CoverageView(TemplateView):
    """Articles and figures per year and country, first and last dates, empty years."""

    template_name = "articles/coverage.html"
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Count."""
        coverage = current_coverage(self.request)
        figures = count_figure_periods(shown(OperationStatistic.objects.all()))
        first, last = ends_of_holdings()
        return super().get_context_data(
            coverage=coverage,
            bars=year_bars(coverage.by_year),
            figure_bars=year_bars({int(year): count for year, count in figures.years.items()}),
            empty_years=[year for year in coverage.years if not coverage.by_year.get(year)],
            first=first,
            last=last,
            data_of=timezone.now(),
            **countries_of(coverage),
            **kwargs,
        )


@require_safe
def coverage_drawing(request: HttpRequest) -> HttpResponse:
    """The bars of articles by year as a drawing that stands alone."""
    bars = year_bars(current_coverage(request).by_year)
    title = _("Articles held by year of publication")
    text = _("Number of articles. Linear scale from zero. A dashed slot is a year from which nothing is held.")
    return svg_file("charts/bars.html", {"bars": bars, "bars_title": title}, "coverage", Caption(title, text, reverse("articles:coverage")))


def countries_of(coverage: Coverage) -> dict[str, Any]:
    """Return what the drawing of countries by years needs."""
    title, text = _("Articles by year and country"), _("The area of a circle is the number of articles; where there is none, none is held.")
    return {"drawn": coverage.drawn_countries(), "grid_id": "cc", "grid_title": title, "grid_text": text}


@require_safe
def countries_drawing(request: HttpRequest) -> HttpResponse:
    """The countries by years as a drawing that stands alone."""
    drawing = countries_of(current_coverage(request))
    caption = Caption(drawing["grid_title"], drawing["grid_text"], reverse("articles:coverage"))
    return svg_file("charts/grid.html", drawing, "coverage-countries", caption)


@require_safe
def coverage_table(request: HttpRequest) -> HttpResponse:
    """Articles by year, in all and for each country, language and outlet."""
    coverage = current_coverage(request)
    rows: list[list[object]] = [["all", "", *(coverage.by_year.get(year, 0) for year in coverage.years), coverage.total]]
    for kind, lines in (("country", coverage.countries), ("language", coverage.languages), ("outlet", coverage.outlets)):
        rows += [[kind, line.value, *line.counts, line.total] for line in lines]
    return csv_file(["kind", "value", *map(str, coverage.years), "articles"], rows, "coverage")
