"""What an import does for the SQLite file it writes: the planner knows its tables, and little of it is mapped into memory."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from tests.articles.importer.conftest import ARTICLE

pytestmark = [pytest.mark.sqlite, pytest.mark.usefixtures("seeded")]


def looked_at() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'articles_article'")
        return int(cursor.fetchone()[0])


def test_an_import_that_stores_something_lets_the_planner_look_at_the_tables(tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sqlite_schema")
        cursor.execute("DELETE FROM sqlite_stat1")
    (tmp_path / "one.txt").write_text(ARTICLE)
    call_command("import_articles", str(tmp_path), "--dry-run", verbosity=0)
    assert looked_at() == 0
    call_command("import_articles", str(tmp_path), verbosity=0)
    assert looked_at() > 0
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sqlite_stat1")
    call_command("import_articles", str(tmp_path), verbosity=0)
    assert looked_at() == 0


def test_an_import_maps_little_of_the_file_into_its_memory(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE)
    call_command("import_articles", str(tmp_path), verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        assert cursor.fetchone()[0] <= 64 * 1024 * 1024
