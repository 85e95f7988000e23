"""Measures the archive on made-up articles, in a database of its own.

    python manage.py benchmark search --articles 100000
    python manage.py benchmark search --articles 100000 --against datasette --while-importing
    python manage.py benchmark search --articles 10000 30000 100000 --chart docs/growth.svg
    python manage.py benchmark all --database postgres://user:password@localhost/benchmark

The database is filled once and used again by later runs. Results go to one JSON file and one table.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from articles.benchmarks.growth import growth_chart, growth_lines
from articles.benchmarks.loading import load_articles
from articles.benchmarks.report import write_report
from articles.benchmarks.suites import ENOUGH_TO_IMPORT, SUITES, UNFILLED, Options

INSIDE = "BENCHMARK_DATABASE_CHOSEN"


class Command(BaseCommand):
    """Fill a database with made-up articles and measure."""

    help = "Measure search, pages, extraction, import and serving on made-up articles, in a database of their own."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what is measured, on how many articles, where."""
        parser.add_argument("suite", choices=[*SUITES, "load", "all"], help="what to measure; “load” only fills the database")
        parser.add_argument(
            "--articles",
            type=int,
            nargs="+",
            default=[10_000],
            help="number of made-up articles, or several to see the growth (default 10000)",
        )
        parser.add_argument("--database", default="", help="address of an empty PostgreSQL database; SQLite in var/benchmark/ by default")
        parser.add_argument(
            "--against",
            choices=["datasette", "sqlite-utils"],
            action="append",
            default=[],
            help="measure another program too, on the same rows (installed into var/benchmark/); may be given again",
        )
        parser.add_argument("--while-importing", action="store_true", help="“search”: measure pages beside a running import too")
        parser.add_argument("--while-crawled", action="store_true", help="“search”: measure pages beside a crawler of the filters too")
        parser.add_argument("--times", type=int, default=20, help="requests of each kind (default 20)")
        parser.add_argument("--seconds", type=float, default=5.0, help="“serve”: seconds of each kind (default 5)")
        parser.add_argument("--output", type=Path, help="JSON file for the results (default var/benchmark/SUITE-ARTICLES-DATABASE.json)")
        parser.add_argument("--chart", type=Path, help="with several numbers of articles: SVG file for the curve of growth")

    def handle(self, *, articles: list[int], times: int, seconds: float, chart: Path | None, **options: Any) -> None:
        """Check what is asked for, and measure each size in a process of its own, on the benchmark's own database."""
        if min(articles) < 1 or times < 1 or seconds <= 0:
            raise CommandError("--articles and --times must be at least 1, --seconds more than 0.")
        if chart and len(articles) < 2:
            raise CommandError("--chart needs several numbers of articles.")
        if os.environ.get(INSIDE):
            self.measure(articles=articles[0], times=times, seconds=seconds, **options)
            return
        folder = Path(settings.DATA_DIR) / "benchmark"
        folder.mkdir(parents=True, exist_ok=True)
        kind = "postgresql" if options["database"] else "sqlite"
        sizes = sorted(set(articles))
        names = [f"{options['suite']}-{size}-{kind}.json" for size in sizes]
        paths = [options["output"].resolve()] if options["output"] and len(sizes) == 1 else [folder / name for name in names]
        for size, path in zip(sizes, paths, strict=True):
            again = ["--articles", str(size), "--output", str(path), "--times", str(times), "--seconds", str(seconds)]
            self.start_inside(folder, size, [options["suite"], *again], options)
        if len(sizes) > 1 and options["suite"] != "load":
            self.sum_up([json.loads(path.read_text("utf-8")) for path in paths], options["output"] or folder / f"growth-{kind}.json", chart)

    def start_inside(self, folder: Path, size: int, words: list[str], options: dict[str, Any]) -> None:
        """Start this command again with the benchmark's own database."""
        address = options["database"] or f"sqlite:///{(folder / f'{size}.sqlite3').resolve()}"
        words += ["--database", options["database"]] if options["database"] else []
        for name in options["against"]:
            words += ["--against", name]
        words += [f"--while-{what}" for what in ("importing", "crawled") if options[f"while_{what}"]]
        inside = {**os.environ, "DATABASE_URL": address, "DATA_DIR": str(folder), "IMPORT_SEEDS": "0", INSIDE: "1"}
        done = subprocess.run([sys.executable, sys.argv[0], "benchmark", *words], env=inside, check=False)
        if done.returncode:
            raise SystemExit(done.returncode)

    def measure(self, *, suite: str, articles: int, output: Path, **options: Any) -> None:
        """Fill the database, measure, report."""
        subprocess.run([sys.executable, "-m", "sco_archive.prepare"], check=True)
        names = [] if suite == "load" else list(SUITES) if suite == "all" else [suite]
        if not names or set(names) - UNFILLED:
            with tqdm(total=articles, unit="article", desc="made up", disable=None) as bar:
                for number in load_articles(articles):
                    bar.update(number - bar.n)
        chosen = Options(
            articles=articles,
            to_import=min(articles, ENOUGH_TO_IMPORT) if suite == "all" else articles,
            times=options["times"],
            seconds=options["seconds"],
            against=tuple(options["against"]),
            while_importing=options["while_importing"],
            while_crawled=options["while_crawled"],
            folder=Path(settings.DATA_DIR),
        )
        results = {name: SUITES[name](chosen) for name in names}
        if results:
            self.stdout.write(write_report(results, chosen, output))

    def sum_up(self, runs: list[dict[str, Any]], path: Path, chart: Path | None) -> None:
        """Put the sizes side by side: one file, a few lines, and the curve."""
        path.write_text(json.dumps({"runs": runs}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        self.stdout.write("\n".join([*growth_lines(runs), f"Written to {path}"]))
        if chart:
            chart.write_text(growth_chart(runs), encoding="utf-8")
            self.stdout.write(f"Drawn in {chart}")
