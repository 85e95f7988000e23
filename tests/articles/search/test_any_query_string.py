"""Any query string: a page or a plain message, never an error, never a statement past its time."""

import os
import random

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

REQUESTS = 20_000 if os.environ.get("SOAK") else 1_000
PATHS = ["/articles/"] * 6 + ["/operations/", "/meetings/", "/statistics/"]
NAMES = ["q", "year", "month", "country", "topic", "outlet", "language", "sort", "size", "page", "kind", "measure", "framework", "other"]
VALUES = [
    *[
        "border",
        '"joint exercise"',
        "-navy",
        "OR",
        "title:border",
        "title:",
        '"',
        "''",
        "塔什干",
        "边",
        "the",
        "учения",
        "*",
        "(",
        ")",
        "\\",
        "%",
        "\0",
        "\x1b",
    ],
    *[
        "2024",
        "1989",
        "20x4",
        "٢٠٢٤",
        "2024-07",
        "2024-13",
        "KZ",
        "kz",
        "XX",
        "borders",
        "herald",
        "en",
        "fr",
        "newest",
        "oldest",
        "relevance",
    ],
    *[
        "1",
        "0",
        "-1",
        "20",
        "100",
        "99999999999999999999",
        "1e9",
        "",
        " ",
        "\ufeff",
        "\ud83d\ude00",
        "🙂",
        "́",
        "a" * 3000,
        "边" * 700,
        "null",
        "<b>",
        "{{ 7 }}",
    ],
]


def any_address(chance: random.Random) -> str:
    """Return an address nobody would type."""
    pairs = []
    for _again in range(chance.randint(0, 6)):
        words = chance.choices(VALUES, k=chance.randint(1, 4))
        pairs.append((chance.choice(NAMES), chance.choice([" ", "", "+", "\t"]).join(words) if chance.random() < 0.5 else words[0]))
    query = urlencode([(name, value.encode("utf-8", "replace")) for name, value in pairs])
    if chance.random() < 0.1:
        query += chance.choice(["&%", "&q=%ff%fe", "&&==&", "&year[]=1", "&q=%00", ";q=1"])
    return f"{chance.choice(PATHS)}?{query}"


@pytest.mark.longer
@pytest.mark.django_db
def test_no_query_string_breaks_a_list(library: None, client: Client) -> None:
    chance = random.Random(8)
    for _again in range(REQUESTS):
        address = any_address(chance)
        response = client.get(address)
        assert response.status_code in {200, 400}, address


@pytest.mark.parametrize("path", sorted(set(PATHS)))
def test_a_filter_takes_a_bounded_number_of_values(path: str, library: None, client: Client) -> None:
    months = "&".join(f"month={year}-{month:02}" for year in range(1991, 2090) for month in range(1, 11))
    response = client.get(f"{path}?{months}")
    assert response.status_code == 200
    assert "Choose at most 40 values" in response.content.decode()


def test_more_parameters_than_any_form_has_are_refused(library: None, client: Client) -> None:
    assert client.get("/articles/?" + "&".join(f"year={number}" for number in range(2000))).status_code == 400


def test_a_thousand_words_take_few_questions(library: None, client: Client) -> None:
    with CaptureQueriesContext(connections["default"]) as queries:
        assert client.get("/articles/", {"q": " ".join(f"word{number}" for number in range(1000))}).status_code == 200
    assert len(queries) < 60


def test_filtered_lists_are_not_followed_by_crawlers(library: None, client: Client) -> None:
    assert 'content="noindex, nofollow"' in client.get("/articles/?year=2024").content.decode()
    assert "nofollow" not in client.get("/articles/").content.decode()
