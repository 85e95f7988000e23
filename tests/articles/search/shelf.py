"""Puts articles on the shelf for tests of the search: made straight in the database, indexed as an import does."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from articles.models import Article, ArticleTopic, Capture, ImportRun, Outlet, StateMention, article_public_id
from articles.search.indexing import index_articles
from events.models import Alias, State, Topic
from events.models.base import date_columns
from events.names import normalise_name

STATES = {"CN": "China", "KZ": "Kazakhstan", "UZ": "Uzbekistan", "RU": "Russia"}
TOPICS = {"security": None, "borders": "security", "drugs": "security", "culture": None}
CITY = {"en": "Tashkent", "ru": "Ташкент", "zh": "塔什干"}


def make_shelf() -> None:
    """Make what articles refer to: states, topics in two levels, outlets, a run, a capture, and one city in three scripts."""
    State.objects.bulk_create(State(code=code, name=name) for code, name in STATES.items())
    for slug, parent in TOPICS.items():
        group = Topic.objects.get(slug=parent) if parent else None
        Topic.objects.create(slug=slug, label=slug.title(), parent=group, level=2 if group else 1)
    Outlet.objects.bulk_create(Outlet(slug=slug, name=slug.title()) for slug in ("herald", "courier"))
    ImportRun.objects.create(started_at=timezone.now())
    Capture.objects.create(sha256="0" * 64, body=b"x", size=1, fetched_at=timezone.now())
    uz = State.objects.get(code="UZ")
    Alias.objects.bulk_create(
        Alias(kind="city", language=language, form=form, normalised=normalise_name(form), owner="Tashkent", state=uz)
        for language, form in CITY.items()
    )


def put(number: int, title: str, text: str = "", **given: Any) -> Article:
    """Put one article on the shelf; ``states``, ``topics`` and ``outlet`` by what stands in an address, ``date`` as EDTF."""
    states, topics, outlet = given.pop("states", ()), given.pop("topics", ()), given.pop("outlet", None)
    date = given.pop("date", "")
    run = ImportRun.objects.earliest("pk")
    article = Article(
        search_no=number,
        source_key=f"shelf/{number}",
        public_id=article_public_id(f"shelf/{number}"),
        title=title,
        text=f"{title}\n\n{text}".strip(),
        text_sha256="0" * 64,
        outlet=Outlet.objects.get(slug=outlet) if outlet else None,
        capture=Capture.objects.get(),
        first_run=run,
        last_run=run,
        basis="metadata" if date else "",
        **{"language": "en", **given},
        **date_columns(date),
    )
    Article.objects.bulk_create([article])
    article = Article.objects.get(search_no=number)
    name_states(article, states)
    ArticleTopic.objects.bulk_create(ArticleTopic(article=article, topic=Topic.objects.get(slug=slug)) for slug in topics)
    index_articles([article.pk])
    return article


def name_states(article: Article, codes: Iterable[str], **columns: Any) -> None:
    """Let an article name states, each with a span of its own."""
    taken = article.statementions.count()
    StateMention.objects.bulk_create(
        StateMention(article=article, start=place, end=place + 1, quote="x", rule="test", machine_state=state, state=state, **columns)
        for place, state in enumerate((State.objects.get(code=code) for code in codes), start=taken)
    )
