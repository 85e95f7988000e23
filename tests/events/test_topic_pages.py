"""The pages of subject headings and measures."""

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from events.models import Measure, Topic
from events.views.topics import codes_of
from tests.factories import make_article, make_figure, make_measure, make_operation, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference(db: None) -> None:
    call_command("load_reference", verbosity=0)


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_every_heading_has_a_page_with_its_definition(reference: None, client: Client) -> None:
    listed = page(client, "/topics/")
    for topic in Topic.objects.all():
        text = page(client, topic.get_absolute_url())
        assert topic.get_absolute_url() in listed
        assert escape(topic.definition) in text
        assert topic.label_ru in text
        assert topic.label_zh in text


def test_a_heading_shows_rule_words_and_standard_codes(reference: None, client: Client) -> None:
    text = page(client, "/topics/drugs/")
    assert "Seizure, traffic or control of drugs or precursors." in text
    assert "наркотики, прекурсоры" in text
    assert '<a href="http://metadata.un.org/thesaurus/1001786" rel="noopener">1001786</a> DRUG TRAFFIC' in text
    assert '<a href="http://eurovoc.europa.eu/3355" rel="noopener">3355</a> drug traffic' in text
    assert "/meetings/anti-drug-heads/" in text
    assert "/measures/drugs_seized/" in text


def test_the_two_levels_hold_thirty_headings(reference: None) -> None:
    assert Topic.objects.filter(level=1, parent=None).count() == 6
    assert Topic.objects.filter(level=2, parent__level=1).count() == 24


def test_codes_are_read_with_the_nearest_marked() -> None:
    near, exact = codes_of("near 1000677 BOUNDARIES\n1000667 BORDER TRAFFIC", "http://x/")
    assert near == {"code": "1000677", "label": "BOUNDARIES", "near": True, "url": "http://x/1000677"}
    assert not exact["near"]


def test_the_articles_of_a_heading_by_year_are_a_chart_with_addresses_as_files(client: Client) -> None:
    topic = make_topic("drugs", group="trafficking")
    make_article("Drugs seized", topics=[topic], date="2021-03")
    make_article("Drugs again", topics=[topic], date="2023")
    assert "Drugs: articles by year" in client.get("/topics/drugs/chart.svg").content.decode()
    table = client.get("/topics/trafficking/table.csv").content.decode("utf-8-sig").splitlines()
    assert table == ["topic,year,articles", "trafficking,2021,1", "trafficking,2022,0", "trafficking,2023,1"]
    assert client.get("/topics/nothing/chart.svg").status_code == 404


def test_a_group_gathers_what_stands_under_its_topics(client: Client) -> None:
    topic = make_topic("drugs", group="trafficking")
    article = make_article("Drugs seized", topics=[topic], date="2021-03")
    undated = make_article("No date", topics=[topic], date="")
    operation = make_operation("web-2025", topics=[topic])
    for path in ("/topics/drugs/", "/topics/trafficking/"):
        text = page(client, path)
        assert "2 articles" in text
        for url in (article.get_absolute_url(), undated.get_absolute_url(), operation.get_absolute_url()):
            assert url in text
        assert '<th scope="row">2021</th>' in text


def test_every_measure_has_a_page_with_definition_dimension_and_unit(reference: None, client: Client) -> None:
    listed = page(client, "/measures/")
    for measure in Measure.objects.all():
        text = page(client, measure.get_absolute_url())
        assert measure.get_absolute_url() in listed
        assert measure.definition.split(",")[0].rstrip(".") in text
        assert measure.get_dimension_display() in text
    assert Measure.objects.count() == 59


def test_a_measure_shows_its_figures(client: Client) -> None:
    figure = make_figure(make_measure(), origin="editor", date="2023")
    text = page(client, "/measures/firearms_seized/")
    assert "1 reported figure" in text
    assert figure.get_absolute_url() in text
    assert page(client, "/measures/").count('class="n">1</td>') == 1


def test_a_definition_that_only_repeats_the_title_is_not_said_twice(client: Client) -> None:
    make_measure("knives_seized", definition="Knives seized.")
    make_measure("drugs_seized", definition="All drugs seized, pure or not.")
    assert "<h1>Knives seized</h1></div>" in page(client, "/measures/knives_seized/").replace('<p class="byline"></p>', "")
    assert "Knives seized." not in page(client, "/statistics/?measure=knives_seized")
    assert "All drugs seized, pure or not." in page(client, "/measures/drugs_seized/")


def test_a_measure_without_figures_says_that_this_is_not_zero(client: Client) -> None:
    make_measure()
    assert "That is not zero." in page(client, "/measures/firearms_seized/")


@pytest.mark.parametrize("path", ["/topics/nothing/", "/measures/nothing/"])
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def count_queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connections["default"]) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["/topics/", "/topics/drugs/", "/measures/", "/measures/firearms_seized/"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, path: str) -> None:
    def add(number: int) -> None:
        topic = make_topic("drugs", group="trafficking")
        make_topic(f"topic-{number}", group="trafficking")
        make_article(topics=[topic], date=str(2000 + number))
        make_operation(f"operation-{number}", topics=[topic])
        make_measure(f"measure-{number}").topics.add(topic)
        make_figure(make_measure(), number, number, origin="editor", operation=make_operation(f"other-{number}"))

    add(1)
    before = count_queries(client, path)
    for number in range(2, 6):
        add(number)
    assert count_queries(client, path) == before
    assert before <= 12
