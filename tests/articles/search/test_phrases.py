"""A phrase is found where its words stand side by side in one field, whether they are frequent in this field or not, on both databases."""

import random

import pytest
from django.db import connection

from articles.search import index_postgresql
from articles.search.analyser import analyse
from articles.search.common_words import LONGEST_RUN, common_terms
from articles.search.install import engine_of, ensure_index, index_stands
from articles.search.query import Leaf
from articles.search.search import search
from articles.search.terms import split_fields
from tests.articles.search.shelf import make_shelf, put

pytestmark = pytest.mark.django_db

COMMON = ["border", "services", "security", "council", "meeting"]
OTHER = ["granary", "violet"]


@pytest.fixture(autouse=True)
def shelf(db: None) -> None:
    make_shelf()


def test_frequent_words_are_terms_of_the_analyser() -> None:
    assert {token.term for word in COMMON for token in analyse(word)} <= common_terms()
    assert {"上海", "海合", "合作"} <= common_terms()
    assert not {token.term for word in OTHER for token in analyse(word)} & common_terms()


def test_every_phrase_is_found_where_its_words_stand_side_by_side() -> None:
    chance = random.Random(7)
    terms = {}
    for number in range(1, 25):
        title, *paragraphs = (" ".join(chance.choices([*COMMON, *OTHER], weights=[4] * 5 + [1] * 2, k=length)) for length in (4, 7, 9))
        article = put(number, title, "\n\n".join(paragraphs))
        texts = split_fields(article.title, article.standfirst, article.text)
        terms[number] = {name: [token.term for token in analyse(text)] for name, text in zip(("title", "lead", "body"), texts, strict=True)}
    for _again in range(300):
        phrase = tuple(analyse(word)[0].term for word in chance.choices([*COMMON, *COMMON, *OTHER], k=chance.randint(2, LONGEST_RUN + 1)))
        within = chance.choice(["", "title", "lead"])
        expected = {
            number for number, texts in terms.items() for name, words in texts.items() if within in {"", name} and stands_in(phrase, words)
        }
        assert set(engine_of(connection).matching(connection, Leaf(phrase, within))) == expected, (phrase, within)


def stands_in(phrase: tuple[str, ...], words: list[str]) -> bool:
    """Tell whether some terms stand side by side."""
    return any(tuple(words[place : place + len(phrase)]) == phrase for place in range(len(words)))


def test_a_phrase_of_frequent_words_follows_an_article() -> None:
    article = put(1, "Meeting", "the border services met")
    assert set(search('"border services"').hits) == {1}
    article.text = "Meeting\n\nservices of the border"
    article.save()
    assert set(search('"border services"').hits) == set()
    article.delete()
    assert set(search("border").hits) == set()


@pytest.mark.postgresql
def test_an_index_of_other_words_is_replaced() -> None:
    put(1, "the border services met")
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER INDEX {index_postgresql.RUNS_NOW} RENAME TO {index_postgresql.RUNS}_before")
    assert not index_stands(connection)
    ensure_index(connection)
    assert index_stands(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_indexes WHERE starts_with(indexname, %s)", [index_postgresql.RUNS])
        assert cursor.fetchone() == (1,)
    assert set(search('"border services"').hits) == {1}


@pytest.mark.postgresql
def test_a_phrase_is_found_without_the_index() -> None:
    put(1, "the border services met")
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {index_postgresql.RUNS_NOW}; DROP FUNCTION {index_postgresql.RUNS_NOW}")
    assert set(search('"border services"').hits) == {1}
