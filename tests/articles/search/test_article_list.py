"""The page over the search: whatever the address says, a list or a plain message."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.pages import text_of

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture
def page(client: Client):
    def get(**query):
        return client.get(reverse("articles:list"), query)

    return get


def numbers(response) -> list[int]:
    return [hit.article.search_no for hit in response.context["rows"]]


def test_the_list_shows_every_article(page) -> None:
    response = page()
    assert response.status_code == 200
    assert numbers(response) == [4, 3, 7, 1, 2, 5, 8, 6]


def test_words_and_filters_work_together(page) -> None:
    assert numbers(page(q="border", year="2024", month="2024-07")) == [3, 1]
    assert numbers(page(q="border", country="UZ")) == [3]


def test_a_month_narrows_its_year(page) -> None:
    assert numbers(page(year=["2024", "2021"], month="2024-08")) == [4, 8]


def test_matching_words_are_marked_in_the_snippet(page) -> None:
    assert "<mark>patrols</mark>" in page(q="patrols").content.decode()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"year": "20x4"}, "is no year"),
        ({"month": "2024-13"}, "is no month"),
        ({"country": "XX"}, "No state has the code"),
        ({"topic": "nothing"}, "No topic is called"),
        ({"outlet": "nothing"}, "No outlet is called"),
        ({"language": "fr"}, "is no language"),
        ({"sort": "size"}, "is no order"),
        ({"size": "1000"}, "A page shows"),
        ({"page": "99"}, "last page is 1"),
        ({"page": "-1"}, "last page is 1"),
        ({"page": "next"}, "last page is 1"),
    ],
)
def test_an_unknown_value_gives_a_message_and_no_rows(query: dict[str, str], message: str, page) -> None:
    response = page(**query)
    assert response.status_code == 200
    assert numbers(response) == []
    assert message in response.content.decode()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("the", "too common"),
        ('"the of"', "too common"),
        ("и", "too common"),
        ('""', "no word"),
        ("-", "no word"),
        ('"border', "no partner"),
    ],
)
def test_a_search_of_stop_words_or_broken_quotes_says_so(words: str, message: str, page) -> None:
    response = page(q=words)
    assert response.status_code == 200
    assert message in text_of(response)
    is_searched = message == "no partner"
    assert ("Articles on “" in text_of(response)) is is_searched
    assert len(numbers(response)) == (2 if is_searched else 8)


def test_paging_keeps_words_and_filters(page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.views.articles_list.SIZES", (1, 2))
    response = page(q="border", year="2024", size="1")
    assert "q=border&amp;year=2024&amp;size=1&amp;page=2" in response.content.decode()


def test_chips_remove_one_filter_each(page) -> None:
    chips = page(q="border", year="2024", country="UZ").context["chips"]
    assert [(chip.name, chip.label, chip.url) for chip in chips] == [
        ("q", "border", "/articles/?year=2024&country=UZ"),
        ("year", "2024", "/articles/?q=border&country=UZ"),
        ("country", "Uzbekistan", "/articles/?q=border&year=2024"),
    ]


def test_the_page_asks_the_database_a_bounded_number_of_times(transactional_db, page, django_assert_max_num_queries) -> None:
    page(q="border")
    with django_assert_max_num_queries(12):
        page(q="border", year="2024", country="UZ")


def test_a_row_counts_all_copies_and_names_the_first_few(page) -> None:
    Article.objects.update(duplicate_group="a" * 12)
    told = text_of(page())
    assert told.count("Also in 7 other articles") == 8
    assert told.count("2 more copies") == 8
