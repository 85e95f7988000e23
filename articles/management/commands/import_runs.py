"""List the imports, newest first, or show one with its issues."""

import argparse
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import ImportRun

COUNTS = ("inserted", "updated", "unchanged", "failed", "proposed", "unmatched")


class Command(BaseCommand):
    """`python manage.py import_runs [RUN]`."""

    help = __doc__ or ""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("run", nargs="?", type=int, metavar="RUN", help="number of an import, to show it with its issues")
        parser.add_argument("--limit", type=int, default=20, help="how many to list (default 20)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the list or the run."""
        if options["run"] is None:
            for run in ImportRun.objects.order_by("-pk")[: max(0, options["limit"])]:
                self.stdout.write(self._line(run))
            return
        shown = ImportRun.objects.filter(pk=options["run"]).first()
        if shown is None:
            raise CommandError(f"there is no import #{options['run']}.")
        self.stdout.write(self._line(shown))
        self.stdout.write(f"  code {shown.code_version}, lexicon {shown.lexicon_version}")
        self.stdout.write(f"  arguments: {json.dumps(shown.arguments, ensure_ascii=False)}")
        for issue in shown.issues.order_by("pk"):
            place = f"{issue.source}:{issue.line}" if issue.line else issue.source
            self.stdout.write(f"  {issue.severity}: {place}: {issue.message} [{issue.code}]")

    def _line(self, run: ImportRun) -> str:
        counts = ", ".join(f"{getattr(run, name)} {name}" for name in COUNTS)
        sources = " ".join(str(source) for source in run.arguments.get("sources", []))
        return f"#{run.pk}  {run.started_at:%Y-%m-%d %H:%M}  {run.status}  {run.started_by}  {counts}  {sources}"
