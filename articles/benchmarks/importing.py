"""Import and extraction of made-up articles: all stages from file to page, a second time, and reading alone."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management import CommandError

from articles.benchmarks.corpus import make_text
from articles.extraction.read import read_article
from articles.extraction.records import SourceText
from articles.importer.known import load_known


def measure_import(articles: int) -> dict[str, Any]:
    """Import a folder of made-up articles into an empty archive, twice; return articles a second."""
    with tempfile.TemporaryDirectory(prefix="benchmark-import-") as folder:
        source = Path(folder, "articles")
        write_folder(source, range(1, articles + 1))
        inside = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3", "DATA_DIR": folder, "IMPORT_SEEDS": "0"}
        run([sys.executable, "-m", "sco_archive.prepare"], inside)
        command = [sys.executable, sys.argv[0], "import_articles", str(source), "--verbosity", "0"]
        first, second = run(command, inside), run(command, inside)
    return {
        "articles": articles,
        "first import, articles a second": round(articles / first, 1),
        "second import, articles a second": round(articles / second, 1),
        "second against first": round(first / second, 1),
    }


def write_folder(folder: Path, numbers: range) -> None:
    """Make a folder with the texts of some numbers, a file for each."""
    folder.mkdir()
    for number, text in zip(numbers, made_texts(numbers), strict=True):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def run(command: Sequence[str], environment: dict[str, str]) -> float:
    """Run a program to its end and return the seconds it took."""
    begin = time.monotonic()
    done = subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise CommandError(f"{' '.join(command)} ended with {done.returncode}.")
    return time.monotonic() - begin


def measure_extraction(articles: int) -> dict[str, Any]:
    """Read made-up articles through all stages before the database; return articles a second of one core."""
    sources = [SourceText(ident=f"made/{number}.txt", text=text) for number, text in enumerate(made_texts(range(1, articles + 1)), start=1)]
    known = load_known()
    begin = time.process_time()
    figures = sum(len(read_article(source, known).statistics) for source in sources)
    taken = time.process_time() - begin
    return {"articles": articles, "figures found": figures, "articles a second of one core": round(articles / taken, 1)}


def made_texts(numbers: range) -> list[str]:
    """Return the texts as a folder would hold them, each with the line that dates it."""
    made = [make_text(number) for number in numbers]
    return [f"{one.title}\n{one.day.isoformat()}\n\n{one.text.partition(chr(10) * 2)[2]}\n" for one in made]
