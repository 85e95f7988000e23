"""The article list's facets: chosen values as bitmaps, and every count under the other active filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pyroaring import BitMap

from articles.models import Language
from articles.search.bitmaps import Holdings
from events.addresses import ListAddress
from events.facets import Facet, value_facet, year_facet
from events.periods import PeriodCounts, narrowed

BY_KEY = ("country", "topic", "outlet", "language")


@dataclass(frozen=True)
class Choice:
    """The articles that match the words searched for, and those each facet's chosen values let through."""

    state: Holdings
    found: BitMap
    filters: dict[str, BitMap]

    @property
    def hits(self) -> BitMap:
        """The articles under all filters."""
        return self.under_all_but("")

    def under_all_but(self, facet: str) -> BitMap:
        """Return the articles under every filter except that of one facet."""
        return BitMap.intersection(self.found, *(bitmap for name, bitmap in self.filters.items() if name != facet))


def choose(state: Holdings, found: BitMap, values: Mapping[str, Sequence[str]]) -> Choice:
    """Turn chosen values into bitmaps: OR within a facet; year and month are one facet."""
    filters = {}
    years, months = narrowed(values.get("year", ()), values.get("month", ()))
    if years or months:
        chosen = [*(state.value("year", year) for year in years), *(state.value("month", month) for month in months)]
        filters["date"] = BitMap.union(*chosen)
    for name in BY_KEY:
        if values.get(name):
            filters[name] = BitMap.union(*(articles_with(state, name, value) for value in values[name]))
    return Choice(state, found, filters)


def articles_with(state: Holdings, name: str, value: str) -> BitMap:
    """Return the articles that have a facet value as it stands in an address."""
    keys = (value,) if name == "language" else getattr(state.vocabulary, name).get(value, ())
    return BitMap.union(BitMap(), *(state.value(name, key) for key in keys))


def build_facets(choice: Choice, address: ListAddress, labels: Mapping[str, Mapping[str, str]]) -> list[Facet]:
    """Build year, country, topic, language and outlet with exact counts."""
    languages = {str(code): str(label) for code, label in Language.choices}
    titles = {"country": _("Country"), "topic": _("Topic"), "language": _("Language"), "outlet": _("Outlet")}
    facets = [year_facet(_("Year of publication"), count_dates(choice, address), address)]
    for name, title in titles.items():
        words = languages if name == "language" else labels[name]
        facets.append(value_facet(name, title, count(choice, name, words), words, address))
    return facets


def count(choice: Choice, name: str, values: Mapping[str, str]) -> dict[str, int]:
    """Count the articles of each value under the other filters."""
    base = choice.under_all_but(name)
    state = choice.state
    if name == "language":
        return {value: base.intersection_cardinality(state.value(name, value)) for value in values}
    counts = {}
    for value in values:
        keys = getattr(state.vocabulary, name).get(value, ())
        bitmap = state.value(name, keys[0]) if len(keys) == 1 else articles_with(state, name, value)
        counts[value] = base.intersection_cardinality(bitmap)
    return counts


def count_dates(choice: Choice, address: ListAddress) -> PeriodCounts:
    """Count the articles of each year, and of each month in the years that are open."""
    base = choice.under_all_but("date")
    state = choice.state
    counts = PeriodCounts()
    for year, bitmap in state.families["year"].items():
        counts.years[year] = base.intersection_cardinality(bitmap)
    opened = {*address.values("year"), *(month[:4] for month in address.values("month"))}
    for month, bitmap in state.families["month"].items():
        if month[:4] in opened:
            counts.months[month] = base.intersection_cardinality(bitmap)
    return counts
