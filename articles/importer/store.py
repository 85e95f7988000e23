"""The one writer: a batch of readings becomes rows, in one transaction, each article whole.

Everything is looked up by natural key inside the transaction, so a second import, or another import at the same time, finds what the first
has stored. Nothing that a person has set or decided is written over; :mod:`articles.importer.sync` holds those rules.
"""

import datetime
import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from articles.bulk_rows import insert_rows, insert_values
from articles.importer import archived, belongings, columns, facts, journal
from articles.importer.duplicates import renew_copies
from articles.importer.evidence import STATISTICS, Table, rows_of
from articles.importer.evidence_rows import load_evidence, write_evidence
from articles.importer.identity import Finder, Identified
from articles.importer.issues import Issue
from articles.importer.orphans import remove_orphan_statistics
from articles.importer.outcome import FieldChange, Outcome, Tally
from articles.importer.plan import Plan
from articles.importer.reading import ReadArticle, indexed_fields
from articles.importer.registry import Registry
from articles.importer.sync import Difference, compare
from articles.models import ArchiveVersion, Article, ArticleVersion, Capture, ImportRun, RunChange, SearchTerms, article_public_id
from articles.search.indexing import prepared_terms, write_terms
from articles.search.terms import FieldTerms
from articles.web_archives import is_archived


