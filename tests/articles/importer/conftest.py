"""A small archive to import into, and a way to run the command as an operator does."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from events.models import Measure, Meeting, MeetingSeries, Operation, State, Topic
from events.models.base import date_columns

ARTICLE = """Border services of two states compare notes

By Jane Example

Officers of Kazakhstan and Uzbekistan met in Tashkent on 3 June 2024 to compare what their patrols had found.

The patrols worked along the whole of the common border, and the two services agreed to go on with them in the autumn.
"""


@pytest.fixture
def reference(db: None) -> None:
    """The least that an import needs to be matched against."""
    State.objects.bulk_create(
        State(code=code, name=name) for code, name in (("KZ", "Kazakhstan"), ("UZ", "Uzbekistan"), ("CN", "China"), ("TJ", "Tajikistan"))
    )
    border = MeetingSeries.objects.create(slug="border-heads", name="Heads of border services")
    Meeting.objects.create(series=border, ordinal=10, city="Shanghai", **date_columns("2024-07-10"))
    Operation.objects.create(
        slug="solidarity-2023", name="Solidarity-2023", kind="border operation", **date_columns("2023-08-15/2023-10-31")
    )
    for code, dimension, unit in (
        ("firearms_seized", "items", "firearms"),
        ("drugs_seized", "mass", "kg"),
        ("persons_arrested", "persons", "persons"),
    ):
        Measure.objects.create(code=code, label=code, dimension=dimension, unit=unit, definition=code)
    group = Topic.objects.create(slug="borders", label="Borders", level=1)
    Topic.objects.create(slug="border-control", label="Border control", level=2, parent=group)


@dataclass(frozen=True)
class Ran:
    """What one run of the command gave."""

    status: int
    out: str
    err: str

    @property
    def issues(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith(("error:", "warning:"))]

    @property
    def codes(self) -> list[str]:
        return [line.rpartition("[")[2].rstrip("]") for line in self.issues if line.startswith("error:")]

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(reference: None) -> Run:
    """Run ``import_articles`` in this process, on this test's database."""

    def execute(*arguments: object) -> Ran:
        return run_command("import_articles", *arguments)

    return execute


def run_command(name: str, *arguments: object) -> Ran:
    """Run a command and return its exit status and what it printed."""
    out, err = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command(name, *(str(argument) for argument in arguments), stdout=out, stderr=err)
    except SystemExit as stop:
        status = int(stop.code or 0)
    return Ran(status, out.getvalue(), err.getvalue())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article."""
    place = tmp_path / "pages"
    place.mkdir()
    (place / "good.txt").write_text(ARTICLE, encoding="utf-8")
    return place
