"""What the server does once before its workers are forked, and what it lets through to the program."""

import gc
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from gunicorn.config import Config
from gunicorn.http.parser import RequestParser

from sco_archive import server


@pytest.fixture
def collector() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("seeded", "collector")
def test_what_workers_share_is_left_alone_by_their_collectors() -> None:
    before = gc.get_freeze_count()
    server.when_ready(None)
    assert gc.get_freeze_count() > before + 10_000


def test_a_search_of_a_thousand_words_reaches_the_program() -> None:
    given = Config()
    given.set("limit_request_line", server.limit_request_line)
    query = urlencode({"q": "border " * 1000})
    request = next(RequestParser(given, [f"GET /articles/?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()], ("127.0.0.1", 1)))
    assert request.query == query
