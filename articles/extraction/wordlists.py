"""Phrase lists for the readers of names, furniture and topics, and one longest-match finder for them.

The lists have the shape of :mod:`articles.extraction.lexicon` (code, forms, example); their codes need no declaration, because each list's
reader knows its own. A word that ends in ``*`` stands for every word that begins so; in Chinese a form is a run of characters.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from articles.extraction.lexicon import FOLDER, LexiconError, Row, read_rows
from articles.extraction.scripts import WORD, Words, fold, simplified

_BUCKET = 3
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """One place where a form of a list stands."""

    start: int
    end: int
    code: str


@cache
def load_words(language: str, kind: str, folder: Path = FOLDER) -> tuple[Row, ...]:
    """Return the rows of one list; raise :class:`LexiconError` for a form that stands twice or a row without an example."""
    seen: dict[tuple[str, str], str] = {}
    rows = []
    for place, (code, forms, example) in read_rows(folder / language / f"{kind}.tsv", 3):
        if not example:
            raise LexiconError(f"{place}: the row has no example sentence")
        row = Row(kind, code, tuple(form.strip() for form in forms.split("|") if form.strip()), example, place)
        for form in row.forms:
            if (code, form.casefold()) in seen:
                raise LexiconError(f"{place}: the form {form!r} of {code} stands already at {seen[code, form.casefold()]}")
            seen[code, form.casefold()] = place
        rows.append(row)
    return tuple(rows)


Entry = tuple[tuple[str, ...], str]  # the words of a form, and its code
_NONE: list[Entry] = []  # one for all the words that begin no form, which are nearly all


class _Remembered(dict[str, list[Entry]]):
    """The entries of words met before: texts use the same words over and over."""

    def __init__(self, entries: Callable[[str], list[Entry]]) -> None:
        """Begin empty; ``entries`` finds those of a word that is met for the first time."""
        super().__init__()
        self._entries = entries

    def __missing__(self, word: str) -> list[Entry]:
        """Find the entries of a word and keep them."""
        found = self[word] = self._entries(word) or _NONE
        return found


class PhraseIndex:
    """Finds the forms of a list in a text: longest first, from left to right, without overlap."""

    def __init__(self, language: str, rows: Iterable[Row]) -> None:
        """Build the index over the forms of ``rows``."""
        self.chinese = language == "zh"
        self._memo = _Remembered(self.entries)
        self._by_first: dict[str, list[Entry]] = {}
        self._by_start: dict[str, list[Entry]] = {}
        for row in rows:
            for form in row.forms:
                self._add(form, row.code)
        for entries in (*self._by_first.values(), *self._by_start.values()):
            entries.sort(key=lambda entry: (-len(entry[0]), -len(entry[0][0])))

    def _add(self, form: str, code: str) -> None:
        if self.chinese:
            plain = simplified(form)
            self._by_first.setdefault(plain[0], []).append(((plain,), code))
            return
        words = tuple(fold(word) + ("*" if form[m.end() : m.end() + 1] == "*" else "") for m in WORD.finditer(form) for word in [m.group()])
        if words[0].endswith("*"):
            self._by_start.setdefault(words[0][:-1][:_BUCKET], []).append((words, code))
        else:
            self._by_first.setdefault(words[0], []).append((words, code))

    def find(self, words: Words) -> list[PhraseHit]:
        """Return the hits in the order of the text."""
        return self._find_chinese(words.plain) if self.chinese else self._find_words(words)

    def _find_chinese(self, text: str) -> list[PhraseHit]:
        hits = []
        position = 0
        first, length = self._by_first, len(text)
        while position < length:
            entries = first.get(text[position])
            found = next(((form[0], code) for form, code in entries if text.startswith(form[0], position)), None) if entries else None
            if found is None:
                position += 1
                continue
            hits.append(PhraseHit(position, position + len(found[0]), found[1]))
            position += len(found[0])
        return hits

    def _find_words(self, words: Words) -> list[PhraseHit]:
        hits = []
        folds, memo, free = words.folds, self._memo, 0
        if len(memo) > _REMEMBERED:
            memo.clear()
        # Most words begin no form: they are passed over without a step of their own.
        for position, entries in [(position, found) for position, word in enumerate(folds) if (found := memo[word])]:
            if position < free:
                continue
            for form, code in entries:
                if (len(form) == 1 or _stands(form, folds, position)) and words.near(position, len(form)):
                    free = position + len(form)
                    hits.append(PhraseHit(words.starts[position], words.ends[free - 1], code))
                    break
        return hits

    def entries(self, word: str) -> list[Entry]:
        """Return the forms that a folded word may begin, the longest first."""
        starting = [entry for entry in self._by_start.get(word[:_BUCKET], ()) if word.startswith(entry[0][0][:-1])]
        return sorted([*self._by_first.get(word, ()), *starting], key=lambda entry: -len(entry[0]))


def _stands(form: tuple[str, ...], folds: list[str], position: int) -> bool:
    """Tell whether the words of a form stand at a position."""
    if position + len(form) > len(folds):
        return False
    for offset, part in enumerate(form):
        word = folds[position + offset]
        if not (word.startswith(part[:-1]) if part[-1] == "*" else word == part):
            return False
    return True


@cache
def phrase_index(language: str, kind: str) -> PhraseIndex:
    """Return the index of one of the project's own lists, built once."""
    return PhraseIndex(language, load_words(language, kind))


@cache
def any_form(language: str, kind: str, code: str) -> re.Pattern[str]:
    """Return a pattern that matches any form of one code, for tests on short lines; word borders hold outside Chinese."""
    forms = sorted((form for row in load_words(language, kind) if row.code == code for form in row.forms), key=len, reverse=True)
    inner = "|".join(re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for form in forms)
    return re.compile(inner if language == "zh" else rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)
