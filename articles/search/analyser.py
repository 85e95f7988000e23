"""Text to terms: the one analysis behind the index, the queries and the snippets.

The script of a word decides, not the language of the text: Latin words get English stems, Cyrillic words Russian ones, runs of Chinese
characters become overlapping pairs. Accents and case are folded, stop words dropped. A run's last character is a term of its own, so that a
search for a single character finds it wherever it stands (as the beginning of a pair, or at the end of a run).
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import Stemmer

from events.names import normalise_name

VERSION = "1"
LONGEST_TERM = 64
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"""(?P<han>[{HAN}]+)
    | (?P<number>(?<![\d.,])\d{{1,3}}(?:[,\ \u00a0\u202f]\d{{3}})+(?!\d))
    | (?P<word>[^\W_{HAN}](?:[^\W_{HAN}]|[\u0300-\u036f])*(?:['’ʼ][^\W_{HAN}]+)*)""",
    re.VERBOSE,
)
_NOT_DIGITS = re.compile(r"\D")
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z]")
_STEMMERS = {"en": Stemmer.Stemmer("english"), "ru": Stemmer.Stemmer("russian")}


class Token(NamedTuple):
    """A term and the characters of the text it stands for."""

    term: str
    start: int
    end: int


def read_stop_words() -> frozenset[str]:
    """Return the words too common to be searched for."""
    folder = Path(__file__).with_name("stop_words")
    return frozenset(normalise_name(word) for path in sorted(folder.glob("*.txt")) for word in path.read_text("utf-8").split())


STOP_WORDS = read_stop_words()


def analyse(text: str, *, whole_runs: bool = True) -> list[Token]:
    """Return the terms of a text in order; ``whole_runs`` adds the last character of each Chinese run (texts, not queries)."""
    tokens: list[Token] = []
    add = tokens.append
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "word":
            term = term_of(match[0])
            if term:
                add(Token(term, start, end))
        elif kind == "number":
            add(Token(_NOT_DIGITS.sub("", match[0]), start, end))
        else:
            tokens += [Token(text[position : position + 2], position, position + 2) for position in range(start, end - 1)]
            if whole_runs or end - start == 1:
                add(Token(text[end - 1], end - 1, end))
    return tokens


def terms_in(text: str) -> list[str]:
    """Return the terms alone, in order, as :func:`analyse` returns them of a text: what an index holds needs no places."""
    terms: list[str] = []
    for han, number, word in _TOKEN.findall(text):
        if word:
            if term := term_of(word):
                terms.append(term)
        elif han:
            terms += [han[position : position + 2] for position in range(len(han) - 1)]
            terms.append(han[-1])
        else:
            terms.append(_NOT_DIGITS.sub("", number))
    return terms


@lru_cache(maxsize=200_000)
def term_of(word: str) -> str:
    """Return the term of a single word in a script with letters; empty for a stop word."""
    folded = normalise_name(_POSSESSIVE.sub("", word)).replace(" ", "")
    if folded in STOP_WORDS:
        return ""
    if _CYRILLIC.search(folded):
        folded = _STEMMERS["ru"].stemWord(folded)
    elif _LATIN.search(folded):
        folded = _STEMMERS["en"].stemWord(folded)
    return folded[:LONGEST_TERM]


def is_han(term: str) -> bool:
    """Tell whether a term is made of Chinese characters."""
    return bool(re.match(rf"[{HAN}]", term))
