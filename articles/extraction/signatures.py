"""Names of people as lines of their own: under a headline, beside a date, behind the last sentence."""

import re

_WORD = r"(?:[A-ZА-ЯЁ][a-zа-яё'’\-]+|[A-ZА-ЯЁ]\.)"
NAME_LINE = re.compile(rf"{_WORD}(?: (?:{_WORD}|bin|al|de|van)){{1,3}}")
NAME_BEFORE_MARK = re.compile(rf"^(?P<name>{NAME_LINE.pattern})\s*(?:(?:,|\||/|©|\s–|\s-)\s*)+(?:©.*|[\w .\-]{{0,40}})$")
_LONGEST = 4


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing more."""
    return bool(NAME_LINE.fullmatch(text)) and len(text.split()) <= _LONGEST
