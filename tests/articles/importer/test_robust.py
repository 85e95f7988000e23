"""Real processes against a real database: killed at any moment, two at once, the database gone."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from psycopg import sql

from tests.articles.importer.conftest import ARTICLE

KILLS = 40 if os.environ.get("SOAK") else 5
ARTICLES = 60
STATE = """
import json
from articles.models import Article
from django.db.models import Count
from django.apps import apps
models = [r.related_model for r in Article._meta.related_objects if r.related_model.__name__ not in ("ImportIssue", "SearchTerms")]
articles = list(Article.objects.order_by("source_key").values_list("source_key", "public_id", "text_sha256", "date", "duplicate_group"))
numbers = sorted(Article.objects.values_list("search_no", flat=True))
print(json.dumps({"articles": articles, "dense": numbers == list(range(1, len(numbers) + 1)),
    "rows": {model.__name__: model.objects.count() for model in models}}))
"""
RUNS = "from articles.models import ImportRun; print(ImportRun.objects.count())"


def take_interrupts() -> None:
    """A shell starts what it puts in the background with interrupts ignored, and every program below inherits that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Archive:
    """An archive of its own, worked on by commands in processes of their own."""

    def __init__(self, url: str) -> None:
        self.environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "sco_archive.settings"}

    def start(self, *arguments: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=take_interrupts,
        )

    def run(self, *arguments: str) -> tuple[int, str, str]:
        process = self.start(*arguments)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def state(self) -> str:
        status, out, err = self.run("shell", "--no-imports", "-c", STATE)
        assert status == 0, err
        return out.strip().splitlines()[-1]

    def runs(self) -> int:
        status, out, err = self.run("shell", "--no-imports", "-c", RUNS)
        assert status == 0, err
        return int(out.strip().splitlines()[-1])


