"""Dates: what is found in a text, and what relative words mean for a given publication."""

import pytest

from articles.extraction.dates import find_dates, resolve

ENGLISH = [
    ("between the two posts from August to October last year", "2024-07", ["2023-08/2023-10"]),
    ("the patrols of 8-12 July 2019 and the plan for 2018-2023", None, ["2019-07-08/2019-07-12", "2018/2023"]),
    ("10/27/2016 or 10/07/2016 or 2016-10-27 or 27.10.2016", None, ["2016-10-27", "2016", "2016-10-27", "2016-10-27"]),
    ("the 2023-24 fiscal year", None, ["2023-04/2024-03"]),
    ("in the first half of 2024", None, ["2024-01/2024-06"]),
    ("in nine months of 2023", None, ["2023-01/2023-09"]),
    ("Since 1999 the force has grown", None, ["1999/.."]),
    ("from 1999 to the end of last year", "2007-02-13", ["1999/2006"]),
    ("15 December 2022 to 10 January 2023", None, ["2022-12-15/2023-01-10"]),
    ("from 15 December to 10 January 2023", None, ["2022-12-15/2023-01-10"]),
    ("They came on Thursday", "2017-06-29/2017-06-30", ["2017-06-29"]),
    ("They came on Wednesday", "2024-07-04/2024-07-31", ["2024-07"]),
    ("They came yesterday", "2024-07", ["2024"]),
    ("They came yesterday", None, [None]),
    ("It happened in August", "2017-06-30", ["2016-08"]),
    ("It happened in August", None, [None]),
    ("every year and in recent years", "2017-06-30", [None, None]),
    ("It may march in step", "2017-06-30", []),
    ("31 June 2019", None, ["2019-06"]),
    ("They will meet on 5 July", "2017-06-30", ["2017-07-05"]),
    ("so far this year", "2017-06-30", ["2017-01-01/2017-06-30"]),
    ("Since 1999 the force has grown", "2007-02-13", ["1999/2007-02-13"]),
    ("since the beginning of 2022, and since early 2022", "2022-09-05", ["2022-01-01/2022-09-05", "2022/2022-09-05"]),
    ("since the beginning of 2022", None, ["2022-01-01/2022"]),
    ("so far in 2022", "2022-09-05", ["2022-01-01/2022-09-05"]),
    ("since March", "2022-09-05", ["2022-03/2022-09-05"]),
    ("in the third quarter alone", "2022-11-05", ["2022-07/2022-09"]),
    ("in the third quarter", "2022-02-05", ["2021-07/2021-09"]),
    ("in the third quarter", None, [None]),
    ("over the first nine months", "2022-11-05", ["2022-01/2022-09"]),
    ("From January to July 4, 2013", None, ["2013-01/2013-07-04"]),
    ("between January and 4 July", "2013-08-01", ["2013-01/2013-07-04"]),
    ("2022's first half", None, ["2022-01/2022-06"]),
    ("in the past three years and over the last decade", "2022-11-05", [None, None]),
    ("the first half of the game", "2022-11-05", []),
]
RUSSIAN = [
    ("с 15 по 20 июня 2015 года", None, ["2015-06-15/2015-06-20"]),
    ("с 15 августа по 31 октября 2023 г. провели", None, ["2023-08-15/2023-10-31"]),
    ("в августе прошлого года", "2024-07", ["2023-08"]),
    ("за первое полугодие 2024 года", None, ["2024-01/2024-06"]),
    ("за девять месяцев 2023 года", None, ["2023-01/2023-09"]),
    ("с начала года", "2024-07-23", ["2024-01-01/2024-07-23"]),
    ("с начала 2024 года", "2024-07-23", ["2024-01-01/2024-07-23"]),
    ("с 2019 года", "2024-07-23", ["2019/2024-07-23"]),
    ("за девять месяцев изъято", "2024-11-02", ["2024-01/2024-09"]),
    ("за первые три месяца", "2024-11-02", ["2024-01/2024-03"]),
    ("с января по 4 июля 2013 года", None, ["2013-01/2013-07-04"]),
    ("за последние пять лет", "2024-07-23", [None]),
    ("в 2019–2021 годах", None, ["2019/2021"]),
    ("вчера, 19 июля 2015", "2015-07-20", ["2015-07-19", "2015-07-19"]),
    ("изъято 2010 единиц", None, []),
]
CHINESE = [
    ("2023年8月15日至10月31日", None, ["2023-08-15/2023-10-31"]),
    ("2022年1月至2023年5月", None, ["2022-01/2023-05"]),
    ("2025年上半年", None, ["2025-01/2025-06"]),
    ("25日举行", "2023-06-26", ["2023-06-25"]),
    ("去年8月", "2023-06-26", ["2022-08"]),
    ("今年前9个月", "2023-10-26", ["2023-01/2023-09"]),
    ("2022年以来", None, ["2022/.."]),
    ("今年以来", "2022-04-27", ["2022-01-01/2022-04-27"]),
    ("今年1-5月", "2022-06-24", ["2022-01/2022-05"]),
    ("2022年1至6月", None, ["2022-01/2022-06"]),
    ("自去年底启动专项斗争以来", "2022-03-29", ["2021/2022-03-29"]),
    ("近五年来,行动3个多月来", "2022-03-29", [None, None]),
    ("一季度", "2022-06-24", ["2022-01/2022-03"]),
    ("二〇二三年", None, ["2023"]),
    ("第24届,3万名", None, []),
]
TABLE = [(language, *row) for language, rows in (("en", ENGLISH), ("ru", RUSSIAN), ("zh", CHINESE)) for row in rows]


@pytest.mark.parametrize(("language", "text", "published", "expected"), TABLE)
def test_dates_are_found_and_resolved_no_finer_than_the_source(language, text, published, expected):
    dates = find_dates(text, language)
    assert [resolve(date, published) for date in dates] == expected
    assert all(text[date.start : date.end] == date.text for date in dates)


def test_two_dates_never_share_a_character():
    text = "from 15 to 23 May 2018, on May 15, 2018 and in May 2018-2019, 2018-05-15"
    spans = [(date.start, date.end) for date in find_dates(text, "en")]
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
