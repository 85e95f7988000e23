"""What every test stands on: a real database in a file of its own, and the reader alias on the same connection."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connections, transaction
from pytest_django import DjangoDbBlocker

from articles.search.bitmaps import forget_holdings
from articles.search.known_names import forget_names
from events.figure_sets import forget_sets

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "admin_client", "admin_user", "django_db_reset_sequences", "seeded"}
COMMITTING = {"transactional_db", "live_server", "django_db_reset_sequences"}
BOTH_ALIASES = ["default", "reader"]
READER_IS_SHARED = pytest.StashKey[bool]()
# Tests that run only when an environment variable asks for them (see the Makefile).
ASKED_FOR = {"soak": "SOAK", "pictures": "SCREENSHOTS"}
NOTHING_MAY_BE_SKIPPED = bool(os.environ.get("NO_SKIPS"))


def pytest_configure() -> None:
    """Let templates name static files without a collectstatic before each run, and make passwords cheap."""
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Open both aliases to each test that uses the database, and leave out what belongs to the other database or is asked for only."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        if mark or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
            wanted = {**(mark.kwargs if mark else {}), "databases": BOTH_ALIASES}
            item.add_marker(pytest.mark.django_db(**wanted), append=False)
    refuse_commits_in_kept_rows(items)
    other = "postgresql" if connections["default"].vendor == "sqlite" else "sqlite"
    left_out = {other, *(mark for mark, switch in ASKED_FOR.items() if not os.environ.get(switch))}
    unwanted = [item for item in items if left_out & {mark.name for mark in item.iter_markers()}]
    if unwanted:
        config.hook.pytest_deselected(items=unwanted)
        items[:] = [item for item in items if item not in set(unwanted)]


def refuse_commits_in_kept_rows(items: list[pytest.Item]) -> None:
    """Refuse a module whose tests keep rows in one transaction and commit too: that would empty the tables inside it."""
    kept = {item.path for item in items if "module_transaction" in getattr(item, "fixturenames", ())}
    for item in items:
        mark = item.get_closest_marker("django_db")
        if item.path in kept and ((mark and mark.kwargs.get("transaction")) or COMMITTING & set(getattr(item, "fixturenames", ()))):
            raise pytest.UsageError(f"{item.nodeid} commits, but its module keeps rows by module_transaction: move it to another module.")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Count a skipped test as a failure where the environment promises everything (continuous integration)."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if NOTHING_MAY_BE_SKIPPED and reporter and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line("NO_SKIPS is set, yet tests were skipped; the reasons stand in the summary.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


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
def django_db_setup(django_db_setup: None, request: pytest.FixtureRequest) -> None:
    """Let `reader` be the writer's connection, since a test's own transaction is invisible to any other."""
    request.config.stash[READER_IS_SHARED] = True
    share_the_reader()


def share_the_reader() -> None:
    """Make both aliases one connection in the present context."""
    if connections["reader"] is not connections["default"]:
        connections["reader"].close()
        connections["reader"] = connections["default"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Share the reader anew: once a browser runs an event loop in this thread, Django keeps connections of that loop's own."""
    if item.config.stash.get(READER_IS_SHARED, False):
        share_the_reader()


@pytest.fixture(scope="module")
def module_transaction(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[DjangoDbBlocker]:
    """Keep rows for all tests of a module, which are made while the blocker is lifted; each test is rolled back to them and no further.

    Not for a module with a test that commits (`transactional_db`); such a one is refused when tests are collected.
    """
    whole = transaction.atomic()
    with django_db_blocker.unblock():
        whole.__enter__()
    yield django_db_blocker
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


@pytest.fixture
def seeded(request: pytest.FixtureRequest) -> None:
    """Fill the test's database with the reference data and the two seed articles."""
    request.getfixturevalue("transactional_db" if "live_server" in request.fixturenames else "db")
    call_command("load_reference", verbosity=0)
    call_command("import_articles", str(settings.BASE_DIR / "seeds" / "articles"), verbosity=0)


@pytest.fixture(autouse=True)
def memory() -> None:
    """Forget what is kept in memory: a test's rows are rolled back, and the next one meets the same versions with other rows.

    Content types are such rows too after a test that empties the tables: the reader, emptied last, is not allowed to fill them again.
    """
    forget_holdings()
    forget_names()
    forget_sets()
    ContentType.objects.clear_cache()
