"""The figures of `evaluate`: counted by hand on a small set, and equal to what the published scorer gave for spoilt readings of it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from articles.evaluation.board import Board
from articles.evaluation.gold import load_gold
from articles.evaluation.scoring import score
from tests.articles.evaluation.readings import FOLDER, perfect, spoilt

# What the published scorer printed for `spoilt(seed)`; where it lies beside the checkout, it is asked again.
PUBLISHED = json.loads((FOLDER / "published_figures.json").read_text(encoding="utf-8"))
SCORER = Path(__file__).parents[4] / "shared" / "evaluation" / "score.py"


def board(readings: dict[str, Any], lane: str | None = None, language: str | None = None) -> Board:
    return score(load_gold(FOLDER, language), readings, lane)


def test_a_perfect_reading_has_nothing_against_it() -> None:
    scores = board(perfect())
    assert scores.notes() == []
    counts = {name: (tally.right, tally.extra, tally.missed) for name, tally in scores.tallies.items()}
    assert counts == {
        "statistics": (11, 0, 0),
        "countries": (7, 0, 0),
        "topics": (7, 0, 0),
        "meetings (numbered)": (2, 0, 0),
        "operations (named)": (2, 0, 0),
        "copies (pairs)": (1, 0, 0),
    }
    assert {name: (share.yes, share.asked) for name, share in scores.shares.items()} == {
        "article read": (4, 4),
        "language": (4, 4),
        "title": (4, 4),
        "published": (2, 2),
        "published: never invented": (2, 2),
        "outlet": (3, 3),
        "byline": (1, 1),
        "spans exact": (17, 17),
        "quotes tight": (12, 12),
        "body kept": (8, 8),
        "furniture removed": (3, 3),
        "qualifier": (11, 11),
        "unit": (11, 11),
        "measure": (11, 11),
        "period": (3, 3),
        "meeting country": (1, 1),
        "meeting date": (1, 1),
    }


def test_a_missing_article_misses_everything_that_it_holds() -> None:
    readings = perfect()
    del readings["e01"]
    scores = board(readings)
    assert scores.shares["article read"].notes == ["e01 no prediction"]
    assert (
        scores.tallies["statistics"].missed,
        scores.tallies["meetings (numbered)"].missed,
        scores.tallies["operations (named)"].missed,
    ) == (3, 1, 1)
    assert scores.tallies["copies (pairs)"].right == 1, "the other member of the group names it still"


def test_a_figure_found_twice_is_a_repeat_and_an_invented_one_is_extra() -> None:
    readings = perfect()
    first = readings["e01"]["statistics"][0]
    readings["e01"]["statistics"] += [dict(first), {**first, "low": 42, "high": 42}]
    tally = board(readings).tallies["statistics"]
    assert (tally.right, tally.extra, tally.missed) == (11, 1, 0)
    assert "42" in tally.notes[0]


def test_one_lane_alone_is_scored_by_its_own_figures() -> None:
    readings = perfect()
    for row in readings["e01"]["statistics"][:2]:
        row["lane"] = "check"
    tally = board(readings, lane="sure").tallies["statistics"]
    assert (tally.right, tally.extra, tally.missed) == (9, 0, 2)


@pytest.mark.parametrize(
    ("place", "value", "figure"),
    [
        (("statistics", 2, "qualifier"), "exact", "qualifier"),
        (("statistics", 2, "unit"), "person-times", "unit"),
        (("statistics", 2, "measure"), "drugs_seized", "measure"),
        (("statistics", 2, "period"), "2022-09", "period"),
        (("statistics", 2, "value_text"), "121", "quotes tight"),
        (("statistics", 2, "span"), [0, 4], "spans exact"),
        (("meetings", 0, "country"), "KZ", "meeting country"),
        (("meetings", 0, "date"), "2022-11", "meeting date"),
        (("published",), "2022-11", "published"),
        (("outlet",), "Another Wire", "outlet"),
        (("byline",), None, "byline"),
        (("title",), "Another title", "title"),
        (("language",), "ru", "language"),
    ],
)
def test_one_mistake_lowers_its_own_figure_alone(place: tuple[Any, ...], value: Any, figure: str) -> None:
    readings = perfect()
    target: Any = readings["e01"]
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    before, after = board(perfect()), board(readings)
    lowered = [name for name in after.shares if after.shares[name].yes != before.shares[name].yes]
    assert lowered == [figure]
    assert after.shares[figure].asked - after.shares[figure].yes == before.shares[figure].asked - before.shares[figure].yes + 1


def test_an_outlet_under_its_other_name_is_right_and_a_date_that_the_alternative_covers_is_no_invention() -> None:
    readings = perfect()
    readings["e01"]["outlet"] = "Example Wire Service"
    readings["e02"]["published"] = "2022-11-20"
    readings["e02"]["countries"].append("CN")
    assert board(readings).notes() == []


@pytest.mark.parametrize("case", PUBLISHED)
def test_the_figures_are_those_of_the_published_scorer(case: str, tmp_path: Path) -> None:
    seed, *options = case.split()
    readings = spoilt(int(seed))
    chosen = dict(zip(options[::2], options[1::2], strict=True))
    ours = board(readings, chosen.get("--lane"), chosen.get("--language")).figures()
    assert {name: {key: ours[name][key] for key in row} for name, row in PUBLISHED[case].items()} == PUBLISHED[case]
    if SCORER.exists():
        lines = tmp_path / "read.jsonl"
        lines.write_text("".join(json.dumps(row) + "\n" for row in readings.values()), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(FOLDER / "gold"), str(lines), "--json", *options]
        assert json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) == PUBLISHED[case]
