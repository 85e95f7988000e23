"""What an import says: one object an article for programs, a few lines for people, a file with everything."""

import json
from collections.abc import Iterable, Iterator
from io import TextIOBase
from typing import Any, TextIO

from articles.importer.contract import as_contract
from articles.importer.issues import Issue
from articles.importer.outcome import Outcome, Tally
from articles.models import Article, ImportRun

IN_ONE_QUERY = 500


def as_json(outcome: Outcome, copies: list[str]) -> dict[str, Any]:
    """Return an article in the form of the output contract, with what the source and the run add to its reading."""
    row = as_contract(outcome.item.extraction, copies)
    row["topics"] = list(dict.fromkeys([*row["topics"], *outcome.item.source.topics]))
    row["warnings"] += [issue.explanation for issue in outcome.issues if issue.code != "extraction"]
    return row


def copies_of(outcomes: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    """Return for each article of a run the ids of the other members of its group; ``outcomes`` pairs rows with the input's ids.

    A member that is not in the input is named by its public id. Asked at the end of a run, when all groups are known.
    """
    idents = dict(outcomes)
    groups: dict[int, str] = {}
    for chunk in _chunks(sorted(idents)):
        groups.update(Article.objects.filter(pk__in=chunk).exclude(duplicate_group="").values_list("pk", "duplicate_group"))
    members: dict[str, list[tuple[int, str]]] = {}
    for chunk in _chunks(sorted(set(groups.values()))):
        rows = Article.objects.filter(duplicate_group__in=chunk).order_by("search_no").values_list("duplicate_group", "pk", "public_id")
        for group, pk, public_id in rows:
            members.setdefault(group, []).append((pk, idents.get(pk, public_id)))
    return {pk: [ident for other, ident in members[group] if other != pk] for pk, group in groups.items()}


def _chunks(values: list[Any]) -> Iterator[list[Any]]:
    for first in range(0, len(values), IN_ONE_QUERY):
        yield values[first : first + IN_ONE_QUERY]


def print_summary(run: ImportRun, tally: Tally, out: TextIO | TextIOBase, *, dry_run: bool) -> None:
    """Print what came of a run in one line."""
    head = "Dry run, nothing is stored" if dry_run else f"Import #{run.pk}"
    counts = ", ".join(
        f"{value} {name}" for name, value in tally.as_dict().items() if value or name in ("inserted", "updated", "unchanged", "failed")
    )
    out.write(f"{head}: {counts}.\n")


def report_file(run: ImportRun, tally: Tally, issues: list[Issue], articles: list[dict[str, Any]]) -> str:
    """Return the whole report as JSON text."""
    whole = {
        "run": run.pk,
        "started_at": run.started_at.isoformat(),
        "finished_at": run.finished_at.isoformat() if run.finished_at else None,
        "arguments": run.arguments,
        "code_version": run.code_version,
        "lexicon_version": run.lexicon_version,
        "counts": tally.as_dict(),
        "issues": [
            {
                "severity": one.severity,
                "code": one.code,
                "source": one.source,
                "line": one.line,
                "message": one.explanation,
                "article": one.article,
            }
            for one in issues
        ],
        "articles": articles,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
