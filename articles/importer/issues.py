"""Everything an import can complain about: one kind each, with what to do about it.

``docs/importing.md`` explains the same kinds; a test compares the two lists.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of issue: whether it kept the article out, and the remedy in one sentence."""

    severity: Severity
    remedy: str


KINDS: dict[str, Kind] = {
    # The source cannot be opened.
    "missing-path": Kind("error", "Check the path."),
    "unreadable-file": Kind("error", "Check the file's permissions and that it is a plain file."),
    "empty-file": Kind("error", "Remove the file or save the page again."),
    "empty-folder": Kind("error", "Name a folder that holds files the importer reads."),
    "binary-file": Kind("error", "Save the page as text, HTML or PDF."),
    "unknown-encoding": Kind("error", "Save the file as UTF-8."),
    "unknown-format": Kind("error", "Use one of the formats in docs/importing.md or rename the file to its proper ending."),
    "too-large": Kind("error", "Split the file, or remove what is not an article."),
    "truncated-file": Kind("error", "Fetch or copy the file again."),
    "inflates-too-much": Kind("error", "Unpack the file yourself and look at what is in it before importing it."),
    # The source's structure is broken.
    "broken-json": Kind("error", "Correct the line; each line of the file is one JSON object."),
    "broken-csv": Kind("error", "Correct the row; quote cells that hold a comma or a line break."),
    "broken-front-matter": Kind("error", "Correct the YAML between the two lines of dashes."),
    "broken-record": Kind("error", "Make the crawl file again, or drop the record."),
    "broken-feed": Kind("error", "Check that the file is an Atom or RSS feed."),
    "broken-pdf": Kind("error", "Save the PDF again from its source; remove its password."),
    "unknown-field": Kind("error", "Rename the field as docs/importing.md says, or pass --ignore FIELD."),
    "bad-field": Kind("error", "Correct the value as docs/importing.md says."),
    "missing-field": Kind("error", "Give each record a text."),
    # There is no article in it.
    "pdf-without-text": Kind("error", "Run the PDF through character recognition first."),
    "no-article": Kind("error", "Check that the source holds one article with a headline and a text."),
    "future-date": Kind("error", "Correct the date, or give the right one with --published."),
    "not-read": Kind("error", "Report it with the source: the program is at fault."),
    "not-stored": Kind("error", "Report it with the source: the reading breaks a rule of the database."),
    # An address cannot be fetched.
    "bad-address": Kind("error", "Give a full http or https address."),
    "private-address": Kind("error", "Pass --allow-private if you mean a machine of your own network."),
    "robots-refuse": Kind("error", "Save the page by hand, or ask the site's owner."),
    "too-many-redirects": Kind("error", "Open the address in a browser and import where it ends."),
    "fetch-failed": Kind("error", "Check the address and the network, then run the import again."),
    "fetch-timeout": Kind("error", "Run the import again later."),
    "http-status": Kind("error", "Check the address in a browser."),
    # The article is stored, but look at it.
    "encoding-guessed": Kind("warning", "Look at the text; save the source as UTF-8 if letters are wrong."),
    "address-shared": Kind("warning", "Give the record its own address."),
    "extraction": Kind("warning", "Look at the passage in the editorial desk."),
    "unmatched": Kind("warning", "Choose the right record in the editorial desk."),
    "review-differs": Kind("warning", "Look at the reviewed reading again."),
    "review-reset": Kind("warning", "Review the new reading; the old decision stands in the record's history."),
    "correction-misplaced": Kind("warning", "Quote the words of the correction exactly as the article has them."),
    "more-of-the-same": Kind("warning", "Mend the cause of the first ones, then run the import again."),
}


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that went wrong or needs a look: where, what, and of which kind."""

    code: str
    source: str
    message: str
    line: int | None = None
    article: str | None = None  # public id of the article, when it is stored

    def __post_init__(self) -> None:
        """Refuse a kind that is not declared, so that none is left undocumented."""
        if self.code not in KINDS:
            raise ValueError(f"undeclared kind of issue: {self.code}")

    @property
    def severity(self) -> Severity:
        """Whether the article was kept out."""
        return KINDS[self.code].severity

    @property
    def place(self) -> str:
        """File or address, with the line where one is meant."""
        return f"{self.source}:{self.line}" if self.line else self.source

    @property
    def explanation(self) -> str:
        """The reason and the remedy, without the place."""
        return f"{self.message.rstrip('.')}. {KINDS[self.code].remedy}"

    def __str__(self) -> str:
        """Return the one line that is printed."""
        return " ".join(f"{self.severity}: {self.place}: {self.explanation} [{self.code}]".split())


class BadSource(Exception):
    """A source, or one record of it, that cannot be imported."""

    def __init__(self, code: str, message: str, line: int | None = None) -> None:
        """Keep the kind, the reason and the line."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line

    def __reduce__(self) -> tuple[type["BadSource"], tuple[str, str, int | None]]:
        """Let the exception travel between processes."""
        return type(self), (self.code, self.message, self.line)

    def at(self, source: str, line: int | None = None) -> Issue:
        """Return the issue that this is in a named source."""
        return Issue(self.code, source, self.message, self.line or line)
