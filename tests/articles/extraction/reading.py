"""Reading a text of a test as the importer would, against the reference data of the project."""

from articles.extraction.read import read_article
from articles.extraction.records import Extraction, SourceText
from articles.extraction.states import main_states
from tests.known import known_from_seeds


def read(text: str, url: str | None = "https://example.org/a", **fields: object) -> Extraction:
    return read_article(SourceText("test", text, url=url, **fields), known_from_seeds())  # type: ignore[arg-type]


def states_in(extraction: Extraction) -> list[str]:
    return sorted(main_states(extraction.states))
