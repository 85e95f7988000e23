"""One article of a batch on its way into the database."""

from dataclasses import dataclass, field
from typing import Any

from articles.importer.evidence import Table
from articles.importer.identity import Identified
from articles.importer.issues import Issue
from articles.importer.outcome import FieldChange
from articles.importer.reading import ReadArticle
from articles.importer.sync import Difference
from articles.models import Article, Caption


@dataclass(slots=True, eq=False)
class Plan:
    """A reading, the article it belongs to, and everything that storing it will change."""

    identified: Identified
    article: Article
    is_new: bool
    old_columns: dict[str, Any] = field(default_factory=dict)
    is_touched: bool = False  # only how it was read differs
    differences: dict[Table, Difference] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    archived_before: str | None = None  # the archived address of the same capture, where this reading names another
    captions: list[Caption] | None = None  # the rows to write in place of the stored ones; None when nothing differs
    topics: list[int] | None = None  # the keys of the headings, likewise
    changes: list[FieldChange] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def item(self) -> ReadArticle:
        """The reading."""
        return self.identified.item

    @property
    def text_changed(self) -> bool:
        """Whether an existing article's clean text is another now."""
        return "text" in self.old_columns

    @property
    def is_changed(self) -> bool:
        """Whether anything of an existing article is written."""
        return not self.is_new and bool(self.changes)
