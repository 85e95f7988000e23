"""Taking an import back: what it brought goes, what it changed returns to what it was; what a person touched since stops it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import CASCADE, SET_NULL, Model, Q, QuerySet
from django.utils import timezone

from articles.extraction.shingles import sketch
from articles.importer import archived, journal
from articles.importer.duplicates import regroup_around, renew_copies
from articles.importer.evidence import MEMBERSHIPS, TABLES
from articles.importer.evidence_rows import raw_delete
from articles.importer.orphans import remove_orphans, restore_statistics
from articles.importer.sketches import forget_sketches
from articles.importer.store import take_the_pen
from articles.importer.sync import EDITOR
from articles.models import (
    Article,
    ArticleTopic,
    ArticleVersion,
    Caption,
    Capture,
    Correction,
    ImportRun,
    MembershipStatement,
    ReviewState,
    RunChange,
    RunStatus,
)
from articles.search.indexing import index_articles
from events.models import Origin

OWN_ROWS: dict[str, type[Model]] = {
    "caption": Caption,
    "articletopic": ArticleTopic,
    **{str(table.model._meta.model_name): table.model for table in TABLES},
}


class CannotUndo(Exception):
    """A run that cannot be taken back; each line names one record and the reason."""

    def __init__(self, lines: list[str]) -> None:
        """Keep the lines."""
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a run back did."""

    removed: int
    restored: int
    orphans: dict[str, int]


def undo_run(number: int) -> Undone:
    """Take one run back in one transaction; raise :class:`CannotUndo` and change nothing when it must not be."""
    with transaction.atomic():
        take_the_pen()
        run = ImportRun.objects.filter(pk=number).first()
        if run is None:
            raise CannotUndo([f"there is no import #{number}; see: python manage.py import_runs"])
        if run.status == RunStatus.UNDONE:
            raise CannotUndo([f"import #{number} is undone already"])
        new = Article.objects.filter(first_run=run)
        changes = list(RunChange.objects.filter(run=run).exclude(article__first_run=run).select_related("article").order_by("pk"))
        if lines := list(refusals(run, new, changes)):
            raise CannotUndo(lines)
        archived.restore(run)
        removed = _remove(list(new.values_list("pk", flat=True)))
        for change in changes:
            _restore(change, run)
        _renew([change.article_id for change in changes])
        RunChange.objects.filter(run=run).delete()
        orphans = remove_orphans()
        _remove_captures()
        run.status, run.finished_at = RunStatus.UNDONE, run.finished_at or timezone.now()
        run.save()
        return Undone(removed, len(changes), orphans)


def refusals(run: ImportRun, new: QuerySet[Article], changes: list[RunChange]) -> Iterator[str]:
    """Yield a line for every record that a person has edited, or another import has changed, since the run."""
    changed = [change.article_id for change in changes]
    touched = Article.objects.filter(Q(pk__in=new.values("pk")) | Q(pk__in=changed)).order_by("search_no")
    for article in touched.filter(Q(pk__in=new.values("pk"), edited_at__isnull=False) | Q(pk__in=changed, edited_at__gte=run.started_at)):
        yield f"{_named(article)} was edited by a person: {', '.join(article.edited_fields) or 'see its history'}"
    for article in touched.exclude(last_run=run):
        yield f"{_named(article)} was changed again by import #{article.last_run_id}; undo that one first"
    for article in touched.filter(capture__edited_at__gte=run.started_at):
        yield f"a person set the archived address of {_named(article)}"
    for table in TABLES:
        rows = table.model._default_manager.select_related("article").order_by("pk")
        decided = ~Q(review_state=ReviewState.PENDING) | Q(rule=EDITOR)
        for row in rows.filter(decided & (Q(article__in=new) | Q(article__in=changed, reviewed_at__gte=run.started_at))):
            yield f"{row._meta.verbose_name} {row.pk} “{row.quote[:60]}” of {_named(row.article)} was reviewed by a person"
    for topic in ArticleTopic.objects.filter(article__in=new, origin=Origin.EDITOR).select_related("article", "topic"):
        yield f"{_named(topic.article)} was given the topic “{topic.topic}” by a person"
    for correction in Correction.objects.filter(article__in=new, origin=Origin.EDITOR).select_related("article"):
        yield f"a person corrected “{correction.quote[:60]}” in {_named(correction.article)}"


