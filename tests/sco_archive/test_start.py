"""`make run` from a clone to a served site, a second time without doing anything twice, and stopped like any program."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen
from uuid import uuid4

import psycopg
import pytest

from tests.sco_archive.conftest import Clone, make_clone

COUNT = """
import django, json
django.setup()
from django.apps import apps
apps_counted = [m for m in apps.get_models() if m._meta.app_label in ("articles", "events")]
print(json.dumps({m.__name__: m.objects.count() for m in apps_counted}))
"""


@contextmanager
def served(clone: Clone, port: int, **environment: str) -> Iterator[tuple[str, float]]:
    """Start the site with `make run`; give its first words and how long they took; stop it with Ctrl-C."""
    began = time.monotonic()
    process = clone.start("make", "run", f"PORT={port}", **environment)
    assert process.stdout
    said = ""
    while "Ctrl-C" not in said:
        line = process.stdout.readline()
        assert line, f"make run ended with {process.wait()}: {said}"
        said += line
    wait_until_it_answers(port, process)
    try:
        yield said, time.monotonic() - began
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)


def wait_until_it_answers(port: int, process: subprocess.Popen[str]) -> None:
    """Wait for the server behind the printed address."""
    until = time.monotonic() + 30
    while True:
        try:
            assert get(port, "/readyz") == "ready\n"
            return
        except OSError:
            assert process.poll() is None and time.monotonic() < until
            time.sleep(0.05)


def get(port: int, path: str) -> str:
    """Return the text of a page."""
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
        return str(response.read().decode())


def rows(clone: Clone, **environment: str) -> dict[str, int]:
    """Count the rows of every record."""
    counted = clone.run(clone.python, "-c", COUNT, DJANGO_SETTINGS_MODULE="sco_archive.settings", **environment)
    assert counted.returncode == 0, counted.stderr
    return dict(json.loads(counted.stdout))


def assert_starts_twice(clone: Clone, port: int, **environment: str) -> None:
    """Start, look, stop, start again: served both times, the port given back, and no row added but that of the second import."""
    with served(clone, port, **environment) as (said, _):
        assert f"http://127.0.0.1:{port}/" in said
        assert "make editor" in said
        assert "SCO committed to maintaining regional security" in get(port, "/articles/")
    first = rows(clone, **environment)
    assert first["Article"] == 2
    with served(clone, port, **environment) as (said, seconds):
        assert "Installing" not in said
        assert "Preparing" not in said
        assert "Static files" not in said
        assert "Cooperation aids anti-terrorism efforts" in get(port, "/articles/")
    assert seconds < 10
    with pytest.raises(OSError, match="refused"):
        get(port, "/healthz")
    second = rows(clone, **environment)
    assert second.pop("ImportRun") == first.pop("ImportRun") + 1
    assert second == first


def test_a_clone_is_served_by_one_command_and_a_second_run_imports_nothing_twice(own_clone: Clone, free_port: int) -> None:
    assert_starts_twice(own_clone, free_port)


@pytest.mark.postgresql
def test_the_same_on_postgresql(own_clone: Clone, free_port: int) -> None:
    name = f"start_{uuid4().hex}"
    with psycopg.connect("dbname=postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            postgresql = {key: value for key, value in os.environ.items() if key.startswith("PG")}
            assert_starts_twice(own_clone, free_port, DATABASE_URL=f"postgres:///{name}", **postgresql)
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.soak
def test_a_fresh_clone_with_nothing_installed_is_served_within_a_minute(tmp_path_factory: pytest.TempPathFactory, free_port: int) -> None:
    """Needs a package index; the cache of pip is warm after the first time."""
    clone = make_clone(tmp_path_factory.mktemp("fresh") / "sco-archive")
    for link in (clone.folder / ".venv").iterdir():
        link.unlink()
    (clone.folder / ".venv").rmdir()
    with served(clone, free_port) as (said, seconds):
        assert "Installing requirements.txt" in said
    assert seconds < 60
