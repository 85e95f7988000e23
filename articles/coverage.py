"""What the archive holds, counted from the search index's bitmaps: articles by year, country, language and outlet."""

from dataclasses import dataclass

from django.urls import reverse
from pyroaring import BitMap

from articles.models import Language
from articles.search.bitmaps import Holdings
from articles.search.facets import articles_with
from events.charts.grid import DrawnGrid, GridCell, draw_grid, places, size_of
from events.wording import number_text

OUTLETS_NAMED = 20
# So many labels fit side by side on the narrowest page.
MOST_YEAR_LABELS = 9


@dataclass(frozen=True)
class Line:
    """One row of the table: a value, its number of articles in each year, and in all."""

    label: str
    value: str
    counts: list[int]
    total: int


@dataclass(frozen=True)
class Coverage:
    """Articles by year, and by year for each country, language and outlet."""

    years: list[int]
    by_year: dict[int, int]
    total: int
    undated: int
    countries: list[Line]
    languages: list[Line]
    outlets: list[Line]

    def drawn_countries(self) -> DrawnGrid:
        """Lay out countries by years, a circle for the articles of each year; a year without any stays empty."""
        xs = places(len(self.years))
        largest = max((count for line in self.countries for count in line.counts), default=1)
        rows = []
        for line in self.countries:
            counted = zip(self.years, line.counts, xs, strict=True)
            cells = [GridCell(x, "size", title=f"{line.label}, {year}: {count}", r=size_of(count, largest)) for year, count, x in counted]
            rows.append((line.label, number_text(line.total), f"{reverse('articles:list')}?country={line.value}", cells))
        every = -(-len(self.years) // MOST_YEAR_LABELS)
        labels = [f"’{year % 100:02}" if (self.years[-1] - year) % every == 0 else "" for year in self.years]
        return draw_grid(labels, rows)


def coverage_of(state: Holdings, states: dict[str, str]) -> Coverage:
    """Count what one state of the archive holds; an article dated to several years counts in each of them."""
    by_year = {int(year): len(found) for year, found in state.families["year"].items() if found}
    years = list(range(min(by_year), max(by_year) + 1)) if by_year else []
    dated = BitMap.union(BitMap(), *state.families["year"].values())
    languages = {str(code): str(label) for code, label in Language.choices}
    return Coverage(
        years,
        by_year,
        len(state.everything),
        len(state.everything - dated),
        _lines(state, "country", states, years),
        _lines(state, "language", languages, years),
        _lines(state, "outlet", state.vocabulary.outlet_names, years)[:OUTLETS_NAMED],
    )


def _lines(state: Holdings, name: str, labels: dict[str, str], years: list[int]) -> list[Line]:
    lines = []
    for value, label in labels.items():
        found = articles_with(state, name, value) & state.everything
        if found:
            counts = [found.intersection_cardinality(state.value("year", str(year))) for year in years]
            lines.append(Line(label, value, counts, len(found)))
    return sorted(lines, key=lambda line: (-line.total, line.label))
