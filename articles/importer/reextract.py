"""Reading stored articles anew after the word lists or the reference data have changed.

The text, its title and its date stay as they are stored: only the facts are read again. What differs is written by the rules of a second
import (:mod:`articles.importer.sync`): unreviewed readings are replaced, reviewed ones stay and the disagreement is an issue of the run.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import cast

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from articles.extraction.lexicon import lexicon_version
from articles.extraction.records import Basis, CleanText, Description, Extraction, SourceText
from articles.extraction.records import Caption as CaptionRead
from articles.extraction.records import Language as LanguageRead
from articles.importer import belongings, runs
from articles.importer.evidence_rows import write_evidence
from articles.importer.identity import Identified, Place
from articles.importer.known import load_known, settled
from articles.importer.options import Options
from articles.importer.outcome import Tally
from articles.importer.plan import Plan
from articles.importer.readers.base import Piece
from articles.importer.reading import ReadArticle
from articles.importer.registry import Registry
from articles.importer.rereading import StoredText, reread_all
from articles.importer.store import Store, collecting_later, take_the_pen
from articles.importer.upkeep import map_little
from articles.models import Article, ArticleTopic, Caption, ImportRun
from articles.search.indexing import index_articles
from events.models import Origin

CHUNK = 24  # articles stored in one transaction: the write lock is held only briefly
REVIEW_DIFFERS = "review-differs"
PLAIN_TEXT = "text/plain"


@dataclass(slots=True)
class Reextraction:
    """One run under way; ``on_plan`` hears of every article whose reading differs, ``on_advance`` of every article read."""

    workers: int = 1
    dry_run: bool = False
    everything: bool = False
    on_plan: Callable[[Plan], None] = lambda plan: None
    on_advance: Callable[[int], object] = lambda number: None
    tally: Tally = field(default_factory=Tally)

    def waiting(self) -> QuerySet[Article]:
        """Return the articles to be read: those not read with today's word lists, or all of them."""
        articles = Article.objects.order_by("pk")
        return articles if self.everything else articles.exclude(lexicon_version=lexicon_version()[:20])

    def execute(self) -> ImportRun:
        """Carry the run out; a dry run does the same work in one transaction that is rolled back."""
        known = settled(load_known())
        map_little()
        with transaction.atomic() if self.dry_run else nullcontext():
            run = runs.begin(Options(sources=("reextract",), workers=self.workers))
            writer = Writer(run, Registry.load(), self.tally)
            for readings in reread_all(self._stored(), known, self.workers):
                plans = writer.rewrite(dict(readings))
                for plan in plans:
                    self.tally.updated += plan.is_changed
                    self.tally.unchanged += not plan.is_changed
                    differing = [issue for issue in plan.issues if issue.code == REVIEW_DIFFERS]
                    self.tally.warnings += len(differing)
                    # What else there is to say of an unchanged article was said when it was first read so.
                    runs.note(run, ((issue, plan.article.pk) for issue in (plan.issues if plan.is_changed else differing)))
                    if plan.changes or differing:
                        self.on_plan(plan)
                self.on_advance(len(readings))
            runs.finish(run, self.tally)
            if self.dry_run:
                transaction.set_rollback(True)
        return run

    def _stored(self) -> Iterator[list[StoredText]]:
        """Yield the stored texts in chunks; which articles they are is settled at the start, since writing changes the answer."""
        ids = list(self.waiting().values_list("pk", flat=True))
        captions = Prefetch("captions", queryset=Caption.objects.order_by("start"))
        for first in range(0, len(ids), CHUNK):
            articles = Article.objects.filter(pk__in=ids[first : first + CHUNK]).select_related("outlet").prefetch_related(captions)
            yield [stored_text(article) for article in articles.order_by("pk")]


def stored_text(article: Article) -> StoredText:
    """Return what reading needs of a stored article."""
    clean = CleanText(
        text=article.text,
        title=article.title,
        standfirst=article.standfirst or None,
        byline=article.byline or None,
        captions=tuple(CaptionRead(row.start, row.end, row.credit) for row in article.captions.all()),
        head_lines=(),
        removed=(),
        version=article.text_version,
    )
    description = Description(
        title=article.title,
        standfirst=article.standfirst or None,
        byline=article.byline or None,
        outlet=article.outlet.name if article.outlet else None,
        outlet_slug=article.outlet.slug if article.outlet else None,
        language=cast(LanguageRead, article.language),
        published=article.date or None,
        published_basis=cast(Basis, article.basis) if article.basis else None,
        published_note=article.basis_note,
    )
    return StoredText(article.pk, article.public_id, clean, description)


class Writer(Store):
    """Writes new readings of stored articles, a chunk in one transaction."""

    def rewrite(self, readings: dict[int, Extraction]) -> list[Plan]:
        """Store the readings by article and return what each changes."""
        with transaction.atomic(), collecting_later():
            take_the_pen()
            articles = Article.objects.filter(pk__in=readings).select_related("capture", "first_run", "last_run").order_by("pk")
            topics = _topics_of_sources(list(articles))
            plans = [self._plan_anew(article, readings[article.pk], topics[article.pk]) for article in articles]
            self._ensure_facts([plan.item for plan in plans])
            self._compare_evidence(plans)
            belongings.compare_belongings(plans, self.registry)
            write_evidence([(plan.article, plan.differences) for plan in plans], self.run)
            self._update([plan for plan in plans if plan.is_changed])
            self._touch([plan for plan in plans if not plan.is_changed])
            belongings.write_belongings(plans)
            index_articles([plan.article.pk for plan in plans if plan.is_changed])
        return plans

    def _plan_anew(self, article: Article, extraction: Extraction, topics: tuple[str, ...]) -> Plan:
        """Return the plan of an article whose columns stay as they are, but for the version of the word lists."""
        # The outlet is the stored one; a reading that names it again must not bring it in as new.
        extraction = replace(extraction, description=replace(extraction.description, outlet=None, outlet_slug=None))
        piece = Piece("stored", article.source_key, article.public_id, b"", article.public_id)
        source = SourceText(ident=article.public_id, text="", topics=topics)
        item = ReadArticle(piece, source, extraction, charset="", sketch=(), digest=article.reading_digest, terms=None)
        plan = Plan(Identified(item, Place(article.source_key, article), None, repeated=False), article, is_new=False)
        plan.old_columns = {"lexicon_version": article.lexicon_version}
        article.lexicon_version = extraction.lexicon_version[:20]
        return plan


def _topics_of_sources(articles: Sequence[Article]) -> dict[int, tuple[str, ...]]:
    """Return the topics by article that a source or an operator gave, not the reading; they are kept.

    Where the source was no plain text it may have named topics itself, which cannot be told from those read: then all stored ones are kept.
    """
    stored: dict[int, list[str]] = {article.pk: [] for article in articles}
    rows = ArticleTopic.objects.filter(article__in=stored, origin=Origin.IMPORT).values_list("article_id", "topic__slug")
    for article_id, slug in rows:
        stored[article_id].append(slug)
    kept = {}
    for article in articles:
        given = {slug for run in (article.first_run, article.last_run) for slug in run.arguments.get("topics", ())}
        is_plain = article.capture.media_type == PLAIN_TEXT
        kept[article.pk] = tuple(slug for slug in stored[article.pk] if slug in given or not is_plain)
    return kept
