"""Marks in an article's text: spans of evidence laid over its paragraphs without overlap, with the words that a correction strikes.

Where spans nest, the inner one is drawn and the outer stands only beside the text; of several spans over the same words the first is
drawn and the others share its place. The text itself is never altered: the parts of all runs, joined, are the text again. Pure Python.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.sentences import sentence_span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: the letter of its kind (f, m, o, s) and its number within the kind."""

    letter: str
    number: int
    start: int
    end: int
    name: str = ""

    @property
    def label(self) -> str:
        """Letter and number as printed: F3."""
        return f"{self.letter.upper()}{self.number}"

    @property
    def card(self) -> str:
        """Anchor of the record card."""
        return f"{self.letter}{self.number}"

    @property
    def place(self) -> str:
        """Anchor of the mark in the text."""
        return f"in-{self.card}"


@dataclass(frozen=True, slots=True)
class Strike:
    """Words that a correction strikes out, with the correction's number in the article."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text, struck or not."""

    text: str
    struck: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph under one mark or under none, and the corrections whose words end in it; no parts: words left out."""

    parts: tuple[Part, ...] = ()
    mark: Mark | None = None
    also: tuple[Mark, ...] = ()
    strikes: tuple[Strike, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is drawn: runs in order, the corrections printed below it, and whether it is a caption."""

    number: int
    start: int
    end: int
    runs: tuple[Run, ...]
    strikes: tuple[Strike, ...] = ()
    credit: str | None = None

    @property
    def anchor(self) -> str:
        """Anchor of the paragraph."""
        return f"p{self.number}"

    @property
    def is_caption(self) -> bool:
        """Whether the paragraph is a photograph's caption."""
        return self.credit is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's text ready to be drawn. ``drawn`` names the cards whose mark stands in the text, by anchor of the card."""

    paragraphs: tuple[Paragraph, ...]
    drawn: frozenset[str]
    place_of: dict[str, str] = field(default_factory=dict)


def lay_out(
    text: str, marks: Iterable[Mark], strikes: Sequence[Strike] = (), captions: dict[int, str] | None = None, *, quotes_only: bool = False
) -> Layout:
    """Lay marks and strikes over the paragraphs of ``text``; ``captions`` maps a caption's first character to its credit.

    With ``quotes_only`` just the sentences that hold a mark or a strike are drawn. ``place_of`` tells for every mark, drawn or not, the
    anchor that leads to its words: the mark's own or its paragraph's.
    """
    marks = list(marks)
    chosen, sharing = _choose(marks)
    spans = paragraph_spans(text)
    wanted = [*((mark.start, mark.end) for mark in marks), *((strike.start, strike.end) for strike in strikes)]
    paragraphs = []
    for number, (start, end) in enumerate(spans, start=1):
        stretches = _stretches(text, start, end, wanted) if quotes_only else [(start, end)]
        runs = [run for a, b in stretches for run in (_runs(text, a, b, chosen, sharing, strikes) if b > a else [Run()])]
        if runs != [Run()]:
            below = tuple(strike for strike in strikes if start < strike.end <= end)
            paragraphs.append(Paragraph(number, start, end, tuple(runs), below, (captions or {}).get(start)))
    drawn = frozenset(mark.card for paragraph in paragraphs for run in paragraph.runs if run.mark for mark in (run.mark, *run.also))
    starts = [start for start, _ in spans]
    place_of = {mark.card: mark.place if mark.card in drawn else f"p{bisect_right(starts, mark.start)}" for mark in marks}
    return Layout(tuple(paragraphs), drawn, place_of)


def _stretches(text: str, start: int, end: int, wanted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph that hold something wanted, and an empty stretch wherever words are left out."""
    sentences = sorted({sentence_span(text, a, min(b, end)) for a, b in wanted if start <= a < end})
    stretches, position = [], start
    for a, b in sentences:
        if a > position:
            stretches.append((position, position))
        if b > position:
            stretches.append((max(a, position), b))
            position = b
    return [*stretches, (end, end)] if position < end else stretches


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs, which one or more blank lines part."""
    spans, position = [], 0
    for block in text.split("\n\n"):
        if block.strip("\n"):
            left = len(block) - len(block.lstrip("\n"))
            spans.append((position + left, position + len(block.rstrip("\n"))))
        position += len(block) + 2
    return spans


def _choose(marks: Iterable[Mark]) -> tuple[list[Mark], dict[tuple[int, int], list[Mark]]]:
    """Choose the marks to draw: the shorter span wins; marks over the same words share one place."""
    sharing: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        sharing.setdefault((mark.start, mark.end), []).append(mark)
    chosen: list[Mark] = []
    for start, end in sorted(sharing, key=lambda span: (span[1] - span[0], span[0])):
        if all(end <= other.start or other.end <= start for other in chosen):
            chosen.append(sharing[start, end][0])
    return sorted(chosen, key=lambda mark: mark.start), sharing


def _runs(
    text: str, start: int, end: int, chosen: list[Mark], sharing: dict[tuple[int, int], list[Mark]], strikes: Sequence[Strike]
) -> list[Run]:
    runs, position = [], start
    for mark in (m for m in chosen if start <= m.start < end):
        if mark.start > position:
            runs.append(_run(text, position, mark.start, strikes))
        stop = min(mark.end, end)
        runs.append(_run(text, mark.start, stop, strikes, mark, tuple(sharing[mark.start, mark.end][1:])))
        position = stop
    if position < end:
        runs.append(_run(text, position, end, strikes))
    return runs


def _run(text: str, start: int, end: int, strikes: Sequence[Strike], mark: Mark | None = None, also: tuple[Mark, ...] = ()) -> Run:
    here = [strike for strike in strikes if strike.start < end and strike.end > start]
    cuts = sorted({start, end, *(min(max(edge, start), end) for strike in here for edge in (strike.start, strike.end))})
    parts = tuple(
        Part(text[a:b], any(strike.start <= a and b <= strike.end for strike in here)) for a, b in zip(cuts, cuts[1:], strict=False)
    )
    return Run(parts, mark, also, tuple(strike for strike in here if start < strike.end <= end))
