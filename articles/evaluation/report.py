"""A board as lines of text."""

from collections.abc import Iterator

from articles.evaluation.board import Board
from articles.evaluation.intervals import wilson


def table(board: Board) -> Iterator[str]:
    """Yield the figures of a board, each with the 95 % confidence interval of its share."""
    yield f"{board.articles} articles"
    for name, tally in board.tallies.items():
        precision = _with_interval(tally.right, tally.right + tally.extra)
        recall = _with_interval(tally.right, tally.right + tally.missed)
        counts = f"({tally.right} right, {tally.extra} extra, {tally.missed} missed)"
        yield f"{name:25} precision {precision}  recall {recall}  {counts}"
    for name, share in board.shares.items():
        yield f"{name:25} {_with_interval(share.yes, share.asked):>30}  ({share.yes} of {share.asked})"


def _with_interval(yes: int, asked: int) -> str:
    interval = wilson(yes, asked)
    if interval is None:
        return f"{'-':5} {'':14}"
    return f"{yes / asked:.3f} [{interval[0]:.3f}-{interval[1]:.3f}]"
