"""The snapshot of the archive's own knowledge that reading is matched against, taken once for each run.

Every article of a run is read against the same snapshot, so that the order of the sources does not matter; what the run proposes is tied
together when it is stored, by slug and by number.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet

from articles.extraction.records import (
    Known,
    KnownAlias,
    KnownMeeting,
    KnownMembership,
    KnownOperation,
    KnownOutlet,
    KnownState,
)
from articles.models import Outlet
from events.models import Alias, Measure, Meeting, MeetingSeries, Membership, Operation, Origin, State, Topic

_Proposable = TypeVar("_Proposable", bound=Model)


class NoReferenceData(Exception):
    """The archive holds no reference data yet, so nothing can be matched."""


def load_known() -> Known:
    """Return everything the matcher needs; raise :class:`NoReferenceData` before ``load_reference`` has run."""
    known = Known(
        states=tuple(KnownState(code, name) for code, name in State.objects.order_by("code").values_list("code", "name")),
        aliases=tuple(_aliases()),
        memberships=tuple(
            KnownMembership(state, status, start.isoformat(), until.isoformat() if until else None, founder)
            for state, status, start, until, founder in Membership.objects.order_by("start", "state__code", "status").values_list(
                "state__code", "status", "start", "until", "founder"
            )
        ),
        meetings=tuple(_meetings()),
        operations=tuple(_operations()),
        outlets=tuple(_outlets()),
        measures=tuple(Measure.objects.order_by("code").values_list("code", "dimension", "unit")),
        topics=tuple(Topic.objects.order_by("slug").values_list("slug", flat=True)),
        series=tuple(MeetingSeries.objects.order_by("slug").values_list("slug", "framework")),
    )
    if not (known.states and known.series and known.measures):
        raise NoReferenceData
    return known


def settled(known: Known) -> Known:
    """Return the snapshot without what imports proposed and nobody has touched.

    Reading against it does not depend on which articles were read before; a proposal that is read again is tied to its row by its key.
    """
    operations = set(_untouched_proposals(Operation).values_list("slug", flat=True))
    outlets = set(_untouched_proposals(Outlet).values_list("slug", flat=True))
    proposed = _untouched_proposals(Meeting).values_list("series__slug", "ordinal", "date")
    meetings = {(series, ordinal, date or None) for series, ordinal, date in proposed}
    return replace(
        known,
        meetings=tuple(row for row in known.meetings if (row.series, row.ordinal, row.date) not in meetings),
        operations=tuple(row for row in known.operations if row.slug not in operations),
        outlets=tuple(row for row in known.outlets if row.slug not in outlets),
    )


def fingerprint(known: Known) -> str:
    """Return a short hash of a snapshot: readings against equal snapshots are equal."""
    return hashlib.sha256(repr(known).encode()).hexdigest()[:16]


def _untouched_proposals(model: type[_Proposable]) -> QuerySet[_Proposable]:
    return model._default_manager.filter(origin=Origin.IMPORT, edited_at__isnull=True)


def _aliases() -> Iterable[KnownAlias]:
    rows = Alias.objects.order_by("kind", "owner", "language", "normalised").values_list(
        "kind", "owner", "language", "form", "form_type", "state__code"
    )
    for kind, owner, language, form, form_type, country in rows:
        yield KnownAlias(kind, owner, language, form, form_type, country if kind == "city" else None)


def _meetings() -> Iterable[KnownMeeting]:
    rows = Meeting.objects.order_by("series__slug", "ordinal", "start").values_list(
        "series__slug", "ordinal", "date", "city", "state__code", "status"
    )
    for series, ordinal, date, city, country, status in rows:
        yield KnownMeeting(series, ordinal, date or None, city or None, country, status)


def _operations() -> Iterable[KnownOperation]:
    participants = Prefetch("participants", queryset=State.objects.order_by("code"))
    for row in Operation.objects.order_by("slug").select_related("lead").prefetch_related(participants):
        yield KnownOperation(
            slug=row.slug,
            name=row.name,
            kind=row.kind,
            framework=row.framework,
            date=row.date or None,
            location=row.location,
            participants=tuple(state.code for state in row.participants.all()),
            lead=row.lead.code if row.lead else None,
        )


def _outlets() -> Iterable[KnownOutlet]:
    for slug, name, country, hosts in Outlet.objects.order_by("slug").values_list("slug", "name", "country__code", "hosts"):
        yield KnownOutlet(slug, name, country, tuple(hosts))
