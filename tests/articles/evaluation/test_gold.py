"""Reading an annotated folder: what is wrong is named with its file."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from articles.evaluation.gold import BadGold, load_gold, load_idents
from tests.articles.evaluation.readings import FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "set"))


def change(folder: Path, **values: Any) -> None:
    path = folder / "gold" / "e01.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")


def test_every_article_is_read_with_its_text() -> None:
    golds = load_gold(FOLDER)
    assert [(gold.ident, gold.language) for gold in golds] == [("e01", "en"), ("e02", "en"), ("r01", "ru"), ("z01", "zh")]
    assert golds[0].raw.startswith("Home | News | Video\n")


def test_a_language_or_a_list_of_ids_selects() -> None:
    assert [gold.ident for gold in load_gold(FOLDER, language="zh")] == ["z01"]
    idents = load_idents(f"{FOLDER / 'lists.json'}:first")
    assert [gold.ident for gold in load_gold(FOLDER, idents=idents)] == ["e01", "e02"]


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"id": 7}, "id and language are texts"),
        ({"language": None}, "id and language are texts"),
        ({"countries": "KZ"}, "countries is a list"),
        ({"title": ["x"]}, "title is a text or null"),
        ({"meetings": [{"series": "x", "ordinal": 1}]}, "meetings, number 1, lacks country, start"),
        ({"operations": ["Steppe"]}, "operations, number 1, lacks name"),
        (
            {"statistics": [{"metric": "x", "value": 1, "unit": "kg", "qualifier": "roughly", "quote": "1 kg"}]},
            "unknown qualifier 'roughly'; one of exact",
        ),
        (
            {"statistics": [{"metric": "x", "value": "1", "unit": "kg", "qualifier": "exact", "quote": "1 kg"}]},
            "the value '1' is no number",
        ),
        ({"id": "e99"}, "e99.txt: cannot be read"),
    ],
)
def test_a_broken_annotation_is_named(folder: Path, values: dict[str, Any], complaint: str) -> None:
    change(folder, **values)
    with pytest.raises(BadGold) as error:
        load_gold(folder)
    assert complaint in str(error.value)
    assert str(folder) in str(error.value)


def test_a_file_that_is_no_json_object_is_named(folder: Path) -> None:
    path = folder / "gold" / "e01.json"
    path.write_text("[1, 2]", encoding="utf-8")
    with pytest.raises(BadGold, match="a JSON object is expected"):
        load_gold(folder)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(BadGold, match=r"e01\.json: cannot be read"):
        load_gold(folder)


def test_an_empty_folder_and_an_empty_selection_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="there is no gold"):
        load_gold(tmp_path)
    with pytest.raises(BadGold, match="no annotated article is selected"):
        load_gold(FOLDER, language="fr")


@pytest.mark.parametrize(
    ("reference", "complaint"), [("lists.json", "as FILE:KEY"), (f"{FOLDER}/lists.json:third", "no list under 'third'")]
)
def test_a_list_of_ids_that_is_not_there_is_named(reference: str, complaint: str) -> None:
    with pytest.raises(BadGold) as error:
        load_idents(reference)
    assert complaint in str(error.value)
