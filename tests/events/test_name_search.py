"""Names in three scripts find the same records."""

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

from events.models import Meeting, Operation, State
from events.name_search import meeting_named, operation_named, state_named

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def reference(module_transaction: DjangoDbBlocker) -> None:
    with module_transaction.unblock():
        call_command("load_reference", verbosity=0)


def meetings(text: str) -> set[str]:
    return {str(row) for row in Meeting.objects.filter(meeting_named(text))}


def operations(text: str) -> set[str]:
    return set(Operation.objects.filter(operation_named(text)).values_list("slug", flat=True))


def states(text: str) -> set[str]:
    return set(State.objects.filter(state_named(text)).values_list("code", flat=True))


@pytest.mark.parametrize(
    "names, size",
    [
        (["Ташкент", "Tashkent", "塔什干", "TASHKENT", "toshkent"], 28),
        (["Киргизия", "Kyrgyz Republic", "吉尔吉斯", "Кыргызстан"], 10),
        (["Нью-Дели", "New Delhi", "Delhi", "新德里"], 4),
        (["Kairakkum", "Guliston", "Кайраккум", "Qairoqqum"], 1),
        (["Khabarovsk", "Хабаровск", "伯力"], 1),
    ],
)
def test_a_place_in_any_script_finds_the_same_meetings(names: list[str], size: int) -> None:
    found = [meetings(name) for name in names]
    assert all(one == found[0] for one in found)
    assert len(found[0]) >= size


def test_a_city_is_not_found_inside_another_name() -> None:
    assert not any("Khabarovsk" in name for name in meetings("Osh"))
    assert meetings("Moscow; Khab") == meetings("Moscow; Khabarovsk") != set()


@pytest.mark.parametrize("name", ["Kyrgyz Republic", "Киргизия", "吉尔吉斯", "吉", "KG", "kg", "Kirghizia", "кыргызстан", "киргизский"])
def test_a_state_is_found_by_any_of_its_names(name: str) -> None:
    assert states(name) == {"KG"}


@pytest.mark.parametrize("name", ["SCO RATS Council", "СГГ", "安秘会", "border services"])
def test_a_series_is_found_by_its_abbreviations_and_by_words_of_its_names(name: str) -> None:
    assert meetings(name)


def test_a_misnomer_finds_nothing() -> None:
    assert meetings("SCO RATS meet") == set()


@pytest.mark.parametrize("name", ["Solidarity-2023", "Солидарность – 2023", "团结协作—2023", "团结协作2023"])
def test_an_operation_is_found_by_its_name_in_any_script(name: str) -> None:
    assert operations(name) == {"solidarity-2023"}


def test_a_family_name_without_a_year_finds_the_family() -> None:
    assert {"solidarity-2017", "solidarity-2023", "solidarity-2024"} <= operations("Солидарность")
    assert operations("Паутина") == {"spider-web-2019", "web-2025"}
    assert {"solidarity-2023", "solidarity-2024"} <= operations("团结协作")


@pytest.mark.parametrize("text", ["", "—", "%", "_", "\\", "zzzz", "x" * 5000])
def test_words_that_name_nothing_find_nothing(text: str) -> None:
    assert meetings(text) == operations(text) == states(text) == set()


@pytest.mark.parametrize("path", ["/meetings/", "/operations/", "/states/"])
@pytest.mark.parametrize("text", ["Ташкент", "塔什干", "\0", "%", "'", "x" * 3000])
def test_the_lists_take_any_words(client: Client, path: str, text: str) -> None:
    assert client.get(path, {"q": text}).status_code == 200


def test_the_list_of_meetings_shows_what_the_name_finds(client: Client) -> None:
    found = client.get("/meetings/", {"q": "大连"}).content.decode()
    assert "Dalian" in found
    assert "Yekaterinburg" not in found


def test_the_name_searched_for_is_a_chip_and_stands_in_the_title(client: Client) -> None:
    response = client.get("/operations/?q=solidarity&year=2023")
    assert "<title>Operations and exercises: “solidarity”, 2023:" in response.content.decode()
    assert [(chip.facet, chip.label, chip.url) for chip in response.context["chips"]] == [
        ("Name", "“solidarity”", "/operations/?year=2023"),
        ("Year", "2023", "/operations/?q=solidarity"),
    ]
