"""What the benchmark command can measure, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from articles.benchmarks.beside_crawler import measure_beside_crawler
from articles.benchmarks.beside_import import measure_beside_import
from articles.benchmarks.datasette import measure_datasette, serve_datasette
from articles.benchmarks.importing import measure_extraction, measure_import, measure_memory
from articles.benchmarks.pages import measure_pages, serve_pages
from articles.benchmarks.searching import measure_searches

# Imported and read when everything is measured; asked for alone, these suites take as many articles as they are told.
ENOUGH_TO_IMPORT = 2_000
# Suites that make their own archives and need no filled database.
UNFILLED = frozenset({"import", "memory", "extract"})


@dataclass(frozen=True)
class Options:
    """How a benchmark was asked for."""

    articles: int
    to_import: int
    times: int
    seconds: float
    against: tuple[str, ...]
    while_importing: bool
    while_crawled: bool
    folder: Path


def search_suite(options: Options) -> dict[str, Any]:
    """Measure search pages, and when asked the same beside an import, beside a crawler, and Datasette on the same rows."""
    rows = list(tqdm(measure_searches(options.times), unit="case", desc="searches", disable=None))
    result: dict[str, Any] = {"cases": rows}
    if options.while_importing:
        result["while importing"] = measure_beside_import(options.times)
    if options.while_crawled:
        result["while crawled"] = measure_beside_crawler(options.times)
    if "datasette" in options.against:
        result["datasette"] = measure_datasette(options.folder, options.articles)
    return result


def pages_suite(options: Options) -> dict[str, Any]:
    """Measure every other page type, one reader at a time."""
    return {"pages": list(tqdm(measure_pages(options.times), unit="page", desc="pages", disable=None))}


def import_suite(options: Options) -> dict[str, Any]:
    """Measure the import of a folder."""
    return measure_import(options.to_import, options.folder if "sqlite-utils" in options.against else None)


def memory_suite(options: Options) -> dict[str, Any]:
    """Measure the memory an import takes."""
    return measure_memory(options.to_import)


def extract_suite(options: Options) -> dict[str, Any]:
    """Measure reading alone."""
    return measure_extraction(options.to_import)


def serve_suite(options: Options) -> dict[str, Any]:
    """Measure pages under many readers, and Datasette's list beside them when asked."""
    pages: dict[str, dict[str, Any]] = {}
    for name, way, measured in tqdm(serve_pages(options.seconds), unit="page", desc="serving", disable=None):
        pages.setdefault(name, {"page": name})[way] = measured
    result: dict[str, Any] = {"pages": list(pages.values())}
    if "datasette" in options.against:
        result["datasette"] = serve_datasette(options.folder, options.articles, options.seconds)
    return result


SUITES: dict[str, Callable[[Options], dict[str, Any]]] = {
    "search": search_suite,
    "pages": pages_suite,
    "extract": extract_suite,
    "import": import_suite,
    "memory": memory_suite,
    "serve": serve_suite,
}
