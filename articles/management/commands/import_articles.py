"""Import articles: text, Markdown, HTML, JSON Lines, CSV, PDF, WARC, feeds, addresses, folders of these, or standard input."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError
from tqdm import tqdm

from articles.importer.issues import BadSource, Issue
from articles.importer.known import NoReferenceData
from articles.importer.options import Options
from articles.importer.outcome import Outcome
from articles.importer.pipeline import Import, Watcher
from articles.importer.readers.fields import LANGUAGES, archived_address, language_code, published_date
from articles.importer.reading import Given
from articles.importer.report import print_summary, report_file
from articles.importer.sources import count_files
from articles.importer.spool import Spool
from articles.models import ImportRun
from events.models import Topic

NO_REFERENCE = "the archive has no reference data to match against. Run: python manage.py load_reference"


class Command(BaseCommand):
    """`python manage.py import_articles SOURCE…`, see docs/importing.md."""

    help = __doc__ or ""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "sources", nargs="+", metavar="SOURCE", help="a file, a folder, an http or https address, or - for standard input"
        )
        parser.add_argument("--outlet", help="name of the outlet of every article")
        parser.add_argument("--published", help="publication date of every article: YYYY, YYYY-MM, YYYY-MM-DD or two of these with a slash")
        parser.add_argument("--language", choices=LANGUAGES, help="language of every article")
        parser.add_argument("--url", help="address of the article, for a single one")
        parser.add_argument("--archived-url", help="address of the article at a public web archive, for a single one")
        parser.add_argument("--topic", action="append", default=[], metavar="SLUG", help="topic of every article; may be given again")
        parser.add_argument(
            "--ignore", action="append", default=[], metavar="FIELD", help="field of a record to pass over; may be given again"
        )
        parser.add_argument("--dry-run", action="store_true", help="do everything, show what would change, store nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object per article on standard output and nothing else")
        parser.add_argument("--report", type=Path, metavar="PATH", help="write the whole report as JSON to a file")
        parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
        parser.add_argument("--limit", type=_positive, metavar="N", help="stop after N articles")
        parser.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes that read; one writes (default 1)")
        parser.add_argument("--allow-private", action="store_true", help="fetch from machines of private networks too")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, report, and exit with 1 when something could not be imported."""
        wanted = self._options(options)
        screen = Screen(self, wanted, quiet=options["verbosity"] == 0, keep=options["report"] is not None)
        work = Import(wanted, Watcher(screen.show_outcome, screen.show_issue, screen.advance, screen.end))
        try:
            run = work.execute()
        except NoReferenceData:
            raise CommandError(NO_REFERENCE, returncode=2) from None
        except (DatabaseError, InterfaceError) as error:
            if not work.has_begun:
                raise
            said = (str(error).strip().splitlines() or [type(error).__name__])[0]
            screen.close()
            raise CommandError(
                f"the database stopped the import ({said}). What is stored is whole; run the same command again.", returncode=3
            ) from (error if options["traceback"] else None)
        except KeyboardInterrupt:
            raise CommandError("stopped. What is stored is whole; run the same command again.", returncode=130) from None
        finally:
            screen.close()
        screen.summarise(run, work)
        if options["report"]:
            self._write_report(options["report"], run, work, screen)
        if work.tally.failed or (options["strict"] and work.tally.warnings):
            sys.exit(1)

    def _options(self, options: dict[str, Any]) -> Options:
        try:
            given = Given(
                outlet=options["outlet"] or None,
                published=published_date(options["published"]),
                language=language_code(options["language"]),
                url=options["url"] or None,
                archived_url=archived_address(options["archived_url"]),
                topics=tuple(options["topic"]),
                ignore=frozenset(options["ignore"]),
            )
        except BadSource as error:
            raise CommandError(error.message, returncode=2) from None
        unknown = set(given.topics) - set(Topic.objects.values_list("slug", flat=True)) if given.topics else set()
        if unknown:
            raise CommandError(f"there is no topic {', '.join(sorted(unknown))}; see /topics/ for the slugs.", returncode=2)
        return Options(
            sources=tuple(options["sources"]),
            given=given,
            dry_run=options["dry_run"],
            json=options["json"],
            limit=options["limit"],
            workers=options["workers"],
            allow_private=options["allow_private"],
        )

    def _write_report(self, path: Path, run: ImportRun, work: Import, screen: "Screen") -> None:
        try:
            path.write_text(report_file(run, work.tally, screen.issues, screen.articles), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"the report cannot be written to {path}: {error.strerror}.") from None


class Screen:
    """What the operator sees: issues as they come, a progress bar on a terminal, one line at the end."""

    def __init__(self, command: Command, options: Options, *, quiet: bool, keep: bool) -> None:
        """Open the progress bar where standard error is a terminal; ``keep`` what a report file will need."""
        self.out, self.err, self.options, self.quiet, self.keep = command.stdout, command.stderr, options, quiet, keep
        self.issues: list[Issue] = []
        self.articles: list[dict[str, Any]] = []
        self.spool = Spool() if options.json else None
        self.bar = None
        if sys.stderr.isatty() and not quiet:
            self.bar = tqdm(total=count_files(options.sources), unit=" articles", file=sys.stderr, dynamic_ncols=True)

    def show_issue(self, issue: Issue) -> None:
        """Print one issue on standard error."""
        if self.keep:
            self.issues.append(issue)
        if not self.quiet or issue.severity == "error":
            self._line(str(issue))

    def show_outcome(self, outcome: Outcome) -> None:
        """Keep what became of an article; print the changed fields in a dry run."""
        if self.spool:
            self.spool.add(outcome)
        if self.keep:
            changes = [{"field": one.name, "old": one.old, "new": one.new} for one in outcome.changes]
            self.articles.append(
                {"id": outcome.item.source.ident, "article": outcome.public_id, "result": outcome.result, "changes": changes}
            )
        if self.options.dry_run and not self.quiet and not self.spool and outcome.result != "unchanged":
            self._line(f"{outcome.result}: {outcome.item.piece.source}: {outcome.item.extraction.description.title}")
            for change in outcome.changes:
                self._line(f"  {change.name}: {change.old or '(empty)'} -> {change.new or '(empty)'}")

    def advance(self, number: int) -> None:
        """Move the progress bar."""
        if self.bar is not None:
            self.bar.update(number)

    def end(self, run: ImportRun) -> None:
        """Print the articles, while a dry run still stands."""
        if not self.spool:
            return
        try:
            self.spool.print_all(self.out)
            self.out.flush()
        except BrokenPipeError:
            # The reader (head, a pager) has enough; nothing more may be written there, not even at the interpreter's end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def summarise(self, run: ImportRun, work: Import) -> None:
        """Print the counts: on standard output, or beside it where that belongs to the articles."""
        if not self.quiet:
            print_summary(run, work.tally, self.err if self.options.json else self.out, dry_run=self.options.dry_run)

    def close(self) -> None:
        """Take the progress bar off the screen."""
        if self.bar is not None:
            self.bar.close()

    def _line(self, text: str) -> None:
        if self.bar is not None:
            self.bar.clear()
        self.err.write(text, lambda plain: plain)


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError("must be a whole number above 0")
    return number
