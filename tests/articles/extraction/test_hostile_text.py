"""No text, however long or hostile, makes the figures crash, point beside their words, or take long."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.extraction.dates import find_dates, resolve
from articles.extraction.statistics import explain, find_attendance, find_statistics

SECONDS = 5
SIGNS = "0123456789.,;:()[]-–—/%№$€₽\u00a0\u202f\u200f\u0000 \n\t"
WORDS = """12,000|4,30,264
3 тонны 096 кг|1.2万余|第|人次|kg of heroin|were seized|изъято|查获毒品|between|from|last year|в 2023 году|worth Rs
2023年8月15日至10月31日|2016-10-27|crore|more than|свыше|«Щит-2021»|AK-74|Twenty-three|четыре тысячи|两千|people|человек|起|(2020 – 5 kg)
128 (135) тысяч|a year earlier
since the beginning of the year|as of 15 June|than in the same period of|以来|今年1至6月|полтонны|and a half|a ton of
\u202e|😀"""
PIECES = st.sampled_from([*SIGNS, *(word for line in WORDS.splitlines() for word in line.split("|"))])
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join))
HOSTILE = {
    "digits": "7" * 10_000_000,
    "grouped digits": "1,11" * 2_500_000,
    "numbers": "1 a " * 2_500_000,
    "brackets": "(" * 5_000_000 + ")" * 5_000_000,
    "white space": "1" + " " * 10_000_000 + "kg",
    "stops": "." * 10_000_000 + "a",
    "dashes": "1-" * 5_000_000,
    "dates": "1 May 2020 " * 900_000,
    "compared times": "than in the same period of the first " * 300_000,
    "open times": "自2022年底" * 1_500_000,
    "months": "1至6月" * 2_000_000,
    "years behind": "近五年来,3个多月来" * 900_000,
    "weights without a number": "a ton of более тонны " * 500_000,
    "named years": "Щит-2021 " * 1_000_000,
    "figures": "seized 5 kg of heroin, " * 400_000,
    "money": "$5 for goods " * 700_000,
    "words": "one two three " * 700_000,
    "Chinese": "查获毒品5.3吨、" * 1_200_000,
    "Chinese numerals": "一二三四五" * 2_000_000,
    "mail": "a" * 5_000_000 + "@" + "b" * 5_000_000,
    "one long word": "а" * 10_000_000,
}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["en", "ru", "zh"]), st.sampled_from([None, "2024-07", "2017-06-29/2017-06-30", "2020-02-29"]))
def test_any_text_gives_figures_whose_spans_are_exact(text, language, published):
    figures, left = find_statistics(text, language, published)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.value_text in figure.quote
        assert 0 < len(figure.quote) <= 160 and "\n" not in figure.quote
        assert figure.low is not None or figure.high is not None
        if figure.verb_start is not None:
            assert 0 <= figure.verb_start < figure.verb_end <= len(text)
    for row in left:
        assert 0 <= row.start < row.end <= len(text) and row.reason
    for date in find_dates(text, language):
        assert text[date.start : date.end] == date.text
        resolve(date, published)
    find_attendance(text, language)
    explain(text, language, published)


def _cases():
    """Each text in the language it is worst for; the long form of the test, run by make soak, reads each in all three."""
    for name in HOSTILE:
        worst = "zh" if re.search(r"[\u4e00-\u9fff]", HOSTILE[name][:40]) else "ru" if name == "named years" else "en"
        for language in ("en", "ru", "zh"):
            yield pytest.param(name, language, marks=() if language == worst else pytest.mark.soak, id=f"{name}, {language}")


@pytest.mark.parametrize(("name", "language"), list(_cases()))
def test_ten_megabytes_on_one_line_take_less_than_five_seconds(name, language):
    start = time.process_time()
    find_statistics(HOSTILE[name], language, "2024-07")
    assert time.process_time() - start < SECONDS


def test_a_range_that_opens_with_nought_ends() -> None:
    figures, _ = find_statistics("Изъято 0 - 7 000 штук боеприпасов в 2020 году", "ru", "2021-05-03")
    assert [(figure.low, figure.high) for figure in figures] == [(0, 7000)]
