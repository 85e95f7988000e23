"""Counts are exact: after any edits, every facet says what counting the tables one article at a time says."""

import os
from collections import Counter
from typing import Any

import pytest
from django.http import HttpRequest, QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles.filters import ArticleFilter
from articles.models import Article, ArticleTopic, Outlet, StateMention
from articles.search.analyser import analyse
from articles.search.facets import build_facets
from articles.search.indexing import index_articles
from articles.search.search import search
from events.addresses import ListAddress
from events.models import State, Topic
from events.models.base import date_columns
from events.periods import months_between
from tests.articles.search.shelf import STATES, TOPICS, make_shelf, name_states, put

WORDS = ["border", "patrol", "exercise", "边防", "учения"]
DATES = ["", "2001", "2023-12", "2024-01-31", "2024-07-10", "2023-12-20/2024-01-05"]
OUTLETS = ["herald", "courier"]
PHASES = [Phase.explicit, Phase.generate]
EXAMPLES = 400 if os.environ.get("SOAK") else 20

some_states = st.lists(st.sampled_from(sorted(STATES)), max_size=3, unique=True)
some_topics = st.lists(st.sampled_from(sorted(TOPICS)), max_size=2, unique=True)
some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)
articles = st.tuples(
    st.just("add"),
    some_words,
    st.sampled_from(DATES),
    st.sampled_from(["en", "ru", "zh"]),
    st.sampled_from([None, *OUTLETS]),
    some_states,
    some_topics,
)
which = st.integers(0, 9)
edits = st.one_of(
    articles,
    st.tuples(st.just("remove"), which),
    st.tuples(st.just("redate"), which, st.sampled_from(DATES)),
    st.tuples(st.just("rewrite"), which, some_words),
    st.tuples(st.just("relabel"), which, some_topics),
    st.tuples(st.just("name"), which, some_states, st.booleans()),
    st.tuples(st.just("unname"), which),
    st.tuples(st.just("background"), which),
    st.tuples(st.just("outlet"), which, st.sampled_from([None, *OUTLETS])),
    st.tuples(st.just("move all"), st.sampled_from(OUTLETS)),
)
chosen = st.fixed_dictionaries(
    {},
    optional={
        "q": st.sampled_from(WORDS),
        "year": st.lists(st.sampled_from(["2001", "2023", "2024"]), max_size=2, unique=True),
        "month": st.lists(st.sampled_from(["2023-12", "2024-01", "2024-07"]), max_size=2, unique=True),
        "country": st.lists(st.sampled_from(sorted(STATES)), max_size=2, unique=True),
        "topic": st.lists(st.sampled_from(sorted(TOPICS)), max_size=2, unique=True),
        "outlet": st.lists(st.sampled_from(OUTLETS), max_size=2, unique=True),
        "language": st.lists(st.sampled_from(["en", "ru"]), max_size=2, unique=True),
    },
)


def edit(kind: str, *given: Any) -> None:
    """Apply one edit the way an import, the desk or a command would: row by row, in bulk, by an update of many rows."""
    if kind == "add":
        words, date, language, outlet, states, topics = given
        last = Article.objects.order_by("search_no").last()
        number = last.search_no + 1 if last else 1
        put(number, " ".join(words), date=date, language=language, outlet=outlet, states=states, topics=topics)
        return
    if kind == "move all":
        Article.objects.update(outlet=Outlet.objects.get(slug=given[0]))
        return
    ids = list(Article.objects.order_by("search_no").values_list("pk", flat=True))
    if not ids:
        return
    article = Article.objects.get(pk=ids[given[0] % len(ids)])
    if kind == "remove":
        article.delete()
    elif kind == "redate":
        Article.objects.filter(pk=article.pk).update(basis="metadata" if given[1] else "", **date_columns(given[1]))
    elif kind == "rewrite":
        article.title = article.text = " ".join(given[1])
        Article.objects.bulk_update([article], ["title", "text"])
        index_articles([article.pk])
    elif kind == "relabel":
        ArticleTopic.objects.filter(article=article).delete()
        ArticleTopic.objects.bulk_create(ArticleTopic(article=article, topic=Topic.objects.get(slug=slug)) for slug in given[1])
    elif kind == "name":
        name_states(article, given[1], is_subject=given[2])
    elif kind == "unname":
        article.statementions.all().delete()
    elif kind == "background":
        StateMention.objects.filter(article=article).update(is_subject=False)
    elif kind == "outlet":
        article.outlet = Outlet.objects.filter(slug=given[1]).first()
        article.save()


