"""A sentence as tokens, each with the roles the word lists give it: one longest-match pass over one dictionary per language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from articles.extraction.lexicon import FOLDER, Row, load_lexicon, read_rows

_WORD = re.compile(
    r"(?P<word>US\$|U\.S\.\$|U\.S\.|(?:Rs|No|no|Art|art|approx|kg|gm|тыс|млн|млрд|трлн|ед|шт|чел|руб|долл|ст|гр|тел|Тел|кв|куб|экз)\."
    r"|[^\W\d_]+(?:[’'-][^\W\d_]+)*|[₽₸₹$€£¥№%°])|[^\s]",
    re.DOTALL | re.IGNORECASE,
)
_ROLES = ("actions", "objects", "units", "qualifiers")
_CACHE_SIZE = 60_000


@dataclass(slots=True)
class Token:
    """A word, phrase, number, date or sign of a sentence. ``roles`` maps a kind of word list to the code found there."""

    start: int
    end: int
    text: str
    kind: str  # word, punct, number, date
    roles: dict[str, str] = field(default_factory=dict)
    number: int = -1  # index into the numbers of the text

    def action(self) -> str | None:
        """Return the action code, if the word is one."""
        return self.roles.get("actions")

    def object(self) -> str | None:
        """Return the object code, if the word is one."""
        return self.roles.get("objects")


class Vocabulary:
    """All word lists of one language behind one lookup; a word list's stems ("задержан*") match every word that begins so."""

    def __init__(self, language: str) -> None:
        """Load and index the lists of the language."""
        self.spaced = language != "zh"
        self._exact: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._memo: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._sizes: dict[str, tuple[int, ...]] = {}
        for kind in _ROLES:
            for row in load_lexicon(language, kind):
                self._add(kind, row)
        for form in self._exact if not self.spaced else ():
            self._sizes[form[0]] = tuple(sorted({*self._sizes.get(form[0], ()), len(form)}, reverse=True))
        self._stem_lengths = sorted({len(stem) for stem in self._stems}, reverse=True)

    def _add(self, kind: str, row: Row) -> None:
        for form in row.forms:
            folded = form.casefold() if self.spaced else simplify(form.casefold())
            words = tuple(part.text for part in split_words(folded)) if self.spaced else (folded,)
            if self.spaced:
                words = _join_stars(words)
            first = words[0]
            if first.endswith("*"):
                self._stems.setdefault(first[:-1], []).append((words, kind, row.code))
            else:
                self._exact.setdefault(first, []).append((words, kind, row.code))

    def candidates(self, word: str) -> list[tuple[tuple[str, ...], str, str]]:
        """Return the forms whose first word is ``word``, longest first."""
        known = self._memo.get(word)
        if known is None:
            known = list(self._exact.get(word, ()))
            for length in self._stem_lengths:
                if length <= len(word):
                    known += self._stems.get(word[:length], ())
            known.sort(key=lambda entry: (-len(entry[0]), entry[0][0].endswith("*"), -len(entry[0][0])))
            if len(self._memo) < _CACHE_SIZE:
                self._memo[word] = known
        return known

    def sizes(self, sign: str) -> tuple[int, ...]:
        """Return how long the forms are that begin with a character, longest first (Chinese)."""
        return self._sizes.get(sign.casefold(), ())

    def exact(self, run: str) -> list[tuple[tuple[str, ...], str, str]] | None:
        """Return what a run of characters stands for (Chinese)."""
        return self._exact.get(run)


def _join_stars(words: tuple[str, ...]) -> tuple[str, ...]:
    joined: list[str] = []
    for word in words:
        if word == "*" and joined:
            joined[-1] += "*"
        else:
            joined.append(word)
    return tuple(joined)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language, built once."""
    return Vocabulary(language)


def split_words(text: str, offset: int = 0) -> list[Token]:
    """Return the words and signs of a text without roles; white space is left out."""
    tokens = []
    for match in _WORD.finditer(text):
        kind = "word" if match.lastgroup else "punct"
        tokens.append(Token(match.start() + offset, match.end() + offset, match[0].casefold(), kind))
    return tokens


def tokenise(text: str, start: int, end: int, marks: Iterable[Token], language: str) -> list[Token]:
    """Return the tokens of ``text[start:end]``; ``marks`` are the numbers and dates already found there, in order."""
    tokens: list[Token] = []
    at = start
    read = _read_spaced if vocabulary(language).spaced else _read_run
    for mark in marks:
        tokens += read(text, at, mark.start, language)
        tokens.append(mark)
        at = mark.end
    return tokens + read(text, at, end, language)


def _read_spaced(text: str, start: int, end: int, language: str) -> list[Token]:
    words = split_words(text[start:end], start)
    lookup = vocabulary(language)
    tokens: list[Token] = []
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        length = 1
        for forms, kind, code in lookup.candidates(word.text):
            size = len(forms)
            if size < length:
                break
            if size > 1 and (i + size > count or not _continues(words, i, forms)):
                continue
            if size > length:
                length = size
            word.roles.setdefault(kind, code)
        if length > 1:
            word.end = words[i + length - 1].end
            word.text = " ".join(part.text for part in words[i : i + length])
        tokens.append(word)
        i += length
    return tokens


def _continues(words: list[Token], i: int, forms: tuple[str, ...]) -> bool:
    """Tell whether the words after ``words[i]`` are the rest of a form."""
    for word, form in zip(words[i + 1 : i + len(forms)], forms[1:], strict=True):
        if form.endswith("*"):
            if not word.text.startswith(form[:-1]):
                return False
        elif word.text != form:
            return False
    return True


@cache
def _variants() -> dict[int, str]:
    """Return the table that writes a traditional character as the simplified one, character by character."""
    return {ord(cells[0]): cells[1] for _, cells in read_rows(FOLDER / "zh" / "variants.tsv", 2)}


def simplify(text: str) -> str:
    """Return Chinese text in simplified characters; every character keeps its place."""
    return text.translate(_variants())


def _read_run(text: str, start: int, end: int, language: str) -> list[Token]:
    """Read Chinese: at each character the longest form of the dictionary, else the character itself."""
    lookup = vocabulary(language)
    text = text[:start] + simplify(text[start:end])
    tokens = []
    at = start
    while at < end:
        sign = text[at]
        if sign.isspace():
            at += 1
            continue
        for size in lookup.sizes(sign):
            entries = lookup.exact(text[at : at + size].casefold()) if at + size <= end else None
            if entries:
                roles = {kind: code for _, kind, code in entries}
                tokens.append(Token(at, at + size, text[at : at + size], "word", roles))
                break
        else:
            size = 1
            tokens.append(Token(at, at + 1, sign, "word" if sign.isalnum() else "punct"))
        at += size
    return tokens
