"""Every kind of page under sixteen readers at once: made anew each time, kept, and not modified."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.db.models import Model
from django.urls import reverse

from articles.benchmarks.serving import Client, server, throughput
from articles.models import Article
from events.models import Meeting, Operation, State, Topic

READERS = 16


def addresses() -> dict[str, list[str]]:
    """Return the addresses of each kind of page; lists with different filters, so that none is asked for alone."""
    lists = ["/articles/", "/articles/?q=border", "/articles/?year=2020", "/articles/?q=patrol&year=2019", "/articles/?page=40"]
    articles = [article.get_absolute_url() for article in Article.objects.order_by("-search_no")[:10]]
    pages = {"article list": lists, "article": articles, "home": [reverse("home")]}
    for name, address in (("operations", "operation"), ("meetings", "meeting"), ("statistics", "statistic"), ("states", "state")):
        pages[name] = [reverse(f"events:{address}-list")]
    for name, model in (("operation", Operation), ("meeting", Meeting), ("state", State), ("topic", Topic)):
        pages[name] = [record.get_absolute_url() for record in _some(model)]
    return {name: paths for name, paths in pages.items() if paths}


def _some(model: type[Model]) -> list[Any]:
    return list(model._default_manager.all()[:5])


def measure_pages(seconds: float) -> Iterator[dict[str, Any]]:
    """Yield answers a second and times of each kind of page."""
    for name, paths in addresses().items():
        result: dict[str, Any] = {"page": name, **weights(paths[0])}
        for way, kept in (("made", "0"), ("kept", "256")):
            with server(PAGES_KEPT=kept) as port:
                throughput(port, paths, 4, 1)
                rate, timing = throughput(port, paths, READERS, seconds)
                result[way] = {"a second": rate, **asdict(timing)}
                if way == "kept":
                    etag = Client(port).get(paths[0])[1]["etag"]
                    rate, timing = throughput(port, paths[:1], READERS, seconds, **{"If-None-Match": etag})
                    result["not modified"] = {"a second": rate, **asdict(timing)}
        yield result


def weights(path: str) -> dict[str, int]:
    """Return the bytes of a page as sent, compressed."""
    with server() as port:
        return {"compressed bytes": len(Client(port).get(path)[2])}
