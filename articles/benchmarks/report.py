"""Writes the results of a benchmark as one JSON file and one table, ratios first."""

import json
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone


def write_report(results: dict[str, Any], options: Any, path: Path) -> str:
    """Write the JSON file and return the table."""
    document = {"made_at": timezone.now().isoformat(timespec="seconds"), "articles": options.articles, **machine(), **results}
    path.write_text(json.dumps(document, indent=1, ensure_ascii=False, default=str) + "\n", encoding="utf-8")
    return "\n".join([*ratios(results), *tables(results), f"Written to {path}"])


def machine() -> dict[str, Any]:
    """Say what was measured on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT version()" if connection.vendor == "postgresql" else "SELECT sqlite_version()")
        database = f"{connection.vendor} {str(cursor.fetchone()[0]).removeprefix('PostgreSQL ').split()[0]}"
    return {
        "database": database,
        "python": sys.version.split()[0],
        "django": version("django"),
        "load before": os.getloadavg()[0],
        "processor": f"{platform.machine()}, {os.cpu_count()} cores",
    }


def ratios(results: dict[str, Any]) -> Iterator[str]:
    """Yield how many times faster the archive is than what it is compared with, and how evenly it answers."""
    cases = {case["name"]: case for case in results.get("search", {}).get("cases", [])}
    for word, theirs in results.get("search", {}).get("datasette", {}).items():
        ours = cases.get(f"{word}, no filter, newest, page 1")
        if ours:
            mine = ours["first time"]["p50"]
            yield f"{word}: {theirs['p50'] / mine:.0f} times faster than Datasette ({mine:.0f} ms, {theirs['p50']:.0f} ms)"
    yield from serving_ratios(results.get("serve", {}))
    if "while importing" in results.get("search", {}):
        beside = results["search"]["while importing"]
        rate = f"{beside['articles a second']} articles a second"
        yield f"search pages beside an import of {rate}: p50 {beside['all']['p50']:.0f} ms, p95 {beside['all']['p95']:.0f} ms"
    if "while crawled" in results.get("search", {}):
        beside = results["search"]["while crawled"]
        crawler = f"a crawler on {beside['connections']} connections"
        yield f"search pages beside {crawler}: p50 {beside['all']['p50']:.0f} ms, p95 {beside['all']['p95']:.0f} ms"
    if "pages" in results:
        slowest = max(results["pages"]["pages"], key=lambda page: page["p95"])
        most = max(page["queries"] for page in results["pages"]["pages"])
        yield f"slowest other page: {slowest['page']}, p95 {slowest['p95']:.0f} ms; most queries {most}"
    for word in dict.fromkeys(case["words"] for case in cases.values()):
        plain = cases.get(f"{word}, no filter, newest, page 1")
        others = [case for case in cases.values() if case["words"] == word and case["sort"] == "newest"]
        if plain and len(others) > 1:
            worst = max(others, key=lambda case: case["first time"]["p50"])
            yield f"{word}: dearest page by date costs {worst['first time']['p50'] / plain['first time']['p50']:.2f} times the plain one"


def serving_ratios(serve: dict[str, Any]) -> Iterator[str]:
    """Yield what a 304 saves, and the list's answers a second beside Datasette's."""
    pages = {page["page"]: page for page in serve.get("pages", [])}
    if "article list" not in pages:
        return
    made, kept, unmodified = (pages["article list"][way]["a second"] for way in ("made", "kept", "not modified"))
    yield f"a 304 of the article list is {unmodified / made:.1f} times as quick as the made page"
    for name, theirs in serve.get("datasette", {}).items():
        ways = [f"{rate / theirs['a second']:.1f} times {way}" for way, rate in (("made each time", made), ("kept", kept))]
        yield f"article list beside Datasette's {name}, answers a second: {', '.join(ways)}"


def tables(results: dict[str, Any]) -> Iterator[str]:
    """Yield one line for each thing measured."""
    if "search" in results:
        ways = "".join(f" {way:>9} {'p95':>7} {'processor':>9}" for way in ("first p50", "again p50"))
        yield f"{'search page (ms)':58} {'hits':>9} {'queries':>7}{ways}"
        for case in results["search"]["cases"]:
            first, again = case["first time"], case["again"]
            yield (
                f"{case['name']:58} {case['total']:>9,} {case['queries']:>7}"
                f" {first['p50']:>9.1f} {first['p95']:>7.1f} {first['processor']:>9.1f}"
                f" {again['p50']:>9.1f} {again['p95']:>7.1f} {again['processor']:>9.1f}"
            )
        for way, what in (("while importing", "an import"), ("while crawled", "a crawler")):
            yield from table_beside(what, results["search"].get(way))
    if "pages" in results:
        yield f"{'other pages, one reader':24} {'bytes':>7} {'queries':>7} {'p50 ms':>8} {'p95 ms':>8} {'processor':>9}"
        for page in results["pages"]["pages"]:
            times = f"{page['p50']:>8.1f} {page['p95']:>8.1f} {page['processor']:>9.1f}"
            yield f"{page['page']:24} {page['compressed bytes']:>7} {page['queries']:>7} {times}"
    for name in ("extract", "import", "memory"):
        yield from (f"{name}: {what} {value}" for what, value in results.get(name, {}).items())
    if "serve" in results:
        ways = "".join(f" {way:>8} {'p99 ms':>8}" for way in ("made/s", "kept/s", "304/s"))
        yield f"{'pages under 16 readers':24} {'bytes':>7}{ways}"
        for page in results["serve"]["pages"]:
            ways = "".join(f" {page[way]['a second']:>8.1f} {page[way]['p99']:>8.1f}" for way in ("made", "kept", "not modified"))
            yield f"{page['page']:24} {page['made']['compressed bytes']:>7}{ways}"


def table_beside(what: str, measured: dict[str, Any] | None) -> Iterator[str]:
    """Yield a line for each search page measured beside something else that keeps the server busy."""
    if measured:
        yield f"{f'search page beside {what} (ms)':58} {'p50':>9} {'p95':>7}"
        yield from (f"{case['name']:58} {case['p50']:>9.1f} {case['p95']:>7.1f}" for case in measured["cases"])
