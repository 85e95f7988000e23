"""Word lists as data: one TSV file per language and kind, checked when it is loaded.

A row is ``code <tab> forms <tab> example``; forms stand apart by ``|``; a line that begins with ``#`` is a note. In English and Russian a
form is a sequence of words, and a word that ends in ``*`` stands for every word that begins so ("задержан*"). In Chinese a form is a run of
characters. The example is a sentence of our own in which the row must be found; ``tests/articles/extraction`` runs every one.

A bad row raises :class:`LexiconError` whose message begins with file and line, so that whoever edits a list can go straight to it.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicons"
LANGUAGES = ("en", "ru", "zh")
KINDS = ("actions", "objects", "units", "qualifiers", "numbers", "months", "periods")


class LexiconError(ValueError):
    """A word list cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a word list, with the place it stands at."""

    kind: str
    code: str
    forms: tuple[str, ...]
    example: str
    place: str


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means, from ``codes.tsv``: its kind, its traits (``unit``, ``role`` …) and a sentence for the reader."""

    kind: str
    code: str
    traits: tuple[tuple[str, str], ...]
    meaning: str

    def trait(self, name: str, default: str = "") -> str:
        """Return one trait of the code, or the default when the code does not have it."""
        return dict(self.traits).get(name, default)


def read_rows(path: Path, columns: int) -> Iterator[tuple[str, list[str]]]:
    """Yield ``(place, cells)`` for every row of a TSV file; notes, blank lines and the header line are passed over."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read: {error}") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#") or number == 1:
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != columns or not all(cells[:2]):
            raise LexiconError(f"{path}:{number}: {columns} columns divided by tabs are expected, the first two filled; found {len(cells)}")
        yield f"{path}:{number}", cells


@cache
def load_codes(folder: Path = FOLDER) -> dict[tuple[str, str], Code]:
    """Return every code by kind and name, as ``codes.tsv`` declares them."""
    codes: dict[tuple[str, str], Code] = {}
    for place, (kind, code, traits, meaning) in read_rows(folder / "codes.tsv", 4):
        if kind not in KINDS:
            raise LexiconError(f"{place}: unknown kind {kind!r}; one of {', '.join(KINDS)}")
        if (kind, code) in codes:
            raise LexiconError(f"{place}: the code {code!r} is declared twice")
        pairs = [part.partition("=") for part in traits.split() if part != "-"]
        codes[kind, code] = Code(kind, code, tuple((name, value) for name, _, value in pairs), meaning)
    return codes


@cache
def load_lexicon(language: str, kind: str, folder: Path = FOLDER) -> tuple[Row, ...]:
    """Return the rows of one word list; raise :class:`LexiconError` for a form that stands twice, an unknown code or a missing example."""
    path = folder / language / f"{kind}.tsv"
    declared = {code for declared_kind, code in load_codes(folder) if declared_kind == kind}
    free = _FREE_CODES.get(kind)
    seen: dict[str, str] = {}
    rows = []
    for place, (code, forms, example) in read_rows(path, 3):
        if code not in declared and not (free and free.fullmatch(code)):
            raise LexiconError(f"{place}: unknown code {code!r}; declare it in codes.tsv or use one that stands there")
        if not example:
            raise LexiconError(f"{place}: the row has no example sentence")
        row = Row(kind, code, tuple(form.strip() for form in forms.split("|") if form.strip()), example, place)
        for form in row.forms:
            folded = form.casefold()
            if folded in seen:
                raise LexiconError(f"{place}: the form {form!r} stands already at {seen[folded]}")
            seen[folded] = place
        rows.append(row)
    return tuple(rows)


@cache
def load_selection(folder: Path = FOLDER) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the selection table: (action, object) to (measure, lane); ``*`` as action is the object's reading without a verb."""
    codes = load_codes(folder)
    table: dict[tuple[str, str], tuple[str, str]] = {}
    for place, (action, objects, measure, lane) in read_rows(folder / "selection.tsv", 4):
        if lane not in ("sure", "check"):
            raise LexiconError(f"{place}: the lane is sure or check, not {lane!r}")
        for one_action in action.split():
            for one_object in objects.split():
                if one_action != "*" and ("actions", one_action) not in codes:
                    raise LexiconError(f"{place}: unknown action {one_action!r}")
                if ("objects", one_object) not in codes:
                    raise LexiconError(f"{place}: unknown object {one_object!r}")
                if (one_action, one_object) in table:
                    raise LexiconError(f"{place}: {one_action} with {one_object} stands in the table already")
                table[one_action, one_object] = (measure, lane)
    return table


@cache
def lexicon_version(folder: Path = FOLDER) -> str:
    """Return a short hash over every word list: two runs with the same version read with the same words."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.tsv")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


# Codes that carry their value themselves: a number, a month, a period code that dates.py understands.
_FREE_CODES = {
    "numbers": re.compile(r"[x+]?\d+(\.\d+)?"),
    "months": re.compile(r"1[0-2]|[1-9]"),
    "periods": re.compile(r"(year|month|week|day|weekday|half|quarter|vague|habit|same|fiscal|since)([:+-]\d+)?"),
}
