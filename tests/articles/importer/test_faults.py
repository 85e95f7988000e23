"""A fault of the program on one article is an issue, and the import of the others goes on."""

import datetime

import pytest

from articles.extraction.records import Known
from articles.importer.issues import Issue
from articles.importer.options import Options
from articles.importer.outcome import Tally
from articles.importer.pipeline import Import, Watcher
from articles.importer.readers.base import Piece
from articles.importer.reading import ReadingRules, read_piece
from articles.models import Article, Outlet, StatisticMention
from tests.articles.importer.readings import TEXT, figure, reading, store


def test_a_reading_that_fails_is_an_issue() -> None:
    piece = Piece(reader="no such reader", name="a", ident="a", body=b"x", source="a.txt", line=3)
    answer = read_piece(piece, ReadingRules(Known(), "test", datetime.date(2026, 1, 1)))
    assert isinstance(answer, Issue)
    assert (answer.code, answer.place) == ("not-read", "a.txt:3")


@pytest.mark.usefixtures("reference")
def test_a_number_that_no_column_holds_keeps_only_its_own_article_out() -> None:
    writer, _ = store()
    issues: list[Issue] = []
    work = Import(Options(("x",)), Watcher(on_issue=issues.append), tally=Tally())
    endless = figure(TEXT, "75 firearms", low=1e40, high=1e40)
    work._take(
        [reading(statistics=(endless,)), reading(TEXT + " Good.", "pages/good.txt", statistics=(figure(TEXT, "75 firearms"),))], writer
    )
    assert [issue.code for issue in issues] == ["not-stored"]
    assert (Article.objects.get().source_key, StatisticMention.objects.count()) == ("pages/good.txt", 1)
    assert (work.tally.failed, work.tally.inserted) == (1, 1)


@pytest.mark.usefixtures("transactional_db")  # on the database's own word at the end of a transaction, not on ours before
def test_a_single_article_is_stored_though_what_it_leans_on_was_removed_meanwhile() -> None:
    Outlet.objects.create(slug="passing-herald", name="Passing Herald")
    writer, _ = store()
    Outlet.objects.filter(slug="passing-herald").delete()
    issues: list[Issue] = []
    work = Import(Options(("x",)), Watcher(on_issue=issues.append), tally=Tally())
    work._take([reading(described={"outlet": "Passing Herald"})], writer)
    assert issues == []
    assert Article.objects.get().outlet == Outlet.objects.get(slug="passing-herald")
