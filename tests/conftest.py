"""What every test stands on: a real database in a file of its own, and the reader alias on the same connection."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "admin_client", "admin_user", "django_db_reset_sequences"}
BOTH_ALIASES = ["default", "reader"]


def pytest_configure() -> None:
    """Let templates name static files without a collectstatic before each run of the tests."""
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open the reader alias to each test that uses the database, so that no test has to say so."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        fixtures = set(getattr(item, "fixturenames", ()))
        if mark or fixtures & DATABASE_FIXTURES:
            wanted = {**(mark.kwargs if mark else {}), "databases": BOTH_ALIASES}
            item.add_marker(pytest.mark.django_db(**wanted), append=False)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Put the SQLite test database in a file, as in production (in memory there is no WAL and locks are of another kind)."""
    default = connections["default"]
    with tempfile.TemporaryDirectory(prefix="sco-archive-test-") as folder:
        if default.vendor == "sqlite":
            worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
            default.settings_dict["TEST"]["NAME"] = str(Path(folder) / f"{worker}.sqlite3")
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let `reader` be the writer's connection, since a test's own transaction is invisible to any other."""
    connections["reader"].close()
    connections["reader"] = connections["default"]
