"""The command: the same reading as an import's, figures for every language, clear refusals."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.articles.evaluation.readings import FOLDER


@pytest.fixture
def reference(db: None) -> None:
    call_command("load_reference", verbosity=0)


def output(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    call_command("evaluate", str(FOLDER), *options)
    return capsys.readouterr().out


def figures(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(output(capsys, "--json", *options))
    return loaded


def test_every_language_is_scored_and_all_of_them_together(reference: None, capsys: pytest.CaptureFixture[str]) -> None:
    boards = figures(capsys)
    assert list(boards) == ["all languages", "en", "ru", "zh"]
    assert boards["all languages"]["article read"] == {"share": 1.0, "yes": 4, "of": 4, "interval": [pytest.approx(0.510, abs=1e-3), 1.0]}
    for count in ("tp", "fn"):
        together = boards["all languages"]["statistics"][count]
        assert together == sum(boards[language]["statistics"][count] for language in ("en", "ru", "zh"))


def test_the_texts_are_read_and_copies_told(reference: None, capsys: pytest.CaptureFixture[str]) -> None:
    board = figures(capsys)["all languages"]
    assert board["statistics"]["tp"] >= 9, "of eleven plain figures"
    assert board["copies (pairs)"]["tp"] == 1
    assert board["spans exact"]["share"] == board["quotes tight"]["share"] == 1.0


def test_one_language_one_lane_or_a_list_of_ids_is_scored_alone(reference: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(figures(capsys, "--language", "ru")) == ["ru"]
    assert figures(capsys, "--ids", f"{FOLDER / 'lists.json'}:first")["en"]["article read"]["of"] == 2
    both, sure = figures(capsys)["all languages"]["statistics"], figures(capsys, "--lane", "sure")["all languages"]["statistics"]
    assert sure["tp"] + sure["fp"] < both["tp"] + both["fp"]


def test_the_table_names_every_figure_with_its_interval_and_errors_name_every_disagreement(
    reference: None, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, told = output(capsys), output(capsys, "--errors")
    assert re.search(r"^statistics +precision \d\.\d{3} \[\d\.\d{3}-\d\.\d{3}\]  recall \d\.\d{3} \[", plain, re.M)
    notes = told.removeprefix(plain).splitlines()
    board = figures(capsys)["all languages"]
    statistics = board["statistics"]
    assert len([note for note in notes if note.startswith("statistics: ")]) == statistics["fp"] + statistics["fn"]


def test_a_folder_without_annotations_and_an_archive_without_reference_data_are_refused(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"there is no gold/\*\.json") as refused:
        call_command("evaluate", str(tmp_path))
    assert refused.value.returncode == 2
    with pytest.raises(CommandError, match="load_reference") as refused:
        call_command("evaluate", str(FOLDER))
    assert refused.value.returncode == 2


def test_a_text_that_holds_no_article_is_named_and_counts_as_unread(
    reference: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold" / "x.json").write_text('{"id": "x", "language": "en"}', encoding="utf-8")
    (tmp_path / "articles" / "x.txt").write_text(" \n\u200b\n", encoding="utf-8")
    call_command("evaluate", str(tmp_path), "--json")
    told = capsys.readouterr()
    assert told.err.startswith("x: ")
    assert json.loads(told.out)["en"]["article read"]["share"] == 0.0
