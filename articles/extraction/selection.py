"""From action and object to the measure: the tables ``compose.tsv`` (noun and modifier) and ``selection.tsv`` (action and object)."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from articles.extraction.lexicon import FOLDER, Code, LexiconError, load_codes, load_selection, read_rows


@cache
def code_of(kind: str, code: str) -> Code:
    """Return a declared code; the word lists have been checked, so it is there."""
    return load_codes()[kind, code]


@cache
def trait(kind: str, code: str | None, name: str, default: str = "") -> str:
    """Return a trait of a code, the default when there is no code."""
    return code_of(kind, code).trait(name, default) if code else default


@cache
def load_compositions(folder: Path = FOLDER) -> dict[tuple[str, str], str]:
    """Return what a noun becomes beside a modifier, from ``compose.tsv``."""
    codes = load_codes(folder)
    table: dict[tuple[str, str], str] = {}
    for place, (heads, modifiers, becomes, _example) in read_rows(folder / "compose.tsv", 4):
        for code in (*heads.split(), *modifiers.replace("+", " ").split(), becomes):
            if ("objects", code) not in codes:
                raise LexiconError(f"{place}: unknown object {code!r}")
        for head in heads.split():
            for modifier in modifiers.split():
                if (head, modifier) in table:
                    raise LexiconError(f"{place}: {head} with {modifier} stands in the table already")
                table[head, modifier] = becomes
    return table


def compose(head: str, modifiers: Iterable[str]) -> str:
    """Return the object that a noun and the words around it name: a case beside drugs is a drug case."""
    table = load_compositions()
    codes = list(dict.fromkeys(modifiers))
    pairs = [f"{a}+{b}" for a in codes for b in codes if a != b]
    for modifier in (*pairs, *codes):
        if (head, modifier) in table:
            return table[head, modifier]
    return head


def select(action: str | None, noun: str) -> tuple[str, str] | None:
    """Return (measure, lane) for an action on an object; without an action the object's own reading; ``None`` when there is none."""
    return load_selection().get((action or "*", noun))
