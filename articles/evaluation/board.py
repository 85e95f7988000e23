"""The board that the scores of one set of articles are kept on."""

from dataclasses import dataclass, field

from articles.evaluation.tallies import Figures, Share, Tally

TALLIES = ("statistics", "countries", "topics", "meetings (numbered)", "operations (named)", "copies (pairs)")
SHARES = (
    "article read",
    "language",
    "title",
    "published",
    "published: never invented",
    "outlet",
    "byline",
    "spans exact",
    "quotes tight",
    "body kept",
    "furniture removed",
    "qualifier",
    "unit",
    "measure",
    "period",
    "meeting country",
    "meeting date",
)


@dataclass(slots=True)
class Board:
    """Tallies and shares by name, in the order they are printed."""

    articles: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in TALLIES})
    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in SHARES})

    def figures(self) -> dict[str, Figures]:
        """Return every figure by name."""
        rows: dict[str, Tally | Share] = {**self.tallies, **self.shares}
        return {name: row.figures() for name, row in rows.items()}

    def notes(self) -> list[str]:
        """Return every disagreement, each with the name of its figure before it."""
        rows: dict[str, Tally | Share] = {**self.tallies, **self.shares}
        return [f"{name}: {note}" for name, row in rows.items() for note in row.notes]
