"""Asks the membership check again for stored statements, after the reference data has changed."""

from typing import Any

from articles.extraction.memberships import Statement, verdict_of
from articles.extraction.records import KnownMembership
from articles.models import MembershipStatement, Verdict
from events.models import Membership, State

CHUNK = 1000


def recompute_verdicts() -> int:
    """Set verdict and explanation of every stored statement anew; return how many changed.

    A statement that was used to date its article is not checked against that date and stays as it is.
    """
    memberships = tuple(
        KnownMembership(state, status, start.isoformat(), until.isoformat() if until else None, founder)
        for state, status, start, until, founder in Membership.objects.order_by("start", "state__code", "status").values_list(
            "state__code", "status", "start", "until", "founder"
        )
    )
    names = dict(State.objects.values_list("code", "name"))
    rows = MembershipStatement.objects.exclude(verdict=Verdict.USED_TO_DATE).select_related("article").prefetch_related("states")
    changed: list[Any] = []
    for row in rows.only("kind", "numbers", "status", "date", "verdict", "explanation", "article__date").iterator(chunk_size=CHUNK):
        statement = Statement(
            kind=row.kind,
            start=0,
            end=0,
            rule="",
            numbers=tuple(row.numbers.items()),
            status=row.status or None,
            states=tuple(state.code for state in row.states.all()),
            date=row.date or None,
        )
        verdict, explanation = verdict_of(statement, row.article.date or None, memberships, lambda code: names.get(code, code))
        if (verdict, explanation) != (row.verdict, row.explanation):
            row.verdict, row.explanation = verdict, explanation
            changed.append(row)
    MembershipStatement.objects.bulk_update(changed, ["verdict", "explanation"], batch_size=CHUNK // 2)
    return len(changed)