@dataclass(slots=True)
class Store:
    """Writes the batches of one run."""

    run: ImportRun
    registry: Registry
    tally: Tally
    seen: set[int] = field(default_factory=set)
    common: set[int] = field(default_factory=set)
    held_seconds: float = 0.0  # for which the last batch held the write lock

    def write(self, batch: Sequence[ReadArticle]) -> list[Outcome]:
        """Store a batch in one transaction and return what became of each reading."""
        began = time.monotonic()
        try:
            with transaction.atomic(), collecting_later():
                take_the_pen()
                began = time.monotonic()
                return self._write(batch)
        finally:
            self.held_seconds = time.monotonic() - began

    def _write(self, batch: Sequence[ReadArticle]) -> list[Outcome]:
        finder = Finder(self.seen)
        identified = finder.identify(batch)
        first = [one for one in identified if not one.repeated]
        self._ensure_facts([one.item for one in first])
        earlier = {one.place.article.pk: one.place.article.capture for one in first if one.place.article is not None}
        captures = self._ensure_captures(first, finder.captures)
        plans = [self._plan(one, captures) for one in first]
        self._insert([plan for plan in plans if plan.is_new])
        self._compare_evidence(plans)
        belongings.compare_belongings(plans, self.registry)
        write_evidence([(plan.article, plan.differences) for plan in plans], self.run)
        self._update([plan for plan in plans if plan.is_changed])
        self._touch([plan for plan in plans if plan.is_touched and not plan.is_changed])
        belongings.write_belongings(plans)
        archived.write_archived(plans, earlier, self.run)
        ids = {id(plan.identified.place): plan.article.pk for plan in plans}
        belongings.ensure_addresses(identified, {id(one.place): ids.get(id(one.place)) or one.place.known_article.pk for one in identified})
        belongings.place_corrections([plan for plan in plans if plan.is_new or plan.text_changed])
        renewed = [plan for plan in plans if plan.is_new or plan.text_changed]
        sketches = {plan.article.pk: plan.item.sketch for plan in renewed}
        renew_copies(sketches, [plan.article.pk for plan in renewed if not plan.is_new], self.common)
        insert_values(SearchTerms, prepared_terms((plan.article, _terms(plan)) for plan in plans if plan.is_new))
        if changed := [plan for plan in plans if plan.is_changed]:
            write_terms(prepared_terms((plan.article, _terms(plan)) for plan in changed))
        self.seen.update(plan.article.pk for plan in plans)
        return self._outcomes(identified, plans)

    def _ensure_facts(self, items: Sequence[ReadArticle]) -> None:
        extractions = [item.extraction for item in items]
        facts.ensure_outlets(extractions, self.registry)
        self.tally.proposed += facts.ensure_meetings([found for one in extractions for found in one.meetings], self.registry)
        self.tally.proposed += facts.ensure_operations([found for one in extractions for found in one.operations], self.registry)
        facts.ensure_statistics([found for one in extractions for found in one.statistics], self.registry)

    def _ensure_captures(self, identified: Sequence[Identified], known: dict[str, int]) -> dict[str, int]:
        """Keep the original bytes of what is new or differs from what was met before; return all rows by hash, the ``known`` among them."""
        wanted = {
            one.item.sha256: one for one in identified if one.place.article is None or one.place.article.capture.sha256 != one.item.sha256
        }
        now = timezone.now()
        new = {sha256: _capture(one, now) for sha256, one in wanted.items() if sha256 not in known and _is_needed(one, self.registry)}
        return known | dict(zip(new, insert_values(Capture, new.values(), with_keys=True), strict=True))

    def _plan(self, one: Identified, captures: dict[str, int]) -> Plan:
        article, item = one.place.article, one.item
        values = columns.read_columns(item, self.registry)
        if article is None:
            article = Article(
                source_key=one.place.source_key,
                public_id=article_public_id(one.place.source_key),
                capture_id=captures[item.sha256],
                first_run_id=self.run.pk,
                last_run_id=self.run.pk,
                **values,
                **columns.quiet_columns(item),
                **columns.access_columns(item, self.registry),
            )
            return Plan(one, article, is_new=True)
        plan = Plan(one, article, is_new=False)
        plan.old_columns = columns.apply_columns(article, values)
        plan.changes = columns.as_changes(plan.old_columns, article, self.registry)
        archived.compare_archived(plan)
        same_bytes = article.capture.sha256 == item.sha256
        if plan.changes and not same_bytes:
            plan.old_columns["capture_id"] = article.capture_id
            article.capture_id = captures[item.sha256]
        if plan.changes or same_bytes:
            plan.is_touched = bool(columns.apply_columns(article, columns.quiet_columns(item)))
        return plan

    def _insert(self, plans: Sequence[Plan]) -> None:
        if not plans:
            return
        last = Article.objects.aggregate(last=Max("search_no"))["last"] or 0
        taken = set(Article.objects.filter(public_id__in=[plan.article.public_id for plan in plans]).values_list("public_id", flat=True))
        for number, plan in enumerate(plans, start=last + 1):
            plan.article.search_no = number
            turn = 2
            while plan.article.public_id in taken:  # Twelve digits can meet by chance in a large archive.
                plan.article.public_id, turn = article_public_id(f"{plan.article.source_key}#{turn}"), turn + 1
            taken.add(plan.article.public_id)
        insert_rows((plan.article for plan in plans), with_keys=True)

    def _compare_evidence(self, plans: Sequence[Plan]) -> None:
        stored = load_evidence([plan.article.pk for plan in plans if not plan.is_new])
        for plan in plans:
            for table, readings in rows_of(plan.item.extraction, self.registry).items():
                old = stored[table].get(plan.article.pk, [])
                if not old and not readings:
                    continue
                before = [_evidence_row(row) for row in old]
                difference = compare(table, old, readings, plan.article.text, text_changed=plan.text_changed)
                plan.differences[table] = difference
                open_ends = [row for row in readings if _is_unmatched(table, row)]
                self.tally.unmatched += len(open_ends)
                plan.issues += [_unmatched_issue(plan, row) for row in open_ends]
                plan.issues += _review_issues(plan, difference)
                if difference and not plan.is_new:
                    name = table.model._meta.model_name or ""
                    plan.before[name] = before
                    plan.changes.append(FieldChange(name, f"{len(old)} rows", f"{_size_after(old, difference)} rows"))

    def _update(self, plans: Sequence[Plan]) -> None:
        """Write changed articles, the earlier text of those whose text changed, and the journal."""
        if not plans:
            return
        numbers = dict(
            ArticleVersion.objects.filter(article__in=[plan.article.pk for plan in plans])
            .values_list("article")
            .annotate(last=Max("number"))
        )
        versions, entries, names = [], [], {"last_run", *columns.QUIET}
        for plan in plans:
            if plan.text_changed:
                versions.append(
                    ArticleVersion(
                        article=plan.article,
                        number=numbers.get(plan.article.pk, 0) + 1,
                        title=plan.old_columns.get("title", plan.article.title),
                        text=plan.old_columns["text"],
                        capture_id=plan.old_columns.get("capture_id", plan.article.capture_id),
                        replaced_by_run=self.run,
                    )
                )
            kept = {name: value for name, value in plan.old_columns.items() if name != "text"}
            kept["last_run_id"] = plan.article.last_run_id
            before = {"columns": journal.plain(kept), "rows": plan.before, "statistics": _remove_orphans(plan), **archived.before(plan)}
            entries.append(RunChange(run=self.run, article=plan.article, before=before))
            plan.article.last_run = self.run
            names.update(name.removesuffix("_id") for name in plan.old_columns)
        ArticleVersion.objects.bulk_create(versions)
        RunChange.objects.bulk_create(entries, ignore_conflicts=True)
        Article.objects.bulk_update([plan.article for plan in plans], sorted(names))

    def _touch(self, plans: Sequence[Plan]) -> None:
        if plans:
            Article.objects.bulk_update([plan.article for plan in plans], list(columns.QUIET))

    def _outcomes(self, identified: Sequence[Identified], plans: Sequence[Plan]) -> list[Outcome]:
        by_place = {id(plan.identified.place): plan for plan in plans}
        outcomes = []
        for one in identified:
            plan = by_place.get(id(one.place))
            article = plan.article if plan else one.place.known_article
            outcome = Outcome("unchanged", article.pk, article.public_id, one.item, issues=list(one.item.warnings))
            if plan and not one.repeated:
                outcome.result = "inserted" if plan.is_new else "updated" if plan.is_changed else "unchanged"
                outcome.changes, outcome.issues = plan.changes, outcome.issues + plan.issues
            if one.shared_address:
                message = f"another article of this run has the same address ({one.item.source.url}); it is kept under its own id"
                outcome.issues.append(Issue("address-shared", one.item.piece.source, message, one.item.piece.line, article.public_id))
            outcomes.append(outcome)
        return outcomes


