"""An archive made before captures had an archived address keeps every row, the index and the triggers when it is migrated."""

from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import Article, Capture
from articles.search.change_log import read_version
from articles.search.install import index_stands
from articles.search.search import search
from tests.rows import make_rows

BEFORE = [("articles", "0001_initial")]


def rows_of_the_archive() -> dict[str, list[Any]]:
    """Return every row of both apps, bytes included, but for the columns that the migration adds and the archive's own counters."""
    found = {}
    for label in ("articles", "events"):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if model.__name__ in ("ArchiveVersion", "SearchChange", "HistoricalCapture"):
                continue
            names = [one.attname for one in model._meta.concrete_fields]
            if model is Capture:
                names = [name for name in names if name not in ("archived_url", "edited_fields", "edited_at")]
            found[model.__name__] = sorted(map(repr, model._default_manager.values_list(*names)))
    return found


@pytest.mark.django_db(transaction=True)
def test_an_older_archive_is_migrated_with_its_data_index_and_triggers() -> None:
    make_rows()
    before = rows_of_the_archive()
    try:
        MigrationExecutor(connection).migrate(BEFORE)
        with connection.cursor() as cursor:
            columns = {column.name for column in connection.introspection.get_table_description(cursor, "articles_capture")}
        assert "archived_url" not in columns
    finally:
        call_command("migrate", verbosity=0)
    assert rows_of_the_archive() == before
    assert index_stands(connection)
    assert search("firearms").total == 1
    version = read_version(connection)[0]
    capture = Article.objects.get().capture
    assert (capture.archived_url, capture.edited_fields, capture.edited_at) == ("", [], None)
    Capture.objects.filter(pk=capture.pk).update(archived_url="https://archive.example.org/7")
    assert read_version(connection)[0] != version
    connection.check_constraints()
