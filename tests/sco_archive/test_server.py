"""What the server does once before its workers are forked, and what it lets through to the program."""

import gc
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.conf import settings
from gunicorn.config import Config
from gunicorn.http.parser import RequestParser

from sco_archive import server

TEMPLATES = settings.BASE_DIR / "templates"


@pytest.fixture
def collector() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("seeded", "collector")
def test_what_workers_share_is_left_alone_by_their_collectors() -> None:
    before = gc.get_freeze_count()
    server.when_ready(None)
    assert gc.get_freeze_count() > before + 10_000


def query_that_arrives(**values: str) -> str:
    """Return the query of an address as the server's own parser gives it to the program."""
    given = Config()
    given.set("limit_request_line", server.limit_request_line)
    line = f"GET /articles/?{urlencode(values)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    return str(next(RequestParser(given, [line.encode()], ("127.0.0.1", 1))).query)


def test_a_search_of_a_thousand_words_reaches_the_program() -> None:
    words = "border " * 1000
    assert query_that_arrives(q=words) == urlencode({"q": words})


@pytest.mark.parametrize("letter", ["b", "ж", "边", "😀"])
def test_whatever_a_search_box_takes_reaches_the_program(letter: str) -> None:
    boxes = [box for path in TEMPLATES.rglob("*.html") for box in re.findall(r'<input[^>]*name="q"[^>]*>', path.read_text())]
    bounds = [re.search(r'maxlength="(\d+)"', box) for box in boxes]
    assert len(boxes) >= 6
    assert all(bounds), boxes
    longest = max(int(bound[1]) for bound in bounds if bound)
    # A browser counts 😀 as two.
    words = letter * (longest // (len(letter.encode("utf-16-le")) // 2))
    assert len(words) >= 400
    filters = {"year": "2020", "country": "KZ", "topic": "border-security", "outlet": "o" * 60, "language": "zh", "sort": "relevance"}
    assert query_that_arrives(q=words, **filters) == urlencode({"q": words, **filters})
