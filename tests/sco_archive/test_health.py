"""Liveness without the database, readiness with it."""

import pytest
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


def test_healthz_answers_without_the_database(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_health_answers_carry_no_cookie_and_are_not_kept(client: Client) -> None:
    response = client.get("/healthz")
    assert not response.cookies
    assert "no-store" in response.headers["Cache-Control"]


def test_health_refuses_to_be_written_to(client: Client) -> None:
    assert client.post("/healthz").status_code == 405


@pytest.mark.django_db
def test_readyz_is_ready_when_migrations_are_applied(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_readyz_answers_503_while_a_migration_is_missing(client: Client) -> None:
    MigrationRecorder(connections["default"]).migration_qs.filter(app="sessions").delete()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations are not applied\n")


@pytest.mark.django_db
def test_the_reader_sees_what_the_test_has_written() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE seen_by_both (n integer)")
        cursor.execute("INSERT INTO seen_by_both VALUES (7)")
    with connections["reader"].cursor() as cursor:
        cursor.execute("SELECT n FROM seen_by_both")
        assert cursor.fetchone() == (7,)
