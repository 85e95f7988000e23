"""Where a public web archive holds a page: kept with the capture, and taken back with the import.

A later import replaces what an earlier one gave; one that names no address says nothing. What a person has set stays, an empty entry too.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.importer.outcome import FieldChange
from articles.importer.plan import Plan
from articles.importer.reading import ReadArticle
from articles.models import Article, Capture, ImportRun, RunChange

FIELD = "archived_url"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a capture shall say, and the plan that asks for it."""

    plan: Plan
    address: str
    edited_fields: list[str] = field(default_factory=list)
    edited_at: datetime.datetime | None = None


def differs(article: Article, item: ReadArticle) -> bool:
    """Tell whether a reading names another archived address than the article's capture has, and no person has set that one."""
    named, capture = item.source.archived_url, article.capture
    return bool(named) and named != capture.archived_url and FIELD not in capture.edited_fields


def compare_archived(plan: Plan) -> None:
    """Note on the plan of a known article an archived address that its capture does not have."""
    if differs(plan.article, plan.item):
        plan.archived_before = plan.article.capture.archived_url
        plan.changes.append(FieldChange(FIELD, plan.archived_before, plan.item.source.archived_url or ""))


def write_archived(plans: Sequence[Plan], earlier: dict[int, Capture], run: ImportRun) -> None:
    """Set the addresses on captures that stood before this batch, and hand them on to those that take the place of others.

    New bytes of the same words keep the archived address of the earlier bytes; of other words it shows no copy. ``earlier`` holds the
    capture of each known article before this batch.
    """
    wanted: dict[int, Wanted] = {}
    for plan in plans:
        named, capture = plan.item.source.archived_url or "", earlier.get(plan.article.pk)
        if capture is not None and "capture_id" in plan.old_columns and not plan.text_changed:
            address = capture.archived_url if FIELD in capture.edited_fields else named or capture.archived_url
            wanted[plan.article.capture_id] = Wanted(plan, address, capture.edited_fields, capture.edited_at)
        elif named and (plan.is_new or plan.archived_before is not None):
            wanted.setdefault(plan.article.capture_id, Wanted(plan, named))
    if not wanted:
        return
    rows, entries = [], []
    for row in Capture.objects.filter(pk__in=wanted).defer("body"):
        new = wanted[row.pk]
        if FIELD in row.edited_fields or (row.archived_url, row.edited_fields) == (new.address, new.edited_fields):
            continue
        if new.plan.is_new:  # The same bytes came before under another address; their capture must outlive an undo as it was.
            entries.append(RunChange(run=run, article=new.plan.article, before={"capture": {"id": row.pk, FIELD: row.archived_url}}))
        row.archived_url, row.edited_fields, row.edited_at = new.address, new.edited_fields, new.edited_at
        rows.append(row)
    Capture.objects.bulk_update(rows, [FIELD, "edited_fields", "edited_at"])
    RunChange.objects.bulk_create(entries, ignore_conflicts=True)


def before(plan: Plan) -> dict[str, Any]:
    """Return what the journal keeps of a capture whose address is replaced; nothing where other bytes take its place."""
    if plan.archived_before is None or "capture_id" in plan.old_columns:
        return {}
    return {"capture": {"id": plan.article.capture_id, FIELD: plan.archived_before}}


def restore(run: ImportRun) -> None:
    """Give captures back the addresses that a run replaced."""
    for kept in RunChange.objects.filter(run=run, before__has_key="capture").values_list("before__capture", flat=True):
        Capture.objects.filter(pk=kept["id"]).update(**{FIELD: kept[FIELD]})
