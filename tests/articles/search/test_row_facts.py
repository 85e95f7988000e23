"""What a row of the list says was read from its article."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from articles.models import StatisticMention
from tests.factories import (
    make_article,
    make_figure,
    make_measure,
    make_meeting,
    make_operation,
    mention_meeting,
    mention_operation,
    report_figure,
)
from tests.pages import count_queries, text_of

pytestmark = pytest.mark.django_db


def report(title: str, figures: int = 2) -> None:
    """Make an article that gives some figures of an operation and names a meeting."""
    words = [f"{number} knives" for number in range(10, 10 + figures)]
    article = make_article(title, body=f"Operation Harvest was reviewed at the tenth session: {', '.join(words)}.")
    operation = make_operation(title.lower().replace(" ", "-"))
    for word in words:
        number = int(word.split()[0])
        report_figure(article, word, make_figure(make_measure("knives_seized", unit="items"), number, number, operation=operation))
    mention_operation(article, "Operation Harvest", operation)
    mention_meeting(article, "tenth session", make_meeting(ordinal=len(title)))


def test_a_row_counts_the_figures_and_leads_to_the_events(client: Client) -> None:
    report("Spring report")
    make_article("A speech", body="Nothing was counted.")
    html = client.get("/articles/").content.decode()
    assert re.search(r'/articles/\w+/#evidence">2 figures</a>', html)
    assert '<a href="/operations/spring-report/">Spring report</a>' in html
    assert '<a href="/meetings/border-heads/13/">13th meeting of the heads of border services</a>' in html
    assert text_of(client.get("/articles/")).count("no figures") == 1


def test_a_rejected_reading_is_not_counted(client: Client) -> None:
    report("Spring report", figures=3)
    StatisticMention.objects.filter(quote="10 knives").update(
        review_state="rejected", reviewed_at="2024-01-01T00:00Z", reviewer=get_user_model().objects.create_user("reviewer")
    )
    assert "2 figures" in text_of(client.get("/articles/"))


def test_many_rows_take_as_many_questions_as_one(client: Client) -> None:
    report("Report 0")
    few = count_queries(client, "/articles/")
    for number in range(2, 12):
        report(f"Report {'I' * number}", figures=number)
    assert count_queries(client, "/articles/") == few
