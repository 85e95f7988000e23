"""The articles of terms asked for before, bounded in number, and kept right when articles change."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from django.conf import settings
from pyroaring import BitMap

from articles.search.query import Leaf

FIELDS = ("title", "lead", "body")


class TermCache:
    """Leaves of queries with the articles that match them in one state of the archive; the least recently used ones go first."""

    def __init__(self, known: Mapping[Leaf, BitMap] | None = None) -> None:
        """Begin empty, or with what is known."""
        self._known = OrderedDict(known or {})
        self._lock = Lock()

    def get(self, leaf: Leaf) -> BitMap | None:
        """Return what is known of a leaf."""
        with self._lock:
            if leaf in self._known:
                self._known.move_to_end(leaf)
            return self._known.get(leaf)

    def keep(self, leaf: Leaf, found: BitMap) -> None:
        """Remember a leaf."""
        with self._lock:
            self._known[leaf] = found
            if len(self._known) > settings.SEARCH_TERMS_KEPT:
                self._known.popitem(last=False)

    def folded(self, changed: BitMap, fields: Mapping[int, tuple[str, str, str]]) -> "TermCache":
        """Return the leaves of the next state, in which the changed articles have the given terms of title, lead and body."""
        with self._lock:
            known = list(self._known.items())
        split = {number: [text.split() for text in texts] for number, texts in fields.items()} if known else {}
        sets = {number: {term for terms in texts for term in terms} for number, texts in split.items()}
        next_state = {}
        for leaf, found in known:
            added = [number for number, texts in split.items() if _may_match(leaf, sets[number]) and _matches(leaf, texts)]
            next_state[leaf] = (found - changed) | BitMap(added) if added or found.intersect(changed) else found
        return TermCache(next_state)


def _may_match(leaf: Leaf, terms: set[str]) -> bool:
    return leaf.is_prefix or all(term in terms for term in leaf.terms)


def _matches(leaf: Leaf, fields: list[list[str]]) -> bool:
    """Tell what the inverted index would say: the terms stand side by side in one field."""
    first, length = leaf.terms[0], len(leaf.terms)
    for terms in fields if not leaf.within else [fields[FIELDS.index(leaf.within)]]:
        if leaf.is_prefix:
            if any(term.startswith(first) for term in terms):
                return True
        elif length == 1:
            if first in terms:
                return True
        elif any(tuple(terms[at : at + length]) == leaf.terms for at, term in enumerate(terms) if term == first):
            return True
    return False
