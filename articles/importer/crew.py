"""Who reads: this process, or a few worker processes, always handing the readings back in the order of the sources."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from articles.importer.issues import Issue
from articles.importer.readers.base import Piece
from articles.importer.reading import ReadArticle, ReadingRules, read_in_worker, read_piece, start_worker

AHEAD = 3  # chunks under way for each worker, so that none waits and memory stays flat
Answer = ReadArticle | Issue


def read_all(chunks: Iterable[list[Piece | Issue]], rules: ReadingRules, workers: int) -> Iterator[list[Answer]]:
    """Yield the readings of each chunk, in order."""
    if workers <= 1:
        for chunk in chunks:
            yield [one if isinstance(one, Issue) else read_piece(one, rules) for one in chunk]
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, start_worker, (rules, os.getpid())) as pool:
        waiting: deque[tuple[list[Piece | Issue], Future[list[Answer]]]] = deque()
        try:
            for chunk in chunks:
                pieces = [one for one in chunk if isinstance(one, Piece)]
                waiting.append((chunk, pool.submit(read_in_worker, pieces)))
                if len(waiting) >= AHEAD * workers:
                    yield _merged(*waiting.popleft())
            while waiting:
                yield _merged(*waiting.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _merged(chunk: list[Piece | Issue], future: "Future[list[Answer]]") -> list[Answer]:
    """Put the readings back between the issues of splitting."""
    readings = iter(future.result())
    return [one if isinstance(one, Issue) else next(readings) for one in chunk]
