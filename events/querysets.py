"""Named questions to the tables of facts."""

import datetime
from typing import Any, TypeVar

from django.db import models
from django.db.models import Prefetch, Q

# The rows keep their own type through every question.
Row = TypeVar("Row", bound=models.Model, covariant=True)


class MembershipQuerySet(models.QuerySet[Row]):
    """Questions to the dated memberships."""

    def on(self, day: datetime.date) -> "MembershipQuerySet[Row]":
        """Return the memberships in force on ``day``; ``until`` is exclusive."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), start__lte=day)

    def overlapping(self, start: datetime.date, until: datetime.date | None) -> "MembershipQuerySet[Row]":
        """Return the memberships that share a day with ``start`` to ``until``, which is exclusive and open when ``None``."""
        rows = self.filter(Q(until__isnull=True) | Q(until__gt=start))
        return rows.filter(start__lt=until) if until else rows


class StateQuerySet(models.QuerySet[Row]):
    """Questions to the states."""

    def with_status_on(self, day: datetime.date) -> "StateQuerySet[Row]":
        """Prefetch each state's memberships in force on ``day`` as ``current_memberships``; at most one, the database allows no overlap."""
        memberships: Any = self.model._meta.get_field("memberships").related_model
        return self.prefetch_related(Prefetch("memberships", queryset=memberships.objects.on(day), to_attr="current_memberships"))


class DatedQuerySet(models.QuerySet[Row]):
    """Questions to records with a partial date."""

    def in_years(self, years: list[int]) -> "DatedQuerySet[Row]":
        """Return the rows whose date may mean a day in one of ``years``; a row without a date is in none."""
        condition = Q(pk__in=[])
        for year in years:
            first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
            condition |= (
                (Q(start__lte=last) | Q(start__isnull=True))
                & (Q(end__gte=first) | Q(end__isnull=True))
                & (Q(start__isnull=False) | Q(end__isnull=False))
            )
        return self.filter(condition)
