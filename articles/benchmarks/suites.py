"""What the benchmark command can measure, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from articles.benchmarks.datasette import measure_datasette, serve_datasette
from articles.benchmarks.importing import measure_extraction, measure_import
from articles.benchmarks.pages import measure_pages
from articles.benchmarks.searching import measure_searches

MOST_IMPORTED = 2_000
SECONDS_A_PAGE = 5.0


@dataclass(frozen=True)
class Options:
    """How a benchmark was asked for."""

    articles: int
    times: int
    against: str | None
    folder: Path


def search_suite(options: Options) -> dict[str, Any]:
    """Measure search pages, and Datasette beside them when asked."""
    rows = list(tqdm(measure_searches(options.times), unit="case", desc="searches", disable=None))
    result: dict[str, Any] = {"cases": rows}
    if options.against == "datasette":
        result["datasette"] = measure_datasette(options.folder, options.articles)
    return result


def import_suite(options: Options) -> dict[str, Any]:
    """Measure the import of a folder."""
    return measure_import(min(options.articles, MOST_IMPORTED))


def extract_suite(options: Options) -> dict[str, Any]:
    """Measure reading alone."""
    return measure_extraction(min(options.articles, MOST_IMPORTED))


def serve_suite(options: Options) -> dict[str, Any]:
    """Measure pages under many readers, and Datasette's list beside them when asked."""
    result: dict[str, Any] = {"pages": list(tqdm(measure_pages(SECONDS_A_PAGE), unit="page", desc="serving", disable=None))}
    if options.against == "datasette":
        result["datasette"] = serve_datasette(options.folder, options.articles, SECONDS_A_PAGE)
    return result


SUITES: dict[str, Callable[[Options], dict[str, Any]]] = {
    "search": search_suite,
    "extract": extract_suite,
    "import": import_suite,
    "serve": serve_suite,
}
