"""The index follows the texts, the analyser and the names, by whatever way they change."""

from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection

from articles.models import Article, SearchTerms
from articles.search import index_sqlite
from articles.search.change_log import remove_triggers, watched_tables
from articles.search.indexing import refresh_index, stale_articles
from articles.search.install import ensure_index, index_stands
from articles.search.search import search
from articles.search.terms import split_fields
from events.models import Alias, State
from tests.articles.search.shelf import make_shelf, put

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelf(db: None) -> None:
    make_shelf()


def test_an_article_saved_at_the_desk_is_found_by_its_new_words() -> None:
    article = put(1, "border")
    article.title = "harbour"
    article.text = "harbour"
    article.save()
    assert set(search("harbour").hits) == {1}
    assert set(search("border").hits) == set()


def test_a_removed_article_is_not_found() -> None:
    put(1, "border")
    put(2, "border")
    Article.objects.filter(search_no=1).delete()
    assert set(search("border").hits) == {2}


def test_a_cached_word_follows_new_and_changed_articles() -> None:
    put(1, "border services")
    assert set(search('"border services" OR 边').hits) == {1}
    put(2, "services of the border")
    put(3, "the border services met")
    put(4, "边防", language="zh")
    assert set(search('"border services" OR 边').hits) == {1, 3, 4}


@pytest.mark.sqlite
def test_the_index_merges_fewer_times_than_sqlite_does_by_itself() -> None:
    def merged() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT v FROM articles_searchindex_config WHERE k = 'automerge'")
            return int(cursor.fetchone()[0])

    assert merged() == index_sqlite.PARTS_MERGED
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO articles_searchindex(articles_searchindex, rank) VALUES ('automerge', 4)")
    ensure_index(connection)  # As an upgrade does.
    assert merged() == index_sqlite.PARTS_MERGED


def test_a_new_name_makes_articles_out_of_date_until_they_are_indexed_again() -> None:
    put(1, "Officials met in Toshkent")
    assert set(search("Tashkent").hits) == set()
    state = State.objects.get(code="UZ")
    Alias.objects.create(kind="city", language="uz", form="Toshkent", normalised="toshkent", owner="Tashkent", state=state)
    assert list(stale_articles("default")) == [Article.objects.get().pk]
    assert sum(refresh_index()) == 1
    assert set(search("Ташкент").hits) == {1}
    assert list(stale_articles("default")) == []


def test_a_demonym_or_misnomer_does_not_stand_for_its_state() -> None:
    state = State.objects.get(code="CN")
    for form, sort in (("China", "name"), ("Chinese", "demonym"), ("Cathay", "misnomer")):
        Alias.objects.create(kind="state", language="en", form=form, normalised=form.lower(), owner="CN", state=state, form_type=sort)
    put(1, "Chinese tea")
    put(2, "Cathay")
    put(3, "China")
    assert set(search("China").hits) == {3}


def test_the_command_indexes_what_is_out_of_date_and_says_how_much() -> None:
    put(1, "border")
    SearchTerms.objects.update(analyser="0.old")
    with pytest.raises(SystemExit, match="1"):
        call_command("rebuild_index", "--check", stdout=StringIO())
    said = StringIO()
    call_command("rebuild_index", stdout=said)
    assert said.getvalue() == "1 articles indexed.\n"
    with pytest.raises(SystemExit, match="0"):
        call_command("rebuild_index", "--check", stdout=StringIO())


def test_lost_triggers_are_reported_and_set_again() -> None:
    remove_triggers(connection)
    assert not index_stands(connection)
    (told,) = [message for message in run_checks(databases=["default"]) if message.id == "articles.W001"]
    assert told.hint == "Run: python manage.py migrate"
    # As from the command line, where an error of the checks would keep it from running.
    call_command("migrate", skip_checks=False, verbosity=0)
    assert index_stands(connection)
    assert "articles.W001" not in [message.id for message in run_checks(databases=["default"])]


def test_every_public_table_is_watched() -> None:
    tables = watched_tables()
    assert {"articles_article", "articles_statemention", "events_state", "events_operation_participants"} <= set(tables)
    assert not [table for table in tables if "historical" in table or "shingle" in table]


def test_headline_and_lead_are_told_from_the_rest() -> None:
    text = "Head\n\nStand.\n\nFirst.\n\nSecond.\n\nThird."
    assert split_fields("Head", "Stand.", text) == (
        "Head",
        "Stand.\n\nFirst.",
        "Second.\n\nThird.",
    )
    assert split_fields("Head", "", "Head") == ("Head", "", "")


def test_a_phrase_does_not_reach_from_the_headline_into_the_text() -> None:
    put(1, "Joint", "Exercise of rights.\n\nBorder.")
    assert set(search('"joint exercise"').hits) == set()
    assert set(search('"rights border"').hits) == set()
