"""The pages of states: on any day, by any name, and one by one."""

import re

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Membership, State
from tests.factories import SOURCE, make_article, make_figure, make_meeting, make_state, mention_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference(db: None) -> None:
    call_command("load_reference", verbosity=0)


def page(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def title(text: str) -> str:
    return re.sub(r"<.*?>", "", re.search(r"<h1>(.*?)</h1>", text, re.DOTALL)[1])


def tally(text: str) -> list[str]:
    return [f"{number} {label}" for number, label in re.findall(r"<li><b>(\d+)</b>([^<]+)</li>", text)]


@pytest.mark.parametrize(
    "day, heading, counts",
    [
        ("2016-07-01", "6 members on 1 July 2016", ["6 members", "6 observers", "6 dialogue partners"]),
        ("2023-07-15", "9 members on 15 July 2023", ["9 members", "3 observers", "14 dialogue partners"]),
        ("2024-07-04", "10 members on 4 July 2024", ["10 members", "2 observers", "14 dialogue partners"]),
        ("2025-09-01", "10 members on 1 September 2025", ["10 members", "17 partners"]),
        ("2001-06-15", "6 members on 15 June 2001", ["6 members"]),
        ("2001-06-14", "Before the organization: 14 June 2001", ["5 states of the Shanghai Five"]),
        ("1990-01-01", "Before the organization: 1 January 1990", []),
    ],
)
def test_a_day_gives_its_title_and_its_counts(reference: None, client: Client, day: str, heading: str, counts: list[str]) -> None:
    text = page(client, "/states/", on=day)
    assert title(text) == heading
    assert tally(text) == counts


def test_table_and_map_say_the_same(reference: None, client: Client) -> None:
    text = page(client, "/states/", on="2024-07-10")
    on_map = dict(re.findall(r"<a href=\"#s-([A-Z]{2})\"><title>[^<]*: ([^<]*)</title>", text))
    in_table = dict(re.findall(r'<tr id="s-([A-Z]{2})">.*?<td class="nowrap">(?:<span class="faint">)?([a-z ]+)', text))
    assert len(on_map) == 27
    assert {code: words for code, words in in_table.items() if code in on_map} == {
        code: "none" if words == "no status on this date" else words for code, words in on_map.items()
    }
    assert set(in_table) == set(State.objects.values_list("code", flat=True))


def test_the_page_names_the_last_and_the_next_change(reference: None, client: Client) -> None:
    text = page(client, "/states/", on="2024-07-10")
    assert "Last change on 4 July 2024: Belarus (member)." in text
    assert 'href="?on=2025-09-01">Next change on 1 September 2025</a>' in text


def test_nothing_on_the_page_needs_inline_style_or_script(reference: None, client: Client) -> None:
    for path in ("/states/", "/states/CN/"):
        text = page(client, path)
        assert " style=" not in text
        assert not re.search(r"<script(?![^>]* src=)", text)


@pytest.mark.parametrize("text", ["yesterday", "2016-02-30", "2016-7-1", "1989-12-31", "2101-01-01", "99999-01-01", "\0", "'; --"])
def test_a_day_that_is_none_is_said_plainly_and_shows_no_rows(reference: None, client: Client, text: str) -> None:
    found = page(client, "/states/", on=text)
    assert "Nothing is shown:" in found
    assert "<table" not in found
    assert re.search(r"is no day|between 1990 and 2100", found)


@pytest.mark.parametrize("name", ["Kyrgyz Republic", "Киргизия", "吉尔吉斯"])
def test_a_name_in_any_script_narrows_the_table_to_the_state(reference: None, client: Client, name: str) -> None:
    text = page(client, "/states/", q=name)
    assert re.findall(r'<tr id="s-([A-Z]{2})">', text) == ["KG"]


def test_a_name_nobody_bears_says_so(reference: None, client: Client) -> None:
    assert "No state of the archive is called “Atlantis”." in page(client, "/states/", q="Atlantis")


def test_the_pages_work_in_an_empty_archive(client: Client) -> None:
    assert "0 members" in title(page(client, "/states/"))
    make_state("KZ")
    assert "Never held a status" in page(client, "/states/KZ/")


def test_a_state_has_its_names_and_its_status_history_with_sources(reference: None, client: Client) -> None:
    text = page(client, "/states/BY/")
    for words in ("Belarus", "Белоруссия", "白俄罗斯", "Dialogue partner", "Observer", "4 Jul 2024", "decided 16 Jun 2009"):
        assert words in text
    for membership in Membership.objects.filter(state__code="BY"):
        assert f'href="{membership.source_url}"' in text


def test_a_guest_holds_no_status(reference: None, client: Client) -> None:
    assert "A guest of meetings holds no status" in page(client, "/states/TM/")


@pytest.mark.parametrize("code", ["XX", "kz", "K", "none"])
def test_an_unknown_state_is_not_found(reference: None, client: Client, code: str) -> None:
    assert client.get(f"/states/{code}/").status_code == 404


def test_a_state_page_shows_what_the_archive_holds_of_it(client: Client) -> None:
    state = make_state("KZ")
    make_meeting(ordinal=9, date="2023-07-05", state=state, city="Almaty")
    figure = make_figure(states=(state,), origin="editor")
    article = make_article("Almaty hosts border chiefs", body="Kazakhstan hosted.")
    mention_state(article, "Kazakhstan", state)
    text = page(client, "/states/KZ/")
    assert tally(text) == ["1 article names it", "1 meeting hosted", "0 operations taken part in", "1 figure about it"]
    assert article.get_absolute_url() in text
    assert figure.get_absolute_url() in text


def count_queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connections["default"]) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", ["/states/", "/states/KZ/"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, path: str) -> None:
    state = make_state("KZ")
    Membership.objects.create(state=state, status="member", start="2001-06-15", source_url=SOURCE)
    make_meeting(ordinal=1, date="2001", state=state)
    mention_state(make_article(body="Kazakhstan."), "Kazakhstan", state)
    before = count_queries(client, path)
    for number, code in enumerate(["KG", "RU", "TJ", "UZ", "CN"], 2):
        other = make_state(code, code)
        Membership.objects.create(state=other, status="member", start="2001-06-15", source_url=SOURCE)
        make_meeting(ordinal=number, date=str(2000 + number), state=state)
        mention_state(make_article(body="Kazakhstan."), "Kazakhstan", state)
    assert count_queries(client, path) == before
    assert before <= 12
