"""The confidence interval of a share, against published values."""

import pytest

from articles.evaluation.board import Board
from articles.evaluation.intervals import wilson
from articles.evaluation.report import table


# Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
@pytest.mark.parametrize(
    ("yes", "asked", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_published_intervals(yes: int, asked: int, low: float, high: float) -> None:
    interval = wilson(yes, asked)
    assert interval == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_nothing_asked_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert Board().shares["title"].figures() == {"share": None, "yes": 0, "of": 0, "interval": None}


def test_the_table_shows_shares_with_their_intervals() -> None:
    board = Board(articles=1)
    board.tallies["statistics"].count(right=19, extra=1, missed=1)
    board.shares["title"].add(ok=True)
    lines = list(table(board))
    assert lines[0] == "1 articles"
    assert lines[1] == (
        "statistics                precision 0.950 [0.764-0.991]  recall 0.950 [0.764-0.991]  (19 right, 1 extra, 1 missed)"
    )
    assert any(line.startswith("title") and "1.000 [0.207-1.000]" in line and line.endswith("(1 of 1)") for line in lines)
