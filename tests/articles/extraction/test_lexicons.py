"""The word lists: each example is true, a bad row is named by file and line, and a new word needs no Python."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from articles.extraction.lexicon import FOLDER, KINDS, LANGUAGES, LexiconError, lexicon_version, load_lexicon, load_selection
from articles.extraction.lexicon_check import failing_examples
from articles.extraction.selection import load_compositions

ROOT = Path(__file__).parents[3]


@pytest.fixture
def lists(tmp_path):
    """A copy of the word lists to spoil."""
    folder = tmp_path / "lexicons"
    shutil.copytree(FOLDER, folder)
    return folder


@pytest.fixture
def package(tmp_path):
    """A copy of the package whose word lists may be changed, as an editor of the lists would change them."""
    shutil.copytree(ROOT / "articles" / "extraction", tmp_path / "articles" / "extraction", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "articles" / "__init__.py").write_text("")
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "__init__.py").write_text("")
    shutil.copy(ROOT / "events" / "partial_dates.py", tmp_path / "events")
    return tmp_path


def append(path: Path, *rows: str) -> int:
    """Append rows to a list and return the line number of the last."""
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n" + "\n".join(rows) + "\n"
    path.write_text(text, encoding="utf-8")
    return len(text.splitlines())


def run(package: Path, code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout + done.stderr


def test_every_example_shows_its_row():
    assert list(failing_examples()) == []


def test_every_list_of_every_language_loads():
    assert all(load_lexicon(language, kind) for language in LANGUAGES for kind in KINDS)


def test_a_form_that_stands_twice_names_file_and_line(lists):
    line = append(lists / "en" / "actions.tsv", "seize\tarrested\tPolice arrested 14 suspects.")
    with pytest.raises(LexiconError, match=rf"actions\.tsv:{line}: the form 'arrested' stands already at .*actions\.tsv:2"):
        load_lexicon("en", "actions", lists)


def test_an_unknown_code_names_file_and_line(lists):
    line = append(lists / "ru" / "objects.tsv", "balloon\tаэростат*\tИзъято 14 аэростатов.")
    with pytest.raises(LexiconError, match=rf"objects\.tsv:{line}: unknown code 'balloon'"):
        load_lexicon("ru", "objects", lists)


def test_a_row_without_example_or_with_too_few_columns_names_file_and_line(lists):
    line = append(lists / "en" / "units.tsv", "kg\tquintals\t")
    with pytest.raises(LexiconError, match=rf"units\.tsv:{line}: the row has no example"):
        load_lexicon("en", "units", lists)
    line = append(lists / "zh" / "units.tsv", "kg")
    with pytest.raises(LexiconError, match=rf"units\.tsv:{line}: 3 columns"):
        load_lexicon("zh", "units", lists)


def test_a_missing_list_is_a_clear_error(lists):
    (lists / "en" / "months.tsv").unlink()
    with pytest.raises(LexiconError, match="months.tsv: cannot be read"):
        load_lexicon("en", "months", lists)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("grab\tfirearm\tfirearms_seized\tsure", "unknown action 'grab'"),
        ("seize\tballoon\tfirearms_seized\tsure", "unknown object 'balloon'"),
        ("seize\tfirearm\tfirearms_seized\tsure", "seize with firearm stands in the table already"),
        ("seize\tevent_exercise\tfirearms_seized\tmaybe", "the lane is sure or check"),
    ],
)
def test_a_bad_row_of_the_selection_names_file_and_line(lists, row, message):
    line = append(lists / "selection.tsv", row)
    with pytest.raises(LexiconError, match=rf"selection\.tsv:{line}: {message}"):
        load_selection(lists)


def test_a_bad_row_of_the_compositions_names_file_and_line(lists):
    line = append(lists / "compose.tsv", "case\tballoon\tcase\tcases of balloons")
    with pytest.raises(LexiconError, match=rf"compose\.tsv:{line}: unknown object 'balloon'"):
        load_compositions(lists)


def test_every_measure_of_the_selection_is_a_measure_of_the_archive():
    with (ROOT / "seeds" / "reference" / "measures.csv").open(encoding="utf-8") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    assert {measure for measure, _ in load_selection().values()} <= known


def test_the_version_changes_with_any_word(lists):
    before = lexicon_version(FOLDER)
    append(lists / "en" / "actions.tsv", "seize\tscooped up\tPolice scooped up 14 rifles.")
    assert lexicon_version(lists) != before


def test_a_failing_example_names_file_and_line(package):
    lexicons = package / "articles" / "extraction" / "lexicons"
    line = append(lexicons / "en" / "actions.tsv", "seize\tscooped up\tPolice left 14 rifles.")
    out = run(package, "from articles.extraction.lexicon_check import failing_examples\nprint(*failing_examples())")
    assert f"actions.tsv:{line}: the example does not show 'seize'" in out


def test_a_new_verb_unit_and_measure_need_no_python(package):
    lexicons = package / "articles" / "extraction" / "lexicons"
    append(lexicons / "codes.tsv", "objects\tballoon\tunit=items cls=item\tballoons")
    append(lexicons / "codes.tsv", "units\tpood\tunit=pood dim=mass\ta weight of sixteen kilograms")
    append(lexicons / "en" / "actions.tsv", "seize\tscooped up\tPolice scooped up 14 rifles.")
    append(lexicons / "en" / "units.tsv", "pood\tpoods\tPolice seized 14 poods of opium.")
    append(lexicons / "en" / "objects.tsv", "balloon\tballoons\tGuards seized 14 balloons.")
    append(lexicons / "selection.tsv", "seize\tballoon\tballoons_seized\tsure")
    code = (
        "from articles.extraction.statistics import find_statistics\n"
        "from articles.extraction.lexicon_check import failing_examples\n"
        "found, _ = find_statistics('Guards scooped up 31 balloons and 5 poods of opium.', 'en')\n"
        "print([(row.measure, row.low, row.unit) for row in found], list(failing_examples()))"
    )
    assert run(package, code).strip() == "[('balloons_seized', 31.0, 'items'), ('drugs_seized', 5.0, 'pood')] []"
