"""Names in three scripts meet: every name of one thing adds one and the same term to the texts and queries it occurs in."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.search.analyser import VERSION, analyse

OWNER_DIGITS = 12

Sequences = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]


@dataclass(frozen=True)
class Names:
    """The names of things as sequences of terms, longest first, with the terms that stand for their owners."""

    by_first_term: Sequences = field(default_factory=dict)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    digest: str = ""

    @property
    def analyser(self) -> str:
        """Name of the analysis that uses these names; terms made by another one are out of date."""
        return f"{VERSION}.{self.digest}"

    def at(self, terms: Sequence[str], position: int) -> tuple[int, tuple[str, ...]]:
        """Return the length of the longest name that begins at a position, and its owners' terms; (0, ()) for none."""
        for sequence, owners in self.by_first_term.get(terms[position], ()):
            if tuple(terms[position : position + len(sequence)]) == sequence:
                return len(sequence), owners
        return 0, ()

    def in_terms(self, terms: Sequence[str]) -> list[str]:
        """Return the owners' terms of every name in a sequence of terms, each once."""
        found: dict[str, None] = {}
        for position in range(len(terms)):
            if terms[position] in self.by_first_term:
                found.update(dict.fromkeys(self.at(terms, position)[1]))
        return list(found)


def owner_term(kind: str, owner: str) -> str:
    """Return the term that stands for a thing; no word of a text looks like it."""
    return f"0{kind}{hashlib.sha256(owner.encode()).hexdigest()[:OWNER_DIGITS]}"


def is_owner(term: str) -> bool:
    """Tell whether a term stands for a thing and not for a word of a text."""
    return term.startswith("0") and len(term) > OWNER_DIGITS and term[1].isalpha()


def build_names(rows: Iterable[tuple[str, str, str]]) -> Names:
    """Return the names given as kind, owner and form."""
    owners: dict[tuple[str, ...], dict[str, None]] = {}
    forms: dict[str, dict[str, None]] = {}
    digest = hashlib.sha256()
    for kind, owner, form in sorted(rows):
        terms = tuple(token.term for token in analyse(form, whole_runs=False))
        if len("".join(terms)) < 2:
            continue
        term = owner_term(kind, owner)
        owners.setdefault(terms, {})[term] = None
        forms.setdefault(term, {})[form] = None
        digest.update(f"{term} {' '.join(terms)}\n".encode())
    by_first: Sequences = {}
    for terms in sorted(owners, key=len, reverse=True):
        by_first.setdefault(terms[0], []).append((terms, tuple(owners[terms])))
    return Names(by_first, {term: tuple(names) for term, names in forms.items()}, digest.hexdigest()[:12])
