"""Searches over HTTP: words of every frequency, with no, one and three filters, by date and by relevance, first page and page 1,000."""

import itertools
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import connections
from django.test import Client as InnerClient
from django.test.utils import CaptureQueriesContext, override_settings

from articles.benchmarks.serving import Client, Timing, processor_seconds, server_process
from articles.search.search import RANKED_AT_MOST, search
from events.models import State, Topic

WORDS = {
    "no words": "",
    "very common word": "border",
    "common word": "patrol",
    "medium word": "seizure",
    "rare word": "tunnel",
    "two words": "border patrol",
    "phrase": '"border services"',
    "phrase in Russian": '"человек и изъяли"',
    "phrase seldom said": '"border patrol"',  # Many articles have both words, few of them side by side.
}
PAGES = (1, 1000)
SIZE = 20
NO_QUERY = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class Case:
    """One kind of search page."""

    words: str
    filters: str
    sort: str
    page: int
    path: str
    total: int

    @property
    def name(self) -> str:
        """The case in words."""
        return f"{self.words}, {self.filters}, {self.sort}, page {self.page}"


def filters() -> dict[str, dict[str, str]]:
    """Return the filter combinations; the first state and topic by code are the ones most made-up articles have."""
    country = State.objects.order_by("code").values_list("code", flat=True)[0]
    topic = Topic.objects.filter(level=2).order_by("slug").values_list("slug", flat=True)[0]
    return {"no filter": {}, "one filter": {"year": "2020"}, "three filters": {"year": "2020", "country": country, "topic": topic}}


def cases() -> Iterator[Case]:
    """Yield every case that has rows: page 1,000 only where there is one, relevance only where it is offered."""
    for (words, text), (name, chosen), sort, page in itertools.product(WORDS.items(), filters().items(), ("newest", "relevance"), PAGES):
        total = search(text, {key: [value] for key, value in chosen.items()}).total
        if total <= (page - 1) * SIZE or (sort == "relevance" and (not text or total > RANKED_AT_MOST)):
            continue
        query = {"q": text, **chosen, "sort": sort, "page": page} if text else {**chosen, "sort": sort, "page": page}
        yield Case(words, name, sort, page, f"/articles/?{urlencode(query)}", total)


def measure_searches(times: int) -> Iterator[dict[str, Any]]:
    """Yield the times of every case: with words never asked for before, and asked for again.

    All cases are asked for in turn, ``times`` rounds, so that a slow minute of the machine falls on each alike and they can be compared.
    """
    every = list(cases())
    queries = {case: count_queries(case.path) for case in every}
    results: dict[Case, dict[str, Any]] = {case: {**asdict(case), "name": case.name, "queries": queries[case]} for case in every}
    for kept, way in (("0", "first time"), ("256", "again")):
        taken: dict[Case, list[float]] = {case: [] for case in every}
        used = dict.fromkeys(every, 0.0)
        with server_process(SEARCH_TERMS_KEPT=kept, PAGES_KEPT="0", WEB_CONCURRENCY="1") as (port, process):
            client = Client(port)
            for case in every:
                client.get(case.path)
            for case in every * times:
                before = processor_seconds(process)
                taken[case].append(client.time(case.path, 1).p50)
                used[case] += processor_seconds(process) - before
        for case in every:
            results[case][way] = {**asdict(Timing.of(taken[case])), "processor": round(used[case] / times * 1000, 1)}
    yield from results.values()


def count_queries(path: str) -> int:
    """Return how many queries a page takes once the process is warm."""
    with override_settings(PAGES_KEPT=0):
        client = InnerClient()
        client.get(path, headers={"host": "127.0.0.1"})
        return counted(client, path)


def counted(client: InnerClient, path: str) -> int:
    """Return the number of queries of one page on both aliases; the bounds of transactions are none."""
    with CaptureQueriesContext(connections["reader"]) as read, CaptureQueriesContext(connections["default"]) as written:
        client.get(path, headers={"host": "127.0.0.1"})
    return sum(not query["sql"].startswith(NO_QUERY) for query in (*read.captured_queries, *written.captured_queries))
