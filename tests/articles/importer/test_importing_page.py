"""docs/importing.md is true: its examples go in, its options and issues are those of the command."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import load_command_class

from articles.importer.issues import KINDS, BadSource, Issue
from articles.importer.readers import READERS
from articles.importer.readers.fields import FIELDS, OTHER_NAMES
from articles.models import Article
from tests.articles.importer.conftest import Run

PAGE = (settings.BASE_DIR / "docs" / "importing.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^`(example\.\w+)`:\n\n```\w*\n(.*?)^```", PAGE, re.M | re.S))


def section(title: str) -> str:
    """Return the text under a heading, up to the next of the same rank."""
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_example_is_imported_without_a_complaint(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(EXAMPLES[name], encoding="utf-8")
    ran = run(tmp_path / name)
    assert ran.status == 0, ran.err
    article = Article.objects.get()
    assert article.title.startswith("Border services")
    assert "Tashkent on 3 June 2024" in article.text


def test_every_text_format_has_an_example() -> None:
    assert {Path(name).suffix for name in EXAMPLES} == {".txt", ".md", ".html", ".jsonl", ".csv"}
    headings = {heading.lower().replace(" ", "") for heading in re.findall(r"^### (.+)$", PAGE, re.M)}
    assert {reader.name for reader in READERS} <= {{"jsonlines": "jsonl", "feeds": "feed"}.get(one, one) for one in headings}


def test_every_option_is_explained() -> None:
    parser = load_command_class("articles", "import_articles").create_parser("manage.py", "import_articles")
    django_s = load_command_class("django.core", "check").create_parser("manage.py", "check")
    own = {option for action in parser._actions for option in action.option_strings}
    own -= {"--skip-checks", *(option for action in django_s._actions for option in action.option_strings)}
    assert set(re.findall(r"^\| `(--[a-z-]+)", section("Options"), re.M)) == own


def test_every_kind_of_issue_is_explained_with_its_remedy() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning) \| (.+) \|$", section("Issues"), re.M)
    assert {code: (severity, remedy) for code, severity, remedy in rows} == {
        code: (kind.severity, kind.remedy) for code, kind in KINDS.items()
    }


def test_every_kind_of_issue_is_raised_somewhere() -> None:
    folder = settings.BASE_DIR / "articles" / "importer"
    code = "".join(path.read_text() for path in folder.rglob("*.py") if path.name != "issues.py")
    assert [kind for kind in KINDS if f'"{kind}"' not in code] == []


def test_every_field_is_named() -> None:
    described = set(re.findall(r"`(\w+)`", section("Formats")))
    assert set(FIELDS) | set(OTHER_NAMES) <= described


def test_an_issue_of_an_undeclared_kind_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="undeclared"):
        BadSource("oddity", "it is odd").at("a.txt")


def test_an_issue_prints_place_reason_and_remedy_in_one_line() -> None:
    assert str(Issue("empty-file", "a.txt", "the file\nis empty", 3)) == (
        "error: a.txt:3: the file is empty. Remove the file or save the page again. [empty-file]"
    )
