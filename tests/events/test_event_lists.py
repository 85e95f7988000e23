"""The filtered lists of events: filters alone and together against counting by hand, counts, pages, and values nobody knows."""

from itertools import product

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from events.models import Meeting, Operation, OperationStatistic
from tests.factories import (
    make_article,
    make_figure,
    make_measure,
    make_meeting,
    make_operation,
    make_outlet,
    make_series,
    make_state,
    make_topic,
    mention_meeting,
    mention_operation,
    report_figure,
)
from tests.pages import count_queries, shown_numbers, text_of

pytestmark = pytest.mark.django_db
LISTS = ("events:operation-list", "events:meeting-list", "events:statistic-list")
YEARS, COUNTRIES, TOPICS = ("2023", "2024"), ("KZ", "CN"), ("borders", "drugs")


@pytest.fixture(scope="module", autouse=True)
def world(module_transaction: DjangoDbBlocker) -> None:
    with module_transaction.unblock():
        fill_the_archive()


def fill_the_archive() -> None:
    kazakhstan, china = make_state(), make_state("CN", "China")
    borders, drugs = make_topic("borders"), make_topic("drugs", group="crime")
    measure = make_measure()
    measure.topics.add(drugs)
    for number, (year, states, topics) in enumerate(
        [
            ("2023", [kazakhstan], [borders]),
            ("2024", [kazakhstan, china], [drugs]),
            ("2023-12/2024-01", [china], [borders, drugs]),
            ("", [], []),
        ]
    ):
        operation = make_operation(f"operation-{number}", year, participants=states, topics=topics)
        series = make_series(f"series-{number}", f"Council {number}")
        series.topics.set(topics)
        make_meeting(number + 1, year, series, state=states[0] if states else None)
        figure = make_figure(measure, number + 5, number + 5, operation=operation)
        article = make_article(
            body=f"They took {number + 5} guns.", language=("en", "ru")[number % 2], outlet=make_outlet(("herald", "courier")[number // 2])
        )
        report_figure(article, f"{number + 5} guns", figure)
        if number < 2:
            mention_meeting(article, "took", series.meetings.get())
        if number == 3:
            copy = make_article(body="They took 8 guns.", language="zh", outlet=make_outlet("herald"))
            report_figure(copy, "8 guns", figure)
            mention_operation(copy, "took", operation)


def is_in_year(record: Operation | Meeting, year: str) -> bool:
    return bool(record.start and record.start.year <= int(year) <= record.end.year)


def topic_slugs(record: Operation | Meeting) -> set[str]:
    topics = (record.series if isinstance(record, Meeting) else record).topics.all()
    return {topic.slug for topic in topics} | {topic.parent.slug for topic in topics if topic.parent}


@pytest.mark.parametrize(("year", "country", "topic"), list(product(("", *YEARS), ("", *COUNTRIES), ("", *TOPICS))))
def test_filters_alone_and_together_give_what_counting_by_hand_gives(client: Client, year: str, country: str, topic: str) -> None:
    query = "&".join(f"{name}={value}" for name, value in (("year", year), ("country", country), ("topic", topic)) if value)

    def fits(record: Operation | Meeting, countries: set[str], topics: set[str]) -> bool:
        return (not year or is_in_year(record, year)) and (not country or country in countries) and (not topic or topic in topics)

    operations = [o for o in Operation.objects.all() if fits(o, {s.code for s in o.participants.all()}, topic_slugs(o))]
    meetings = [m for m in Meeting.objects.all() if fits(m, {m.state.code} if m.state else set(), topic_slugs(m))]
    figures = [
        f
        for f in OperationStatistic.objects.all()
        if fits(f.operation, {s.code for s in f.operation.participants.all()}, topic_slugs(f.operation) | {"drugs", "crime"})
    ]
    for name, rows in zip(LISTS, (operations, meetings, figures), strict=True):
        assert shown_numbers(client, f"{reverse(name)}?{query}") == len(rows), name


@pytest.mark.parametrize("name", LISTS)
@override_settings(PAGES_KEPT=0)
def test_every_count_of_the_panel_is_the_length_of_the_list_it_leads_to(client: Client, name: str) -> None:
    for query in ("", "?year=2024", "?country=CN", "?topic=drugs&country=KZ", "?outlet=herald", "?language=ru&outlet=courier"):
        context = client.get(f"{reverse(name)}{query}").context
        assert context["facets"]
        for facet in context["facets"]:
            chosen = [value for value in facet.values if value.active]
            for value in facet.values:
                if not chosen and value.count:
                    assert shown_numbers(client, value.url) == value.count, (query, value)


def test_several_values_of_a_filter_mean_or(client: Client) -> None:
    assert shown_numbers(client, "/operations/?country=KZ&country=CN") == 3


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_the_facets_that_all_lists_share(client: Client, name: str) -> None:
    names = {facet.name for facet in client.get(reverse(name)).context["facets"]}
    assert names >= {"year", "country", "topic", "outlet", "language"}


@pytest.mark.parametrize(("query", "number"), [("outlet=herald", 3), ("outlet=courier&language=en", 1), ("outlet=courier&language=zh", 0)])
def test_outlet_and_language_are_those_of_one_report(client: Client, query: str, number: int) -> None:
    assert shown_numbers(client, f"/statistics/?{query}") == number
    assert shown_numbers(client, f"/operations/?{query}") == number


def test_meetings_are_filtered_by_their_series(client: Client) -> None:
    assert shown_numbers(client, "/meetings/?series=series-1") == 1
    assert "No series of meetings is called “nothing”." in text_of(client.get("/meetings/?series=nothing"))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("country=ZZ", "No state has the code “ZZ”."),
        ("topic=nothing", "No topic is called “nothing”."),
        ("outlet=nobody", "No outlet is called “nobody”."),
        ("language=fr", "“fr” is no language of the archive."),
        ("year=abc", "“abc” is no year"),
        ("year=99999", "“99999” is no year"),
        ("month=2024-13", "“2024-13” is no month"),
        ("sort=upwards", "“upwards” is no order"),
        ("size=7", "A page shows 20, 50 or 100 rows."),
        ("page=99", "the last page is 1"),
        ("page=-1", "the last page is 1"),
        ("page=x", "the last page is 1"),
    ],
)
def test_a_value_nobody_knows_is_named_and_gives_no_rows(client: Client, name: str, query: str, words: str) -> None:
    response = client.get(f"{reverse(name)}?{query}")
    assert response.status_code == 200
    assert words in text_of(response)
    assert not response.context["rows"]


@pytest.mark.parametrize("name", LISTS)
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, name: str) -> None:
    few = count_queries(client, reverse(name))
    for number in range(20):
        operation = make_operation(f"more-{number}", "2022", participants=[make_state()])
        make_meeting(number + 10, f"20{number + 1:02}-05")
        article = make_article(body=f"They took {number + 900} guns.")
        report_figure(article, f"{number + 900} guns", make_figure(None, number + 900, number + 900, operation=operation))
    assert count_queries(client, reverse(name)) == few <= 12
