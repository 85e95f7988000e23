"""Golden passages for everything that is no figure: topics, states, numbered meetings, operations.

Each row of ``tests/golden/facts.tsv`` shows one construction in a passage of its own and the facts that must be read from it, divided by
semicolons: ``topic X``, ``no topic X``, ``states XX YY`` (all of them), ``meeting SERIES NUMBER CITY DATE`` (``-`` for none),
``operation NAME``, ``no meeting``, ``no operation``.
"""

from pathlib import Path

import pytest

from articles.extraction.records import Extraction
from tests.articles.extraction.reading import read, states_in

GOLDEN = Path(__file__).parents[2] / "golden" / "facts.tsv"
ROWS = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("construction", "passage", "facts"), ROWS, ids=[row[0] for row in ROWS])
def test_the_facts_of_a_golden_passage_are_read(construction: str, passage: str, facts: str) -> None:
    extraction = read(passage.replace("\\n", "\n"))
    for fact in facts.split("; "):
        assert _holds(fact, extraction), (construction, fact)


def _holds(fact: str, extraction: Extraction) -> bool:
    kind, _, value = fact.removeprefix("no ").partition(" ")
    if kind == "topic":
        return (value in extraction.topics) is not fact.startswith("no ")
    if kind == "states":
        return states_in(extraction) == sorted(value.split())
    if kind == "meeting":
        found = {
            " ".join((row.series or "-", str(row.ordinal), row.city or "-", row.date or "-")) for row in extraction.meetings if row.ordinal
        }
    else:
        found = {row.name for row in extraction.operations if row.name}
    return not found if fact.startswith("no ") else value in found
