"""An archive made when each shingle was a row of its own keeps the sketches of its texts when it is migrated, forth and back."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from articles.importer.sketches import holders_of, read_sketches
from articles.models import ShingleHolder, TextSketch
from tests.rows import make_rows

LEAST, MOST = -(2**31), 2**31 - 1
BEFORE = "0003_evidence_indexes"


def migrate_back() -> type[Model]:
    """Return the model of the rows of an older archive, having gone back to it."""
    executor = MigrationExecutor(connection)
    executor.migrate([("articles", BEFORE)])
    return executor.loader.project_state([("articles", BEFORE)]).apps.get_model("articles", "ShingleSketch")


@pytest.mark.django_db(transaction=True)
def test_the_rows_of_an_older_archive_become_sketches_and_go_back() -> None:
    article = make_rows()["article"]
    TextSketch.objects.all().delete()
    ShingleHolder.objects.all().delete()

    try:
        old = migrate_back()
        old._default_manager.bulk_create(old(article_id=article.pk, shingle=(half << 32) + 8) for half in (LEAST, -7, MOST))
        call_command("migrate", verbosity=0)
        assert read_sketches([article.pk]) == {article.pk: {LEAST, -7, MOST}}
        assert holders_of([LEAST, -7, MOST]) == {LEAST: [article.pk], -7: [article.pk], MOST: [article.pk]}
        old = migrate_back()
        rows = old._default_manager.order_by("shingle").values_list("article_id", "shingle")
        assert list(rows) == [(article.pk, half << 32) for half in (LEAST, -7, MOST)]
    finally:
        call_command("migrate", verbosity=0)
    assert TextSketch.objects.count() == 1
