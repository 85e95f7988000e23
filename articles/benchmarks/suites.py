"""What the benchmark command can measure, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from articles.benchmarks.datasette import measure_datasette
from articles.benchmarks.searching import measure_searches


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


SUITES: dict[str, Callable[[Options], dict[str, Any]]] = {"search": search_suite}
