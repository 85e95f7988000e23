"""Known names in three scripts: longest match over the names of states, cities, series, operations, bodies and outlets.

Russian names bend, so words are compared without their endings; English plural and possessive are passed over; Chinese names are matched as
runs of characters, traditional ones too. The index over one :class:`Known` is built once and kept.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from articles.extraction.records import Known, KnownAlias
from articles.extraction.scripts import HAN, WORD, Words, key_of, simplified

T = TypeVar("T")


def normal_form(name: str) -> str:
    """Return the form under which a name is looked up: the keys of its words, or the characters of a Chinese name."""
    if HAN.search(name):
        return re.sub(r"[\W_]+", "", simplified(name)).casefold()
    return " ".join(key_of(match.group()) for match in WORD.finditer(name))


@dataclass(frozen=True, slots=True)
class NameHit:
    """One place where a known name stands, with everything that bears it."""

    start: int
    end: int
    names: tuple[KnownAlias, ...]

    def of_kind(self, kind: str) -> tuple[KnownAlias, ...]:
        """Return the bearers of one kind."""
        return tuple(name for name in self.names if name.kind == kind)


class NameIndex:
    """Longest match over names of one language, from left to right, without overlap."""

    def __init__(self, language: str, names: Iterable[KnownAlias]) -> None:
        """Build the index; names in the other scripts are left out, Latin names in Russian or Chinese text are kept."""
        self.chinese = language == "zh"
        grouped: dict[tuple[str, ...], list[KnownAlias]] = {}
        for name in names:
            form = name.form
            if self.chinese and HAN.search(form):
                key: tuple[str, ...] = (simplified(form),)
            else:
                key = tuple(key_of(m.group()) for m in WORD.finditer(form))
            if key and (len(key[0]) > 1 or len(key) > 1):
                grouped.setdefault(key, []).append(name)
        self._words: dict[str, list[tuple[tuple[str, ...], bool, tuple[KnownAlias, ...]]]] = {}
        self._runs: dict[str, list[tuple[str, tuple[KnownAlias, ...]]]] = {}
        for key, bearers in grouped.items():
            if self.chinese and HAN.search(key[0]):
                self._runs.setdefault(key[0][0], []).append((key[0], tuple(bearers)))
            else:
                capital = bearers[0].form[:1].isupper()
                self._words.setdefault(key[0], []).append((key, capital, tuple(bearers)))
        for runs in self._runs.values():
            runs.sort(key=lambda run: -len(run[0]))
        for entries in self._words.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Words) -> list[NameHit]:
        """Return the hits in the order of the text."""
        hits = self._find_runs(words.plain) if self._runs else []
        hits += self._find_words(words)
        return sorted(hits, key=lambda hit: hit.start)

    def _find_runs(self, text: str) -> list[NameHit]:
        hits = []
        position, length, runs = 0, len(text), self._runs
        while position < length:
            entries = runs.get(text[position])
            run = next((entry for entry in entries if text.startswith(entry[0], position)), None) if entries else None
            if run is None:
                position += 1
                continue
            hits.append(NameHit(position, position + len(run[0]), run[1]))
            position += len(run[0])
        return hits

    def _find_words(self, words: Words) -> list[NameHit]:
        hits = []
        text, starts, ends = words.text, words.starts, words.ends
        keys, known, free = words.keys, self._words, 0
        for position in [position for position, key in enumerate(keys) if key in known]:
            if position < free:
                continue
            for key, capital, bearers in known[keys[position]]:
                size = len(key)
                if tuple(keys[position : position + size]) == key:
                    if capital and not text[starts[position]].isupper():
                        continue
                    if size > 1 and not words.near(position, size):
                        continue
                    free = position + size
                    hits.append(NameHit(starts[position], ends[free - 1], bearers))
                    break
        return hits


class KnownIndex:
    """Everything looked up in one :class:`Known`, built once: name indexes per language and kind, rows by their keys."""

    def __init__(self, known: Known) -> None:
        """Keep the snapshot; the indexes are built when they are first asked for."""
        self.known = known
        self.state_codes = frozenset(state.code for state in known.states)
        self._tables: dict[str, object] = {}
        self._indexes: dict[tuple[str, tuple[str, ...]], NameIndex] = {}

    def once(self, name: str, build: Callable[[], T]) -> T:
        """Return a table over the snapshot, built when it is first asked for."""
        if name not in self._tables:
            self._tables[name] = build()
        return self._tables[name]  # type: ignore[return-value]

    def index(self, language: str, *kinds: str, extra: Callable[[], Iterable[KnownAlias]] = tuple) -> NameIndex:
        """Return the index over the names of some kinds, in the language's script; ``extra`` gives further names."""
        key = (language, kinds)
        if key not in self._indexes:
            own = [name for name in self.known.aliases if name.kind in kinds and name.form and _readable(name, language)]
            self._indexes[key] = NameIndex(language, [*own, *extra()])
        return self._indexes[key]


def _readable(name: KnownAlias, language: str) -> bool:
    """Tell whether a name can stand in a text of a language: its own names, and outlets and operations of every language."""
    return name.language == language or name.kind in ("outlet", "operation")


_KEPT: dict[int, KnownIndex] = {}
_KEPT_AT_MOST = 4


def known_index(known: Known) -> KnownIndex:
    """Return the index over a snapshot, built at first sight; the same object is asked for article after article."""
    kept = _KEPT.get(id(known))
    if kept is None or kept.known is not known:
        if len(_KEPT) >= _KEPT_AT_MOST:
            _KEPT.clear()
        kept = _KEPT[id(known)] = KnownIndex(known)
    return kept
