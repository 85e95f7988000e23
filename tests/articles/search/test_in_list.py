"""From a row of the list into its article: before and after follow the list, and the page's own address stays the canonical one."""

import random
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.search.search import NEWEST, OLDEST, RELEVANCE, search
from tests.articles.search.test_any_query_string import any_address
from tests.pages import count_queries

pytestmark = pytest.mark.usefixtures("library")
QUERIES = [{}, {"q": "border"}, {"q": "border", "sort": "oldest"}, {"q": "joint exercise", "sort": "relevance"}, {"year": ["2024", "2021"]}]


def rows_of(client: Client, query: dict) -> tuple[list[Article], list[str]]:
    """Return the articles of a list and the addresses its rows lead to."""
    response = client.get(reverse("articles:list"), query)
    found = re.findall(r'<h3><a href="([^"]+)"', response.content.decode())
    return [hit.article for hit in response.context["rows"]], [address.replace("&amp;", "&") for address in found]


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_before_and_after_are_the_rows_around_it_in_the_list(client: Client, query: dict) -> None:
    articles, addresses = rows_of(client, query)
    for place, address in enumerate(addresses):
        neighbours = client.get(address).context["neighbours"]
        if query or articles[place].start:
            assert neighbours.before == (articles[place - 1] if place else None), address
        following = articles[place + 1] if place + 1 < len(articles) else None
        if query or (following and following.start):
            assert neighbours.after == following, address


@pytest.mark.parametrize("sort", [NEWEST, OLDEST, RELEVANCE])
@pytest.mark.parametrize("words", ["", "border", "joint", "patrol OR drill"])
def test_the_place_of_every_row_is_where_the_list_shows_it(words: str, sort: str) -> None:
    result = search(words)
    numbers = result.numbers(0, 100, sort)
    places = [result.place_of(number, sort) for number in numbers]
    assert [place.position for place in places] == list(range(len(numbers)))
    assert [place.before for place in places] == [None, *numbers[:-1]]
    assert [place.after for place in places] == [*numbers[1:], None]


def test_the_way_goes_on_through_the_list_and_back_to_it(client: Client) -> None:
    articles, addresses = rows_of(client, {"q": "joint", "sort": "oldest"})
    html = client.get(addresses[1]).content.decode()
    assert f'<a href="{articles[2].get_absolute_url()}?q=joint&amp;sort=oldest" rel="next">' in html
    assert f"2 of {len(articles)}: back to the list" in html
    assert html.count('href="/articles/?q=joint&amp;sort=oldest"') == 2


def test_the_list_is_met_again_on_the_page_that_has_the_row(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.listed.SIZES", (2, 50))
    articles, _addresses = rows_of(client, {"q": "joint"})
    html = client.get(f"{articles[2].get_absolute_url()}?q=joint").content.decode()
    assert 'href="/articles/?q=joint&amp;page=2"' in html


def test_every_way_to_an_article_names_one_address(client: Client) -> None:
    article = Article.objects.get(search_no=3)
    for query in ("", "?q=border", "?q=border&year=2024"):
        html = client.get(article.get_absolute_url() + query).content.decode()
        assert f'<link rel="canonical" href="{settings.SITE_URL}{article.get_absolute_url()}">' in html


@pytest.mark.parametrize("query", ["?q=tunnel", "?country=ZZ", "?sort=upwards", "?year=20x4&q=border", "?other=1", "?page=7"])
def test_a_list_that_does_not_have_the_article_is_passed_over(client: Client, query: str) -> None:
    address = Article.objects.get(search_no=3).get_absolute_url()
    response = client.get(address + query)
    assert response.status_code == 200
    assert response.context["listed"] is None
    assert response.context["neighbours"] == client.get(address).context["neighbours"]


def test_following_a_list_takes_two_questions_more_however_long_it_is(transactional_db: None, client: Client) -> None:
    address = Article.objects.get(search_no=3).get_absolute_url()
    alone = count_queries(client, address)
    assert count_queries(client, f"{address}?q=border&year=2024&country=UZ") == alone + 2
    assert count_queries(client, f"{address}?q=border") == alone + 2


def test_no_query_string_breaks_an_article_page(client: Client) -> None:
    address = Article.objects.get(search_no=3).get_absolute_url()
    chance = random.Random(7)
    for _again in range(150):
        query = any_address(chance).partition("?")[2]
        assert client.get(f"{address}?{query}").status_code in {200, 400}, query
