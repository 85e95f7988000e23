"""What a new reading of an article changes, as lines for a person."""

from collections.abc import Iterator
from typing import Any

from articles.importer.evidence import Table
from articles.importer.plan import Plan
from articles.models import Evidence

LONGEST = 80


def lines_of(plan: Plan) -> Iterator[str]:
    """Yield one line for each reading that is new, gone, changed, or kept because a person decided on it."""
    for table, difference in plan.differences.items():
        before = {row["id"]: row for row in plan.before.get(table.model._meta.model_name or "", [])}
        for row in difference.delete:
            yield f"  - {_name(table, row)}"
        for row in difference.create:
            yield f"  + {_name(table, row)}"
        for row in difference.update:
            yield f"  ~ {_name(table, row)}: {_changes(table, before[row.pk], row)}"
        for row in difference.kept:
            yield f"  = {_name(table, row)}: reviewed, kept; the rules read otherwise now"
    for change in plan.changes:
        if change.name == "articletopic":
            yield f"  ~ topics: {change.old} -> {change.new}"


def _name(table: Table, row: Evidence) -> str:
    what = " ".join(str(getattr(row, name)) for name in table.key if getattr(row, name)) or table.model._meta.verbose_name
    return f"{what} “{_short(row.quote)}” at {row.start}"


def _changes(table: Table, old: dict[str, Any], row: Evidence) -> str:
    names = ("start", "end", *table.columns, *table.key)
    differing = [name for name in names if old[name] != getattr(row, name)]
    return ", ".join(f"{name} {_short(old[name])} -> {_short(getattr(row, name))}" for name in differing) or "its states"


def _short(value: Any) -> str:
    text = " ".join(str("(empty)" if value in (None, "") else value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
