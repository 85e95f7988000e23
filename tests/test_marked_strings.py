"""Every string a reader sees is marked for translation: under a language that brackets what it translates, no bare Latin word is left.

The records shown are named in Cyrillic letters, so that a Latin word can only come from a template or from the code.
"""

import html
import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client, override_settings

from articles.models import ArticleAddress
from tests.factories import (
    correct,
    make_article,
    make_figure,
    make_measure,
    make_meeting,
    make_operation,
    make_outlet,
    make_series,
    make_state,
    make_topic,
    mention_meeting,
    mention_operation,
    mention_state,
    quote_speaker,
    report_figure,
    state_membership,
)

pytestmark = pytest.mark.django_db
TEXT = "Десятое заседание. Операция Урожай. Изъято 75 стволов, более 300 ножей. Казахстан состоит. Пришли гости."
UNWORDED = re.compile(r"<(script|style|code)\b.*?</\1>", re.DOTALL)
READ_ALOUD = re.compile(r'(?:aria-label|placeholder|title|alt)="([^"]*)"')
BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
# Names of formats and codes, the same in every language, and the words of addresses.
CODES = {"SHA", "UTC", "HTTP", "SVG", "CSV", "KZ", "CC", "BY", "F", "M", "O", "S", "C", "text", "plain", "utf"}
CODES |= {"https", "example", "org", "source"}
# What the first page's examples search for.
CODES |= {"border", "services"}


@pytest.fixture
def brackets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every translation come out in brackets, its variables filled in outside them."""

    def mark(message: str) -> str:
        parts = re.split(r"(%\(\w+\)[sd])", str(message))
        return "".join(part if part.startswith("%(") or not part.strip() else f"⟦{part}⟧" for part in parts)

    ways: dict[str, Callable[..., str]] = {
        "gettext": lambda message: message,
        "ngettext": lambda one, many, number: one if number == 1 else many,
        "pgettext": lambda context, message: message,
        "npgettext": lambda context, one, many, number: one if number == 1 else many,
    }
    for name, pick in ways.items():
        monkeypatch.setattr(f"django.utils.translation._trans.{name}", lambda *given, pick=pick: mark(pick(*given)))
    with override_settings(PAGES_KEPT=0):
        yield


@pytest.fixture
def addresses() -> list[str]:
    """Fill an archive with records in Cyrillic letters and return addresses of every type of page."""
    state = make_state("KZ", "Казахстан")
    topic = make_topic("arms", "Оружие")
    outlet = make_outlet("vesti", name="Вести", country=state)
    operation = make_operation("urozhai", "2023", name="Урожай", participants=[state], topics=[topic])
    measure = make_measure(label="Стволы", definition="Всякое оружие.")
    series = make_series(name="Совещание")
    series.topics.set([topic])
    meeting = make_meeting(10, "2024-07-10", series, city="Алматы", state=state)
    article = make_article("Заголовок", body=TEXT, language="ru", outlet=outlet, topics=[topic], date="2024-07-11", duplicate_group="abc")
    make_article("Копия", body=TEXT, language="ru", outlet=outlet, duplicate_group="abc", date="2024-07-12")
    ArticleAddress.objects.create(article=article, url="https://example.org/1", canonical=True)
    one = make_figure(measure, 75, 75, operation=operation)
    many = make_figure(measure, 300, None, operation=operation, low_strict=True)
    report_figure(article, "75 стволов", one, lane="check", rule="1")
    report_figure(article, "более 300 ножей", many, qualifier_text="более", rule="1")
    mention_meeting(article, "Десятое заседание", meeting)
    mention_operation(article, "Операция Урожай", operation)
    mention_state(article, "Казахстан", state)
    state_membership(article, "Казахстан состоит", kind="named_as")
    quote_speaker(article, "Пришли гости", "Гость")
    correct(article, "Пришли", "Ушли", explanation="Иначе.", author="Редактор")
    lists = ["/articles/", "/statistics/", "/operations/", "/meetings/"]
    queries = ["", "?year=2024", "?country=KZ&topic=arms", "?page=99", "?language=en", "?sort=0", "?size=7"]
    return [
        *(path + query for path in lists for query in queries),
        "/articles/?q=%22",
        f"/statistics/?measure={measure.code}",
        article.get_absolute_url(),
        f"{article.get_absolute_url()}?language=ru",
        *("/", "/statistics/silence/", "/timeline/", "/gaps/", "/coverage/", "/corrections/", "/method/", "/codebook/", "/topics/"),
        *("/measures/", "/states/", "/states/?on=2016-07-01", "/states/KZ/", "/states/checks/", "/nowhere/"),
        *(record.get_absolute_url() for record in (operation, measure, series, meeting, topic)),
        one.get_absolute_url(),
        many.get_absolute_url(),
    ]


def bare_words(page: str) -> set[str]:
    """Return the Latin words of a page, read or spoken, that no translation gave."""
    heard = " ".join(READ_ALOUD.findall(page))
    seen = re.sub(r"<[^>]+>", " ", UNWORDED.sub(" ", page))
    text = BRACKETED.sub(" ", html.unescape(f"{seen} {heard}"))
    return {word for word in re.findall(r"[A-Za-z]+", text) if word not in CODES}


@pytest.mark.usefixtures("brackets")
def test_no_string_of_any_page_is_left_unmarked(client: Client, addresses: list[str]) -> None:
    found = {address: words for address in addresses if (words := bare_words(client.get(address).content.decode()))}
    assert not found, found
