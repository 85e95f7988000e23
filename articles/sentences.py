"""The sentence around quoted words, cut from the clean text. Pure Python."""

import re

# After a full stop comes a blank and something that can open a sentence; a decimal point, an initial or "Jan. 5" does not end one.
_END = re.compile(
    r"(?:(?<![A-ZА-ЯЁ])[.!?…]+[\"”»’')\]]*[ \u00a0]+(?=[\"“«‘'(\[]*[A-ZА-ЯЁ])|(?<=[。！？；])[”」』’）]*|\n+)",
)


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence or sentences that hold ``text[start:end]``, never across a paragraph's end."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    for match in _END.finditer(text, first, last):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1:
            last = min(last, len(text[: match.end()].rstrip()))
            break
    return first, max(last, end)


def in_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the words before, the quoted words, and the words after, within their sentence."""
    first, last = sentence_span(text, start, end)
    return text[first:start], text[start:end], text[end:last]


def shortened(before: str, after: str, room: int) -> tuple[str, str]:
    """Keep at most ``room`` characters on either side of a quote, cut between words and marked by an ellipsis."""
    if len(before) > room:
        before = "… " + before[-room:].partition(" ")[2] if " " in before[-room:] else "…" + before[-room:]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …" if " " in after[:room] else after[:room] + "…"
    return before, after
