"""What a filter panel is made of, the same for every list: facets with counts, the links that toggle them, and removable chips.

Lists of events count with :func:`count_values` (GROUP BY) under the other active filters; the article list counts by bitmaps and fills the
same classes. A link is made by :class:`events.addresses.ListAddress`, so the address stays the state.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils import dates
from django_filters import FilterSet

from events.addresses import ListAddress
from events.periods import PeriodCounts, is_year

LONG = 12


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet: its query parameter and value, label and number of rows; ``gives_way`` is what choosing it removes."""

    name: str
    value: str
    label: str
    count: int
    active: bool
    address: ListAddress
    children: tuple["FacetValue", ...] = ()
    gives_way: Mapping[str, Collection[str]] | None = None

    @property
    def url(self) -> str:
        """The address that adds or removes the value; made when asked for, as most are not."""
        return self.address.toggle(self.name, self.value, instead_of=self.gives_way)


@dataclass(frozen=True)
class Facet:
    """One filter of a list with its values; within it several values mean OR, between facets AND."""

    name: str
    label: str
    values: tuple[FacetValue, ...]

    @property
    def is_active(self) -> bool:
        """Whether any value is chosen."""
        return any(value.active or any(child.active for child in value.children) for value in self.values)

    @property
    def is_long(self) -> bool:
        """Whether it has so many values that a box to filter them helps."""
        return len(self.values) > LONG


@dataclass(frozen=True)
class Chip:
    """An active filter as the reader sees it, with the address that removes it."""

    name: str
    facet: str
    label: str
    url: str


def under_other_filters(filters: FilterSet, *names: str) -> QuerySet:
    """Return a list's rows under every active filter except the named ones: what the counts of that facet are taken from."""
    data = filters.data.copy()
    for name in names:
        data.pop(name, None)
    return type(filters)(data, queryset=filters.queryset, request=filters.request).qs


def count_values(rows: QuerySet, column: str) -> dict[str, int]:
    """Count rows by the values of a column, which may lie behind a relation; a row counts once for each value it has."""
    model = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk"))
    counted = model.order_by().values_list(column).annotate(number=Count("pk", distinct=True))
    return {str(value): number for value, number in counted if value not in (None, "")}


def value_facet(
    name: str,
    label: str,
    counts: Mapping[str, int],
    labels: Mapping[str, str],
    address: ListAddress,
    *,
    in_given_order: bool = False,
) -> Facet:
    """Build a facet from counts by value, the chosen first, then the most frequent, or in the order of ``labels``.

    A chosen value stays at zero, and in a long facet it is never out of sight.
    """
    active = [value for value in address.values(name) if value in labels]
    shown = [value for value in labels if counts.get(value) or value in active]
    if not in_given_order:
        shown.sort(key=lambda value: (value not in active, -counts.get(value, 0), labels[value]))
    values = (FacetValue(name, value, labels[value], counts.get(value, 0), value in active, address) for value in shown)
    return Facet(name, label, tuple(values))


def year_facet(label: str, counts: PeriodCounts, address: ListAddress) -> Facet:
    """Build the facet of years, newest first with empty years between as zero; a chosen year opens to its months."""
    months = address.values("month")
    open_years = {*address.values("year"), *(month[:4] for month in months)}
    known = [int(year) for year in {*(year for year, number in counts.years.items() if number), *open_years} if is_year(year)]
    values = []
    for number in range(max(known), min(known) - 1, -1) if known else ():
        year = str(number)
        own_months = [month for month in months if month.startswith(year)]
        children = month_values(year, counts, address) if year in open_years else ()
        values.append(
            FacetValue(
                "year",
                year,
                year,
                counts.years[year],
                year in address.values("year"),
                address,
                children,
                {"month": own_months},
            )
        )
    return Facet("year", label, tuple(values))


def month_values(year: str, counts: PeriodCounts, address: ListAddress) -> tuple[FacetValue, ...]:
    """Return the months of a year that have rows or are chosen, in the order of the calendar."""
    values = []
    for number, name in dates.MONTHS.items():
        month = f"{year}-{number:02}"
        if counts.months[month] or month in address.values("month"):
            values.append(FacetValue("month", month, str(name), counts.months[month], month in address.values("month"), address))
    return tuple(values)


def chips_of(facets: Iterable[Facet]) -> list[Chip]:
    """Return a chip for each chosen value of the facets, in their order; a chosen month carries its year."""
    chips = []
    for facet in facets:
        for value in facet.values:
            if value.active and not any(child.active for child in value.children):
                chips.append(Chip(value.name, facet.label, value.label, value.url))
            chips += [Chip(child.name, facet.label, f"{child.label} {value.label}", child.url) for child in value.children if child.active]
    return chips
