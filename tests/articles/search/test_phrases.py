"""A phrase is found where its words stand side by side in one field, frequent or not, on both databases."""

import random
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from articles.importer.upkeep import renew_statistics
from articles.search import phrases_postgresql
from articles.search.analyser import analyse
from articles.search.install import engine_of, index_stands, renew_phrases
from articles.search.query import Leaf
from articles.search.search import search
from articles.search.terms import split_fields
from tests.articles.search.shelf import make_shelf, put

# An index that is made while pages are read cannot be made inside a test's transaction.
pytestmark = pytest.mark.django_db(transaction=True)

# With these weights some words are rare, some frequent only alone, and some pairs are frequent too.
WORDS = {"border": 9, "services": 9, "security": 5, "council": 4, "meeting": 3, "granary": 1, "violet": 1}


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A shelf on which a handful of articles is worth an index, and half of them are many."""
    make_shelf()
    monkeypatch.setattr(phrases_postgresql, "WORTH_IT", 1)
    monkeypatch.setattr(phrases_postgresql, "FREQUENT", 0.5)
    yield
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            phrases_postgresql.drop(cursor)


def index() -> tuple[str, str] | None:
    """Return the name of the index in use and what is noted of it."""
    with connection.cursor() as cursor:
        cursor.execute(phrases_postgresql._CURRENT, [phrases_postgresql.TABLE, phrases_postgresql.PREFIX])
        return cursor.fetchone()


def functions() -> int:
    """Return how many functions of such indexes there are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_proc WHERE starts_with(proname, %s)", [phrases_postgresql.PREFIX])
        return int(cursor.fetchone()[0])


def test_every_phrase_is_found_where_its_words_stand_side_by_side() -> None:
    chance = random.Random(7)
    terms = {}
    for number in range(1, 25):
        title, *paragraphs = (" ".join(chance.choices(list(WORDS), weights=list(WORDS.values()), k=length)) for length in (4, 9, 30))
        article = put(number, title, "\n\n".join(paragraphs))
        texts = split_fields(article.title, article.standfirst, article.text)
        terms[number] = {name: [token.term for token in analyse(text)] for name, text in zip(("title", "lead", "body"), texts, strict=True)}
    assert renew_phrases(connection) == (connection.vendor == "postgresql")
    longest = phrases_postgresql.LONGEST_RUN + 2
    for _again in range(400):
        length = min(longest, 2 + int(chance.expovariate(0.6)))
        if chance.random() < 0.5:
            phrase = tuple(analyse(word)[0].term for word in chance.choices(list(WORDS), k=length))
        else:  # One that stands somewhere.
            words = chance.choice(list(chance.choice(list(terms.values())).values()))
            place = chance.randrange(len(words) - 1)
            phrase = tuple(words[place : place + length])
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
    renew_phrases(connection)
    assert set(search('"border services"').hits) == {1}
    article.text = "Meeting\n\nservices of the border"
    article.save()
    assert set(search('"border services"').hits) == set()
    put(2, "Meeting", "the border services met")
    assert set(search('"border services"').hits) == {2}


@pytest.mark.postgresql
def test_each_phrase_is_asked_for_in_the_way_that_reads_least() -> None:
    for number in range(1, 5):
        put(number, f"Meeting {number}", "a border services council met" if number < 4 else "a border granary, services violet council")
    renew_phrases(connection)
    ways = {}
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        for phrase in ("border services", "border services council", "services border", "services border services", "border granary"):
            found = phrases_postgresql.condition(cursor, Leaf(tuple(analyse(word)[0].term for word in phrase.split())))
            ways[phrase] = None if found is None else "the phrase itself" if found[1] else "its pairs, then checked"
    assert ways == {
        "border services": "the phrase itself",
        "border services council": "the phrase itself",
        "services border": "the phrase itself",
        "services border services": "its pairs, then checked",
        "border granary": None,
    }


@pytest.mark.postgresql
def test_what_is_frequent_is_measured_again_when_the_archive_has_doubled() -> None:
    put(1, "the border services met")
    assert renew_phrases(connection)
    first = index()
    assert first and first[1] == "1"
    assert not renew_phrases(connection)
    put(2, "council of ministers")
    put(3, "council of ministers")
    assert renew_phrases(connection)
    second = index()
    assert second and second[1] == "3" and second[0] != first[0]
    assert functions() == 1
    assert set(search('"border services"').hits) == {1}
    assert set(search('"council ministers"').hits) == {2, 3}


@pytest.mark.postgresql
def test_a_small_archive_does_without_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases_postgresql, "WORTH_IT", 2)
    put(1, "the border services met")
    assert not renew_phrases(connection, anew=True)
    assert index() is None
    assert index_stands(connection)
    assert set(search('"border services"').hits) == {1}


@pytest.mark.postgresql
def test_what_a_broken_off_renewal_has_left_is_made_anew() -> None:
    put(1, "the border services met")
    renew_phrases(connection)
    before = index()
    assert before
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = %s::regclass", [before[0]])
    assert index() is None
    assert set(search('"border services"').hits) == {1}
    assert renew_phrases(connection)
    assert index() == before


@pytest.mark.postgresql
def test_an_import_and_rebuild_index_keep_the_phrases_up_to_date() -> None:
    put(1, "the border services met")
    renew_statistics()
    assert index()
    said = StringIO()
    call_command("rebuild_index", stdout=said)
    assert "Frequent words" not in said.getvalue()
    call_command("rebuild_index", "--all", stdout=said)
    assert "Frequent words measured, their phrases indexed." in said.getvalue()


@pytest.mark.postgresql
def test_only_one_process_measures_at_a_time() -> None:
    put(1, "the border services met")
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [phrases_postgresql._LOCK])
            assert not renew_phrases(connection)
            cursor.execute("SELECT pg_advisory_unlock(%s)", [phrases_postgresql._LOCK])
            assert renew_phrases(connection)
    finally:
        other.close()


@pytest.mark.postgresql
def test_a_role_that_may_only_write_rows_leaves_the_phrases_to_the_owner() -> None:
    put(1, "the border services met")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE clerk; GRANT SELECT ON articles_searchterms TO clerk; SET ROLE clerk")
        try:
            assert not renew_phrases(connection)
        finally:
            cursor.execute("RESET ROLE; DROP OWNED BY clerk; DROP ROLE clerk")
    assert renew_phrases(connection)
