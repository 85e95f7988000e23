"""From the text of a page to the clean text of its article: ordered small steps, each named for what it does.

The clean text is title, standfirst, body paragraphs and captions, one blank line between, in reading order. It is the coordinate system of
every span, so nothing changes it afterwards. A change in what these steps do raises :data:`VERSION`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import ftfy

from articles.extraction import furniture
from articles.extraction.captions import mark_captions
from articles.extraction.datelines import CRAWLER_NOTE
from articles.extraction.headline import Head, find_head
from articles.extraction.lines import Line, split_lines
from articles.extraction.records import Caption, CleanText, SourceText
from articles.extraction.scripts import language_of
from articles.extraction.tail import trim_tail

VERSION = "1"
LONGEST_TEXT = 200_000

# C0 and C1 controls but for line ends and tabs, byte order and direction marks, zero-width characters, soft hyphens, replacement marks.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_MOJIBAKE = re.compile("[ÂÃÐÑâåæçèéäï¤§¨©«¬±µ¶¸»º¿˜™ž€]{2}")


class UnreadableText(ValueError):
    """A text from which no article can be read; the message is the reason, for the import's report."""

    def __init__(self, reason: str) -> None:
        """Keep the reason as the message."""
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Page:
    """A page on its way through the steps: its lines, and what the steps have learned so far."""

    lines: list[Line]
    language: str
    head: Head = field(default_factory=Head)


def repair_text(text: str) -> str:
    """Return the text with broken encoding repaired, line ends made one kind and invisible characters gone; nothing else changes."""
    if _MOJIBAKE.search(text):
        text = ftfy.fix_encoding(text)
    text = _LINE_END.sub("\n", text)
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text))


def clean_text(source: SourceText, is_outlet: Callable[[str], bool] = lambda name: False) -> CleanText:
    """Return the clean text of a source; raise :class:`UnreadableText` when there is no article in it.

    ``is_outlet`` tells whether a line is an outlet's name: beside a headline such a line is no person's name.
    """
    text = repair_text(source.text)
    if not text.strip():
        raise UnreadableText("the text is empty")
    if len(text) > LONGEST_TEXT:
        raise UnreadableText(f"the text has {len(text):,} characters, more than one article can have ({LONGEST_TEXT:,})")
    if not re.search(r"[^\W\d_]{2}", text):
        raise UnreadableText("the text has no words")
    language = source.language if source.language in ("en", "ru", "zh") else language_of(text)
    page = Page(split_lines(text, language), language)
    title = repair_text(source.title or "").strip()
    mark_furniture(page)
    page.head = find_head(page.lines, language, title or None, is_outlet)
    if not page.head.title and source.url:
        page.head = page.head.with_first_words(page.lines, language)
    if not page.head.title:
        raise UnreadableText("the text has no headline and no address to know it by")
    drop_repeats(page, source)
    mark_captions(page.lines, source.captions, language)
    signed = trim_tail(page.lines)
    page.head.byline = page.head.byline or signed
    return assemble(page, source)


def mark_furniture(page: Page) -> None:
    """Mark every line that its wording or shape gives away as furniture, and the links under a heading such as "Related News"."""
    after_heading = False
    for line in page.lines:
        if furniture.is_section_heading(line.text):
            after_heading = True
            line.kind = "furniture"
        elif after_heading and not furniture.is_sentence(line.text):
            line.kind = "furniture"
        elif furniture.is_date_line(line.text, page.language):
            line.kind = "date"
        elif furniture.is_furniture(line.text, page.language):
            line.kind = "furniture"
        else:
            after_heading = False


def drop_repeats(page: Page, source: SourceText) -> None:
    """Mark later repeats of the headline, and of the name line, as furniture."""
    title = "" if page.head.title_is_lead else _letters(page.head.title)
    names = {_letters(name) for name in (page.head.byline, source.byline) if name}
    for line in page.lines:
        if line.kind != "text" or line is page.head.title_line:
            continue
        letters = _letters(line.text)
        repeats = letters == title or (len(letters) >= 12 and not furniture.ends_like_sentence(line.text) and letters in title)
        if repeats or letters in names:
            line.kind = "repeat"


def assemble(page: Page, source: SourceText) -> CleanText:
    """Join what is left into the clean text, with the place of every caption; a headline made of first words stays out of it."""
    head = page.head
    parts: list[tuple[str, Line | None]] = [] if head.title_is_lead else [(head.title, None)]
    standfirst = repair_text(source.standfirst or "").strip() or head.standfirst
    if standfirst and not any(line.text == standfirst and line.kind == "text" for line in page.lines):
        parts.append((standfirst, None))
    for line in page.lines:
        if line is not head.title_line and line.kind in ("text", "caption"):
            parts.append((line.text, line if line.kind == "caption" else None))
    captions, position = [], 0
    for text, caption in parts:
        if caption is not None:
            captions.append(Caption(position, position + (caption.words or len(text)), caption.credit))
        position += len(text) + 2
    if len(parts) < (1 if head.title_is_lead else 2):
        raise UnreadableText("the text has a headline and nothing under it")
    notes = [f"date {note['day']}" for line in page.lines if (note := CRAWLER_NOTE.match(line.text))]
    return CleanText(
        text="\n\n".join(text for text, _ in parts),
        title=head.title,
        standfirst=standfirst,
        byline=head.byline,
        captions=tuple(captions),
        head_lines=(*head.lines, *notes, *(line.text for line in page.lines if line.kind == "date" and line.text not in head.lines)),
        removed=tuple(line.text for line in page.lines if line.kind not in ("text", "caption") and line is not head.title_line),
        version=VERSION,
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
