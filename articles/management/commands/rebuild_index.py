"""Brings the search index up to date after the analyser or the names of things have changed.

    python manage.py rebuild_index              articles without terms, or with terms of an older analyser or other names
    python manage.py rebuild_index --all        every article; on PostgreSQL also the phrases of frequent words
    python manage.py rebuild_index --check      write nothing; exit 1 when something is out of date

Short transactions: pages, imports and edits go on meanwhile, and a broken-off run is completed by the next.
"""

import argparse
import sys
from typing import Any

from django.core.management import BaseCommand
from django.db import connection
from tqdm import tqdm

from articles.models import Article
from articles.search.indexing import refresh_index, stale_articles
from articles.search.install import renew_phrases


class Command(BaseCommand):
    """Index what is out of date."""

    help = "Bring the search index up to date."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare how much is indexed."""
        parser.add_argument("--all", action="store_true", dest="everything", help="index every article, not only those out of date")
        parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when articles are out of date")

    def handle(self, *, everything: bool, check: bool, verbosity: int, **options: Any) -> None:
        """Index and say how many articles there were."""
        stale = sum(1 for _article in stale_articles("default"))
        if check:
            self.stdout.write(f"{stale} of {Article.objects.count()} articles are out of date in the search index.")
            sys.exit(1 if stale else 0)
        wanted = Article.objects.count() if everything else stale
        with tqdm(total=wanted, unit="article", disable=True if verbosity == 0 else None) as bar:
            for number in refresh_index(everything=everything):
                bar.update(number)
        if verbosity:
            self.stdout.write(f"{wanted} articles indexed.")
        if renew_phrases(connection, anew=everything) and verbosity:
            self.stdout.write("Frequent words measured, their phrases indexed.")
