"""Puts made-up articles into an empty archive in bulk, as they would stand there after an import."""

import hashlib
from collections.abc import Iterator

from django.core.management import CommandError
from django.db import connection, transaction
from django.utils import timezone

from articles.benchmarks.corpus import MadeFacts, MadeText, make_facts, make_text, text_number
from articles.benchmarks.evidence import EvidenceShelf
from articles.models import Article, ArticleTopic, Capture, ImportRun, Outlet, SearchChange, SearchTerms, StateMention, article_public_id
from articles.search.indexing import TermsRow, terms_of, write_terms
from articles.search.install import ensure_index, renew_phrases, suspend_index
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
    if held == wanted:
        return
    shelf = _Shelf()
    suspend_index(connection)
    try:
        for start in range(held + 1, wanted + 1, BATCH):
            with transaction.atomic():
                shelf.put(range(start, min(start + BATCH, wanted + 1)))
            yield min(start + BATCH - 1, wanted)
    finally:
        ensure_index(connection)
    renew_phrases(connection)
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
        self.evidence = EvidenceShelf(self.run)
        self.known: dict[str, SearchTerms] = {}

    def put(self, numbers: range) -> None:
        """Store one batch with its evidence, topics and terms; texts that repeat are taken from the rows that have them."""
        facts, articles = [], []
        bases = self._bases(numbers)
        for number in numbers:
            made = make_text(number) if text_number(number) == number else None
            facts.append(make_facts(number, made))
            base = bases.get(text_number(number))
            articles.append(self._article(number, made or base, facts[-1]))
        Article.objects.bulk_create(articles)
        pairs = list(zip(articles, facts, strict=True))
        StateMention.objects.bulk_create([mention for article, made in pairs for mention in self._mentions(article, made)])
        ArticleTopic.objects.bulk_create(
            [
                ArticleTopic(article=one, topic_id=self.topics[place])
                for one, made in pairs
                for place in made.topics
                if place < len(self.topics)
            ]
        )
        self.evidence.put(articles)
        write_terms([self._terms(article) for article in articles], "default")
        SearchChange.objects.bulk_create([SearchChange(search_no=number, version=1) for number in numbers])

    def _bases(self, numbers: range) -> dict[int, Article]:
        repeated = {text_number(number) for number in numbers} - set(numbers)
        rows = Article.objects.filter(search_no__in=repeated).select_related("search_terms") if repeated else ()
        self.known = {row.text: row.search_terms for row in rows}
        return {row.search_no: row for row in rows}

    def _terms(self, article: Article) -> TermsRow:
        base = self.known.get(article.text)
        if base is None:
            return terms_of(article, self.names)
        fields = {"title": base.title, "lead": base.lead, "body": base.body, "analyser": base.analyser}
        return {"search_no": article.search_no, "article_id": article.pk, **fields}

    def _article(self, number: int, words: MadeText | Article | None, facts: MadeFacts) -> Article:
        assert words is not None
        key = f"{KEY}{number}"
        return Article(
            source_key=key,
            public_id=article_public_id(key),
            search_no=number,
            title=words.title,
            text=words.text,
            text_sha256=hashlib.sha256(words.text.encode()).hexdigest(),
            language=words.language,
            outlet_id=self.outlets[min(facts.outlet, len(self.outlets) - 1)],
            capture=self.capture,
            first_run=self.run,
            last_run=self.run,
            basis="metadata" if facts.date else "",
            **date_columns(facts.date),
        )

    def _mentions(self, article: Article, facts: MadeFacts) -> Iterator[StateMention]:
        for place in facts.states:
            if place < len(self.states):
                span = {"start": place, "end": place + 1, "quote": article.text[place : place + 1] or "x", "rule": "benchmark"}
                yield StateMention(article=article, machine_state_id=self.states[place], state_id=self.states[place], run=self.run, **span)
