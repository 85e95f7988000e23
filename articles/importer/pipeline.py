"""One run from sources to report: read, clean, describe, extract, match, store, report."""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import islice

from django.db import DataError, IntegrityError, transaction

from articles.importer import runs
from articles.importer.crew import Answer, read_all
from articles.importer.issues import Issue
from articles.importer.known import fingerprint, load_known, settled
from articles.importer.options import Options
from articles.importer.outcome import Outcome, Tally
from articles.importer.readers.base import Piece
from articles.importer.reading import ReadArticle, ReadingRules
from articles.importer.registry import Registry
from articles.importer.sources import Sources
from articles.importer.store import Store
from articles.importer.upkeep import map_little, renew_statistics
from articles.importer.web import Fetcher
from articles.models import Article, ImportRun
from articles.search.known_names import current_names

CHUNK = 48
# How long a batch may hold the write lock; the next batch is made smaller or larger accordingly.
LOCK_SECONDS = 0.1
SMALLEST_BATCH, LARGEST_BATCH = 4, CHUNK
# Issues of one kind in one source that are spelt out; the rest are counted.
SPELT_OUT = 25


@dataclass(slots=True)
class Watcher:
    """Who hears of a run as it goes on: the report, the progress bar."""

    on_outcome: Callable[[Outcome], None] = lambda outcome: None
    on_issue: Callable[[Issue], None] = lambda issue: None
    on_advance: Callable[[int], object] = lambda number: None
    on_end: Callable[[ImportRun], None] = lambda run: None  # called before a dry run is rolled back


@dataclass(slots=True)
class Import:
    """One run under way."""

    options: Options
    watcher: Watcher
    tally: Tally = field(default_factory=Tally)
    batch_size: int = 16
    spelt_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    has_begun: bool = False
    noted: list[tuple[Issue, int | None]] = field(default_factory=list)

    def execute(self) -> ImportRun:
        """Carry the run out; a dry run does the same work in one transaction that is rolled back."""
        known = settled(load_known())
        rules = ReadingRules(known, fingerprint(known), runs.today(), self.options.given, current_names("default"))
        map_little()
        with transaction.atomic() if self.options.dry_run else nullcontext():
            run = runs.begin(self.options)
            self.has_begun = True
            store = Store(run, Registry.load(), self.tally)
            sources = Sources(self.options.sources, Fetcher(self.options.allow_private), self.options.given.ignore)
            pieces: Iterator[Piece | Issue] = islice(sources.pieces(), self.options.limit)
            for answers in read_all(self._unread(pieces, rules, store), rules, self.options.workers):
                self._take(answers, store)
            self._count_the_rest(run)
            self._note(run)
            runs.finish(run, self.tally)
            self.watcher.on_end(run)
            if self.options.dry_run:
                transaction.set_rollback(True)
        if not self.options.dry_run and self.tally.inserted + self.tally.updated:
            renew_statistics()
        return run

    def _unread(self, pieces: Iterator[Piece | Issue], rules: ReadingRules, store: Store) -> Iterator[list[Piece | Issue]]:
        """Yield chunks of what has to be read; what was read before in the very same way is counted and passed over."""
        while chunk := list(islice(pieces, CHUNK)):
            if self.options.json:
                yield chunk
                continue
            digests = {rules.digest_of(one): one for one in chunk if isinstance(one, Piece)}
            stored = dict(Article.objects.filter(reading_digest__in=digests).values_list("reading_digest", "pk"))
            store.seen.update(stored.values())
            passed = {id(digests[digest]) for digest in stored}
            self.tally.unchanged += len(passed)
            self.watcher.on_advance(len(passed))
            if rest := [one for one in chunk if id(one) not in passed]:
                yield rest

    def _take(self, answers: list[Answer], store: Store) -> None:
        """Store a chunk of readings in batches that hold the write lock only briefly."""
        readings: list[ReadArticle] = []
        for answer in answers:
            if isinstance(answer, Issue):
                self._fail(answer, store.run)
                self.watcher.on_advance(1)
            else:
                readings.append(answer)
        while readings:
            # Even parts: a small rest would cost a transaction of its own.
            size = math.ceil(len(readings) / math.ceil(len(readings) / self.batch_size))
            batch, readings = readings[:size], readings[size:]
            for outcome in self._write(batch, store):
                setattr(self.tally, outcome.result, getattr(self.tally, outcome.result) + 1)
                for issue in outcome.issues:
                    self._report(issue, store.run, outcome.article_id)
                self.watcher.on_outcome(outcome)
            self.watcher.on_advance(len(batch))
        self._note(store.run)

    def _note(self, run: ImportRun) -> None:
        runs.note(run, self.noted)
        self.noted.clear()

    def _write(self, batch: list[ReadArticle], store: Store, *, is_second_try: bool = False) -> list[Outcome]:
        """Store a batch; where that fails, store its articles one by one and report the one that cannot be stored.

        What another import has added since this one began can be the reason, so everything is looked up anew before the second try.
        """
        before = replace(self.tally)
        try:
            outcomes = store.write(batch)
        except (IntegrityError, DataError, ArithmeticError, LookupError, ValueError) as error:
            self.tally.proposed, self.tally.unmatched = before.proposed, before.unmatched
            store.registry = Registry.load()
            if not is_second_try:
                return [outcome for one in batch for outcome in self._write([one], store, is_second_try=True)]
            piece = batch[0].piece
            self._fail(Issue("not-stored", piece.source, f"the article cannot be stored: {_first_line(error)}", piece.line), store.run)
            return []
        self._adapt(len(batch), store.held_seconds)
        return outcomes

    def _fail(self, issue: Issue, run: ImportRun) -> None:
        self.tally.failed += 1
        self._report(issue, run)

    def _adapt(self, written: int, seconds: float) -> None:
        """Choose the next batch's size from the time that this one held the lock, at most half or one and a half times as large."""
        wanted = written * min(1.5, max(0.5, LOCK_SECONDS / max(seconds, 0.001)))
        self.batch_size = min(LARGEST_BATCH, max(SMALLEST_BATCH, round(wanted)))

    def _report(self, issue: Issue, run: ImportRun, article_id: int | None = None) -> None:
        if issue.severity == "warning":
            self.tally.warnings += 1
        self.spelt_out[issue.source, issue.code] += 1
        if self.spelt_out[issue.source, issue.code] <= SPELT_OUT:
            self.noted.append((issue, article_id))
            self.watcher.on_issue(issue)

    def _count_the_rest(self, run: ImportRun) -> None:
        for (source, code), count in self.spelt_out.items():
            if count > SPELT_OUT:
                issue = Issue("more-of-the-same", source, f"{count - SPELT_OUT} more issues of the kind “{code}”")
                self.noted.append((issue, None))
                self.watcher.on_issue(issue)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
