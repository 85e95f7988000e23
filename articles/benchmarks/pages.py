"""Every kind of page: one reader at a time, and under sixteen readers at once, made anew each time, kept, and not modified."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.db.models import Count, Model
from django.urls import reverse

from articles.benchmarks.searching import count_queries
from articles.benchmarks.serving import Client, processor_seconds, server, server_process, throughput
from articles.models import Article
from events.models import Measure, Meeting, MeetingSeries, Operation, OperationStatistic, State, Topic

READERS = 16
PLAIN = (
    *("home", "events:operation-list", "events:meeting-list", "events:statistic-list", "events:state-list", "events:topic-list"),
    *("events:measure-list", "events:gaps", "events:timeline", "events:timeline-chart", "events:timeline-table"),
    *("events:silence", "events:silence-table", "articles:coverage", "articles:coverage-chart", "articles:coverage-table"),
    *("articles:corrections", "articles:checks", "articles:method", "articles:codebook"),
)
RECORDS: tuple[tuple[type[Model], str], ...] = (
    *((Operation, "mentions"), (Meeting, "mentions"), (MeetingSeries, "meetings"), (OperationStatistic, "mentions")),
    *((State, "mentions"), (Topic, "articles"), (Measure, "statistics")),
)


def addresses() -> dict[str, list[str]]:
    """Return the addresses of each kind of page: lists plain and filtered, of records those with the most evidence."""
    lists = ["/articles/", "/articles/?q=border", "/articles/?year=2020", "/articles/?q=patrol&year=2019", "/articles/?page=40"]
    articles = [article.get_absolute_url() for article in Article.objects.order_by("-search_no")[:5]]
    pages = {"article list": lists, "article": articles}
    pages |= {name.partition(":")[2] or name: [reverse(name)] for name in PLAIN}
    chosen = "?measure=firearms_seized"
    pages["statistic-list, filtered"] = [f"{reverse('events:statistic-list')}{query}" for query in (chosen, "?year=2020&country=CN")]
    for name in ("statistic-chart", "statistic-table"):
        pages[name] = [f"{reverse(f'events:{name}')}{chosen}&year=2010&country=CN"]
    for model, evidence in RECORDS:
        name = str(model._meta.model_name)
        pages[name] = [record.get_absolute_url() for record in _best_attested(model, evidence)]
    return {name: paths for name, paths in pages.items() if paths}


def _best_attested(model: type[Model], evidence: str) -> list[Any]:
    counts = model._default_manager.order_by().values_list("pk").annotate(number=Count(evidence)).order_by("-number", "pk")[:5]
    return list(model._default_manager.filter(pk__in=[pk for pk, _number in counts]))


def measure_pages(times: int) -> Iterator[dict[str, Any]]:
    """Yield queries, bytes and times of each kind of page, asked for by one reader and made each time; the dearest address counts."""
    with server_process(PAGES_KEPT="0", WEB_CONCURRENCY="1") as (port, process):
        client = Client(port)
        for name, paths in addresses().items():
            rows = []
            for path in paths:
                status, _headers, body = client.get(path)
                if status == 400:
                    continue
                used = processor_seconds(process)
                timing = asdict(client.time(path, times))
                spent = round((processor_seconds(process) - used) / times * 1000, 1)
                rows.append({"path": path, "compressed bytes": len(body), "queries": count_queries(path), **timing, "processor": spent})
            if rows:
                yield {"page": name, **max(rows, key=lambda row: row["p50"])}


def serve_pages(seconds: float) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield page, way (made, kept, not modified), and answers a second with their times under many readers."""
    with server(PAGES_KEPT="0") as port:
        reader = Client(port)
        kinds = {name: [path for path in paths if reader.get(path)[0] == 200] for name, paths in addresses().items()}
        kinds = {name: paths for name, paths in kinds.items() if paths}
        for name, paths in kinds.items():
            yield name, "made", {**crowd(port, paths, seconds), "compressed bytes": len(reader.get(paths[0])[2])}
    with server(PAGES_KEPT="256") as port:
        reader = Client(port)
        for name, paths in kinds.items():
            yield name, "kept", crowd(port, paths, seconds)
            etag = reader.get(paths[0])[1]["etag"]
            yield name, "not modified", crowd(port, paths[:1], seconds, **{"If-None-Match": etag})


def crowd(port: int, paths: list[str], seconds: float, **headers: str) -> dict[str, Any]:
    """Let many readers ask for some pages, after a short warm-up."""
    throughput(port, paths, 4, min(1.0, seconds), **headers)
    rate, timing = throughput(port, paths, READERS, seconds, **headers)
    return {"a second": rate, **asdict(timing)}
