"""Outlet and name line: from the dateline, the credit, the address or a signature."""

import pytest

from articles.extraction.datelines import find_dateline
from tests.articles.extraction.reading import read

TITLE = "Border post opens at the river\n"
BODY = "Border services of two states opened a joint post at the river on Monday, the press office said in a note."


@pytest.mark.parametrize(
    ("paragraph", "language", "place", "day", "agency"),
    [
        ("TASHKENT. Oct 27 (Interfax) - The post", "en", "TASHKENT", "Oct 27", "Interfax"),
        ("KHUJAND, Tajikistan, June 14 (Xinhua) -- The post", "en", "KHUJAND", "June 14", "Xinhua"),
        ("DUSHANBE, July 28, Asia-Plus — The post", "en", "DUSHANBE", "July 28", "Asia-Plus"),
        ("New Delhi [India], October 9 (ANI): The post", "en", "New Delhi", "October 9", "ANI"),
        ("ТАШКЕНТ, 5 апреля. /ТАСС/. Пост", "ru", "ТАШКЕНТ", "5 апреля", "ТАСС"),
        ("МОСКВА, 7 ноя - РИА Новости. Пост", "ru", "МОСКВА", "7 ноя", "РИА Новости"),
        ("11 июля, Минск /Корр. БЕЛТА/. Пост", "ru", "Минск", "11 июля", "БЕЛТА"),
        ("新华社北京7月10日电(记者张三)哨所", "zh", "北京", "7月10日", "新华社"),
        ("据新华社北京7月10日电 哨所", "zh", "北京", "7月10日", "新华社"),
        ("样品网北京7月10日消息(记者张三)哨所", "zh", "北京", "7月10日", "样品网"),
        ("Астана. 13 июля. ПримерТАГ — Пост открыт", "ru", "Астана", "13 июля", "ПримерТАГ"),
    ],
)
def test_a_dateline_is_taken_apart(paragraph: str, language: str, place: str, day: str, agency: str):
    dateline = find_dateline(paragraph, language)
    assert dateline is not None and dateline.date is not None
    assert (dateline.place, dateline.date.text, dateline.agency) == (place, day, agency)


@pytest.mark.parametrize(
    "text", ["RATS: forty plots were stopped", "In April, guards came to the post.", "Terrorism - a threat to all", "NATO said so"]
)
def test_what_only_looks_like_a_dateline_is_none(text: str):
    assert find_dateline(text, "en") is None


@pytest.mark.parametrize(
    ("page", "url", "outlet", "slug"),
    [
        (f"{TITLE}\nTASHKENT, April 5 (Xinhua) -- {BODY}", "https://en.people.cn/1.html", "Xinhua", "xinhua"),
        (TITLE + BODY, "https://www.astanatimes.com/1", "The Astana Times", "astana-times"),
        (f"{TITLE}{BODY[:-1]}, the committee told BelTA.", "https://town.gov.by/1", "BelTA", "belta"),
        (
            "边防部门举行会议\n来源:光明日报 责任编辑:某某\n两国边防部门在河边开设了联合哨所,双方官兵参加了仪式,气氛热烈。",
            "https://copy.example/1",
            "光明日报",
            "guangming-daily",
        ),
        (TITLE + BODY, "https://valleyherald.example/1", "valleyherald", None),
        (
            f"На реке открыт пост\n\nАстана. 13 июля. ПримерТАГ — {'Две службы открыли пост на реке.'}",
            "https://copy.example/1",
            "ПримерТАГ",
            None,
        ),
        (TITLE + BODY, None, None, None),
    ],
)
def test_the_outlet_is_found_by_the_strongest_mark(page: str, url: str | None, outlet: str | None, slug: str | None):
    described = read(page, url=url).description
    assert (described.outlet, described.outlet_slug) == (outlet, slug)


@pytest.mark.parametrize(
    ("page", "byline"),
    [
        (f"17:32, 10 November 2021, Bishkek - 24.kg news agency, by Jane SAMPLE\n{TITLE}\n{BODY}", "Jane SAMPLE"),
        (f"{TITLE}12:30, 29 August 2017, Bishkek - 24.kg news agency , Jane SAMPLE\n{BODY}", "Jane SAMPLE"),
        ("边防部门举行会议\n\n本报讯记者王样 两国边防部门在河边开设了联合哨所,双方官兵参加了仪式,气氛十分热烈。", "王样"),
        ("На реке открыт новый пост\n\nДУШАНБЕ, 4 сен - РИА Новости, Анна Образцова. Две службы открыли пост на реке.", "Анна Образцова"),
        (
            "На реке открыт новый пост\n\nДУШАНБЕ, 4 сентября. /Корр. ТАСС Анна Образцова/. Две службы открыли пост на реке.",
            "Анна Образцова",
        ),
        (f"{TITLE}\nTajikistan, Dushanbe, September 9/ Trend, J. Sample/\n\n{BODY}", "J. Sample"),
        ("边防部门举行会议\n\n本报北京7月12日电记者王样报道:两国边防部门在河边开设了联合哨所,双方官兵参加了仪式。", "王样"),
        ("边防部门举行会议\n\n两国边防部门在河边开设了联合哨所,双方官兵参加了仪式,气氛十分热烈。(王样、李例)", "王样、李例"),
        ("边防部门举行会议\n\n两国边防部门在河边开设了联合哨所,双方官兵参加了仪式,气氛十分热烈。(资料图)", None),
        (f"{TITLE}By Jane Sample\n{BODY}", "Jane Sample"),
        (f"{TITLE}By Jane Sample in Town | Sample Daily | Updated: 2019-06-14 07:15\n{BODY}", "Jane Sample"),
        (f"{TITLE}{BODY}\nJane Sample\nShare", "Jane Sample"),
        ("边防部门举行会议\n新华社北京7月10日电(记者张三)两国边防部门在河边开设了联合哨所,双方官兵参加了仪式。", "张三"),
        (f"{TITLE}A first for the valley and for both services.\nBy Sample News Service\n{BODY}", "Sample News Service"),
        (f"{TITLE}{BODY}\nAuthor\nJane Sample", "Jane Sample"),
        (
            "边防部门举行会议\n来源：某报 作者：张三 李四 责任编辑：王五\n两国边防部门在河边开设了联合哨所,双方官兵参加了仪式,气氛热烈。",
            "张三 李四",
        ),
        (f"{TITLE}China Daily\n{BODY}", None),
        (f"{TITLE}{BODY}", None),
    ],
)
def test_the_name_line_is_a_persons_name(page: str, byline: str | None):
    assert read(page).description.byline == byline


def test_a_stated_language_wins_and_its_region_is_passed_over():
    assert read(TITLE + BODY, language="en-GB").description.language == "en"


@pytest.mark.parametrize("line", ["Jane Sample", "6 July 2023"])
def test_a_headline_may_end_in_a_full_stop_when_a_name_or_a_day_stands_under_it(line: str):
    paragraphs = [BODY, BODY.replace("Monday", "Tuesday"), BODY.replace("joint", "new"), BODY.replace("river", "lake")]
    page = "Border services of two states open a post.\n" + line + "\n\n" + "\n\n".join(paragraphs)
    assert read(page).clean.title == "Border services of two states open a post."


def test_a_lead_that_no_name_follows_stays_a_lead():
    page = "\n\n".join(["Border services of two states open a post.", BODY, BODY.replace("joint", "new"), BODY.replace("river", "lake")])
    assert "Border services of two states open a post." in read(page).clean.text
