"""Copies are grouped by what they contain, whatever order they come in, and never dropped."""

import random
from itertools import permutations

import pytest

from articles.extraction.shingles import containment, sketch
from articles.models import Article
from tests.articles.importer.readings import reading, store

pytestmark = pytest.mark.usefixtures("reference")
WORDS = [
    "border",
    "patrol",
    "river",
    "market",
    "village",
    "road",
    "winter",
    "order",
    "office",
    "team",
    "report",
    "service",
    "group",
    "station",
    "train",
    "music",
    "field",
    "valley",
    "bridge",
    "guard",
]
HAN = "边防巡逻河流市场村庄道路冬天命令办公室队伍报告服务团体车站火车音乐田野山谷桥梁卫兵检查走私枪支毒品会议合作"


def prose(seed: int, length: int = 120, alphabet: list[str] | str = WORDS) -> str:
    """Return made-up prose; another seed gives another text."""
    picker = random.Random(seed)
    words = [picker.choice(alphabet) for _ in range(length)]
    return "".join(words) if isinstance(alphabet, str) else " ".join(words)


def groups() -> set[frozenset[str]]:
    """Return the groups by the names of their members, having checked how they are named."""
    found: dict[str, set[tuple[str, str]]] = {}
    for group, public_id, key in Article.objects.exclude(duplicate_group="").values_list("duplicate_group", "public_id", "source_key"):
        found.setdefault(group, set()).add((public_id, key))
    assert all(group == min(public_id for public_id, _ in members) for group, members in found.items())
    return {frozenset(key for _, key in members) for members in found.values()}


def test_a_chain_of_copies_is_one_group_in_any_order() -> None:
    first, middle, last, other = prose(1, 60), prose(2, 60), prose(3, 60), prose(4, 130)
    texts = {"a": f"A\n\n{first} {middle}", "b": f"B\n\n{middle} {last}", "ab": f"AB\n\n{first} {middle} {last}", "x": f"X\n\n{other}"}
    assert containment(texts["a"], texts["b"]) < 0.6
    for order in permutations(texts):
        Article.objects.all().delete()
        for name in order:
            store(reading(texts[name], name))
        assert groups() == {frozenset({"a", "b", "ab"})}, order


def test_one_batch_groups_like_many() -> None:
    texts = [f"T{number}\n\n{prose(number // 3)} {prose(100 + number, 20)}" for number in range(9)]
    store(*(reading(text, str(number)) for number, text in enumerate(texts)))
    assert groups() == {frozenset({str(start), str(start + 1), str(start + 2)}) for start in (0, 3, 6)}


def test_a_copy_with_another_number_is_grouped_and_kept() -> None:
    text = f"Report\n\n{prose(5)} seized 75 firearms {prose(6)}"
    store(reading(text, "a"), reading(text.replace("75", "57"), "b"))
    assert groups() == {frozenset({"a", "b"})}


def test_a_short_copy_inside_a_long_article_is_grouped() -> None:
    short = prose(7, 60)
    store(reading(f"Short\n\n{short}", "short"), reading(f"Long\n\n{prose(8, 300)} {short} {prose(9, 300)}", "long"))
    assert groups() == {frozenset({"short", "long"})}


def test_chinese_copies_are_grouped_by_characters() -> None:
    text = prose(10, 200, HAN)
    store(
        reading(f"甲\n\n{text}", "a"), reading(f"乙\n\n{text[:150]}{prose(11, 30, HAN)}", "b"), reading(f"丙\n\n{prose(12, 200, HAN)}", "c")
    )
    assert groups() == {frozenset({"a", "b"})}


def test_articles_of_two_languages_are_no_copies() -> None:
    store(reading(f"A\n\n{prose(13)}", "a"), reading(f"B\n\n{prose(13)}", "b", described={"language": "ru"}))
    assert groups() == set()


def test_a_changed_text_leaves_its_group_and_splits_it() -> None:
    first, last = prose(14, 100), prose(15, 100)
    store(
        reading(f"A\n\n{first}", "a"),
        reading(f"B\n\n{last}", "b"),
        reading(f"Bridge\n\n{first} {last}", "bridge"),
        reading(f"A2\n\n{first}", "a2"),
    )
    assert groups() == {frozenset({"a", "a2", "b", "bridge"})}
    store(reading(f"Bridge\n\n{prose(16, 200)}", "bridge"))
    assert groups() == {frozenset({"a", "a2"})}
    store(reading(f"Bridge\n\n{last}", "bridge"))
    assert groups() == {frozenset({"a", "a2"}), frozenset({"b", "bridge"})}


def test_a_sketch_is_the_same_for_the_same_words() -> None:
    assert sketch(prose(17)) == sketch(prose(17).upper()) != sketch(prose(18))


@pytest.mark.parametrize("text", ["", "word", "two words", "。"])
def test_texts_shorter_than_a_shingle_are_compared_too(text: str) -> None:
    assert containment(text, text) == 1.0
    assert sketch(text) == sketch(text)
