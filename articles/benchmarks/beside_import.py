"""Search pages while an import writes: the production server answers, another process imports a folder, and is taken back afterwards."""

import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management import CommandError

from articles.benchmarks.importing import write_folder
from articles.benchmarks.searching import Case, cases
from articles.benchmarks.serving import Client, Timing, server
from articles.models import Article, ImportRun

# Numbers of articles that no benchmark's database holds.
FIRST_NEW = 50_000_000
MOST_ARTICLES = 6_000
SECONDS_TO_BEGIN = 120


def measure_beside_import(times: int) -> dict[str, Any]:
    """Return the times of first pages by date, all words and filters in turn, asked for while an import writes; then take it back.

    An import that ends before each page was asked for ``times`` times is an error: the rest would have been measured without it.
    """
    chosen = [case for case in cases() if case.sort == "newest" and case.page == 1]
    taken: dict[Case, list[float]] = {case: [] for case in chosen}
    last = ImportRun.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    manage = [sys.executable, sys.argv[0]]
    with tempfile.TemporaryDirectory(prefix="benchmark-beside-") as folder, server(PAGES_KEPT="0") as port:
        source = Path(folder, "articles")
        write_folder(source, range(FIRST_NEW, FIRST_NEW + MOST_ARTICLES))
        client = Client(port)
        client.get("/articles/")
        with subprocess.Popen([*manage, "import_articles", str(source), "--verbosity", "0"], stdout=subprocess.DEVNULL) as importing:
            try:
                wait_for_articles(importing, last)
                begin, before = time.monotonic(), imported_since(last)
                for turn in range(times):
                    for case in chosen:
                        if importing.poll() is not None:
                            raise CommandError(f"The import ended after {turn} of {times} rounds; ask for fewer --times.")
                        taken[case].append(client.time(case.path, 1).p50)
                seconds, written = time.monotonic() - begin, imported_since(last) - before
            finally:
                importing.terminate()
    for run in ImportRun.objects.filter(pk__gt=last).order_by("-pk").values_list("pk", flat=True):
        subprocess.run([*manage, "undo_import", str(run)], check=True, stdout=subprocess.DEVNULL)
    every = [one for row in taken.values() for one in row]
    return {
        "articles imported": written,
        "articles a second": round(written / seconds, 1),
        "seconds measured": round(seconds, 1),
        "all": asdict(Timing.of(every)),
        "cases": [{"name": case.name, **asdict(Timing.of(row))} for case, row in taken.items()],
    }


def imported_since(run: int) -> int:
    """Return how many articles imports after a run have brought."""
    return Article.objects.filter(first_run__gt=run).count()


def wait_for_articles(importing: subprocess.Popen, last: int) -> None:
    """Wait until the import writes."""
    until = time.monotonic() + SECONDS_TO_BEGIN
    while not imported_since(last):
        if importing.poll() is not None or time.monotonic() > until:
            raise CommandError("The import beside which pages are measured did not begin.")
        time.sleep(0.2)
