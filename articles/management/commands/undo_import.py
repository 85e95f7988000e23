"""Take an import back: remove what it brought, restore what it changed; refuse what a person has edited since, naming it."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.importer.undo import CannotUndo, undo_run


class Command(BaseCommand):
    """`python manage.py undo_import RUN`."""

    help = __doc__ or ""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the run's number."""
        parser.add_argument("run", type=int, metavar="RUN", help="number of the import, as import_runs lists it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Undo, or say what stands in the way."""
        try:
            undone = undo_run(options["run"])
        except CannotUndo as refusal:
            for line in refusal.lines:
                self.stderr.write(line, lambda plain: plain)
            raise CommandError(f"import #{options['run']} is not undone; nothing has changed.") from None
        gone = ", ".join(f"{number} {kind}" for kind, number in undone.orphans.items() if number)
        also = f" With them went {gone} that nothing else speaks of." if gone else ""
        self.stdout.write(f"Import #{options['run']} undone: {undone.removed} articles removed, {undone.restored} restored.{also}")