def _named(article: Article | None) -> str:
    return f"article {article.public_id} “{article.title[:60]}”" if article else "an article"


def _remove(ids: list[int]) -> int:
    """Remove articles with everything that hangs on them; loaded corrections wait for them again."""
    groups = list(Article.objects.filter(pk__in=ids).exclude(duplicate_group="").values_list("duplicate_group", flat=True).distinct())
    Correction.objects.filter(article__in=ids).update(article=None, start=None, end=None)
    statements = MembershipStatement.objects.filter(article__in=ids)
    raw_delete(MembershipStatement.states.through, "membershipstatement__in", statements.values("pk"))
    forget_sketches(ids)
    for relation in Article._meta.related_objects:
        column = f"{relation.field.name}__in"
        if relation.on_delete is CASCADE and not relation.many_to_many:
            raw_delete(relation.related_model, column, ids)
        elif relation.on_delete is SET_NULL:
            relation.related_model._default_manager.filter(**{column: ids}).update(**{relation.field.name: None})
    raw_delete(Article, "pk__in", ids)
    regroup_around(groups)
    return len(ids)


def _remove_captures() -> None:
    """Remove the bytes that no article, no earlier text and no other import's journal needs."""
    kept = RunChange.objects.filter(before__columns__has_key="capture_id").values_list("before__columns__capture_id", flat=True)
    idle = Capture.objects.filter(articles__isnull=True, versions__isnull=True)
    raw_delete(Capture, "pk__in", sorted(set(idle.values_list("pk", flat=True)) - set(kept)))


def _restore(change: RunChange, run: ImportRun) -> None:
    """Bring one article back to what it was before the run."""
    article: Article = change.article
    before: dict[str, Any] = change.before
    kept = journal.restore(Article, before["columns"])
    for name in before["columns"]:
        setattr(article, name, getattr(kept, name))
    version = ArticleVersion.objects.filter(article=article, replaced_by_run=run).first()
    if version is not None:
        article.text = version.text
        version.delete()
    article.reading_digest = ""  # The next import reads it again.
    article.save_base(raw=True)  # No signals: this is no person's edit.
    statistics = restore_statistics(before.get("statistics", ()))
    for name, rows in before["rows"].items():
        _restore_rows(article, name, rows, statistics)
    for correction in Correction.objects.filter(article=article):
        start = article.text.find(correction.quote)
        correction.start, correction.end = (start, start + len(correction.quote)) if start >= 0 else (None, None)
        correction.article = article if start >= 0 else None
        Correction.objects.bulk_update([correction], ["article", "start", "end"])


def _restore_rows(article: Article, name: str, rows: list[journal.Row], statistics: dict[int, int]) -> None:
    model = OWN_ROWS[name]
    present = model._default_manager.filter(article=article)
    if model is ArticleTopic:
        present = present.filter(origin=Origin.IMPORT)
    ids = list(present.values_list("pk", flat=True))
    if model is MembershipStatement:
        raw_delete(MembershipStatement.states.through, "membershipstatement__in", ids)
    raw_delete(model, "pk__in", ids)
    for row in rows:
        for column in ("machine_statistic_id", "reviewed_statistic_id", "statistic_id"):
            if row.get(column) in statistics:
                row[column] = statistics[row[column]]
    model._default_manager.bulk_create([journal.restore(model, row) for row in rows])
    if model is MEMBERSHIPS.model:
        through = MembershipStatement.states.through
        pairs = [(row["id"], state) for row in rows for state in row.get("states", ())]
        through._default_manager.bulk_create([through(membershipstatement_id=statement, state_id=state) for statement, state in pairs])


def _renew(ids: Iterable[int]) -> None:
    """Make search terms and sketches follow the restored texts."""
    rows = list(Article.objects.filter(pk__in=list(ids)).values_list("pk", "text"))
    sketches = {pk: sketch(text) for pk, text in rows}
    renew_copies(sketches, list(sketches), set())
    index_articles(sketches)
