"""Import and extraction of made-up articles: all stages on one core, again, with two workers, storing alone, and reading alone."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.core.management import CommandError
from django.db import connection

from articles.benchmarks.corpus import make_text
from articles.benchmarks.storing import measure_store
from articles.extraction.read import read_article
from articles.extraction.records import SourceText
from articles.importer.known import load_known

_WARMING = 12  # articles read before the clock starts; all three languages are among them


@dataclass(frozen=True)
class Finished:
    """A program that ran to its end: seconds by the clock, and the resident memory of its largest process at its highest, in MB."""

    seconds: float
    peak_mb: float


def measure_import(articles: int, home: Path | None) -> dict[str, Any]:
    """Import a folder of made-up articles on one core, again, and with two workers; then the last stage alone.

    Each import begins with an empty archive, on SQLite or, where the benchmark runs on PostgreSQL, in a database beside its own. Rates hold
    everything from the start of the command to its end. ``home`` is where sqlite-utils is installed, to store the same rows; none leaves it
    out.
    """
    with tempfile.TemporaryDirectory(prefix="benchmark-import-") as name:
        folder = Path(name)
        source = folder / "articles"
        write_folder(source, range(1, articles + 1))
        with empty_archive(folder / "one") as inside:
            first, second = (run(import_command(source), inside, cores=1) for _ in range(2))
        with empty_archive(folder / "two") as inside:
            two = run(import_command(source, "--workers", "2"), inside)
        result = {
            "articles": articles,
            "articles a second on one core": round(articles / first.seconds, 1),
            "articles a second with two workers": round(articles / two.seconds, 1),
            "two workers against one core": round(first.seconds / two.seconds, 2),
            "articles a second met again": round(articles / second.seconds, 1),
            "met again against first": round(first.seconds / second.seconds, 1),
            "largest process, MB": round(max(first.peak_mb, second.peak_mb, two.peak_mb)),
        }
        if home and connection.vendor == "sqlite":
            shelf = folder / "store"
            with empty_archive(shelf) as inside:
                stored = measure_store(source, shelf / "archive.sqlite3", inside, home / "sqlite-utils")
            result |= {f"storing alone, {what}": value for what, value in stored.items()}
    return result


def measure_memory(articles: int) -> dict[str, Any]:
    """Import a folder of made-up articles once, with two workers; return the rate and the memory of the largest process.

    Measured at several sizes, it shows whether memory grows with what is imported.
    """
    with tempfile.TemporaryDirectory(prefix="benchmark-memory-") as name:
        folder = Path(name)
        source = folder / "articles"
        write_folder(source, range(1, articles + 1))
        with empty_archive(folder / "two") as inside:
            done = run(import_command(source, "--workers", "2"), inside)
    return {
        "articles": articles,
        "articles a second with two workers": round(articles / done.seconds, 1),
        "largest process, MB": round(done.peak_mb),
    }


def import_command(source: Path, *options: str) -> list[str]:
    """Return the command that imports a folder and prints nothing."""
    return [sys.executable, sys.argv[0], "import_articles", str(source), "--verbosity", "0", *options]


@contextmanager
def empty_archive(folder: Path) -> Iterator[dict[str, str]]:
    """Make an archive with reference data and no articles; yield the environment that leads a process to it."""
    folder.mkdir()
    if connection.vendor == "sqlite":
        yield prepared(folder, f"sqlite:///{folder}/archive.sqlite3")
        return
    parts, name = urlsplit(os.environ["DATABASE_URL"]), f"benchmark_{folder.name}_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            yield prepared(folder, urlunsplit(parts._replace(path=f"/{name}")))
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def prepared(folder: Path, address: str) -> dict[str, str]:
    """Prepare the archive at an address and return the environment that leads to it."""
    inside = {**os.environ, "DATABASE_URL": address, "DATA_DIR": str(folder), "IMPORT_SEEDS": "0"}
    run([sys.executable, "-m", "sco_archive.prepare"], inside)
    return inside


def write_folder(folder: Path, numbers: range) -> None:
    """Make a folder with the texts of some numbers, a file for each."""
    folder.mkdir()
    for number, text in zip(numbers, made_texts(numbers), strict=True):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def run(command: Sequence[str], environment: dict[str, str], cores: int | None = None) -> Finished:
    """Run a program to its end, on a number of cores where the system lets that be chosen."""
    allowed = os.sched_getaffinity(0) if cores and hasattr(os, "sched_setaffinity") else None
    if allowed:
        os.sched_setaffinity(0, sorted(allowed)[:cores])
    begin = time.monotonic()
    try:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    finally:
        if allowed:
            os.sched_setaffinity(0, allowed)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandError(f"{' '.join(command)} ended with {process.returncode}.")
    return Finished(time.monotonic() - begin, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024))


def measure_extraction(articles: int) -> dict[str, Any]:
    """Read made-up articles through all stages before the database; return the rate of one core and the milliseconds an article takes.

    The word lists are loaded before the clock starts; each article is read once, so nothing of it is remembered.
    """
    texts = list(made_texts(range(1, articles + _WARMING + 1)))
    sources = [SourceText(ident=f"made/{number}.txt", text=text) for number, text in enumerate(texts, start=1)]
    known = load_known()
    for source in sources[:_WARMING]:
        read_article(source, known)
    figures, taken = 0, []
    for source in sources[_WARMING:]:
        begin = time.process_time()
        figures += len(read_article(source, known).statistics)
        taken.append(time.process_time() - begin)
    return {
        "articles": articles,
        "words an article": round(sum(len(text.split()) for text in texts) / len(texts)),
        "figures found": figures,
        "articles a second of one core": round(articles / sum(taken), 1),
        "p50, ms": _percentile(taken, 50),
        "p99, ms": _percentile(taken, 99),
    }


def _percentile(seconds: Sequence[float], share: int) -> float:
    """Return the time in milliseconds that ``share`` percent of the readings do not exceed."""
    ordered = sorted(seconds)
    return round(ordered[max(0, -(-len(ordered) * share // 100) - 1)] * 1000, 1)


def made_texts(numbers: Iterable[int]) -> Iterator[str]:
    """Yield the texts as a folder would hold them, each with the line that dates it."""
    for made in map(make_text, numbers):
        yield f"{made.title}\n{made.day.isoformat()}\n\n{made.text.partition(chr(10) * 2)[2]}\n"
