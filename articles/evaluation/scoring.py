"""Scoring a set of readings against a set of annotated articles."""

from collections.abc import Sequence
from typing import Any

from articles.evaluation.board import Board
from articles.evaluation.document_scores import score_copies, score_description, score_headings, score_text
from articles.evaluation.event_scores import score_meetings, score_operations, score_statistics
from articles.evaluation.gold import GoldArticle


def score(golds: Sequence[GoldArticle], read: dict[str, dict[str, Any]], lane: str | None = None) -> Board:
    """Return the board of a set; ``read`` holds contract objects by id, and ``lane`` leaves the statistics of the other lane out."""
    board = Board(articles=len(golds))
    for gold in golds:
        row = read.get(gold.ident)
        board.shares["article read"].add(row is not None, f"{gold.ident} no prediction")
        row = row or {}
        score_description(gold, row, board)
        score_text(gold, row, board)
        statistics = [found for found in row.get("statistics") or [] if not lane or found.get("lane") == lane]
        score_statistics(gold, statistics, board)
        score_headings(gold, row, board)
        score_meetings(gold, row.get("meetings") or [], board)
        score_operations(gold, row.get("operations") or [], board)
    score_copies(golds, read, board.tallies["copies (pairs)"])
    return board
