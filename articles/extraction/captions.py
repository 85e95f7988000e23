"""Photographs' captions: they stay in the text as paragraphs of their own, their credits only in the caption's record."""

import re

from articles.extraction.datelines import find_dateline
from articles.extraction.furniture import begins
from articles.extraction.lines import Line

_NAME = r"[A-ZА-ЯЁ][\w.'’\-]+"
# "Jane Sample / SHINE" on a line of its own, above the caption it credits.
_CREDIT_LINE = re.compile(
    rf"^(?P<credit>{_NAME}(?: {_NAME}){{1,3}}\s?/\s?{_NAME}(?: {_NAME}){{0,3}}|(?:Ti Gong|Imaginechina|Xinhua|VCG|CFP|IC)(?:\s?/\s?[\w"
    rf" ]+)?)$"
)
# "(Photo by Jane Sample/Xinhua)", also cut off before the bracket closes; "[Photo/Xinhua]", "(Xinhua/Jane Sample)".
_INLINE_CREDIT = re.compile(
    r"\s*[(（\[]\s*(?P<credit>(?:Photos?|Photographs?|Pictures?|Image|Фото|摄影|图|图片来源)\s*(?:by|courtesy of|provided by|from|/|:"
    r"|：)?\s*[^()（）\[\]\n]{0,80}"
    r"|©\s?[^()\[\]\n]{2,60}|(?:Xinhua|TASS|AFP|Reuters|AP|新华社|人民网|中新社)\s?/\s?[^()\[\]\n]{1,60}|[^()（）\n]{1,30}摄)\s*[)）\]]?\s*$",
    re.IGNORECASE,
)
# "... in the mountains. Photo: Sample News".
_OPEN_CREDIT = re.compile(r"(?<=[.!?])\s(?P<credit>(?:Photos?|Фото)\s?:\s?[^.\n]{2,60})\.?$")
_CREDIT_WORDS = re.compile(r"^(?:Photos?|Photographs?|Pictures?|Image|Фото)\s*(?:by|courtesy of|provided by|from|/|:)?\s*", re.IGNORECASE)
_BRACKETED_END = re.compile(r"[(（](?P<credit>[^()（）\n]{2,50})[)）]\s*$")
_LONGEST_CAPTION = 600


def mark_captions(lines: list[Line], given: tuple[tuple[str, str], ...], language: str) -> None:
    """Mark captions and set their credits; lines that hold a credit alone leave the text."""
    credits = {text.strip(): credit for text, credit in given if text.strip()}
    pending: str | None = None
    for line in lines:
        if line.kind == "repeat" or line.kind == "date":
            continue
        match = _CREDIT_LINE.match(line.text)
        if match and line.kind in ("text", "furniture"):
            pending, line.kind = match["credit"], "credit"
        elif line.kind == "furniture" or (line.kind == "text" and _is_credit_alone(line, language)):
            line.kind = "furniture"
        elif line.kind == "text":
            _mark(line, credits, pending, language)
            pending = None


def _is_credit_alone(line: Line, language: str) -> bool:
    """Tell whether a line names a photographer and nothing more ("Фото: пресс-служба")."""
    return len(line.text) < 80 and begins(line.text, "credit", language) is not None and not line.text.rstrip().endswith((".", "。"))


def _mark(line: Line, credits: dict[str, str], pending: str | None, language: str) -> None:
    if line.text in credits:
        line.kind, line.credit = "caption", credits[line.text]
        return
    if len(line.text) > _LONGEST_CAPTION:
        return
    inline = None if find_dateline(line.text, language) else _INLINE_CREDIT.search(line.text) or _OPEN_CREDIT.search(line.text)
    if inline and inline.start() > 0:
        line.kind, line.credit = "caption", _CREDIT_WORDS.sub("", inline["credit"]).strip(" /")
        line.words = inline.start()
        if line.text.rstrip()[-1] not in ")）]】":
            line.text = line.text[: inline.start()].rstrip()  # the page cut the credit off
    elif pending is not None:
        line.kind, line.credit = "caption", pending
    elif begins(line.text, "photo", language):
        end = _BRACKETED_END.search(line.text)
        line.kind, line.credit = "caption", end["credit"] if end else ""
