"""Real processes against a real database: killed at any moment, two at once, the database gone."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

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


class Archive:
    """An archive of its own, worked on by commands in processes of their own."""

    def __init__(self, url: str) -> None:
        self.environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "sco_archive.settings"}

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> tuple[int, str, str]:
        process = self.start(*arguments)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def state(self) -> str:
        status, out, err = self.run("shell", "--no-imports", "-c", STATE)
        assert status == 0, err
        return out.strip().splitlines()[-1]


@pytest.fixture
def archive(tmp_path: Path, django_db_blocker: object) -> Iterator[Archive]:
    """A migrated archive with reference data, on the kind of database that the tests run on."""
    yield from fresh_archive(tmp_path, "robust")


def fresh_archive(folder: Path, name: str) -> Iterator[Archive]:
    default = connections["default"].settings_dict
    if connections["default"].vendor == "sqlite":
        made = Archive(f"sqlite:///{folder}/{name}.sqlite3")
        prepare(made)
        yield made
        return
    unique = f"{name}_{os.getpid()}_{random.randrange(10**6)}"
    server = {key: default[key.upper()] for key in ("host", "port", "user", "password") if default.get(key.upper())}
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unique)))
        try:
            password = f":{server['password']}" if server.get("password") else ""
            made = Archive(f"postgres://{server.get('user', '')}{password}@{server.get('host', '')}:{server.get('port', 5432)}/{unique}")
            prepare(made)
            yield made
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(unique)))


def prepare(made: Archive) -> None:
    for command in ("migrate", "load_reference"):
        status, _, err = made.run(command, "-v0")
        assert status == 0, err


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of articles, some of them copies of each other."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(ARTICLES):
        text = ARTICLE.replace("two states", f"{number // 3} states").replace("3 June", f"{number % 28 + 1} June")
        (folder / f"{number:03}.txt").write_text(f"{text}\n{'In all, patrols seized ' + str(number) + ' firearms in 2023.'}\n")
    return folder


def test_a_killed_import_leaves_whole_articles_and_the_next_one_completes_it(archive: Archive, pages: Path, tmp_path: Path) -> None:
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
    undisturbed = next(fresh := fresh_archive(tmp_path, "undisturbed"))
    undisturbed.run("import_articles", str(pages))
    assert archive.state() == undisturbed.state()
    assert len(json.loads(archive.state())["articles"]) == ARTICLES
    fresh.close()


def test_two_imports_at_once_end_like_one_after_the_other(archive: Archive, pages: Path, tmp_path: Path) -> None:
    processes = [archive.start("import_articles", str(pages)), archive.start("import_articles", str(pages), "--workers", "2")]
    for process in processes:
        _, err = process.communicate(timeout=300)
        assert process.returncode == 0, err
    status, _, err = archive.run("verify_archive")
    assert status == 0, err
    alone = next(fresh := fresh_archive(tmp_path, "alone"))
    alone.run("import_articles", str(pages))
    assert archive.state() == alone.state()
    fresh.close()


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


@pytest.mark.postgresql
def test_a_database_that_goes_away_stops_the_import_in_one_line(archive: Archive, pages: Path) -> None:
    process = archive.start("import_articles", str(pages))
    deadline = time.monotonic() + 60
    default = connections["default"].settings_dict
    server = {key: default[key.upper()] for key in ("host", "port", "user", "password") if default.get(key.upper())}
    name = archive.environment["DATABASE_URL"].rpartition("/")[2]
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as connection:
        ended = 0
        while not ended and time.monotonic() < deadline:
            ended = len(connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]).fetchall())
    _, err = process.communicate(timeout=60)
    assert process.returncode not in (0, 1)
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
