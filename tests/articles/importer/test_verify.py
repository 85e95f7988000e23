"""`verify_archive` finds a single changed character wherever it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.models import Article, Caption, Capture, Correction, MeetingMention, StatisticMention
from tests.articles.importer.conftest import ARTICLE, Ran, Run, run_command
from tests.articles.importer.readings import TEXT, figure, meeting, reading, state, statement, store

pytestmark = pytest.mark.usefixtures("reference")
CAPTION = "A dog of the patrol."


@pytest.fixture
def stored(reference: None) -> Article:
    text = f"{TEXT}\n\n{CAPTION}"
    full = {
        "states": (state(text, "Kazakhstan", "KZ"),),
        "meetings": (meeting(text, "tenth meeting", attendance="More than 30 officials"),),
        "statistics": (figure(text, "75 firearms", verb_start=text.index("seized"), verb_end=text.index("seized") + 6),),
        "statements": (statement(text, "the service said", "the service"),),
        "captions": ((text.index(CAPTION), len(text), "Max Muster"),),
    }
    store(reading(text, **full), reading(text + " Again.", "pages/b.txt"))
    article = Article.objects.earliest("pk")
    start = text.index("2023")
    Correction.objects.create(
        article=article,
        article_sha256="a" * 64,
        quote="2023",
        start=start,
        end=start + 4,
        kind="date",
        right_value="2022",
        evidence_url="https://example.org",
        author="Desk",
        made_on="2025-01-01",
    )
    return article


def verify() -> Ran:
    return run_command("verify_archive")


def test_an_archive_as_it_was_stored_passes(stored: Article) -> None:
    ran = verify()
    assert (ran.status, ran.err) == (0, "")
    assert "2 articles and 2 captures checked" in ran.out


@pytest.mark.parametrize("word", ["Kazakhstan", "tenth", "75", "the service said", "2023", "Patrols report"])
def test_one_changed_character_of_a_text_is_named(stored: Article, word: str) -> None:
    Article.objects.filter(pk=stored.pk).update(text=stored.text.replace(word, "#" + word[1:], 1))
    ran = verify()
    assert ran.status == 1
    assert stored.public_id in ran.err


def change(rows: Any, **values: Any) -> None:
    assert rows.update(**values) >= 1


def test_a_changed_byte_of_a_capture_is_named(stored: Article) -> None:
    capture = stored.capture
    change(Capture.objects.filter(pk=capture.pk), body=bytes(capture.body)[:-1] + b"#")
    assert f"capture {capture.pk}" in verify().err


def test_a_wrong_size_of_a_capture_is_named(stored: Article) -> None:
    change(Capture.objects.filter(pk=stored.capture_id), size=1)
    assert "not 1" in verify().err


def test_a_wrong_hash_of_a_text_is_named(stored: Article) -> None:
    change(Article.objects.filter(pk=stored.pk), text_sha256="0" * 64)
    assert stored.public_id in verify().err


def test_moved_spans_are_named(stored: Article) -> None:
    mention, caption, correction = StatisticMention.objects.get(), Caption.objects.get(), Correction.objects.get()
    change(StatisticMention.objects.all(), start=mention.start + 1, end=mention.end + 1)
    change(Caption.objects.all(), start=caption.start + 1)
    change(Correction.objects.all(), start=correction.start - 1, end=correction.end - 1)
    lines = verify().err.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        f"mention of a figure {mention.pk}",
        f"caption {caption.pk}",
        f"correction {correction.pk}",
    ]


@pytest.mark.parametrize("columns", [{"attendance_end": 10_000}, {"attendance_start": 0, "attendance_end": 8}])
def test_an_attendance_outside_the_words_is_named(stored: Article, columns: dict[str, int]) -> None:
    change(MeetingMention.objects.all(), **columns)
    assert "attendance" in verify().err


def test_a_verb_outside_the_words_is_named(stored: Article) -> None:
    change(StatisticMention.objects.all(), verb_end=10_000)
    assert "verb" in verify().err


def test_a_group_named_by_another_member_is_named(stored: Article) -> None:
    change(Article.objects.all(), duplicate_group="z" * 12)
    assert "group of copies" in verify().err


def test_spans_of_what_json_prints_hold_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": ARTICLE}))
    for row in run(tmp_path / "a.jsonl", "--json").objects:
        for kind in ("statistics", "meetings", "operations", "statements", "memberships"):
            assert all(row["text"][one["span"][0] : one["span"][1]] == one["quote"] for one in row[kind])
    assert verify().status == 0
