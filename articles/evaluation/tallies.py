"""Counting what was right, with a note for every disagreement."""

from dataclasses import dataclass, field

from articles.evaluation.intervals import wilson

Figures = dict[str, float | int | list[float] | None]


def share_of(yes: int, asked: int) -> float | None:
    """Return yes among asked, or ``None`` when nothing was asked."""
    return yes / asked if asked else None


@dataclass(slots=True)
class Tally:
    """Finds that are right, finds too many, and finds missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def count(self, *, right: int = 0, extra: int = 0, missed: int = 0, note: str = "") -> None:
        """Add to the counts; the note, if any, tells a reader what went wrong."""
        self.right += right
        self.extra += extra
        self.missed += missed
        if note:
            self.notes.append(note)

    def figures(self) -> Figures:
        """Return precision, recall and their harmonic mean with counts and intervals; ``None`` where nothing can be said."""
        precision, recall = share_of(self.right, self.right + self.extra), share_of(self.right, self.right + self.missed)
        return {
            "precision": precision,
            "recall": recall,
            "f1": _harmonic(precision, recall),
            "tp": self.right,
            "fp": self.extra,
            "fn": self.missed,
            "precision_interval": _ends(self.right, self.right + self.extra),
            "recall_interval": _ends(self.right, self.right + self.missed),
        }


@dataclass(slots=True)
class Share:
    """How many of the cases asked are right."""

    yes: int = 0
    asked: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, ok: bool, note: str = "") -> None:
        """Count one case; the note is kept when the case is wrong."""
        self.asked += 1
        self.yes += ok
        if note and not ok:
            self.notes.append(note)

    def figures(self) -> Figures:
        """Return the share with its counts and interval."""
        return {"share": share_of(self.yes, self.asked), "yes": self.yes, "of": self.asked, "interval": _ends(self.yes, self.asked)}


def _harmonic(precision: float | None, recall: float | None) -> float | None:
    if precision is None and recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def _ends(yes: int, asked: int) -> list[float] | None:
    interval = wilson(yes, asked)
    return list(interval) if interval else None
