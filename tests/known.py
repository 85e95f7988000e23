"""The reference data of the project as the extraction sees it, read straight from the seed files: no database needed."""

import csv
from functools import cache
from pathlib import Path

from articles.extraction.records import (
    Known,
    KnownAlias,
    KnownMeeting,
    KnownMembership,
    KnownOperation,
    KnownOutlet,
    KnownState,
)

REFERENCE = Path(__file__).parent.parent / "seeds" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]


def split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


@cache
def known_from_seeds() -> Known:
    return Known(
        states=tuple(KnownState(row["code"], row["name"]) for row in rows("states")),
        aliases=tuple(
            KnownAlias(row["kind"], row["owner"], row["language"], row["form"], row["form_type"], row["state"] or None)
            for row in rows("aliases")
        ),
        memberships=tuple(
            KnownMembership(row["state"], row["status"], row["start"], row["until"] or None, row["founder"].lower() in ("yes", "true", "1"))
            for row in rows("memberships")
        ),
        meetings=tuple(
            KnownMeeting(
                row["series"],
                int(row["ordinal"]) if row["ordinal"] else None,
                row["date"] or None,
                row["city"] or None,
                row["state"] or None,
                row["status"],
            )
            for row in rows("meetings")
        ),
        operations=tuple(
            KnownOperation(
                row["slug"],
                row["name"],
                row["kind"],
                row["framework"],
                row["date"] or None,
                row["location"],
                split(row["participants"]),
                row["lead"] or None,
            )
            for row in rows("operations")
        ),
        outlets=tuple(KnownOutlet(row["slug"], row["name"], row["country"] or None, split(row["hosts"])) for row in rows("outlets")),
        measures=tuple((row["code"], row["dimension"], row["unit"]) for row in rows("measures")),
        topics=tuple(row["slug"] for row in rows("topics")),
        series=tuple((row["slug"], row["framework"]) for row in rows("series")),
    )
