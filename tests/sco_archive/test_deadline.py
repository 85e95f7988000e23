"""A page that takes too long is broken off and says so; the next page is answered as always."""

from collections.abc import Iterator

import pytest
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from sco_archive import urls
from sco_archive.databases import postgresql_reader

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def endless(request: HttpRequest) -> HttpResponse:
    with connections["reader"].cursor() as cursor:
        if connections["reader"].vendor == "postgresql":
            cursor.execute("SET LOCAL statement_timeout = '1s'")
        cursor.execute(ENDLESS)
    return HttpResponse("never reached")


urlpatterns = [path("endless/", endless), path("", include(urls))]


@pytest.fixture
def short_time(settings: object) -> Iterator[None]:
    settings.SECONDS_A_PAGE_MAY_TAKE = 1
    settings.ROOT_URLCONF = __name__
    yield


@pytest.mark.django_db(transaction=True)
def test_a_statement_without_end_gives_503_and_a_time_to_come_back(client: Client, short_time: None) -> None:
    response = client.get("/endless/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert "took too long" in response.content.decode()
    assert client.get("/articles/").status_code == 200


def test_the_postgresql_reader_carries_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDS_A_PAGE_MAY_TAKE", "7")
    assert "statement_timeout=7s" in postgresql_reader({"NAME": "x"})["OPTIONS"]["options"]
