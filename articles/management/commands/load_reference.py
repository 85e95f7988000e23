"""``load_reference``: brings the reference data in line with its CSV files."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

import articles.reference
import events.reference
from articles.corrections import Placing, place_corrections
from articles.membership_checks import recompute_verdicts
from events.reference_loading import Fault, read_tables
from events.reference_writing import Outcome, RefusedError, write_tables

# Tables from which membership statements are judged.
JUDGING = {"states", "memberships"}
TABLES = (*events.reference.TABLES, *articles.reference.TABLES)


class Command(BaseCommand):
    """Checks all files whole, then inserts and updates by natural key in one transaction; what a person has edited stays."""

    help = "Load the reference data: states, memberships, series, meetings, operations, measures, topics, names, outlets, corrections."
    # Checking the whole program first would take longer than the load; `manage.py check` does it.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--dir", type=Path, default=settings.BASE_DIR / "seeds" / "reference", help="folder with the CSV files")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON, nothing else, on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Validate, load, follow up, report."""
        folder: Path = options["dir"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder; name the one that holds the CSV files with --dir.")
        picture, faults = read_tables(folder, TABLES)
        if faults:
            self._refuse(faults, options["json"])
        try:
            with transaction.atomic():
                outcomes = write_tables(TABLES, picture)
                placing = place_corrections()
                verdicts = recompute_verdicts() if any(outcome.table in JUDGING and outcome.changed for outcome in outcomes) else 0
        except RefusedError as error:
            raise CommandError(f"nothing was loaded:\n{error}") from None
        except IntegrityError as error:
            raise CommandError(f"nothing was loaded, the database refused a row: {error}") from None
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(outcomes, placing, verdicts), ensure_ascii=False))
        elif options["verbosity"] > 0:
            self._report(outcomes, placing, verdicts)

    def _refuse(self, faults: list[Fault], as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"faults": [asdict(fault) for fault in faults]}, ensure_ascii=False))
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise CommandError("\n".join([f"{count} in the reference data, nothing was loaded:", *(f"  {fault}" for fault in faults)]))

    def _report(self, outcomes: list[Outcome], placing: Placing, verdicts: int) -> None:
        self.stdout.write(f"{'':<12}{'inserted':>9}{'updated':>9}{'unchanged':>11}{'kept':>6}")
        for outcome in outcomes:
            counts = f"{outcome.inserted:>9}{outcome.updated:>9}{outcome.unchanged:>11}{len(outcome.kept):>6}"
            self.stdout.write(f"{outcome.table:<12}{counts}")
        for outcome in outcomes:
            for kept in outcome.kept:
                self.stdout.write(f"kept: {outcome.table}.csv: {kept}")
            for row in outcome.removed:
                self.stdout.write(f"no longer in {outcome.table}.csv, left in the database: {row}")
        if placing.placed:
            self.stdout.write(f"corrections placed in their articles: {placing.placed}")
        if verdicts:
            self.stdout.write(f"membership statements judged anew: {verdicts}")
        for words in placing.unplaced:
            self.stdout.write(f"a correction waits, its words are not in the stored text: {words}")


def _as_json(outcomes: list[Outcome], placing: Placing, verdicts: int) -> dict[str, Any]:
    tables = {
        outcome.table: {
            "inserted": outcome.inserted,
            "updated": outcome.updated,
            "unchanged": outcome.unchanged,
            "kept": [asdict(kept) for kept in outcome.kept],
            "removed": outcome.removed,
        }
        for outcome in outcomes
    }
    return {"tables": tables, "corrections": {"placed": placing.placed, "unplaced": list(placing.unplaced)}, "verdicts_changed": verdicts}
