"""Measures the archive on made-up articles, in a database of its own.

    python manage.py benchmark search --articles 100000
    python manage.py benchmark search --articles 100000 --against datasette
    python manage.py benchmark all --database postgres://user:password@localhost/benchmark

The database is filled once and used again by later runs. Results go to one JSON file and one table.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from articles.benchmarks.loading import load_articles
from articles.benchmarks.report import write_report
from articles.benchmarks.suites import SUITES, Options

INSIDE = "BENCHMARK_DATABASE_CHOSEN"


class Command(BaseCommand):
    """Fill a database with made-up articles and measure."""

    help = "Measure search, extraction, import and serving on made-up articles, in a database of their own."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what is measured, on how many articles, where."""
        parser.add_argument("suite", choices=[*SUITES, "load", "all"], help="what to measure; “load” only fills the database")
        parser.add_argument("--articles", type=int, default=10_000, help="number of made-up articles (default 10000)")
        parser.add_argument("--database", default="", help="address of an empty PostgreSQL database; SQLite in var/benchmark/ by default")
        parser.add_argument(
            "--against", choices=["datasette"], help="measure Datasette too, on the same rows (installed into var/benchmark/)"
        )
        parser.add_argument("--times", type=int, default=20, help="requests of each kind (default 20)")
        parser.add_argument("--output", type=Path, help="JSON file for the results (default var/benchmark/SUITE-ARTICLES-DATABASE.json)")

    def handle(
        self, *, suite: str, articles: int, database: str, against: str | None, times: int, output: Path | None, **options: Any
    ) -> None:
        """Start again on the benchmark's own database, fill it, measure, report."""
        if articles < 1 or times < 1:
            raise CommandError("--articles and --times must be at least 1.")
        folder = Path(settings.DATA_DIR if os.environ.get(INSIDE) else settings.DATA_DIR / "benchmark")
        if not os.environ.get(INSIDE):
            folder.mkdir(parents=True, exist_ok=True)
            address = database or f"sqlite:///{(folder / f'{articles}.sqlite3').resolve()}"
            inside = {**os.environ, "DATABASE_URL": address, "DATA_DIR": str(folder), "IMPORT_SEEDS": "0", INSIDE: "1"}
            raise SystemExit(subprocess.run([sys.executable, *sys.argv], env=inside, check=False).returncode)
        subprocess.run([sys.executable, "-m", "sco_archive.prepare"], check=True)
        with tqdm(total=articles, unit="article", desc="made up", disable=None) as bar:
            for number in load_articles(articles):
                bar.update(number - bar.n)
        names = [] if suite == "load" else list(SUITES) if suite == "all" else [suite]
        chosen = Options(articles=articles, times=times, against=against, folder=folder)
        results = {name: SUITES[name](chosen) for name in names}
        if results:
            kind = "postgresql" if database else "sqlite"
            path = output or folder / f"{suite}-{articles}-{kind}.json"
            self.stdout.write(write_report(results, chosen, path))
