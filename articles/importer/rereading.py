"""What a worker process does when stored articles are read anew: facts only, on the text as it is stored. No database here."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from articles.extraction.read import read_again
from articles.extraction.records import CleanText, Description, Extraction, Known
from articles.importer.crew import AHEAD
from articles.importer.reading import end_with_parent


@dataclass(frozen=True, slots=True)
class StoredText:
    """A stored article as reading needs it."""

    article_id: int
    public_id: str
    clean: CleanText
    description: Description


Reread = tuple[int, Extraction]
_KNOWN: list[Known] = []


def reread_all(chunks: Iterable[list[StoredText]], known: Known, workers: int) -> Iterator[list[Reread]]:
    """Yield new readings chunk by chunk, in order; one worker means this process."""
    if workers <= 1:
        _KNOWN[:] = [known]
        yield from map(_reread, chunks)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start, (known, os.getpid())) as pool:
        waiting: deque[Future[list[Reread]]] = deque()
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_reread, chunk))
                if len(waiting) >= AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _start(known: Known, parent: int) -> None:
    _KNOWN[:] = [known]
    end_with_parent(parent)


def _reread(chunk: list[StoredText]) -> list[Reread]:
    return [(stored.article_id, read_again(stored.public_id, stored.clean, stored.description, _KNOWN[0])) for stored in chunk]
