"""The first page, the explaining pages, errors, and any query string at all."""

import random
import re

import pytest
from django.apps import apps
from django.db import connections
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.views.defaults import server_error

from articles.models import Article
from articles.views.pages import explained_models, first_sentence
from articles.views.record_sentences import SENTENCES
from events.models import RetiredAddress
from sco_archive.views import bad_request
from tests.factories import (
    make_article,
    make_figure,
    make_measure,
    make_meeting,
    make_operation,
    make_state,
    mention_operation,
    report_figure,
)
from tests.pages import count_queries, text_of

pytestmark = pytest.mark.django_db
LISTS = ("/", "/articles/", "/operations/", "/meetings/", "/statistics/", "/statistics/chart.svg", "/states/", "/topics/", "/gaps/")
BITS = ("year", "month", "country", "topic", "page", "sort", "size", "q", "measure", "kind", "framework", "by", "on", "language", "outlet")
VALUES = (
    "",
    "0",
    "-1",
    "2024",
    "2024-07",
    "KZ",
    "é",
    "\x00",
    "%",
    "'",
    '"',
    "💥",
    "a" * 3000,
    "newest",
    "²",
    "१",
    "2024-99",
    "[]",
    "..",
    "NaN",
)


def rich_article() -> Article:
    operation = make_operation()
    article = make_article(body="It rained. In Operation Harvest they took 75 firearms and 300 knives.")
    mention_operation(article, "Operation Harvest", operation)
    report_figure(article, "75 firearms", make_figure(operation=operation))
    report_figure(article, "300 knives", make_figure(make_measure("knives_seized", unit="items"), 300, 300, operation=operation))
    return article


def test_the_first_page_opens_one_figure_of_the_richest_sentence(client: Client) -> None:
    article = rich_article()
    response = client.get("/")
    assert "2 figures in a single sentence. F1 is open here." in text_of(response)
    assert f'href="{article.get_absolute_url()}#f1"' in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_first_page_takes_few_queries(client: Client) -> None:
    rich_article()
    assert count_queries(client, "/") <= 12


def test_the_first_page_stands_on_an_empty_archive(client: Client) -> None:
    assert "No article has been imported yet." in text_of(client.get("/"))


def test_every_address_of_the_menus_answers(client: Client) -> None:
    html = client.get("/").content.decode()
    links = set(re.findall(r'href="(/[^"#]*)"', html))
    assert {"/articles/", "/method/", "/codebook/", "/gaps/", "/corrections/"} <= links
    for link in (link for link in links if not link.startswith("/static/")):
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_the_sentence_of_every_record_is_marked_for_translation() -> None:
    assert list(SENTENCES) == [first_sentence(model) for model in explained_models()]


def test_the_codebook_explains_every_field_of_every_record(client: Client) -> None:
    page = text_of(client.get("/codebook/"))
    for app in ("articles", "events"):
        for model in apps.get_app_config(app).get_models():
            if model.__name__.startswith("Historical"):
                continue
            assert model in explained_models(), model
            assert (model.__doc__ or "").split("\n")[0] in page, model
            for field in (*model._meta.fields, *model._meta.many_to_many):
                if not field.auto_created and field.name != "id":
                    assert field.help_text, f"{model.__name__}.{field.name} has no help text"
                    assert " ".join(str(field.help_text).split()) in page, f"{model.__name__}.{field.name} is not explained"


def test_coverage_counts_articles_by_year_and_country(client: Client) -> None:
    make_article(date="2019-05-01")
    make_article(date="2022")
    make_article(date="")
    response = client.get("/coverage/")
    coverage = response.context["coverage"]
    assert (coverage.by_year, coverage.total, coverage.undated) == ({2019: 1, 2022: 1}, 3, 1)
    assert response.context["empty_years"] == [2020, 2021]
    assert "1 article has no known date." in text_of(response)
    table = client.get("/coverage/table.csv").content.decode("utf-8-sig").splitlines()
    assert table[:2] == ["kind,value,2019,2020,2021,2022,articles", "all,,1,0,0,1,3"]
    assert client.get("/coverage/chart.svg")["Content-Type"].startswith("image/svg+xml")


def test_a_merged_record_leads_to_the_one_it_became_part_of(client: Client) -> None:
    operation = make_operation()
    RetiredAddress.objects.create(path="/operations/old/", target=operation.get_absolute_url(), reason="merged")
    assert client.get("/operations/old/").url == operation.get_absolute_url()


def test_a_removed_record_answers_410_with_the_reason(client: Client) -> None:
    RetiredAddress.objects.create(path="/operations/gone/", reason="It was entered twice.")
    response = client.get("/operations/gone/")
    assert response.status_code == 410
    assert "It was entered twice." in text_of(response)


def test_a_400_is_friendly() -> None:
    response = bad_request(RequestFactory().get("/"))
    assert response.status_code == 400
    assert "This address cannot be read" in text_of(response)


def test_a_500_is_friendly_and_asks_the_database_nothing() -> None:
    with CaptureQueriesContext(connections["default"]) as captured:
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Something broke here" in text_of(response)
    assert not captured.captured_queries


@pytest.mark.parametrize("address", LISTS)
def test_no_query_string_gives_a_500(client: Client, address: str) -> None:
    make_operation(participants=[make_state()])
    make_meeting()
    report_figure(make_article(body="They took 75 guns."), "75 guns", make_figure())
    dice = random.Random(address)
    for _ in range(40):
        query = [(dice.choice(BITS), dice.choice(VALUES)) for _ in range(dice.randint(1, 5))]
        response = client.get(address, query_params=query) if dice.random() < 0.9 else client.get(f"{address}?%ff=%fe&;&=&{query[0][0]}")
        assert response.status_code in {200, 400}, query


def test_pages_come_with_a_strict_content_security_policy(client: Client) -> None:
    for address in ("/", "/articles/", "/method/", "/nowhere/"):
        response = client.get(address)
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert "unsafe" not in response["Content-Security-Policy"]
        html = response.content.decode()
        assert not re.search(r'<style|\sstyle="|\son\w+="|<script(?![^>]*\bsrc=)', html), address


def test_countries_by_years_are_drawn_with_an_address_of_their_own(client: Client) -> None:
    make_article(date="2019-05-01")
    drawing = client.get("/coverage/countries.svg")
    assert drawing["Content-Type"].startswith("image/svg+xml")
    assert "Articles by year and country" in drawing.content.decode()
