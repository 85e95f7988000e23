"""Every number of an article is explained, with rule, lane, verb and reason."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article

SET = Path(__file__).parent.parent / "evaluation" / "articles"


@pytest.fixture
def reference(db: None) -> None:
    call_command("load_reference", verbosity=0)


def explained(capsys: pytest.CaptureFixture[str], name: str) -> dict[str, Any]:
    call_command("explain", name, "--json")
    loaded: dict[str, Any] = json.loads(capsys.readouterr().out)
    return loaded


@pytest.mark.parametrize("name", ["e01", "e02", "r01", "z01"])
def test_every_number_stands_in_a_row_and_every_row_at_its_words(reference: None, capsys: pytest.CaptureFixture[str], name: str) -> None:
    told = explained(capsys, str(SET / f"{name}.txt"))
    text, rows = told["text"], told["rows"]
    assert all(text[row["start"] : row["end"]] == row["words"] for row in rows if row["kind"] != "number")
    for number in re.finditer(r"\d+", text):
        assert any(row["start"] <= number.start() and number.end() <= row["end"] for row in rows), number[0]
    for row in rows:
        assert row["outcome"]
        assert bool(row["rule"]) == bool(row["lane"]) == (row["kind"] != "number")


def test_a_figure_names_measure_bounds_rule_lane_and_verb(reference: None, capsys: pytest.CaptureFixture[str]) -> None:
    told = explained(capsys, str(SET / "e01.txt"))
    row = next(row for row in told["rows"] if row["words"] == "at least 120 people")
    assert row["kind"] == "figure"
    assert row["outcome"].startswith("persons_arrested: 120 to open persons, at_least “at least”, period 2022-09/2022-10 from “")
    assert told["text"][slice(*row["verb"])] == "detained"
    assert row["lane"] in ("sure", "check")
    assert told["lexicon_version"]


def test_a_number_that_is_no_figure_has_its_reason(reference: None, capsys: pytest.CaptureFixture[str]) -> None:
    rows = explained(capsys, str(SET / "e01.txt"))["rows"]
    reasons = {row["words"]: row["outcome"] for row in rows if row["kind"] == "number"}
    assert reasons["November 14, 2022"] == "no figure: a date or period"
    assert {row["kind"] for row in rows} >= {"figure", "meeting", "operation", "state", "attendance", "number"}


def test_a_stored_article_is_found_by_its_id_and_by_its_key_and_says_when_it_waits(
    reference: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_articles", str(SET / "r01.txt"), verbosity=0)
    article = Article.objects.get()
    assert explained(capsys, article.public_id) == explained(capsys, article.source_key)
    call_command("explain", article.public_id)
    plain = capsys.readouterr().out
    assert re.search(
        r"^\d+-\d+ figure “87 нарушителей.*” ?.*: border_violators_stopped: 87 to 87 persons, exact, .*\[.*; lane \w+\] verb \d+-\d+$",
        plain,
        re.M,
    )
    assert "reextract" not in plain
    Article.objects.update(lexicon_version="older")
    call_command("explain", article.public_id)
    assert "read with word lists older; python manage.py reextract" in capsys.readouterr().out


def test_what_cannot_be_explained_is_refused_with_the_reason(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="load_reference"):
        call_command("explain", "nothing")
    call_command("load_reference", verbosity=0)
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.write_text("\n", encoding="utf-8")
    binary.write_bytes(b"\xff\xfe\x00\x01")
    cases = [("nothing", "neither an article of the archive nor a file"), (str(empty), "empty"), (str(binary), "no text in UTF-8")]
    for name, complaint in cases:
        with pytest.raises(CommandError, match=complaint) as refused:
            call_command("explain", name)
        assert refused.value.returncode == 2
