"""The database follows from the environment, and the reader can really only read."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections
from django.db.utils import ConnectionHandler

from sco_archive.complaints import database_complaint
from sco_archive.databases import choose_databases

ADDRESS = "postgres://desk:p%40ss@db.example:5433/archive?sslmode=require"


def test_without_an_address_it_is_one_file_in_the_folder(tmp_path: Path) -> None:
    databases = choose_databases("", "", tmp_path / "var")
    assert databases["default"]["NAME"] == databases["reader"]["NAME"] == str(tmp_path / "var" / "archive.sqlite3")
    assert (tmp_path / "var").is_dir()


def test_a_sqlite_address_names_the_file(tmp_path: Path) -> None:
    databases = choose_databases(f"sqlite:///{tmp_path}/desk.sqlite3", "", tmp_path)
    assert Path(databases["default"]["NAME"]) == tmp_path / "desk.sqlite3"


@pytest.mark.django_db
def test_the_sqlite_writer_uses_wal_large_pages_and_checks_foreign_keys(tmp_path: Path) -> None:
    handler = ConnectionHandler(choose_databases("", "", tmp_path))
    with handler["default"].cursor() as cursor:
        names = ("journal_mode", "synchronous", "foreign_keys", "page_size", "wal_autocheckpoint")
        answers = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    handler.close_all()
    assert answers == ["wal", 1, 1, 8192, 4000]


@pytest.mark.django_db
def test_the_sqlite_reader_reads_what_was_written_and_refuses_to_write(tmp_path: Path) -> None:
    handler = ConnectionHandler(choose_databases("", "", tmp_path))
    with handler["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE kept (n integer)")
        cursor.execute("INSERT INTO kept VALUES (5)")
    with handler["reader"].cursor() as cursor:
        assert cursor.execute("SELECT n FROM kept").fetchone() == (5,)
        with pytest.raises(DatabaseError, match="readonly") as refusal:
            cursor.execute("INSERT INTO kept VALUES (6)")
    handler.close_all()
    assert "cannot be written to" in str(database_complaint(refusal.value))


def test_a_postgresql_address_is_read_with_its_options() -> None:
    default = choose_databases(ADDRESS, "", Path())["default"]
    assert (default["HOST"], default["PORT"], default["USER"], default["PASSWORD"]) == ("db.example", 5433, "desk", "p@ss")
    assert default["OPTIONS"]["sslmode"] == "require"
    assert default["CONN_HEALTH_CHECKS"] is True


def test_the_reader_goes_to_the_replica_when_there_is_one() -> None:
    databases = choose_databases(ADDRESS, "postgres://desk@replica.example/archive", Path())
    assert (databases["default"]["HOST"], databases["reader"]["HOST"]) == ("db.example", "replica.example")
    assert "default_transaction_read_only=on" in databases["reader"]["OPTIONS"]["options"]
    assert "options" not in databases["default"]["OPTIONS"]


@pytest.mark.parametrize("address", ["mysql://a/b", "archive", "postgres:/x", "postgres://host", "postgres://a:b@h:port/x", "sqlite://"])
def test_an_address_that_cannot_work_is_refused_by_the_name_of_its_variable(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refusal:
        choose_databases(address, "", Path())
    assert "\n" not in str(refusal.value)


def test_a_refusal_never_shows_the_password() -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        choose_databases("postgres://desk:topsecret@host:port/x", "", Path())
    assert "topsecret" not in str(refusal.value)


def test_a_replica_must_be_of_the_same_kind() -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_REPLICA_URL"):
        choose_databases(ADDRESS, "sqlite:////tmp/x.sqlite3", Path())


@pytest.mark.postgresql
@pytest.mark.django_db
def test_the_postgresql_reader_sees_one_state_and_refuses_to_write() -> None:
    reader = ConnectionHandler({"default": {**connections["default"].settings_dict}, "reader": {**reader_settings()}})["reader"]
    with reader.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("repeatable read",)
        with pytest.raises(DatabaseError, match="read-only") as refusal:
            cursor.execute("CREATE TABLE kept (n integer)")
    reader.close()
    assert "cannot be written to" in str(database_complaint(refusal.value))


def reader_settings() -> dict[str, object]:
    """Return the reader as the settings declare it, on the test's database."""
    return {**connections.databases["reader"], "NAME": connections["default"].settings_dict["NAME"]}
