"""An import can be taken back to the last row, unless a person has worked on what it brought."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import review
from articles.importer.reading import sha256_of
from articles.models import Article, ArticleTopic, Correction, ImportRun, Outlet, RunStatus, StatisticMention
from articles.review import accept
from events.models import Operation, OperationStatistic, Topic
from tests.articles.importer.conftest import run_command
from tests.articles.importer.readings import TEXT, figure, meeting, membership, operation, reading, state, statement, store

pytestmark = pytest.mark.usefixtures("reference")
# What stays after an undo because it says that there was an import, or counts writes.
LASTING = {"ImportRun", "ImportIssue", "ArchiveVersion", "SearchChange"}
AFTER = TEXT.replace("75 firearms", "76 firearms")


def everything() -> dict[str, list[Any]]:
    """Return every row of both apps but those that record that something happened."""
    models = [
        *apps.get_app_config("articles").get_models(include_auto_created=True),
        *apps.get_app_config("events").get_models(include_auto_created=True),
    ]
    rows = {}
    for model in models:
        if model.__name__ not in LASTING:
            names = [field.attname for field in model._meta.concrete_fields if field.attname not in ("reading_digest", "id")]
            rows[model.__name__] = sorted(map(repr, model.objects.values_list(*names)))
    return rows


def rich(text: str, quote: str, **changes: Any) -> Any:
    found: dict[str, Any] = {
        "states": (state(text, "Kazakhstan", "KZ"),),
        "meetings": (meeting(text, "tenth meeting", attendance="More than 30 officials"),),
        "operations": (operation(text, "Patrols", "steppe-2031", match="proposed"),),
        "statistics": (figure(text, quote, operation="steppe-2031", states=("KZ",)),),
        "statements": (statement(text, "the service said", "the service"),),
        "memberships": (membership(text, "Kazakhstan", "KZ"),),
        "topics": ("border-control",),
        "captions": ((0, len(text.split("\n", 1)[0]), "Max Muster"),),
        "described": {"outlet": "New Times", "published": "2024", "published_basis": "text"},
        "url": "https://example.org/a",
    }
    return reading(text, **{**found, **changes})


def undo(run: ImportRun) -> None:
    call_command("undo_import", str(run.pk))


def test_undoing_the_first_import_leaves_nothing_of_it() -> None:
    before = everything()
    writer, _ = store(rich(TEXT, "75 firearms"))
    assert Operation.objects.filter(slug="steppe-2031").exists()
    undo(writer.run)
    assert everything() == before
    assert ImportRun.objects.get().status == RunStatus.UNDONE


def test_undoing_a_later_import_brings_everything_back() -> None:
    store(rich(TEXT, "75 firearms"))
    before = everything()
    changed = rich(AFTER, "76 firearms", states=(), topics=(), captions=(), memberships=(), described={"byline": "New"})
    writer, outcomes = store(changed, reading("Another\n\nIt came with the second import.", "pages/new.txt"))
    assert [outcome.result for outcome in outcomes] == ["updated", "inserted"]
    undo(writer.run)
    after = everything()
    assert {name for name in before if before[name] != after[name]} <= {"Outlet", "Capture"}
    assert Article.objects.get().text == TEXT
    assert OperationStatistic.objects.get().low == 75
    assert run_command("verify_archive").status == 0


def test_after_an_undo_the_same_import_works_again() -> None:
    writer, _ = store(rich(TEXT, "75 firearms"))
    first = everything()
    undo(writer.run)
    store(rich(TEXT, "75 firearms"))
    again = everything()
    assert again["StatisticMention"] != [] and again["ArticleAddress"] != []
    assert {name: len(rows) for name, rows in again.items()} == {name: len(rows) for name, rows in first.items()}


def refused(run: ImportRun, capsys: pytest.CaptureFixture[str]) -> str:
    before = everything()
    with pytest.raises(CommandError, match="not undone"):
        undo(run)
    assert everything() == before
    return capsys.readouterr().err


def test_an_edited_article_stands_in_the_way_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    writer, _ = store(rich(TEXT, "75 firearms"))
    Article.objects.update(edited_at=timezone.now(), edited_fields=["title"])
    assert Article.objects.get().public_id in refused(writer.run, capsys)


def test_a_reviewed_mention_stands_in_the_way_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    writer, _ = store(rich(TEXT, "75 firearms"))
    accept(StatisticMention.objects.get(), get_user_model().objects.create_user("reviewer"))
    assert "“75 firearms”" in refused(writer.run, capsys)


def test_a_review_before_the_import_does_not_stand_in_the_way() -> None:
    store(rich(TEXT, "75 firearms"))
    review.accept(StatisticMention.objects.get(), get_user_model().objects.create_user("reviewer"))
    writer, _ = store(rich(AFTER, "76 firearms"))
    assert StatisticMention.objects.get().review_state == "pending"
    undo(writer.run)
    mention = StatisticMention.objects.get()
    assert (mention.quote, mention.review_state, mention.reviewer.username) == ("75 firearms", "accepted", "reviewer")


def test_an_editors_topic_and_correction_stand_in_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    writer, _ = store(rich(TEXT, "75 firearms"))
    article = Article.objects.get()
    ArticleTopic.objects.create(article=article, topic=Topic.objects.get(slug="borders"), origin="editor")
    assert "Borders" in refused(writer.run, capsys)
    ArticleTopic.objects.filter(origin="editor").delete()
    Correction.objects.create(
        article=article,
        article_sha256="a" * 64,
        quote="Patrols",
        start=0,
        end=7,
        kind="name",
        right_value="x",
        evidence_url="https://example.org",
        author="Desk",
        made_on="2025-01-01",
        origin="editor",
    )
    assert "“Patrols”" in refused(writer.run, capsys)


def test_a_later_import_stands_in_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    first, _ = store(rich(TEXT, "75 firearms"))
    second, _ = store(rich(AFTER, "76 firearms"))
    assert f"import #{second.run.pk}" in refused(first.run, capsys)
    undo(second.run)
    undo(first.run)
    assert not Article.objects.exists()


def test_what_other_articles_still_speak_of_stays() -> None:
    store(rich(TEXT, "75 firearms"))
    more = rich(TEXT + " More.", "75 firearms", url="https://example.org/b")
    writer, _ = store(more)
    undo(writer.run)
    assert Operation.objects.filter(slug="steppe-2031").exists()
    assert OperationStatistic.objects.count() == 1
    assert Outlet.objects.filter(name="New Times").exists()
    assert Article.objects.get().duplicate_group == ""


def test_a_loaded_correction_waits_for_its_article_again() -> None:
    item = rich(TEXT, "75 firearms")
    Correction.objects.create(
        article_sha256=sha256_of(item.piece),
        quote="75 firearms",
        kind="number",
        right_value="76",
        evidence_url="https://example.org",
        author="Desk",
        made_on="2025-01-01",
        origin="reference",
    )
    writer, _ = store(item)
    placed = Correction.objects.get()
    assert TEXT[placed.start : placed.end] == "75 firearms"
    undo(writer.run)
    assert Correction.objects.get().article is None


@pytest.mark.parametrize("number", ["999999", "done"])
def test_a_run_that_cannot_be_undone_is_named(number: str) -> None:
    writer, _ = store(rich(TEXT, "75 firearms"))
    if number == "done":
        undo(writer.run)
        number = str(writer.run.pk)
    with pytest.raises(CommandError):
        call_command("undo_import", number)
