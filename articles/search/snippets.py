"""The words around what was searched for, cut from the clean text of the rows a page shows."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.search.analyser import HAN, Token, analyse, is_han
from articles.search.names import Names, is_owner
from articles.search.query import Leaf

LENGTH, LENGTH_IN_CHINESE = 260, 90
# A stem ends otherwise than its word in two letters at most, but for a handful of words ("dying").
SUFFIX_CHANGED = 2
_HAN_SIGN = re.compile(f"[{HAN}]")
_SENTENCE_END = re.compile(r"[.!?…][\"”»]?\s|[。!?]")


@dataclass(frozen=True)
class Fragment:
    """A piece of a snippet, marked if it is what was searched for."""

    text: str
    is_marked: bool = False


class Mark(NamedTuple):
    """Characters that match a leaf of the query."""

    start: int
    end: int
    leaf: int


def snippet(paragraphs: Sequence[str], leaves: Sequence[Leaf], names: Names) -> list[Fragment]:
    """Return the stretch of one paragraph in which most of what was searched for occurs, else the beginning of the first."""
    leaves = list({(leaf.terms, leaf.is_prefix): leaf for leaf in leaves}.values())
    hopes = hopes_of(paragraphs, leaves, names)
    best = densest_paragraph(paragraphs, hopes, leaves, names) if any(hopes) else None
    if best is None and leaves:
        best = densest_paragraph(paragraphs, [len(leaves)] * len(paragraphs), leaves, names)
    if best is None:
        return cut(paragraphs[0], 0, []) if paragraphs else []
    paragraph, first, marks = best
    return cut(paragraph, marks[first].start, marks)


def densest_paragraph(
    paragraphs: Sequence[str], hopes: Sequence[int], leaves: Sequence[Leaf], names: Names
) -> tuple[str, int, list[Mark]] | None:
    """Return the first paragraph with the most different leaves side by side, its first mark of these, and all its marks.

    The most hopeful paragraphs are read first, and those that cannot be better than the best so far not at all.
    """
    best: tuple[tuple[int, int], int, list[Mark]] | None = None
    for rank in sorted((-hope, place) for place, hope in enumerate(hopes) if hope):
        if best and best[0] < rank:
            break
        paragraph = paragraphs[rank[1]]
        marks = marks_in(paragraph, leaves, names)
        number, first = densest(marks, length_for(paragraph))
        if number and (best is None or (-number, rank[1]) < best[0]):
            best = ((-number, rank[1]), first, marks)
    return (paragraphs[best[0][1]], *best[1:]) if best else None


def hopes_of(paragraphs: Sequence[str], leaves: Sequence[Leaf], names: Names) -> list[int]:
    """Return how many of the leaves each paragraph may contain, judged by how their words begin; all where that cannot be told.

    Reading a paragraph's terms costs a hundred times as much as looking for a few letters in it.
    """
    wanted = [beginnings_of(leaf, names) for leaf in leaves]
    folded = [paragraph.casefold() for paragraph in paragraphs] if leaves else []
    return [sum(any(beginning in text for beginning in beginnings) for beginnings in wanted) for text in folded]


def beginnings_of(leaf: Leaf, names: Names) -> set[str]:
    """Return letters of which some stand in every text that matches a leaf, but for rare forms; the empty word stands in all."""
    term = leaf.terms[0]
    words = [token.term for form in names.forms.get(term, ()) for token in analyse(form)[:1]] if is_owner(term) else [term]
    # A number may be written with blanks or commas in it.
    if any(word[0].isdigit() for word in words):
        return {""}
    return {word if is_han(word) else word[: max(3, len(word) - SUFFIX_CHANGED)] for word in words}


def length_for(text: str) -> int:
    """Return how many characters a snippet of this text has; a Chinese character says about three times as much."""
    return LENGTH_IN_CHINESE if is_han(text[:1]) or len(_HAN_SIGN.findall(text, 0, 20)) > 8 else LENGTH


def densest(marks: Sequence[Mark], length: int) -> tuple[int, int]:
    """Return the largest number of different leaves within a length, and the first mark from which it is reached."""
    best = (0, 0)
    for first, mark in enumerate(marks):
        inside = marks[first : bisect_left(marks, mark.start + length, key=lambda other: other.end)]
        number = len({other.leaf for other in inside})
        if number > best[0]:
            best = (number, first)
    return best


def marks_in(text: str, leaves: Sequence[Leaf], names: Names) -> list[Mark]:
    """Return where the leaves occur in a text, in order."""
    numbers = {leaf.terms[0]: number for number, leaf in enumerate(leaves) if len(leaf.terms) == 1 and not leaf.is_prefix}
    if len(numbers) == len(leaves) and not any(is_owner(term) for term in numbers):
        return [Mark(start, end, numbers[term]) for term, start, end in analyse(text) if term in numbers]
    return sorted(_all_marks(text, leaves, names), key=lambda mark: mark.start)


def _all_marks(text: str, leaves: Sequence[Leaf], names: Names) -> Iterator[Mark]:
    """Yield the places of phrases, beginnings of words and names too."""
    tokens = analyse(text)
    terms = [token[0] for token in tokens]
    for number, leaf in enumerate(leaves):
        first, length = leaf.terms[0], len(leaf.terms)
        if is_owner(first):
            yield from _name_marks(tokens, terms, number, first, names)
            continue
        for position, term in enumerate(terms):
            if leaf.is_prefix and term.startswith(first):
                yield Mark(tokens[position].start, tokens[position].start + len(first), number)
            elif term == first and tuple(terms[position : position + length]) == leaf.terms:
                yield Mark(tokens[position].start, tokens[position + length - 1].end, number)


def _name_marks(tokens: list[Token], terms: list[str], number: int, owner: str, names: Names) -> Iterator[Mark]:
    for position, term in enumerate(terms):
        if term in names.by_first_term:
            length, owners = names.at(terms, position)
            if owner in owners:
                yield Mark(tokens[position].start, tokens[position + length - 1].end, number)


def cut(text: str, around: int, marks: Sequence[Mark]) -> list[Fragment]:
    """Cut a text around a position at sentence or word boundaries and mark what lies inside."""
    length = length_for(text)
    start = _start(text, around, length // 3)
    end = _end(text, start + length)
    fragments = [Fragment("… ")] if start else []
    position = start
    for mark_start, mark_end in _merged(marks):
        if mark_start >= start and mark_end <= end:
            fragments += [Fragment(text[position:mark_start]), Fragment(text[mark_start:mark_end], is_marked=True)]
            position = mark_end
    fragments.append(Fragment(text[position:end]))
    if end < len(text):
        fragments.append(Fragment(" …"))
    return [fragment for fragment in fragments if fragment.text]


def _start(text: str, around: int, reach: int) -> int:
    if around <= reach:
        return 0
    sentences = [match.end() for match in _SENTENCE_END.finditer(text, around - reach, around)]
    if sentences:
        return sentences[0]
    blank = text.find(" ", around - reach // 2, around)
    return blank + 1 if blank >= 0 else max(around - reach // 2, 0)


def _end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", end - 30, end)
    return blank if blank > 0 else end


def _merged(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return the marks' stretches, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((mark.start, mark.end) for mark in marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
