"""The lists of events where the archive holds nothing, one record, or many of one kind."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_article, make_figure, make_operation, make_state, report_figure
from tests.pages import shown_numbers, text_of

pytestmark = pytest.mark.django_db
LISTS = ("events:operation-list", "events:meeting-list", "events:statistic-list")


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_archive_says_so(client: Client, name: str) -> None:
    assert "Nothing in the archive fits these filters." in text_of(client.get(reverse(name)))


def test_paging_keeps_the_filters(client: Client) -> None:
    state = make_state()
    for number in range(25):
        make_operation(f"many-{number}", "2023", participants=[state])
    html = client.get("/operations/?country=KZ&year=2023").content.decode()
    assert 'href="/operations/?year=2023&amp;country=KZ&amp;page=2"' in html
    assert len(client.get("/operations/?country=KZ&year=2023&page=2").context["rows"]) == 5


def test_the_last_page_is_linked_when_a_page_past_the_end_is_asked_for(client: Client) -> None:
    make_operation()
    assert client.get("/operations/?year=2023&page=5").context["last_page"] == "/operations/?year=2023&page=1"


def test_a_proposed_operation_whose_only_reading_was_rejected_is_gone(client: Client) -> None:
    make_operation("proposed", origin="import", source_url="")
    assert shown_numbers(client, "/operations/") == 0
    assert client.get("/operations/proposed/").status_code == 404


def test_the_title_names_the_filters(client: Client) -> None:
    make_operation(participants=[make_state()])
    assert "<title>Operations and exercises: 2023, Kazakhstan" in client.get("/operations/?year=2023&country=KZ").content.decode()


def test_zero_is_not_the_same_as_nothing_held(client: Client) -> None:
    article = make_article(body="They took 0 guns.")
    report_figure(article, "0 guns", make_figure(None, 0, 0, operation=make_operation()))
    make_operation("silent-2024", "2024")
    page = text_of(client.get("/statistics/?measure=firearms_seized"))
    assert "“0 guns”" in page
    drawing = client.get("/statistics/chart.svg?measure=firearms_seized").content.decode()
    assert drawing.count("no figure held") == 2