@contextmanager
def collecting_later() -> Iterator[None]:
    """Keep Python from looking for garbage while a batch is written: none of its many rows is garbage before the batch ends."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def take_the_pen() -> None:
    """Wait until nobody else writes articles: numbers stay dense, and two imports at once take turns batch by batch.

    On SQLite the transaction itself has waited for that.
    """
    if connection.features.has_select_for_update:
        list(ArchiveVersion.objects.select_for_update(no_key=True).filter(pk=ArchiveVersion.ALL).values_list("pk"))


def _terms(plan: Plan) -> FieldTerms | None:
    """Return the terms made while reading, unless a person's title or standfirst stands in the article."""
    article, item = plan.article, plan.item
    is_as_read = (article.title, article.standfirst, article.text) == indexed_fields(item.extraction)
    return item.terms if is_as_read else None


def _evidence_row(row: Any) -> journal.Row:
    """Return a row of evidence for the journal, a membership statement with its states."""
    states = getattr(row, "state_ids", None)
    return journal.row_of(row) if states is None else {**journal.row_of(row), "states": sorted(states)}


def _is_needed(one: Identified, registry: Registry) -> bool:
    """Tell whether a capture must be kept: of a new article always, of a known one when its record changes."""
    article = one.place.article
    if article is None:
        return True
    values, guarded = columns.read_columns(one.item, registry), columns.guarded_columns(article)
    return archived.differs(article, one.item) or any(
        getattr(article, name) != value for name, value in values.items() if name not in guarded
    )


def _capture(one: Identified, now: datetime.datetime) -> dict[str, Any]:
    piece = one.item.piece
    return {
        "sha256": one.item.sha256,
        "body": piece.body,
        "size": len(piece.body),
        "media_type": piece.media_type[:100],
        "charset": one.item.charset[:40],
        "url": ((one.item.source.url if is_archived(piece.url) else piece.url) or one.item.source.url or "")[:2000],
        "archived_url": one.item.source.archived_url or "",
        "http_status": piece.http_status,
        "name": piece.name[:500],
        "fetched_at": piece.fetched_at or now,
    }


def _remove_orphans(plan: Plan) -> list[journal.Row]:
    """Remove the figures that this article alone reported and reports no more."""
    rows = plan.before.get(STATISTICS.model._meta.model_name or "", [])
    return remove_orphan_statistics(row["machine_statistic_id"] for row in rows if row["machine_statistic_id"])


def _is_unmatched(table: Table, row: Any) -> bool:
    return table.target in ("meeting", "operation") and getattr(row, f"machine_{table.target}_id") is None


def _unmatched_issue(plan: Plan, row: Any) -> Issue:
    piece, note = plan.item.piece, row.reading.get("note", "")
    message = f"“{row.quote[:80]}” could not be tied to one record{': ' + note if note else ''}"
    return Issue("unmatched", piece.source, message, piece.line, plan.article.public_id)


def _size_after(old: Sequence[Any], difference: Difference) -> int:
    return len(old) + len(difference.create) - len(difference.delete) - len(difference.forget)


def _review_issues(plan: Plan, difference: Difference) -> list[Issue]:
    piece, article = plan.item.piece, plan.article.public_id
    issues = []
    for row in difference.kept:
        message = f"the rules now read “{row.quote[:80]}” otherwise than a reviewer decided; the review is kept"
        issues.append(Issue("review-differs", piece.source, message, piece.line, article))
    for row in [*difference.reopen, *difference.forget]:
        message = f"the words under a reviewed reading have changed (“{row.quote[:80]}”)"
        issues.append(Issue("review-reset", piece.source, message, piece.line, article))
    return issues
