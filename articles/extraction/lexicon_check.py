"""Every row of the word lists is tested by its own example: the sentence must show the row's code.

Run by the tests; whoever adds a row sees at once whether the words are found, with file and line when they are not.
"""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from articles.extraction.dates import find_dates
from articles.extraction.lexicon import KINDS, LANGUAGES, Row, load_lexicon
from articles.extraction.numbers import find_numbers
from articles.extraction.sentences import split_sentences
from articles.extraction.tokens import Token, tokenise


def failing_examples() -> Iterator[str]:
    """Yield one line, ``file:line: reason``, for every row whose example does not show its code."""
    for language in LANGUAGES:
        for kind in KINDS:
            for row in load_lexicon(language, kind):
                if not _shows(row, language):
                    yield f"{row.place}: the example does not show {row.code!r}: {row.example}"


def _shows(row: Row, language: str) -> bool:
    if row.kind == "months":
        return any(part and part.month == int(row.code) for date in find_dates(row.example, language) for part in (date.first, date.last))
    if row.kind == "periods":
        return bool(find_dates(row.example, language))
    dates = find_dates(row.example, language)
    numbers, left = find_numbers(row.example, language, [(date.start, date.end) for date in dates])
    if row.kind == "numbers":
        return any(_is_value(number.low, row.code) for number in numbers)
    marks = [Token(number.start, number.end, "", "number") for number in numbers] + [Token(row.start, row.end, "", "trap") for row in left]
    return any(token.roles.get(row.kind) == row.code for token in _tokens(row.example, language, marks))


def _is_value(value: Decimal, code: str) -> bool:
    if code.startswith("+"):
        return value % 1 == Decimal(code)
    if not code.startswith("x"):
        return value == Decimal(code)
    scale = Decimal(code[1:])
    return value >= scale and value % scale == 0


def _tokens(text: str, language: str, marks: list[Token]) -> Iterator[Token]:
    marks = sorted(marks, key=lambda mark: mark.start)
    starts = [mark.start for mark in marks]
    for sentence in split_sentences(text):
        inside = marks[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        yield from tokenise(text, sentence.start, sentence.end, inside, language)
