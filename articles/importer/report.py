"""What an import says: one object an article for programs, a few lines for people, a file with everything."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from articles.extraction.records import Attendance, Extraction, MeetingFound, OperationFound, StatisticFound
from articles.importer.issues import Issue
from articles.importer.outcome import Outcome, Tally
from articles.models import Article, ImportRun

IN_ONE_QUERY = 500


def as_json(outcome: Outcome, copies: list[str]) -> dict[str, Any]:
    """Return an article in the form of the output contract."""
    extraction = outcome.item.extraction
    described = extraction.description
    return {
        "id": outcome.item.source.ident,
        "title": described.title,
        "standfirst": described.standfirst,
        "byline": described.byline,
        "outlet": described.outlet,
        "language": described.language,
        "published": described.published,
        "published_basis": described.published_basis if described.published else None,
        "published_note": described.published_note or None,
        "text": extraction.clean.text,
        "captions": [{"span": [one.start, one.end], "credit": one.credit} for one in extraction.clean.captions],
        "countries": countries(extraction),
        "topics": list(dict.fromkeys([*extraction.topics, *outcome.item.source.topics])),
        "copies": copies,
        "meetings": [_meeting(found) for found in extraction.meetings],
        "operations": [_operation(found) for found in extraction.operations],
        "statistics": [_statistic(found) for found in extraction.statistics],
        "memberships": [
            {
                "kind": found.kind,
                "status": found.status,
                "numbers": dict(found.numbers),
                "states": list(found.states),
                "date": found.date,
                "verdict": found.verdict,
                "explanation": found.explanation,
                "quote": found.quote,
                "span": [found.start, found.end],
                "rule": found.rule,
            }
            for found in extraction.memberships
        ],
        "statements": [
            {
                "speaker": one.speaker,
                "role": one.role,
                "direct": one.direct,
                "quote": one.quote,
                "span": [one.start, one.end],
                "rule": one.rule,
            }
            for one in extraction.statements
        ],
        "warnings": list(extraction.warnings) + [issue.explanation for issue in outcome.issues if issue.code != "extraction"],
    }


def countries(extraction: Extraction) -> list[str]:
    """Return the states the article is about, in the order in which it names them."""
    return list(dict.fromkeys(state.code for state in extraction.states if state.role == "subject"))


def _attendance(found: Attendance | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "low": _number(found.low),
        "high": _number(found.high),
        "qualifier": found.qualifier,
        "quote": found.quote,
        "span": [found.start, found.end],
    }


def _meeting(found: MeetingFound) -> dict[str, Any]:
    return {
        "series": found.series,
        "name": found.name,
        "ordinal": found.ordinal,
        "city": found.city,
        "country": found.country,
        "venue": found.venue,
        "date": found.date,
        "attendance": _attendance(found.attendance),
        "quote": found.quote,
        "span": [found.start, found.end],
        "match": found.match,
        "lane": found.lane,
        "rule": found.rule,
        "note": found.note,
    }


def _operation(found: OperationFound) -> dict[str, Any]:
    return {
        "slug": found.slug,
        "name": found.name,
        "kind": found.kind,
        "framework": found.framework,
        "date": found.date,
        "states": list(found.states),
        "place": found.place,
        "quote": found.quote,
        "span": [found.start, found.end],
        "match": found.match,
        "lane": found.lane,
        "rule": found.rule,
        "note": found.note,
    }


def _statistic(found: StatisticFound) -> dict[str, Any]:
    return {
        "measure": found.measure,
        "low": _number(found.low),
        "high": _number(found.high),
        "unit": found.unit,
        "unit_text": found.unit_text,
        "qualifier": found.qualifier,
        "qualifier_text": found.qualifier_text,
        "period": found.period,
        "operation": found.operation,
        "states": list(found.states),
        "value_text": found.value_text,
        "quote": found.quote,
        "span": [found.start, found.end],
        "lane": found.lane,
        "rule": found.rule,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


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


def print_summary(run: ImportRun, tally: Tally, out: TextIO, *, dry_run: bool) -> None:
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
