"""``evaluate``: how well annotated articles are read.

    python manage.py evaluate DIR [--language en] [--lane sure] [--ids FILE:KEY] [--errors] [--json]

DIR holds ``articles/NNN.txt`` and ``gold/NNN.json``. The articles are read as the importer reads them, against the archive's reference
data, and nothing is stored. Exit status: 0 scored, 2 when the folder or the archive cannot be used.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.evaluation.board import Board
from articles.evaluation.gold import BadGold, GoldArticle, load_gold, load_idents
from articles.evaluation.report import table
from articles.evaluation.scoring import score
from articles.importer.known import NoReferenceData, load_known
from articles.importer.trial import read_set

LANGUAGES = ("en", "ru", "zh")


class Command(BaseCommand):
    """Reads annotated articles and prints precision, recall and shares with their 95 % confidence intervals."""

    help = "Measure how well annotated articles are read: precision, recall and shares, all together and for each language."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="folder with articles/NNN.txt and gold/NNN.json")
        parser.add_argument("--language", choices=LANGUAGES, help="only the articles of this language")
        parser.add_argument("--lane", choices=("sure", "check"), help="only the figures of this lane")
        parser.add_argument("--ids", metavar="FILE:KEY", help="only the articles whose ids this JSON file lists under this key")
        parser.add_argument("--errors", action="store_true", help="print every disagreement")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON, nothing else, on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, score, print."""
        try:
            idents = load_idents(options["ids"]) if options["ids"] else None
            golds = load_gold(options["folder"], options["language"], idents)
            known = load_known()
        except BadGold as error:
            raise CommandError(str(error), returncode=2) from None
        except NoReferenceData:
            raise CommandError("the archive holds no reference data; run: python manage.py load_reference", returncode=2) from None
        read, failures = read_set([(gold.ident, gold.raw, gold.source_url) for gold in golds], known)
        for failure in failures:
            self.stderr.write(failure)
        boards = dict(_boards(golds, read, options["lane"]))
        if options["json"]:
            self.stdout.write(json.dumps({name: board.figures() for name, board in boards.items()}, indent=1))
            return
        for name, board in boards.items():
            self.stdout.write(f"== {name}")
            for line in table(board):
                self.stdout.write(line)
        if options["errors"]:
            for note in next(iter(boards.values())).notes():
                self.stdout.write(note)


def _boards(golds: list[GoldArticle], read: dict[str, dict[str, Any]], lane: str | None) -> Iterator[tuple[str, Board]]:
    """Yield the scores of all articles together, then of each language, where there is more than one."""
    languages = sorted({gold.language for gold in golds})
    yield ("all languages" if len(languages) > 1 else languages[0]), score(golds, read, lane)
    if len(languages) > 1:
        for language in languages:
            yield language, score([gold for gold in golds if gold.language == language], read, lane)