class Shelf:
    """Archives made from one that is prepared once: migrated, with reference data, on the kind of database that the tests run on."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.made = folder, [f"robust_{os.getpid()}"]
        self.is_sqlite = connections["default"].vendor == "sqlite"
        if not self.is_sqlite:
            self.execute("CREATE DATABASE {}", self.made[0])
        model = Archive(self.url(self.made[0]))
        for command in ("migrate", "load_reference"):
            status, _, err = model.run(command, "-v0")
            assert status == 0, err

    def fresh(self) -> Archive:
        self.made.append(f"{self.made[0]}_{len(self.made)}")
        if self.is_sqlite:
            source, target = (sqlite3.connect(self.folder / f"{name}.sqlite3") for name in (self.made[0], self.made[-1]))
            source.backup(target)
        else:
            self.execute("CREATE DATABASE {} TEMPLATE {}", self.made[-1], self.made[0])
        return Archive(self.url(self.made[-1]))

    def url(self, name: str) -> str:
        if self.is_sqlite:
            return f"sqlite:///{self.folder}/{name}.sqlite3"
        server = {part: quote(str(value), safe="") for part, value in server_of_the_tests().items()}
        return f"postgres://{server['user']}:{server['password']}@{server['host']}:{server['port']}/{name}"

    def execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(dbname="postgres", autocommit=True, **server_of_the_tests()) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def clear(self) -> None:
        if not self.is_sqlite:
            for name in self.made:
                self.execute("DROP DATABASE {} WITH (FORCE)", name)


def server_of_the_tests() -> dict[str, Any]:
    """Return how the tests reach their PostgreSQL server, said in the settings or, where they are silent, in the environment."""
    said = connections["default"].settings_dict
    given = {"host": said["HOST"], "port": said["PORT"], "user": said["USER"], "password": said["PASSWORD"]}
    with psycopg.connect(dbname="postgres", **{name: value for name, value in given.items() if value}) as connection:
        return {name: getattr(connection.info, name) for name in given}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path_factory.mktemp("archives"))
    yield shelf
    shelf.clear()


@pytest.fixture
def archive(shelf: Shelf) -> Archive:
    """A migrated archive with reference data and nothing else."""
    return shelf.fresh()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of articles, some of them copies of each other."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(ARTICLES):
        text = ARTICLE.replace("two states", f"{number // 3} states").replace("3 June", f"{number % 28 + 1} June")
        (folder / f"{number:03}.txt").write_text(f"{text}\n{'In all, patrols seized ' + str(number) + ' firearms in 2023.'}\n")
    return folder


@pytest.mark.longer
def test_a_killed_import_leaves_whole_articles_and_the_next_one_completes_it(archive: Archive, shelf: Shelf, pages: Path) -> None:
    moments = random.Random(7)
    began = time.monotonic()
    archive.run("import_articles", str(pages), "--dry-run")
    length = time.monotonic() - began
    for turn in range(KILLS):
        process = archive.start("import_articles", str(pages), "--workers", str(1 + turn % 2))
        time.sleep(moments.uniform(0.3, 1.0) * length)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        status, out, err = archive.run("verify_archive")
        assert status == 0, err
    status, _, err = archive.run("import_articles", str(pages))
    assert status == 0, err
    undisturbed = shelf.fresh()
    undisturbed.run("import_articles", str(pages))
    assert archive.state() == undisturbed.state()
    assert len(json.loads(archive.state())["articles"]) == ARTICLES


def test_two_imports_at_once_end_like_one_after_the_other(archive: Archive, shelf: Shelf, pages: Path) -> None:
    processes = [archive.start("import_articles", str(pages)), archive.start("import_articles", str(pages), "--workers", "2")]
    for process in processes:
        _, err = process.communicate(timeout=300)
        assert process.returncode == 0, err
    status, _, err = archive.run("verify_archive")
    assert status == 0, err
    alone = shelf.fresh()
    alone.run("import_articles", str(pages))
    assert archive.state() == alone.state()


def test_workers_end_when_the_import_is_killed(archive: Archive, pages: Path) -> None:
    process = archive.start("import_articles", str(pages), "--workers", "2")
    deadline = time.monotonic() + 60
    while not (workers := children(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert workers
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    while any(is_alive(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(is_alive(worker) for worker in workers)


def test_a_database_that_cannot_be_reached_gives_one_line(pages: Path) -> None:
    status, _, err = Archive("postgres://nobody@127.0.0.1:1/none").run("import_articles", str(pages))
    assert status != 0
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


def test_an_interrupted_import_says_so_in_one_line(archive: Archive, pages: Path) -> None:
    process = archive.start("import_articles", str(pages), "-", stdin=subprocess.PIPE)
    # Standard input stays open, so the import is still at work, wherever the signal meets it.
    deadline = time.monotonic() + 60
    while archive.runs() == 0 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=60)
    _, err = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in err
    assert err.strip().splitlines()[-1] == "CommandError: stopped. What is stored is whole; run the same command again."


def test_a_reader_that_has_enough_is_no_error(archive: Archive, pages: Path) -> None:
    process = archive.start("import_articles", str(pages), "--json", "--dry-run")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    assert process.wait(timeout=120) == 0
    assert "Traceback" not in err and "Broken" not in err


def test_a_terminal_gets_a_progress_bar_and_a_pipe_none(archive: Archive, pages: Path) -> None:
    command = f"stty cols 120 rows 40; exec {sys.executable} manage.py import_articles {pages} --dry-run"
    seen = subprocess.run(
        ["script", "-qec", command, "/dev/null"],
        cwd=settings.BASE_DIR,
        env=archive.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert f"{ARTICLES}/{ARTICLES}" in seen.stdout
    assert "articles/s" in seen.stdout
    assert "articles/s" not in "".join(archive.run("import_articles", str(pages), "--dry-run")[1:])


def test_a_database_without_tables_is_told_from_one_that_goes_away(tmp_path: Path, pages: Path) -> None:
    status, _, err = Archive(f"sqlite:///{tmp_path}/empty.sqlite3").run("import_articles", str(pages))
    assert status == 1
    assert "manage.py migrate" in err
    assert "Traceback" not in err


@pytest.mark.postgresql
def test_a_database_that_goes_away_stops_the_import_in_one_line(archive: Archive, pages: Path) -> None:
    process = archive.start("import_articles", str(pages))
    deadline = time.monotonic() + 60
    name = archive.environment["DATABASE_URL"].rpartition("/")[2]
    with psycopg.connect(dbname=name, autocommit=True, **server_of_the_tests()) as connection:
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        while time.monotonic() < deadline:
            if connection.execute("SELECT count(*) FROM articles_article").fetchone() != (0,):
                connection.execute(f"SELECT pg_terminate_backend(pid) {others}")
                break
    _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "Traceback" not in err
    assert "database" in err.strip().splitlines()[-1]
    assert archive.run("import_articles", str(pages))[0] == 0


def children(pid: int) -> list[int]:
    """Return the worker processes of a process, without the helper that tracks their resources."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(child) for child in path.read_text().split()] if path.exists() else []
    return [child for child in found if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def is_alive(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