def counted_one_by_one(query: dict[str, Any], without: str) -> list[Article]:
    """Return the articles that the tables and the texts themselves give."""
    data = QueryDict(mutable=True)
    for name, value in query.items():
        if name not in {"q", *({"year", "month"} if without == "year" else {without})}:
            data.setlist(name, value)
    rows = ArticleFilter(data, queryset=Article.objects.all(), request=HttpRequest()).qs.prefetch_related(
        "statementions__state", "topics__parent", "outlet"
    )
    wanted = {token.term for token in analyse(query.get("q", ""))[:1]}
    return [article for article in rows if wanted <= {token.term for token in analyse(article.title)}]


def values_of(article: Article, facet: str) -> set[str]:
    """Return the values an article has for a facet, read from its own rows."""
    if facet == "year":
        return {month[:4] for month in months_between(article.start, article.end)} if article.start else set()
    if facet == "country":
        return {mention.state.code for mention in article.statementions.all() if mention.is_subject and mention.review_state != "rejected"}
    if facet == "topic":
        return {heading.slug for topic in article.topics.all() for heading in (topic, topic.parent) if heading}
    if facet == "outlet":
        return {article.outlet.slug} if article.outlet else set()
    return {article.language}


def check(query: dict[str, Any]) -> None:
    """Compare the search's total, rows and facets with counting one by one."""
    result = search(query.get("q", ""), {name: values for name, values in query.items() if name != "q"})
    expected = counted_one_by_one(query, "")
    assert sorted(result.numbers(0, 1000)) == sorted(article.search_no for article in expected)
    assert result.total == len(expected)
    address = ListAddress("/articles/", {name: tuple(values) for name, values in query.items() if name != "q" and values})
    labels = {"country": STATES, "topic": dict.fromkeys(TOPICS, "x"), "outlet": dict.fromkeys(OUTLETS, "x")}
    for facet in build_facets(result.choice, address, labels):
        counts = Counter(value for article in counted_one_by_one(query, facet.name) for value in values_of(article, facet.name))
        assert {value.value: value.count for value in facet.values if value.count} == dict(counts), facet.name


@pytest.mark.longer
@settings(max_examples=EXAMPLES, phases=PHASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(script=st.lists(st.tuples(edits, chosen), min_size=1, max_size=10))
def test_every_count_is_exact_after_any_edits(script: list[tuple[tuple[Any, ...], dict[str, Any]]], transactional_db: None) -> None:
    if not State.objects.exists():
        make_shelf()
    for step, query in script:
        edit(*step)
        check(query)


def test_a_rejected_reading_is_not_counted(db: None, django_user_model: Any) -> None:
    make_shelf()
    article = put(1, "border", states=["KZ", "UZ"])
    assert search("", {"country": ["KZ"]}).total == 1
    reviewer = django_user_model.objects.create_user("reviewer")
    article.statementions.filter(state__code="KZ").update(review_state="rejected", reviewer=reviewer, reviewed_at=article.created_at)
    assert search("", {"country": ["KZ"]}).total == 0
    assert search("", {"country": ["UZ"]}).total == 1


def test_a_renamed_outlet_keeps_its_articles(db: None) -> None:
    make_shelf()
    put(1, "border", outlet="herald")
    assert search("", {"outlet": ["herald"]}).total == 1
    Outlet.objects.filter(slug="herald").update(slug="tribune")
    assert search("", {"outlet": ["tribune"]}).total == 1
