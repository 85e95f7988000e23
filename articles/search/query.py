"""What a reader types, as a small tree: `"joint exercise" -navy OR patrol title:border`.

Words next to each other must all occur; `OR` joins its two neighbours and binds tighter; a minus sign leaves out; quotes make a phrase;
`title:` looks in the headline only. Nothing is an error: what cannot be understood is read as plain words, with a note that says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.search.analyser import analyse, is_han
from articles.search.names import Names

MOST_WORDS = 32
LONGEST_QUERY = 2000


@dataclass(frozen=True)
class Leaf:
    """What the inverted index is asked for: one term, or several side by side, in one field or any; or the beginning of a term."""

    terms: tuple[str, ...]
    within: str = ""
    is_prefix: bool = False


@dataclass(frozen=True)
class Every:
    """All parts must hold."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Either:
    """At least one part must hold."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Without:
    """The part must not hold."""

    part: "Node"


Node = Leaf | Every | Either | Without


@dataclass
class Query:
    """A parsed query: its tree (none when no word is left to search for), notes for the reader, and the names it also finds."""

    tree: Node | None = None
    notes: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Word:
    """A word of the query as typed, with the signs around it."""

    text: str
    negative: bool
    within: str
    quoted: bool


_QUOTES = re.compile(r"[“”„«»″＂]")
_GROUPED_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
_PIECE = re.compile(r'(?P<minus>[-−–]+(?=[^\s\-−–]))?(?P<title>title:(?=\S))?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))', re.IGNORECASE)


def parse_query(text: str, names: Names) -> Query:
    """Read a query; ``names`` adds the other names of the things it names."""
    query = Query()
    text = _QUOTES.sub('"', text.replace("\0", " "))
    if len(text) > LONGEST_QUERY:
        text = text[:LONGEST_QUERY]
        query.notes.append(_("The search is very long; only its first %(number)d characters were used.") % {"number": LONGEST_QUERY})
    if text.count('"') % 2:
        query.notes.append(_("A quotation mark has no partner, so it was left out."))
        text = text[: text.rindex('"')] + " " + text[text.rindex('"') + 1 :]
    text = _GROUPED_DIGITS.sub(lambda match: "".join(match[0].split()), text)
    groups = _groups(text, query)
    if sum(len(group) for group in groups) > MOST_WORDS:
        groups = _first_words(groups)
        query.notes.append(_("Only the first %(number)d words were used.") % {"number": MOST_WORDS})
    parts = [node for node in _nodes(groups, names, query) if node]
    if parts:
        query.tree = parts[0] if len(parts) == 1 else Every(tuple(parts))
    elif groups:
        query.notes.append(_("Every word of this search is too common to be searched for; the list is not narrowed by it."))
    elif text.strip():
        query.notes.append(_("There is no word in this search; the list is not narrowed by it."))
    return query


def _groups(text: str, query: Query) -> list[list[_Word]]:
    """Return the words in groups joined by OR; most groups hold one word."""
    groups: list[list[_Word]] = []
    joins = False
    for match in _PIECE.finditer(text):
        if match[0] in {"OR", "|"}:
            if joins or not groups:
                query.notes.append(_("OR stands between two words; this one was left out."))
            joins = bool(groups)
            continue
        content = match["phrase"] if match["word"] is None else match["word"]
        if not analyse(content, whole_runs=False) and not any(character.isalnum() for character in content):
            continue
        word = _Word(content, bool(match["minus"]), "title" if match["title"] else "", match["word"] is None)
        if joins:
            groups[-1].append(word)
        else:
            groups.append([word])
        joins = False
    if joins:
        query.notes.append(_("OR stands between two words; this one was left out."))
    return groups


def _first_words(groups: list[list[_Word]]) -> list[list[_Word]]:
    kept: list[list[_Word]] = []
    left = MOST_WORDS
    for group in groups:
        if left > 0:
            kept.append(group[:left])
        left -= len(group)
    return kept


def _nodes(groups: list[list[_Word]], names: Names, query: Query) -> Iterator[Node | None]:
    """Yield a node for each group; plain words side by side are tried as names of several words first."""
    position = 0
    while position < len(groups):
        length, node = _name_of_several_words(groups[position:], names, query)
        if length:
            yield node
            position += length
            continue
        parts = tuple(node for word in groups[position] if (node := _word_node(word, names, query)))
        yield parts[0] if len(parts) == 1 else Either(parts) if parts else None
        position += 1


def _name_of_several_words(groups: list[list[_Word]], names: Names, query: Query) -> tuple[int, Node | None]:
    run: list[_Word] = []
    for group in groups:
        if len(group) > 1 or group[0].negative or group[0].quoted or group[0].within != groups[0][0].within:
            break
        run.append(group[0])
    for length in range(len(run), 1, -1):
        leaves = [_leaf(word.text, run[0].within) for word in run[:length]]
        terms = tuple(term for leaf in leaves if leaf for term in leaf.terms)
        owners = _owners(terms, names)
        if owners:
            words = Every(tuple(leaf for leaf in leaves if leaf))
            return length, _with_names(words, owners, run[0].within, names, query)
    return 0, None


def _word_node(word: _Word, names: Names, query: Query) -> Node | None:
    leaf = _leaf(word.text, word.within)
    if leaf is None:
        return None
    owners = _owners(leaf.terms, names)
    node = _with_names(leaf, owners, word.within, names, query) if owners else leaf
    return Without(node) if word.negative else node


def _leaf(text: str, within: str) -> Leaf | None:
    """Return what a word or phrase asks of the index; a word with inner marks such as "anti-terror" is a phrase."""
    terms = tuple(token.term for token in analyse(text, whole_runs=False))
    if not terms:
        return None
    return Leaf(terms[:MOST_WORDS], within, is_prefix=len(terms) == 1 and len(terms[0]) == 1 and is_han(terms[0]))


def _owners(terms: tuple[str, ...], names: Names) -> tuple[str, ...]:
    if not terms:
        return ()
    length, owners = names.at(terms, 0)
    return owners if length == len(terms) else ()


def _with_names(node: Node, owners: tuple[str, ...], within: str, names: Names, query: Query) -> Node:
    for owner in owners:
        query.names += [form for form in names.forms[owner] if form not in query.names]
    return Either((node, *(Leaf((owner,), within) for owner in owners)))


def positive_leaves(node: Node | None) -> list[Leaf]:
    """Return the leaves that a hit may contain, for snippets and relevance."""
    if node is None or isinstance(node, Without):
        return []
    if isinstance(node, Leaf):
        return [node]
    return [leaf for part in node.parts for leaf in positive_leaves(part)]
