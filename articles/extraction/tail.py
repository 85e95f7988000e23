"""The end of a page: links, signatures and buttons that follow the last sentence of the article."""

import re
from itertools import pairwise

from articles.extraction.furniture import ends_like_sentence, is_link
from articles.extraction.lines import Line
from articles.extraction.scripts import HAN
from articles.extraction.signatures import is_name

_LONGEST_LINK = 110
_AUTHOR = frozenset({"author", "authors", "by", "автор", "авторы", "作者"})
# A headline may end in a question or a call; it holds no other sentence.
_QUESTION = re.compile(r"[^.!?。！？]+[?!？！]+")
# A text that breaks off ends in the middle of a phrase; a headline of another article does not.
_BROKEN_OFF = re.compile(
    r"(?:\b(?:the|a|an|of|in|on|at|to|for|with|by|and|or|were|was|is|are|been|has|have|had|that|which|who|from|its|their|as|than|more|over)"
    r"|[,:;—–-]|\b(?:и|в|на|с|по|из|для|от|до|что|которы[ейх]|были|было|был|а|но|или|при|за))\s*$"
    r"|[的了在和与及是为将被等，、]$",
    re.IGNORECASE,
)


def trim_tail(lines: list[Line]) -> str | None:
    """Mark what follows the last sentence as furniture: headlines of other articles, a site's name, buttons.

    Returns the name with which the article is signed, if a name alone stands right behind its last sentence.
    """
    kept = [line for line in lines if line.kind in ("text", "caption")]
    trailing: list[Line] = []
    while len(kept) > 1 and _is_trailing(kept[-1], alone=not trailing):
        trailing.append(kept.pop())
    for line in trailing:
        line.kind = "furniture"
    drop_link_lists(kept)
    for line, following in pairwise(lines):
        if line.text.casefold().strip(" :") in _AUTHOR and is_name(following.text):
            line.kind = following.kind = "credit"
            return following.text
    if not trailing or lines[lines.index(kept[-1]) + 1] is not trailing[-1]:
        return None
    return trailing[-1].text if is_name(trailing[-1].text) else None


def _is_trailing(line: Line, *, alone: bool) -> bool:
    if line.kind == "caption" or _BROKEN_OFF.search(line.text):
        return False
    if is_link(line.text):
        return True
    width = len(line.text) + 2 * len(HAN.findall(line.text))
    if _QUESTION.fullmatch(line.text) and width <= _LONGEST_LINK and not alone:
        return True
    return not ends_like_sentence(line.text) and width <= (_LONGEST_LINK - 20 if alone else _LONGEST_LINK)


def drop_link_lists(lines: list[Line]) -> None:
    """Mark runs of three or more bulleted lines without a full stop inside the text: links of other articles.

    A list of the article itself follows a line that ends in a colon, and stays.
    """
    run: list[Line] = []
    before: Line | None = None
    for line in [*lines, Line("", True)]:
        if line.text and is_link(line.text):
            run.append(line)
            continue
        if len(run) >= 3 and before is not None and not before.text.rstrip().endswith((":", "：", ";", ",")):
            for item in run:
                item.kind = "furniture"
        run = []
        before = line
