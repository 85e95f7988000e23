"""Names of people as lines of their own: under a headline, beside a date, behind the last sentence."""

import re

_WORD = r"(?:[A-ZА-ЯЁ][a-zа-яё'’\-]+|[A-ZА-ЯЁ]\.)"
NAME_LINE = re.compile(rf"{_WORD}(?: (?:{_WORD}|bin|al|de|van)){{1,3}}")
NAME_BEFORE_MARK = re.compile(rf"^(?P<name>{NAME_LINE.pattern})\s*(?:(?:,|\||/|©|\s–|\s-)\s*)+(?:©.*|[\w .\-]{{0,40}})$")
_LONGEST = 4
_NO_PERSON = re.compile(
    r"\b(?:Organi[sz]ation|Agency|News|Committee|Ministry|Service|Council|Center|Centre|Asia|Press|Reporter|Reporters|Desk|Bureau"
    r"|Times|Daily|Home|Page|Read|More|United|States"
    r"|Materials?|Politics|Society|Economy|World|Opinion|Analysis|Republic|Region|Province|Security|Border|Police|Related|Special|Top|Latest|Служб\w+|Комитет\w*|Министерств\w+|Фото|Новости"
    r"|Агентств\w+|Республик\w+|Област\w+)\b"
)


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing more."""
    return bool(NAME_LINE.fullmatch(text)) and len(text.split()) <= _LONGEST and not _NO_PERSON.search(text)
