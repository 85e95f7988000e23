"""Whatever the text, the whole reading gives a result or a reason, in bounded time, with every quote where it is said to stand."""

import time
from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.extraction.explanation import explain
from articles.extraction.read import UnreadableText, read_again, read_article
from articles.extraction.records import Extraction, SourceText
from tests.known import known_from_seeds

SECONDS = 5
HEADS = {
    "en": "Border guards of two states met\n\nTASHKENT, May 5, 2020 (Wire) -- Officers from Kazakhstan seized 12 rifles in 2019.\n\n",
    "ru": "Пограничники подвели итоги\n\nБишкек. 16 ноября 2022 года. За сентябрь 2022 года задержаны 87 нарушителей границы.\n\n",
    "zh": "边防部门通报秋季行动\n\n示例网北京11月18日电 9月至10月，中哈两国边防部门共查获枪支23支，抓获犯罪嫌疑人50余名。\n\n",
}
PIECES = st.sampled_from(
    [
        *"0123456789.,;:()[]-–—/%№$€₽«»“”\"'\u00a0\u200f\u202e\u0000\u0007\ufeff \n\t", "\n\n", "\r\n", "Home | News\n", "Read also: ",
        "(Wire) --",
        "TASHKENT, May 5 ", "Ташкент. 3 марта. ", "北京11月18日电 ", "12,000", "3 тонны 096 кг",
        "1.2万余", "第十次会议", "人次", "kg of heroin",
        "the 9th meeting of the heads of border services", "XIX заседание", "Operation Shield-2020", "«Щит-2021»", "“使命-2014”",
        "said Ivan Petrov,",
        "Kazakhstan", "КНР", "中俄哈吉", "more than 30 officials attended", "seized", "изъято", "查获毒品", "last year", "в 2023 году",
        "members", "SCO",
        "ШОС", "上合组织", "Photo: ", "😀", "e\u0301", "a year earlier", "10 member states",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join))
RUNS = {
    "digits": "7",
    "grouped digits": "1,111",
    "numbers": "12 ",
    "opening brackets": "(",
    "quotation marks": '“«"',
    "blanks": " ",
    "line ends": "\n",
    "full stops": ".",
    "initials": "A. ",
    "dashes": "1-",
    "slashes": "/1",
    "signs at": "a@",
    "addresses": "http://",
    "right-to-left marks": "\u202e1\u200f",
    "control characters": "1\x00\x07",
    "combining marks": "e\u0301",
    "capitals": "Capital ",
    "people": "12 people were detained, ",
    "paragraphs": "12 seized\n\n",
    "short paragraphs": "a\n\n",
    "weights": "12 kg ",
    "sums": "€5 for goods ",
    "dates": "May 5, 2020 ",
    "ordinals": "18th meeting of the heads of ",
    "named operations": "“Operation-2020” ",
    "speakers": "Ivan Petrov said, ",
    "states": "Kazakhstan, ",
    "formulas": "terrorism, separatism, ",
    "recalled stories": "As reported earlier, drugs were found. ",
    "reporters": "(王样、",
    "Russian numbers": "двадцать тысяч ",
    "Chinese numerals": "一万",
    "Chinese rows": "中俄哈吉",
    "Chinese figures": "抓获三十名，",
    "broken encoding": "Ã©â€™",
}


def read(text: str) -> Extraction | None:
    try:
        return read_article(SourceText(ident="x", text=text), known_from_seeds())
    except UnreadableText as error:
        assert error.reason
        return None


def quoted(extraction: Extraction) -> Iterator[tuple[int, int, str]]:
    kinds = (
        extraction.states,
        extraction.meetings,
        extraction.operations,
        extraction.statistics,
        extraction.memberships,
        extraction.statements,
    )
    for row in chain.from_iterable(kinds):
        yield row.start, row.end, row.quote
    for meeting in extraction.meetings:
        if meeting.attendance:
            yield meeting.attendance.start, meeting.attendance.end, meeting.attendance.quote


def check(extraction: Extraction) -> None:
    text = extraction.clean.text
    assert all(start < end and text[start:end] == quote for start, end, quote in quoted(extraction))
    for figure in extraction.statistics:
        assert figure.value_text in figure.quote
        assert "\n" not in figure.quote
        assert len(figure.quote) <= 160
    assert not any(sign in text for sign in "\x00\x07\r\u200f\u202e\ufeff")
    assert all(row.outcome for row in explain(extraction))
    again = read_again("x", extraction.clean, extraction.description, known_from_seeds())
    assert (again.statistics, again.meetings, again.operations, again.states) == (
        extraction.statistics,
        extraction.meetings,
        extraction.operations,
        extraction.states,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["", *HEADS.values()]))
def test_any_text_gives_a_result_or_a_reason(text: str, head: str) -> None:
    extraction = read(head + text)
    if extraction is not None:
        check(extraction)


@pytest.mark.parametrize("name", RUNS)
def test_a_long_run_of_anything_is_read_in_bounded_time(name: str) -> None:
    run = RUNS[name]
    language = "zh" if "\u4e00" <= run[0] <= "\u9fff" else "ru" if "а" <= run[0] <= "я" else "en"
    text = (
        HEADS[language] + run * (30_000 // len(run)) + "\n\nThe 9th meeting of the heads of border services was held in Almaty in 2023.\n"
    )
    start = time.process_time()
    extraction = read(text)
    assert time.process_time() - start < SECONDS
    assert extraction is not None
    check(extraction)


@pytest.mark.parametrize("run", ["7", "12 kg of heroin, ", "缴获毒品五吨，", "A\n\n"], ids=repr)
def test_ten_megabytes_give_a_result_or_a_reason_in_seconds(run: str) -> None:
    start = time.process_time()
    for text in (run * (10_000_000 // len(run)), HEADS["en"] + run * (10_000_000 // len(run))):
        extraction = read(text)
        if extraction is not None:
            check(extraction)
    assert time.process_time() - start < 4 * SECONDS


def test_what_is_marked_up_from_right_to_left_or_in_mixed_scripts_keeps_its_figures() -> None:
    text = HEADS["en"] + "Officers \u202edetained\u202c 14 people at the post «Ауэзов» (奥埃佐夫) and\u200f seized 5\u00a0kg of heroin.\n"
    extraction = read(text)
    assert extraction is not None
    check(extraction)
    figures = [(row.measure, row.value_text) for row in extraction.statistics]
    assert figures == [("firearms_seized", "12"), ("persons_arrested", "14"), ("drugs_seized", "5")]
