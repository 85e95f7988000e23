"""Who belonged to the organization, and how, on every day on which something changed."""

import datetime
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from events.models import Membership, State

pytestmark = pytest.mark.django_db

# day, members, observers, dialogue partners, partners, Shanghai Five
COUNTS = [
    ("1996-04-25", 0, 0, 0, 0, 0),
    ("1996-04-26", 0, 0, 0, 0, 5),
    ("2001-06-14", 0, 0, 0, 0, 5),
    ("2001-06-15", 6, 0, 0, 0, 0),
    ("2004-06-16", 6, 0, 0, 0, 0),
    ("2004-06-17", 6, 1, 0, 0, 0),
    ("2005-07-04", 6, 1, 0, 0, 0),
    ("2005-07-05", 6, 4, 0, 0, 0),
    ("2010-04-27", 6, 4, 0, 0, 0),
    ("2010-04-28", 6, 4, 1, 0, 0),
    ("2010-05-05", 6, 4, 1, 0, 0),
    ("2010-05-06", 6, 4, 2, 0, 0),
    ("2012-06-06", 6, 4, 2, 0, 0),
    ("2012-06-07", 6, 5, 2, 0, 0),
    ("2013-04-25", 6, 5, 2, 0, 0),
    ("2013-04-26", 6, 5, 3, 0, 0),
    ("2015-07-09", 6, 5, 3, 0, 0),
    ("2015-07-10", 6, 6, 2, 0, 0),
    ("2015-09-23", 6, 6, 2, 0, 0),
    ("2015-09-24", 6, 6, 3, 0, 0),
    ("2016-03-13", 6, 6, 3, 0, 0),
    ("2016-03-14", 6, 6, 4, 0, 0),
    ("2016-03-21", 6, 6, 4, 0, 0),
    ("2016-03-22", 6, 6, 5, 0, 0),
    ("2016-04-15", 6, 6, 5, 0, 0),
    ("2016-04-16", 6, 6, 6, 0, 0),
    ("2016-07-01", 6, 6, 6, 0, 0),
    ("2017-06-08", 6, 6, 6, 0, 0),
    ("2017-06-09", 8, 4, 6, 0, 0),
    ("2022-09-13", 8, 4, 6, 0, 0),
    ("2022-09-14", 8, 4, 8, 0, 0),
    ("2022-09-15", 8, 4, 8, 0, 0),
    ("2022-09-16", 8, 4, 9, 0, 0),
    ("2023-05-04", 8, 4, 9, 0, 0),
    ("2023-05-05", 8, 4, 13, 0, 0),
    ("2023-07-03", 8, 4, 13, 0, 0),
    ("2023-07-04", 9, 3, 13, 0, 0),
    ("2023-07-14", 9, 3, 13, 0, 0),
    ("2023-07-15", 9, 3, 14, 0, 0),
    ("2024-07-03", 9, 3, 14, 0, 0),
    ("2024-07-04", 10, 2, 14, 0, 0),
    ("2024-07-10", 10, 2, 14, 0, 0),
    ("2025-08-31", 10, 2, 14, 0, 0),
    ("2025-09-01", 10, 0, 0, 17, 0),
    ("2026-03-01", 10, 0, 0, 17, 0),
]
FIVE = [("predecessor", "1996-04-26"), ("member", "2001-06-15")]
MERGED = ("partner", "2025-09-01")
HISTORY = {
    **dict.fromkeys(["CN", "KZ", "KG", "RU", "TJ"], FIVE),
    "UZ": [("member", "2001-06-15")],
    "IN": [("observer", "2005-07-05"), ("member", "2017-06-09")],
    "PK": [("observer", "2005-07-05"), ("member", "2017-06-09")],
    "IR": [("observer", "2005-07-05"), ("member", "2023-07-04")],
    "BY": [("dialogue_partner", "2010-04-28"), ("observer", "2015-07-10"), ("member", "2024-07-04")],
    "MN": [("observer", "2004-06-17"), MERGED],
    "AF": [("observer", "2012-06-07"), MERGED],
    "LK": [("dialogue_partner", "2010-05-06"), MERGED],
    "TR": [("dialogue_partner", "2013-04-26"), MERGED],
    "KH": [("dialogue_partner", "2015-09-24"), MERGED],
    "AZ": [("dialogue_partner", "2016-03-14"), MERGED],
    "NP": [("dialogue_partner", "2016-03-22"), MERGED],
    "AM": [("dialogue_partner", "2016-04-16"), MERGED],
    "EG": [("dialogue_partner", "2022-09-14"), MERGED],
    "QA": [("dialogue_partner", "2022-09-14"), MERGED],
    "SA": [("dialogue_partner", "2022-09-16"), MERGED],
    **dict.fromkeys(["AE", "KW", "MV", "MM"], [("dialogue_partner", "2023-05-05"), MERGED]),
    "BH": [("dialogue_partner", "2023-07-15"), MERGED],
    "LA": [MERGED],
    **dict.fromkeys(["TM", "VN", "MY"], []),
}


@pytest.fixture(autouse=True)
def reference(db: None) -> None:
    call_command("load_reference", verbosity=0)


def day_of(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_the_counts_are_right_on_every_boundary_day_and_the_day_before() -> None:
    for text, *expected in COUNTS:
        counted = Counter(Membership.objects.on(day_of(text)).values_list("status", flat=True))
        found = [counted[status] for status in ("member", "observer", "dialogue_partner", "partner", "predecessor")]
        assert found == expected, text


def test_every_state_has_its_status_from_the_first_day_on_and_not_before() -> None:
    assert set(HISTORY) == set(State.objects.values_list("code", flat=True))
    for code, history in HISTORY.items():
        before = None
        for status, start in history:
            first = day_of(start)
            for day, wanted in ((first - datetime.timedelta(days=1), before), (first, status)):
                held = list(Membership.objects.on(day).filter(state__code=code).values_list("status", flat=True))
                assert held == ([wanted] if wanted else []), (code, day)
            before = status
        last = list(Membership.objects.on(datetime.date(2026, 11, 22)).filter(state__code=code).values_list("status", flat=True))
        assert last == ([before] if before else []), code


def test_the_table_above_covers_every_date_of_the_reference_data() -> None:
    tested = {text for text, *_ in COUNTS}
    starts = {day.isoformat() for day in Membership.objects.values_list("start", flat=True)}
    ends = {day.isoformat() for day in Membership.objects.exclude(until=None).values_list("until", flat=True)}
    assert starts | ends <= tested


def test_the_six_founders_are_marked() -> None:
    assert set(Membership.objects.filter(founder=True).values_list("state__code", flat=True)) == {"CN", "KZ", "KG", "RU", "TJ", "UZ"}


def test_the_database_refuses_a_second_status_at_the_same_time() -> None:
    china = State.objects.get(code="CN")
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.bulk_create(
            [Membership(state=china, status="observer", start=day_of("2010-01-01"), source_url="https://a.org/")]
        )
