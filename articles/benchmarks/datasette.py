"""Datasette on the same rows: a SQLite file with full-text search on, its time limits lifted, in an environment of its own."""

import json
import sqlite3
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.core.management import CommandError

from articles.benchmarks.searching import WORDS
from articles.benchmarks.serving import Client, free_port, throughput, wait_until_ready
from articles.models import Article, ArticleTopic, StateMention

VERSION = "0.65.1"
LIMITS = {"sql_time_limit_ms": 600_000, "facet_time_limit_ms": 600_000, "facet_suggest_time_limit_ms": 1, "suggest_facets": "off"}
SCHEMA = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, text TEXT, date TEXT, year TEXT, language TEXT, outlet TEXT,
    countries TEXT, topics TEXT);
CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content='articles', content_rowid='id', tokenize='porter');
"""
INDEXES = "".join(f"CREATE INDEX by_{column} ON articles({column});" for column in ("date", "year", "language", "outlet"))


def measure_datasette(folder: Path, articles: int) -> dict[str, Any]:
    """Return the times of the plain search for each word, with the facets the archive counts."""
    with datasette(folder, articles) as (port, database):
        return {name: asdict(Client(port).time(address(database, text), 3)) for name, text in WORDS.items() if text}


def serve_datasette(folder: Path, articles: int, seconds: float) -> dict[str, Any]:
    """Return answers a second under as many readers as the archive has: of its bare list, and of the list with the archive's facets."""
    with datasette(folder, articles) as (port, database):
        lists = {"bare list": f"/{database}/articles?_size=20&_sort_desc=date", "list with facets": address(database, "")}
        result = {}
        for name, path in lists.items():
            rate, timing = throughput(port, [path, f"{path}&year=2020"], 16, seconds)
            result[name] = {"a second": rate, **asdict(timing)}
    return result


@contextmanager
def datasette(folder: Path, articles: int) -> Iterator[tuple[int, str]]:
    """Run Datasette on the archive's articles; yield its port and the name of its database."""
    program = install(folder)
    file = folder / f"datasette-{articles}.db"
    if not file.exists():
        begun = file.with_suffix(".part")
        begun.unlink(missing_ok=True)
        export(begun)
        begun.rename(file)
    port = free_port()
    limits = [part for name, value in LIMITS.items() for part in ("--setting", name, str(value))]
    with subprocess.Popen(
        [program, str(file), "--port", str(port), *limits], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            wait_until_ready(process, port, "/-/versions.json")
            yield port, file.stem
        finally:
            process.terminate()


def address(database: str, text: str) -> str:
    """Return the address of the page that shows what the archive's list shows: 20 rows, total, the same facets."""
    facets = [("_facet", "year"), ("_facet", "language"), ("_facet", "outlet"), ("_facet_array", "countries"), ("_facet_array", "topics")]
    words = [("_search", text), ("_searchmode", "raw")] if text else []
    return f"/{database}/articles?" + urlencode([*words, ("_sort_desc", "date"), ("_size", "20"), *facets])


def install(folder: Path) -> Path:
    """Return Datasette's program, installed on first use; the archive itself never needs it."""
    home = folder / "datasette"
    program = home / "bin" / "datasette"
    if not program.exists():
        venv.create(home, with_pip=True)
        done = subprocess.run([home / "bin" / "python", "-m", "pip", "install", "-qq", f"datasette=={VERSION}"], check=False)
        if done.returncode:
            raise CommandError(f"Datasette could not be installed into {home} (Python {sys.version.split()[0]}).")
    return program


def export(file: Path) -> None:
    """Write the articles into a file as Datasette's users would make it."""
    states, topics = (
        _lists(StateMention.objects.values_list("article_id", "state__code")),
        _lists(ArticleTopic.objects.values_list("article_id", "topic__slug")),
    )
    rows = Article.objects.order_by("search_no").values_list("pk", "search_no", "title", "text", "start", "language", "outlet__slug")
    with sqlite3.connect(file) as database:
        database.executescript(SCHEMA)
        for pk, number, title, text, start, language, outlet in rows.iterator(chunk_size=1000):
            day = start.isoformat() if start else None
            values = (
                number,
                title,
                text,
                day,
                day and day[:4],
                language,
                outlet,
                json.dumps(states.get(pk, [])),
                json.dumps(topics.get(pk, [])),
            )
            database.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        database.execute("INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')")
        database.executescript(INDEXES)
        database.execute("ANALYZE")


def _lists(pairs: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for article, value in pairs.iterator(chunk_size=10_000):
        found.setdefault(article, []).append(value)
    return found
