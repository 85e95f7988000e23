"""The lines of a page: stripped, freed of a crawler's marks, and joined where a page was wrapped inside its sentences."""

import re
from dataclasses import dataclass

from articles.extraction.furniture import ends_like_sentence, is_furniture, is_link
from articles.extraction.scripts import HAN

# A section and a day in front of the headline: "Uzbekistan 22/05/2007 Officers seize ...".
_GLUED_DATE = re.compile(
    r"^(?P<head>(?:[A-ZА-ЯЁ][\w-]+ ){0,2}\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?:,? \d{1,2}:\d{2})?) (?=[A-ZА-ЯЁ][\w-]+ )"
)
_SHORTEST_HEADLINE = 25
_SHORTEST_BROKEN = 25  # of a line that the next one takes up in lower case
_SHORTEST_WRAPPED = 50
_LONGEST_HEADLINE = 130
_WRAPPED_SHARE = 0.15  # of the lines of a page wrapped at a fixed width, so many begin in lower case
_LONGER = 1.2  # a page wrapped at a fixed width has no line much longer than the one before


@dataclass(slots=True)
class Line:
    """One line of a page; ``kind`` is text, furniture, date, credit, outlet, repeat, menu or caption; ``gap``: a blank line is before."""

    text: str
    gap: bool
    kind: str = "text"
    credit: str = ""
    words: int = 0  # of a caption with its credit in the same line: where its own words end


def split_lines(text: str, language: str) -> list[Line]:
    """Return the lines of a page that hold anything, wrapped ones joined."""
    lines: list[Line] = []
    gap = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not stripped:
            gap = True
            continue
        glued = _GLUED_DATE.match(stripped)
        if glued and len(stripped) - glued.end() >= _SHORTEST_HEADLINE:
            lines.append(Line(glued["head"], gap))
            gap, stripped = True, stripped[glued.end() :]
        lines.append(Line(stripped, gap))
        gap = False
    return join_wrapped(lines, language)


def join_wrapped(lines: list[Line], language: str) -> list[Line]:
    """Join the lines of a paragraph that was broken at a fixed width or inside a sentence.

    A line goes on in the next when no blank line stands between, it is long, does not end like a sentence, and the run that it begins does.
    So a list of links, which never ends like a sentence, stays apart.
    """
    joined: list[Line] = []
    position = 0
    low = sum(1 for line in lines if line.text[0].islower() and not line.gap)
    is_wrapped = low >= max(2, len(lines) * _WRAPPED_SHARE)
    while position < len(lines):
        last = _end_of_run(lines, position, language, is_wrapped)
        glue = "" if language == "zh" else " "
        joined.append(Line(glue.join(line.text for line in lines[position : last + 1]), lines[position].gap))
        position = last + 1
    return joined


def _end_of_run(lines: list[Line], position: int, language: str, is_wrapped: bool) -> int:
    """Return the last line of the wrapped paragraph that begins at a position; the position itself when it is not wrapped."""
    last = position
    while last + 1 < len(lines) and _goes_on(lines[last].text, lines[last + 1], first=last == 0, is_wrapped=is_wrapped):
        if is_furniture(lines[last].text, language) or is_furniture(lines[last + 1].text, language):
            break
        last += 1
    return last if last == position or (ends_like_sentence(lines[last].text) and not lines[last].text.endswith(("?", "!"))) else position


def _goes_on(line: str, following: Line, *, first: bool, is_wrapped: bool) -> bool:
    """Tell whether a line breaks off inside a sentence that the next line takes up."""
    if following.gap or ends_like_sentence(line) or is_link(line) or is_link(following.text):
        return False
    width = len(line) + len(HAN.findall(line))
    if following.text[0].islower():
        return width >= _SHORTEST_BROKEN
    if width < _SHORTEST_WRAPPED:
        return False
    next_width = len(following.text) + len(HAN.findall(following.text))
    return (width > _LONGEST_HEADLINE or (is_wrapped and not first)) and next_width <= width * _LONGER
