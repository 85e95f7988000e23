"""Puts made-up articles into an empty archive in bulk, as they would stand there after an import."""

import hashlib
from collections.abc import Iterator, Sequence

from django.core.management import CommandError
from django.db import connection, transaction
from django.utils import timezone

from articles.benchmarks.corpus import MadeArticle, make_article
from articles.models import Article, ArticleTopic, Capture, ImportRun, Outlet, SearchChange, StateMention, article_public_id
from articles.search.change_log import remove_triggers
from articles.search.indexing import terms_of, write_terms
from articles.search.install import ensure_index
from articles.search.known_names import current_names
from events.models import State, Topic
from events.models.base import date_columns

KEY = "benchmark/"
BATCH = 500
OUTLETS = 60


def load_articles(wanted: int) -> Iterator[int]:
    """Bring the archive to a number of made-up articles; yield how many there are after each batch. Refuses real articles."""
    if Article.objects.exclude(source_key__startswith=KEY).exists():
        raise CommandError("This database holds articles that are not made up. Give the benchmark a database of its own.")
    held = Article.objects.count()
    if held > wanted:
        raise CommandError(f"This database already holds {held} made-up articles; ask for at least as many, or give an empty one.")
    shelf = _Shelf()
    # A bulk load notes its changes once, at the end.
    remove_triggers(connection)
    try:
        for start in range(held + 1, wanted + 1, BATCH):
            with transaction.atomic():
                shelf.put([make_article(number) for number in range(start, min(start + BATCH, wanted + 1))])
            yield min(start + BATCH - 1, wanted)
    finally:
        ensure_index(connection)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


class _Shelf:
    """What made-up articles refer to."""

    def __init__(self) -> None:
        Outlet.objects.bulk_create([Outlet(slug=f"outlet-{n}", name=f"Outlet {n}") for n in range(OUTLETS)], ignore_conflicts=True)
        body = b"made up"
        self.run = ImportRun.objects.first() or ImportRun.objects.create(started_at=timezone.now())
        self.capture = Capture.objects.get_or_create(
            sha256=hashlib.sha256(body).hexdigest(), defaults={"body": body, "size": len(body), "fetched_at": timezone.now()}
        )[0]
        self.states = list(State.objects.order_by("code").values_list("pk", flat=True))
        self.topics = list(Topic.objects.filter(level=2).order_by("slug").values_list("pk", flat=True))
        self.outlets = list(Outlet.objects.order_by("pk").values_list("pk", flat=True))
        self.names = current_names("default")

    def put(self, made: Sequence[MadeArticle]) -> None:
        """Store one batch with its evidence, topics and terms."""
        articles = Article.objects.bulk_create([self._article(one) for one in made])
        pairs = list(zip(articles, made, strict=True))
        StateMention.objects.bulk_create([mention for article, one in pairs for mention in self._mentions(article, one)])
        ArticleTopic.objects.bulk_create(
            [
                ArticleTopic(article=article, topic_id=self.topics[place])
                for article, one in pairs
                for place in one.topics
                if place < len(self.topics)
            ]
        )
        write_terms([terms_of(article, self.names) for article in articles], "default")
        SearchChange.objects.bulk_create([SearchChange(search_no=one.number, version=1) for one in made])

    def _article(self, one: MadeArticle) -> Article:
        key = f"{KEY}{one.number}"
        return Article(
            source_key=key,
            public_id=article_public_id(key),
            search_no=one.number,
            title=one.title,
            text=one.text,
            text_sha256=hashlib.sha256(one.text.encode()).hexdigest(),
            language=one.language,
            outlet_id=self.outlets[min(one.outlet, len(self.outlets) - 1)],
            capture=self.capture,
            first_run=self.run,
            last_run=self.run,
            basis="metadata" if one.date else "",
            **date_columns(one.date),
        )

    def _mentions(self, article: Article, one: MadeArticle) -> Iterator[StateMention]:
        for place in one.states:
            if place < len(self.states):
                span = {"start": place, "end": place + 1, "quote": one.text[place : place + 1] or "x", "rule": "benchmark"}
                yield StateMention(article=article, machine_state_id=self.states[place], state_id=self.states[place], run=self.run, **span)
