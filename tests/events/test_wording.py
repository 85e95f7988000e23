"""Numbers, bounds and dates in the reader's language."""

import csv
from decimal import Decimal

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from events.bounds import Bounds
from events.partial_dates import PartialDate
from events.wording import UNIT_WORDS, bounds_spoken, bounds_text, date_text, number_text


@pytest.mark.parametrize(
    ("number", "text"),
    [("12000", "12,000"), ("1178.3", "1,178.3"), ("75.000000", "75"), ("0", "0"), ("1E+4", "10,000"), ("8.80", "8.8")],
)
def test_numbers_are_grouped_and_lose_idle_zeros(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text


def test_numbers_follow_the_language() -> None:
    with translation.override("ru"):
        assert number_text(Decimal("1178.3")) == "1\xa0178,3"


@pytest.mark.parametrize(
    ("bounds", "written", "spoken"),
    [
        (Bounds(Decimal(75), Decimal(75)), "75", "75"),
        (Bounds(Decimal(12000), None, low_strict=True), "> 12,000", "more than 12,000"),
        (Bounds(Decimal(500), None), "≥ 500", "at least 500"),
        (Bounds(None, Decimal(40), high_strict=True), "< 40", "less than 40"),
        (Bounds(None, Decimal(40)), "≤ 40", "at most 40"),
        (Bounds(Decimal(20), Decimal(99)), "20–99", "20 to 99"),
        (Bounds(Decimal(10000), Decimal(10000), approximate=True), "≈ 10,000", "about 10,000"),
    ],
)
def test_bounds_keep_their_qualifier(bounds: Bounds, written: str, spoken: str) -> None:
    assert bounds_text(bounds) == written
    assert bounds_spoken(bounds) == spoken


@pytest.mark.parametrize(
    ("edtf", "long", "short"),
    [
        ("2024-07-10", "10 July 2024", "10 Jul 2024"),
        ("2024-07", "July 2024", "Jul 2024"),
        ("2024", "2024", "2024"),
        ("2017-06-29/2017-06-30", "29–30 June 2017", "29–30 Jun 2017"),
        ("2023-08-15/2023-10-31", "15 August – 31 October 2023", "15 Aug – 31 Oct 2023"),
        ("2023-08/2023-10", "August – October 2023", "Aug – Oct 2023"),
        ("2019/2021", "2019 – 2021", "2019 – 2021"),
        ("2025-09/..", "from September 2025", "from Sep 2025"),
        ("../2025-09", "until September 2025", "until Sep 2025"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", "30 Dec 2023 – 2 Jan 2024"),
    ],
)
def test_a_date_prints_with_its_own_precision(edtf: str, long: str, short: str) -> None:
    date = PartialDate.parse(edtf)
    assert date_text(date) == long
    assert date_text(date, short=True) == short


def test_the_sign_is_hidden_from_the_ear_and_the_words_from_the_eye() -> None:
    html = Template("{% load archive %}{% bound bounds 't' %}").render(Context({"bounds": Bounds(Decimal(9), None, low_strict=True)}))
    assert '<span class="vh">more than </span><span aria-hidden="true">&gt;</span>' in html
    assert html.count("9") == 1
    assert '<span class="unit">t</span>' in html


def test_foreign_words_carry_their_language() -> None:
    template = Template("{% load archive %}{{ words|in_language:'ru' }}|{{ words|in_language:'en' }}")
    assert template.render(Context({"words": "<b>"})) == '<span lang="ru">&lt;b&gt;</span>|&lt;b&gt;'


def test_every_unit_of_the_reference_data_has_words_to_translate() -> None:
    with (settings.BASE_DIR / "seeds" / "reference" / "measures.csv").open(encoding="utf-8") as file:
        assert {row["unit"] for row in csv.DictReader(file)} <= set(UNIT_WORDS)
