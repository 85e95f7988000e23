"""Telling the furniture of a news page from its article: menus, share bars, counters, cross-links, cookie text, phone lines.

Whole words and openings come from ``furniture.tsv``; what has a shape rather than a wording (counters, currency lines, breadcrumbs) is a
pattern here. A sentence is furniture only where its opening is never that of a report ("Subscribe to").
"""

import re
from functools import cache

from articles.extraction.dates import find_dates
from articles.extraction.lexicon import LANGUAGES
from articles.extraction.scripts import HAN, simplified
from articles.extraction.wordlists import load_words

LONGEST_LINE = 300  # longer lines are paragraphs, whatever they hold
_LONGEST_SENTENCE = 220
_CLOSING = "\"'”’»」』】）)]*"
_TERMINAL = ".!?…。！？；;"
_EDGES = " \t•·▪►▶→«»<>|*#-–—_=+:：,.\u3000"

_SHAPES = re.compile(
    r"""^[\W\d_]+$                                                        # counters, times, arrows
    | ^(?:https?://|www\.)\S+$ | ^\S+@\S+\.\w+$ | ^(?:\#\w+[\s,]*)+$      # addresses, hashtags
    | ^\(?@\w+\)?$ | ↺ | \b\d+\s?px\b                                                    # widgets
    | ^[$€₽₸¥]\s?\d | \b(?:USD|EUR|RUB|KZT|UZS|KGS)\b.{0,20}\d[\d.,]*\s.{0,10}\b(?:USD|EUR|RUB|KZT|UZS|KGS|CNY)\b
    | ^\d{6},\s | ^\+\d[\d\s()-]{7,}                                       # postal address, phone
    | ^©|©\s?(?:19|20)\d\d
    | ^\d{1,4}\s(?:views?|comments?|shares?|просмотр\w*|комментари\w*|min\sread)$
    | ^(?:views?|просмотр\w*|阅读|浏览)\W{0,3}\d+$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTE = re.compile(r"(?<=[.。!！?？])\s?[(（][^()（）]{1,20}[)）]\s*$")  # behind a sentence
_QUOTED = re.compile("[«‹][^«»‹›]*[»›]")
_CRUMB = re.compile(r"\s*[/|>»›→·]\s*|\s[–—-]\s")
_BEHIND_CLOCK = 12  # characters from the beginning of a line to the day behind its clock
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b(?:\s?[ap]\.?m\.?)?|\b(?:GMT|UTC|IST|MSK|МСК|PKT)\b(?:\s?[+-]\d+)?", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|updated|posted|modified|опубликован\w*|обновлен\w*)\b|发布|发表|更新|来源", re.IGNORECASE)
_LINK_MARK = re.compile(r"^(?:[-–—•·▪►]|\d{1,2}[.)])\s+\S")


@cache
def _forms(code: str, *languages: str) -> tuple[str, ...]:
    forms = {
        form.casefold()
        for language in languages or LANGUAGES
        for row in load_words(language, "furniture")
        if row.code == code
        for form in row.forms
    }
    return tuple(sorted(forms))


@cache
def _line_set(code: str) -> frozenset[str]:
    return frozenset(form.strip(_EDGES) for form in _forms(code))


def begins(line: str, code: str, language: str) -> str | None:
    """Return the form of a code with which a line begins, with a word border after it, or ``None``."""
    folded = simplified(line).casefold().lstrip(_EDGES + "([（【")
    forms = _forms(code, language) if language == "en" else _forms(code, language, "en")
    best = ""
    if not folded.startswith(forms):
        return None
    for form in forms:
        if len(form) > len(best) and folded.startswith(form):
            after = folded[len(form) : len(form) + 1]
            if not (form[-1].isalpha() and after.isalpha()) or HAN.match(form[-1]):
                best = form
    return best or None


def is_sentence(line: str) -> bool:
    """Tell whether a line reads like a sentence of prose: it ends like one and has the length of one; a name may sign it in brackets."""
    line = _without_note(line)
    stripped = line.rstrip().rstrip(_CLOSING).rstrip()
    if not stripped:
        return False
    length = len(HAN.findall(line)) * 3 + len(line.split())
    if stripped[-1] in ".。…;；" or line.rstrip()[-1:] in ".。":
        return length >= 6
    return stripped[-1] in _TERMINAL and length >= 14


def _without_note(line: str) -> str:
    """Return a line without the short note in brackets behind its last sentence: "(完)", "(Staff)"."""
    note = _NOTE.search(line)
    return line[: note.start()] if note else line


def ends_like_sentence(line: str) -> bool:
    """Tell whether a line ends in sentence punctuation or in a colon."""
    stripped = line.rstrip().rstrip(_CLOSING).rstrip()
    return bool(stripped) and (stripped[-1] in _TERMINAL or stripped[-1] in ":：")


def is_section_heading(line: str) -> bool:
    """Tell whether a line heads a list of links ("Related News")."""
    return simplified(line).casefold().strip(_EDGES) in _line_set("section")


def is_link(line: str) -> bool:
    """Tell whether a line looks like an item of a list of links: a bullet or a number in front, no full stop at the end."""
    return bool(_LINK_MARK.match(line)) and len(line) < LONGEST_LINE and not ends_like_sentence(line)


def is_breadcrumb(line: str) -> bool:
    """Tell whether a line is a path of sections ("Home – News") or a bar of menus."""
    if len(line) > 100 or ends_like_sentence(line):
        return False
    line = _QUOTED.sub("quoted", line)  # a closing quotation mark divides nothing
    parts = [part for part in _CRUMB.split(line) if part]
    if len(parts) < 2 or any(len(part.split()) > 3 or len(part) > 28 for part in parts):
        return False
    return (
        len(parts) > 2
        or any(part.casefold().strip(_EDGES) in _line_set("line") for part in parts)
        or bool(re.search(r"[|>»›]|\s?/\s?", line))
    )


def is_date_line(line: str, language: str) -> bool:
    """Tell whether a line holds a date and next to nothing besides: the line under a headline."""
    if len(line) > 120 or not any(sign.isdigit() for sign in line):
        return False
    dates = [date for date in find_dates(line, language) if date.first.year is not None or date.kind == "relative"]
    if not any(date.first.year is not None and date.first.month is not None for date in dates):
        dates_en = find_dates(line, "en") if language != "en" else []
        dates = dates_en or dates
        if not any(date.first.year is not None for date in dates) or (not re.search(r"\d[/.-]\d", line) and not dates_en):
            return False
    if _CLOCK.match(line) and dates[0].start < _BEHIND_CLOCK and not ends_like_sentence(line):
        return True  # "17:32, 10 November 2021, Town - Sample news agency, by Jane Sample"
    rest = _CLOCK.sub(" ", line)
    for date in dates:
        rest = rest.replace(date.text, " ")
    letters = re.sub(r"[\W\d_]+", " ", rest)
    if _PUBLISHED.search(simplified(line)) and not is_sentence(line):
        return True
    length = len(letters.split()) + len(HAN.findall(letters)) // 2
    return length <= 4 and len(letters) <= 40 and not ends_like_sentence(line)


def is_furniture(line: str, language: str) -> bool:
    """Tell whether a line is furniture by its wording or shape."""
    if len(line) > LONGEST_LINE:
        return False
    folded = simplified(line).casefold().strip(_EDGES)
    if not folded or folded in _line_set("line") or folded in _line_set("section") or _SHAPES.search(line):
        return True
    sentence = is_sentence(line)
    if len(line) <= _LONGEST_SENTENCE and begins(line, "always", language):
        return True
    if not sentence and (begins(line, "start", language) or is_breadcrumb(line)):
        return True
    within = _forms("within", language, "en")
    return (not sentence or len(line) < 120) and any(form in folded for form in within)
