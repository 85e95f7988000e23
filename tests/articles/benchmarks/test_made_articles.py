"""Made-up articles are the same each time, stand in the archive as imported ones do, and never beside real ones."""

import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from articles.benchmarks import loading
from articles.benchmarks.beside_crawler import LISTS, Crawler, boxes_of
from articles.benchmarks.corpus import PLANTED, make_facts, make_text
from articles.benchmarks.evidence import figures_in
from articles.benchmarks.growth import growth_chart, growth_lines
from articles.benchmarks.report import ratios, tables
from articles.benchmarks.serving import Timing, throughput
from articles.models import Article, StatisticMention
from articles.search.analyser import analyse
from articles.search.install import index_stands
from articles.search.search import search
from tests.articles.search.shelf import make_shelf, put
from tests.factories import make_measure


def test_a_number_always_gives_the_same_article() -> None:
    assert make_text(7).text == make_text(7).text
    assert make_facts(7) == make_facts(7)
    assert make_text(7).text != make_text(8).text


def test_planted_words_have_about_their_share() -> None:
    texts = [make_text(number) for number in range(1, 301)]
    english = [one for one in texts if one.language == "en"]
    share = sum("border" in {token.term for token in analyse(one.text)} for one in english) / len(english)
    assert abs(share - PLANTED["border"]["en"][1]) < 0.2


def test_made_figures_stand_where_they_say() -> None:
    texts = [make_text(number) for number in range(1, 200)]
    found = [(made, figure) for made in texts for figure in figures_in(made.text, made.language)]
    assert {made.language for made, _figure in found} == {"en", "ru", "zh"}
    assert {figure.measure for _made, figure in found} == {"persons_arrested", "firearms_seized", "drugs_seized"}
    assert all(made.text[figure.start : figure.end] == figure.quote for made, figure in found)


@pytest.mark.django_db(transaction=True)  # Indexes are made anew at the end, which a test's own transaction forbids.
def test_loaded_articles_are_found_and_the_triggers_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    make_shelf()
    for measure in (("persons_arrested", "persons", "persons"), ("firearms_seized", "items", "firearms"), ("drugs_seized", "mass", "kg")):
        make_measure(*measure)
    monkeypatch.setattr(loading, "BATCH", 20)
    monkeypatch.setattr("articles.benchmarks.corpus.DISTINCT_TEXTS", 30)
    assert list(loading.load_articles(50)) == [20, 40, 50]
    assert index_stands(connection)
    expected = {article.search_no for article in Article.objects.all() if "border" in {token.term for token in analyse(article.text)}}
    assert expected and set(search("border").hits) == expected
    assert Article.objects.get(search_no=31).text == Article.objects.get(search_no=1).text
    mentions = StatisticMention.objects.select_related("article")
    assert mentions.filter(article__search_no__gt=30).exists()
    assert all(mention.article.text[mention.start : mention.end] == mention.quote for mention in mentions)


@pytest.mark.django_db
def test_real_articles_are_never_mixed_with_made_up_ones() -> None:
    make_shelf()
    put(1, "border")
    with pytest.raises(CommandError, match="database of its own"):
        list(loading.load_articles(10))


def test_a_senseless_number_is_refused() -> None:
    with pytest.raises(CommandError, match="at least 1"):
        call_command("benchmark", "search", "--articles", "0")


def test_times_are_summed_up() -> None:
    assert Timing.of([1.0, 2.0, 3.0, 100.0]) == Timing(2.5, 100.0, 100.0, 100.0, 4)


def test_the_report_puts_ratios_first() -> None:
    time = {"p50": 10.0, "p95": 20.0, "processor": 5.0}
    case = {
        "words": "medium word",
        "filters": "no filter",
        "sort": "newest",
        "page": 1,
        "total": 3,
        "queries": 6,
        "first time": time,
        "again": time,
    }
    plain = {**case, "name": "medium word, no filter, newest, page 1"}
    dear = {**case, "name": "medium word, one filter, newest, page 1", "first time": {**time, "p50": 12.0}}
    results = {"search": {"cases": [plain, dear], "datasette": {"medium word": {"p50": 500.0}}}}
    assert list(ratios(results)) == [
        "medium word: 50 times faster than Datasette (10 ms, 500 ms)",
        "medium word: dearest page by date costs 1.20 times the plain one",
    ]
    assert len(list(tables(results))) == 3


def test_pages_beside_a_crawler_are_told() -> None:
    time = {"p50": 10.0, "p95": 20.0}
    crawled = {"connections": 4, "all": time, "cases": [{"name": "rare word, no filter, newest, page 1", **time}]}
    results = {"search": {"cases": [], "while crawled": crawled}}
    assert list(ratios(results)) == ["search pages beside a crawler on 4 connections: p50 10 ms, p95 20 ms"]
    assert list(tables(results))[-1].split() == ["rare", "word,", "no", "filter,", "newest,", "page", "1", "10.0", "20.0"]


@pytest.mark.django_db
def test_the_crawler_finds_every_box_of_a_list_and_combines_them(client: Client) -> None:
    make_shelf()
    put(1, "border", date="2024-07-10", states=["UZ"], topics=["borders"])
    boxes = boxes_of(client.get("/articles/").content.decode())
    assert {("year", "2024"), ("country", "UZ"), ("topic", "borders")} <= set(boxes)
    addresses = list(islice(Crawler(0, dict.fromkeys(LISTS, boxes)).addresses(random.Random(1)), 12))
    assert {address.partition("?")[0] for address in addresses} == set(LISTS)
    assert max(address.count("=") for address in addresses) > 1
    assert {client.get(address).status_code for address in addresses if address.startswith("/articles/")} == {200}


def test_serving_is_told_beside_datasette() -> None:
    rates = {"made": 60.0, "kept": 1200.0, "not modified": 1500.0}
    page = {"page": "article list", **{way: {"a second": rate} for way, rate in rates.items()}}
    serve = {"pages": [page], "datasette": {"bare list": {"a second": 20.0}}}
    assert list(ratios({"serve": serve})) == [
        "a 304 of the article list is 25.0 times as quick as the made page",
        "article list beside Datasette's bare list, answers a second: 3.0 times made each time, 60.0 times kept",
    ]


def a_run(articles: int, milliseconds: float) -> dict[str, Any]:
    case = {"words": "common <word>", "filters": "no filter", "sort": "newest", "page": 1, "first time": {"p50": milliseconds}}
    return {"articles": articles, "search": {"cases": [case, {**case, "filters": "one filter", "first time": {"p50": 999.0}}]}}


def test_growth_is_told_and_drawn() -> None:
    runs = [a_run(10_000, 20.0), a_run(100_000, 50.0)]
    assert list(growth_lines(runs)) == ["common <word>: 2.5 times the time with 10 times the articles (20 ms, 50 ms)"]
    drawing = ElementTree.fromstring(growth_chart(runs))
    places = [(float(dot.get("cx", 0)), float(dot.get("cy", 0))) for dot in drawing.iter("{http://www.w3.org/2000/svg}circle")]
    assert len(places) == 2
    assert places[0][0] < places[1][0] and places[0][1] > places[1][1]
    assert "common <word>, 50" in [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]


def test_a_bad_answer_under_many_readers_stops_the_benchmark() -> None:
    class Busy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(503)

        def log_message(self, *given: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Busy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(CommandError, match="answered 503"):
            throughput(server.server_port, ["/"], 2, 0.2)
        server.shutdown()
