"""Annotated articles: a folder with ``articles/NNN.txt`` and ``gold/NNN.json``, checked as it is read."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.evaluation.vocabulary import QUALIFIERS

_LISTS = ("countries", "topics", "meetings", "operations", "statistics", "boilerplate_lines")
_TEXTS = ("source_url", "title", "byline", "outlet", "published", "near_duplicate_of")
_KEYS_OF_ROWS = {
    "meetings": ("series", "ordinal", "country", "start"),
    "operations": ("name",),
    "statistics": ("metric", "value", "unit", "qualifier", "quote"),
}


class BadGold(ValueError):
    """An annotated folder cannot be used; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article: the page text as it was met, and what a reader should take from it."""

    ident: str
    language: str
    raw: str
    source_url: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    near_duplicate_of: str | None = None
    countries: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    meetings: list[dict[str, Any]] = field(default_factory=list)
    operations: list[dict[str, Any]] = field(default_factory=list)
    statistics: list[dict[str, Any]] = field(default_factory=list)
    boilerplate_lines: list[str] = field(default_factory=list)
    alternatives: dict[str, Any] = field(default_factory=dict)

    def alternatives_of(self, name: str) -> list[str]:
        """Return the values of a field that a reader may also take."""
        values = self.alternatives.get(name) or []
        return values if isinstance(values, list) else [values]


def load_gold(folder: Path, language: str | None = None, idents: Collection[str] | None = None) -> list[GoldArticle]:
    """Return the annotated articles of a folder in the order of their names, all or those of one language or list of ids."""
    files = sorted((folder / "gold").glob("*.json"))
    if not files:
        raise BadGold(f"{folder}: there is no gold/*.json; an annotated folder holds articles/NNN.txt and gold/NNN.json")
    articles = [_article(folder, path) for path in files]
    chosen = [a for a in articles if (idents is None or a.ident in idents) and (not language or a.language == language)]
    if not chosen:
        raise BadGold(f"{folder}: no annotated article is selected")
    return chosen


def load_idents(reference: str) -> set[str]:
    """Return the ids that ``FILE:KEY`` names: a JSON file with lists of ids by key."""
    name, _, key = reference.rpartition(":")
    if not name:
        raise BadGold(f"{reference}: name the file and the key in it, as FILE:KEY")
    lists = _json(Path(name))
    if not isinstance(lists.get(key), list):
        raise BadGold(f"{name}: there is no list under {key!r}")
    return {str(ident) for ident in lists[key]}


def _article(folder: Path, path: Path) -> GoldArticle:
    row = _json(path)
    ident = row.get("id")
    if not isinstance(ident, str) or not isinstance(row.get("language"), str):
        raise BadGold(f"{path}: id and language are texts and cannot be left out")
    for name in _LISTS:
        if not isinstance(row.get(name, []), list):
            raise BadGold(f"{path}: {name} is a list")
    for name in _TEXTS:
        if not isinstance(row.get(name), str | None):
            raise BadGold(f"{path}: {name} is a text or null")
    for name, keys in _KEYS_OF_ROWS.items():
        _check_rows(path, name, row.get(name, []), keys)
    text = folder / "articles" / f"{ident}.txt"
    try:
        raw = text.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadGold(f"{text}: cannot be read: {error}") from None
    values: dict[str, Any] = {name: row.get(name) for name in _TEXTS} | {name: row.get(name, []) for name in _LISTS}
    return GoldArticle(ident=ident, language=row["language"], raw=raw, alternatives=row.get("alternatives") or {}, **values)


def _check_rows(path: Path, name: str, rows: list[Any], keys: tuple[str, ...]) -> None:
    for number, row in enumerate(rows, start=1):
        missing = [key for key in keys if not isinstance(row, dict) or key not in row]
        if missing:
            raise BadGold(f"{path}: {name}, number {number}, lacks {', '.join(missing)}")
        if name != "statistics":
            continue
        if row["qualifier"] not in QUALIFIERS:
            raise BadGold(f"{path}: statistics, number {number}: unknown qualifier {row['qualifier']!r}; one of {', '.join(QUALIFIERS)}")
        if not isinstance(row["value"], int | float):
            raise BadGold(f"{path}: statistics, number {number}: the value {row['value']!r} is no number")


def _json(path: Path) -> dict[str, Any]:
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadGold(f"{path}: cannot be read: {error}") from None
    if not isinstance(row, dict):
        raise BadGold(f"{path}: a JSON object is expected")
    return row
