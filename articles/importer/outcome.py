"""What became of the sources of a run."""

from dataclasses import dataclass, field
from typing import Any, Literal

from articles.importer.issues import Issue
from articles.importer.reading import ReadArticle

Result = Literal["inserted", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column, or one table of evidence, of an article that a run changes."""

    name: str
    old: str
    new: str


@dataclass(slots=True)
class Outcome:
    """What became of one article."""

    result: Result
    article_id: int
    public_id: str
    item: ReadArticle
    changes: list[FieldChange] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


@dataclass(slots=True)
class Tally:
    """The counts of a run."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0
    proposed: int = 0
    unmatched: int = 0
    warnings: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return the counts by name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}
