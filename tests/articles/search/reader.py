"""A reader in a process of its own: asks for pages again and again and holds each page's counts against its own list.

    python -m tests.articles.search.reader SECONDS

Prints how many pages agreed, one line for each that did not, and how many states of the archive it met.
"""

import os
import sys
import threading
import time
from collections import Counter

import django
from django.conf import settings
from django.test import Client
from django.test.utils import setup_test_environment

FEWEST = 12
PAGES = [
    "/articles/?size=100",
    "/articles/?q=border&size=100",
    "/articles/?country=KZ&size=100",
    "/articles/?q=border&language=ru&size=100",
]


def disagreements(page: dict) -> list[str]:
    """Return what on one page does not fit together."""
    rows = [hit.article for hit in page["rows"]]
    facets = {facet.name: {value.value: value.count for value in facet.values} for facet in page["facets"]}
    found = []
    if page["total"] != len(rows):
        found.append(f"total {page['total']}, {len(rows)} rows")
    if "language" not in page["filters"].form.cleaned_data or not page["filters"].form.cleaned_data["language"]:
        languages = {name: number for name, number in facets["language"].items() if number}
        if languages != Counter(article.language for article in rows):
            found.append(f"languages {languages}, rows {Counter(article.language for article in rows)}")
    years = {name: number for name, number in facets["year"].items() if number}
    if years != Counter(str(article.start.year) for article in rows if article.start):
        found.append(f"years {years}, rows {Counter(str(article.start.year) for article in rows if article.start)}")
    return found


def read(until: float, agreed: list[str], broken: list[str], totals: set[int]) -> None:
    """Ask for pages until the time is over, and for a dozen at least."""
    client = Client(raise_request_exception=True)
    turn = 0
    while time.monotonic() < until or turn < FEWEST:
        path = PAGES[turn % len(PAGES)]
        turn += 1
        page = client.get(path, headers={"host": "127.0.0.1"}).context
        wrong = disagreements(page)
        totals.add(page["total"])
        (broken if wrong else agreed).append(f"{path}: {'; '.join(wrong)}")


def main() -> None:
    """Read in two threads and say what was seen."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sco_archive.settings")
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    django.setup()
    setup_test_environment()
    until = time.monotonic() + float(sys.argv[1])
    agreed: list[str] = []
    broken: list[str] = []
    totals: set[int] = set()
    threads = [threading.Thread(target=read, args=(until, agreed, broken, totals)) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(len(agreed), len(totals), *broken, sep="\n")


if __name__ == "__main__":
    main()
