"""Keeps what will be printed in a file until the run is over, since copies are known only then; memory stays flat."""

import json
import tempfile
from io import TextIOBase
from typing import Any, TextIO

from articles.importer.outcome import Outcome
from articles.importer.report import as_json, copies_of


class Spool:
    """The articles of a run in the form of the output contract, waiting for their copies."""

    def __init__(self) -> None:
        """Open the file."""
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 (open until the run ends)
        self._idents: list[tuple[int, str]] = []

    def add(self, outcome: Outcome) -> None:
        """Keep one article."""
        self._idents.append((outcome.article_id, outcome.item.source.ident))
        self._file.write(json.dumps(as_json(outcome, []), ensure_ascii=False) + "\n")

    def print_all(self, out: TextIO | TextIOBase) -> None:
        """Print one object a line, each with its copies."""
        copies = copies_of(self._idents)
        self._file.seek(0)
        for (article, _), line in zip(self._idents, self._file, strict=True):
            whole: dict[str, Any] = json.loads(line)
            whole["copies"] = copies.get(article, [])
            out.write(json.dumps(whole, ensure_ascii=False) + "\n")
        self._file.close()
