"""Pages of what many articles speak of: totals are exact, a page shows a part, the earliest first."""

import pytest
from django.test import Client

from events.origins import MOST_COPIES, SOURCES_A_PAGE
from events.views.figure_card import MOST_REASONS
from events.views.meetings import MOST_REPORTS
from tests.factories import make_article, make_figure, make_meeting, make_operation, mention_meeting, mention_operation, report_figure
from tests.pages import count_queries, text_of

pytestmark = pytest.mark.django_db


def test_an_operation_of_many_sources_counts_all_and_shows_them_page_by_page(client: Client) -> None:
    operation = make_operation()
    for number in range(SOURCES_A_PAGE + 5):
        mention_operation(make_article(body=f"They told {number} of it.", date=f"2024-07-{number % 28 + 1:02}"), "They told", operation)
    mention_operation(make_article(body="They told of it at no known time.", date=""), "They told", operation)
    address = operation.get_absolute_url()
    first, second = client.get(address), client.get(f"{address}?page=2")
    assert f"{SOURCES_A_PAGE + 6} articles, {SOURCES_A_PAGE + 6} independent" in text_of(first)
    origins = [*first.context["origins"].shown, *second.context["origins"].shown]
    assert [origin.number for origin in origins] == list(range(1, SOURCES_A_PAGE + 7))
    days = [origin.source.first.start for origin in origins]
    assert days[-1] is None
    assert days[:-1] == sorted(days[:-1])
    assert all(origin.mention.article_id == origin.source.first.pk for origin in origins)
    assert count_queries(client, f"{address}?page=2") <= 12


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "²"])
def test_a_page_that_is_none_shows_the_nearest(client: Client, page: str) -> None:
    operation, meeting = make_operation(), make_meeting()
    mention_operation(make_article(body="They told of it."), "They told", operation)
    mention_meeting(make_article(body="They met there."), "They met", meeting)
    for record in (operation, meeting):
        assert client.get(record.get_absolute_url(), {"page": page}).status_code == 200


def test_copies_beyond_those_named_are_told_as_their_number(client: Client) -> None:
    operation = make_operation()
    for number in range(MOST_COPIES + 4):
        mention_operation(make_article(body=f"They told {number} of it.", duplicate_group="g"), "They told", operation)
    response = client.get(operation.get_absolute_url())
    (origin,) = response.context["origins"].shown
    assert (len(origin.source.copies), origin.unnamed) == (MOST_COPIES, 3)
    assert f"{MOST_COPIES + 4} articles, 1 independent" in text_of(response)
    assert "3 more copies" in text_of(response)


def test_a_meeting_of_many_reports_counts_all_and_shows_them_page_by_page(client: Client) -> None:
    meeting = make_meeting()
    for number in range(MOST_REPORTS + 3):
        article = make_article(body=f"They met {number} there. They met.", date="" if number == 7 else f"2024-07-{number % 28 + 1:02}")
        mention_meeting(article, "They met", meeting)
    address = meeting.get_absolute_url()
    first, second = client.get(address), client.get(f"{address}?page=2")
    assert f"{MOST_REPORTS + 3} articles" in text_of(first)
    articles = [report["article"] for response in (first, second) for report in response.context["reports"]]
    assert len({article.pk for article in articles}) == MOST_REPORTS + 3
    assert articles[-1].start is None
    assert [article.start for article in articles[:-1]] == sorted(article.start for article in articles[:-1])
    assert count_queries(client, f"{address}?page=2") <= 12


def test_a_figure_card_tells_the_first_differences_and_the_number_of_the_others(client: Client) -> None:
    operation = make_operation()
    figures = [make_figure(None, 2**number, 2**number, operation=operation) for number in range(8)]
    for number, figure in enumerate(figures):
        report_figure(make_article(body=f"Source {number}: {2**number} guns."), f"{2**number} guns", figure)
    response = client.get(figures[0].get_absolute_url())
    assert len(response.context["reasons"]) == MOST_REASONS
    assert response.context["further_reasons"] == 8 * 7 // 2 - MOST_REASONS
    assert "8 more such differences." in text_of(response)
