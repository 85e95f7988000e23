"""A page seen before is not made again, and never served once anything has changed."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings

from articles.models import Outlet
from events.models import State
from sco_archive.kept_pages import KeptPagesMiddleware

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/articles/"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every page that had to be made."""
    pages: list[str] = []
    inner = KeptPagesMiddleware.keep

    def keep(self: KeptPagesMiddleware, key: Any, etag: str, response: Any) -> None:
        pages.append(key[1])
        inner(self, key, etag, response)

    monkeypatch.setattr(KeptPagesMiddleware, "keep", keep)
    return pages


def test_a_repeated_view_is_not_modified_and_touches_one_row(client: Client, django_assert_num_queries: Any) -> None:
    etag = client.get(PAGE).headers["ETag"]
    with django_assert_num_queries(1):
        response = client.get(PAGE, headers={"if-none-match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == etag


def test_another_reader_gets_the_kept_page(client: Client, made: list[str]) -> None:
    first, second = client.get(PAGE), client.get(PAGE)
    assert made == [PAGE]
    assert second.content == first.content
    assert second.headers["Content-Type"] == first.headers["Content-Type"]
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_any_write_makes_the_page_new(client: Client) -> None:
    etag = client.get(PAGE).headers["ETag"]
    Outlet.objects.bulk_create([Outlet(slug="herald", name="Herald")])
    after_outlet = client.get(PAGE, headers={"if-none-match": etag})
    assert after_outlet.status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_outlet SET name = 'Tribune'")
    assert client.get(PAGE, headers={"if-none-match": after_outlet.headers["ETag"]}).status_code == 200


def test_a_fact_behind_the_articles_counts_too(client: Client) -> None:
    etag = client.get(PAGE).headers["ETag"]
    State.objects.create(code="KZ", name="Kazakhstan")
    assert client.get(PAGE, headers={"if-none-match": etag}).status_code == 200


def test_each_language_has_its_own_page(client: Client) -> None:
    english = client.get(PAGE, headers={"accept-language": "en"})
    russian = client.get(PAGE, headers={"accept-language": "ru"})
    assert english.headers["ETag"] != russian.headers["ETag"]
    assert "Accept-Language" in russian.headers["Vary"]


def test_compressed_and_plain_readers_do_not_get_each_others_bytes(client: Client) -> None:
    compressed = client.get(PAGE, headers={"accept-encoding": "gzip"})
    plain = client.get(PAGE)
    assert compressed.headers["Content-Encoding"] == "gzip"
    assert plain.content.startswith(b"<!doctype html>")


def test_the_desk_and_people_signed_in_are_left_alone(client: Client, admin_client: Client) -> None:
    assert "ETag" not in admin_client.get(PAGE).headers
    assert "ETag" not in client.get("/admin/login/").headers


def test_a_page_that_is_not_there_is_not_kept(client: Client, made: list[str]) -> None:
    assert client.get("/articles/nothing/").status_code == 404
    assert made == []


def test_no_more_pages_are_kept_than_allowed(client: Client) -> None:
    with override_settings(PAGES_KEPT=0):
        first = client.get(PAGE)
        assert client.get(PAGE, headers={"if-none-match": first.headers["ETag"]}).status_code == 304


def test_public_pages_set_no_cookie(client: Client) -> None:
    assert not client.get(PAGE).cookies
