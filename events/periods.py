"""Years and months as filters: which are asked for, and which of them a partial date may mean."""

import calendar
import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from events.models.base import FIRST_DAY, LAST_DAY

YEAR = re.compile(r"\d{4}\Z", re.ASCII)
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])\Z", re.ASCII)


def is_year(text: str) -> bool:
    """Tell whether a text is a year the archive can hold."""
    return bool(YEAR.match(text)) and FIRST_DAY.year <= int(text) <= LAST_DAY.year


def is_month(text: str) -> bool:
    """Tell whether a text is a month such as 2024-07 in a year the archive can hold."""
    return bool(MONTH.match(text)) and is_year(text[:4])


def month_of(day: datetime.date) -> str:
    """Return the month of a day, 2024-07."""
    return f"{day:%Y-%m}"


def months_between(first: datetime.date, last: datetime.date) -> Iterator[str]:
    """Yield the months from one day to another."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def last_day_of(month: str) -> datetime.date:
    """Return the last day of a month."""
    year, number = int(month[:4]), int(month[5:])
    return datetime.date(year, number, calendar.monthrange(year, number)[1])


def narrowed(years: Iterable[str], months: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the years and months really meant: a chosen month narrows its year, the other chosen years stay whole."""
    months = list(months)
    opened = {month[:4] for month in months}
    return [year for year in years if year not in opened], months


def in_periods(years: Iterable[str], months: Iterable[str], *, start: str = "start", end: str = "end") -> Q:
    """Return the condition that a row's date may mean a day in one of the years or months; without any, every row fits."""
    whole_years, single_months = narrowed(years, months)
    spans = [(datetime.date(int(year), 1, 1), datetime.date(int(year), 12, 31)) for year in whole_years]
    spans += [(datetime.date(int(month[:4]), int(month[5:]), 1), last_day_of(month)) for month in single_months]
    condition = Q()
    for first, last in spans:
        condition |= (
            (Q(**{f"{start}__lte": last}) | Q(**{f"{start}__isnull": True}))
            & (Q(**{f"{end}__gte": first}) | Q(**{f"{end}__isnull": True}))
            & (Q(**{f"{start}__isnull": False}) | Q(**{f"{end}__isnull": False}))
        )
    return condition


@dataclass(frozen=True)
class PeriodCounts:
    """How many rows may fall into each year and month; a row whose date spans several counts in each of them."""

    years: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)

    @classmethod
    def over(cls, groups: Iterable[tuple[datetime.date | None, datetime.date | None, int]]) -> "PeriodCounts":
        """Count groups of rows with one date each; a date open at one end reaches to the first or last day that any row names."""
        known = [(first, last, number) for first, last, number in groups if number and (first or last)]
        days = [day for first, last, _number in known for day in (first, last) if day]
        counts = cls()
        for first, last, number in known:
            counts.add(first or min(days), last or max(days), number)
        return counts

    def add(self, first: datetime.date, last: datetime.date, rows: int) -> None:
        """Count rows whose date lies between two days."""
        for month in months_between(first, last):
            self.months[month] += rows
        for year in range(first.year, last.year + 1):
            self.years[str(year)] += rows


def count_periods(rows: QuerySet, *, start: str = "start", end: str = "end") -> PeriodCounts:
    """Count rows by year and month in one GROUP BY; a date open at one end reaches to the first or last month any row names."""
    model = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk"))
    groups = model.order_by().values_list(start, end).annotate(number=Count("pk"))
    return PeriodCounts.over(groups)
