"""``reextract``: read the stored articles anew after the word lists have changed.

    python manage.py reextract [--dry-run] [--all] [--workers 2]

Texts, titles and dates stay; unreviewed readings are replaced, reviewed ones stay and the disagreement is listed. Articles already read
with today's word lists are passed over unless ``--all`` is given, so a run that was stopped goes on where it ended. Exit status: 0 done,
2 when the archive holds no reference data.
"""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.importer.differences import lines_of
from articles.importer.known import NoReferenceData
from articles.importer.plan import Plan
from articles.importer.reextract import Reextraction

FEW = 20  # fewer articles than this are read here: starting worker processes would take longer


class Command(BaseCommand):
    """Prints, article by article, what reads otherwise now."""

    help = "Read the stored articles anew after the word lists have changed; what people have reviewed stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--dry-run", action="store_true", help="show what would change, store nothing")
        parser.add_argument("--all", action="store_true", help="also articles that were read with today's word lists")
        parser.add_argument("--workers", type=int, help="processes that read (default: one a processor); one more writes")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, write what differs, report."""
        work = Reextraction(dry_run=options["dry_run"], everything=options["all"])
        total = work.waiting().count()
        work.workers = options["workers"] or (1 if total <= FEW else os.cpu_count() or 1)
        bar = tqdm(total=total, unit=" articles", file=sys.stderr, dynamic_ncols=True) if sys.stderr.isatty() else None

        def show(plan: Plan) -> None:
            if bar is not None:
                bar.clear()
            self.stdout.write(f"{plan.article.public_id} {plan.article.title}")
            for line in lines_of(plan):
                self.stdout.write(line)

        if options["verbosity"]:
            work.on_plan = show
        if bar is not None:
            work.on_advance = lambda number: bar.update(number)
        try:
            run = work.execute()
        except NoReferenceData:
            raise CommandError("the archive holds no reference data; run: python manage.py load_reference", returncode=2) from None
        finally:
            if bar is not None:
                bar.close()
        if options["verbosity"]:
            head = "Dry run, nothing is stored" if work.dry_run else f"Import #{run.pk}"
            tally = work.tally
            self.stdout.write(
                f"{head}: {tally.updated} articles read otherwise, {tally.unchanged} as before, {tally.warnings} reviewed kept."
            )
