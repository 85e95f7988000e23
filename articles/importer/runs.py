"""The record of each run: who, when, with what, and what came of it."""

import datetime
import getpass
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.utils import timezone

from articles.extraction.lexicon import lexicon_version
from articles.importer.issues import Issue
from articles.importer.options import Options
from articles.importer.outcome import Tally
from articles.models import ImportIssue, ImportRun, RunStatus

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
COUNTS = ("inserted", "updated", "unchanged", "failed", "proposed", "unmatched")


def today() -> datetime.date:
    """Return the day by which a date counts as future."""
    return timezone.now().date()


def begin(options: Options) -> ImportRun:
    """Write the record of a run that begins now."""
    return ImportRun.objects.create(
        started_at=timezone.now(),
        started_by=(options.started_by or user_name())[:150],
        arguments=options.arguments(),
        code_version=code_version(),
        lexicon_version=lexicon_version()[:20],
    )


def finish(run: ImportRun, tally: Tally) -> None:
    """Write what came of a run."""
    for name in COUNTS:
        setattr(run, name, getattr(tally, name))
    run.finished_at, run.status = max(timezone.now(), run.started_at), RunStatus.FINISHED
    run.save()


def note(run: ImportRun, issues: Iterable[tuple[Issue, int | None]]) -> None:
    """Write issues of a run, each with the row of its article where it has one."""
    ImportIssue.objects.bulk_create(
        ImportIssue(
            run=run,
            severity=issue.severity,
            code=issue.code,
            source=issue.source[:2000],
            line=issue.line,
            message=issue.explanation,
            article_id=article_id,
        )
        for issue, article_id in issues
    )


@cache
def code_version() -> str:
    """Return the version of the program."""
    return str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"])


def user_name() -> str:
    """Return who started the command, as far as the machine knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
