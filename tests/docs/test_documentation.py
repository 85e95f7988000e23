"""The documentation tells the truth: its commands exist, its links lead somewhere, its lists are complete."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

ROOT: Path = settings.BASE_DIR
PAGES = [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")), *sorted((ROOT / "docs").rglob("*.md"))]
# Programs of the system, which a test can neither run nor look into.
OF_THE_SYSTEM = {"docker", "git", "uv", "pg_virtualenv"}


def commands() -> list[tuple[str, str]]:
    """Return every command that stands in a shell block, with the page it stands on."""
    return [
        (page.relative_to(ROOT).as_posix(), line)
        for page in PAGES
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(), re.M | re.S)
        for line in block.splitlines()
        if line.strip() and not line.startswith("#")
    ]


def make_targets() -> set[str]:
    """Return the targets of the Makefile."""
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))


def management_commands() -> set[str]:
    """Return the names that manage.py knows."""
    return set(get_commands())


@pytest.mark.parametrize(("page", "command"), commands())
def test_every_documented_command_exists(page: str, command: str) -> None:
    words = shlex.split(command, comments=True)
    program = words[0].rpartition("/")[2]
    if program == "make":
        assert words[1] in make_targets()
        assert all(re.fullmatch(r"(PORT|PYTHON|DATABASE_URL)=\S+", word) for word in words[2:])
    elif program == "python" and words[1] == "manage.py":
        assert words[2] in management_commands()
    elif program == "python":
        compile(words[2], page, "exec")
    elif program == "pytest":
        assert all((ROOT / word).exists() for word in words[1:])
    else:
        assert program in OF_THE_SYSTEM, f"{page}: {command}"


def test_options_named_in_the_documentation_belong_to_the_importer() -> None:
    text = (ROOT / "README.md").read_text()
    parser = load_command_class("articles", "import_articles").create_parser("manage.py", "import_articles")
    known = {option for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"`(--[a-z-]+)`", text)) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text())
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_make_help_lists_every_target() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[1] for line in listed.splitlines() if line.startswith("  make ")} == make_targets()


def test_every_run_time_package_is_explained() -> None:
    declared = re.search(r"^dependencies = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text(), re.M | re.S)
    assert declared
    explained = "".join(page.read_text().lower() for page in (ROOT / "docs" / "decisions").glob("*.md"))
    names = [re.split(r"[<>=\[]", name)[0].lower() for name in re.findall(r'"([^"]+)"', declared[1])]
    assert [name for name in names if name not in explained] == []


def test_the_backup_of_the_operating_page_holds_what_the_database_holds(tmp_path: Path) -> None:
    line = next(command for page, command in commands() if "VACUUM INTO" in command)
    (tmp_path / "var").mkdir()
    make = "import sqlite3; c = sqlite3.connect('var/archive.sqlite3'); c.execute('CREATE TABLE kept AS SELECT 7 AS n'); c.commit()"
    python = sys.executable
    for script in (make, shlex.split(line)[2]):
        subprocess.run([python, "-c", script], cwd=tmp_path, check=True)
    read = "import sqlite3; print(sqlite3.connect('backup.sqlite3').execute('SELECT n FROM kept').fetchone()[0])"
    printed = subprocess.run([python, "-c", read], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert printed == "7\n"


def test_no_module_is_longer_than_the_limit() -> None:
    modules = [
        path for app in ("sco_archive", "events", "articles") for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts
    ]
    assert len(modules) > 50
    assert {path.relative_to(ROOT).as_posix(): n for path in modules if (n := len(path.read_text().splitlines())) > 400} == {}
