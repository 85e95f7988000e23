"""The shelf of the search tests."""

import pytest

from tests.articles.search.shelf import make_shelf, put


@pytest.fixture
def shelf(db: None) -> None:
    """What articles refer to."""
    make_shelf()


@pytest.fixture
def library(shelf: None) -> None:
    """Eight articles in three languages for the table of queries."""
    put(1, "Joint exercise on the border", "Navy and army patrols met.\n\nThe exercises ended with a patrol at dawn.", date="2024-07-10")
    put(2, "Naval exercise", "The joint exercise of the navy was held at sea.", date="2023-05-01")
    put(3, "Patrols strengthened", "Customs officers in Tashkent seized 13,800 rounds near the border.", date="2024-07-11", states=["UZ"])
    put(4, "Пограничники провели учения", "Совместные учения прошли в Ташкенте, изъято 13 800 патронов.", language="ru", date="2024-08")
    put(5, "边防部门领导人会议", "会议在塔什干召开,加强边境合作。", language="zh", date="2022")
    put(6, "Counter-terrorism drills", "An anti-terror drill, not a joint one; the exercise was cancelled in Xi'an.", date="")
    put(7, "Café talks", "Ministers met in a café. China’s delegation spoke of trade.", date="2024-07-10")
    put(8, "Joint", "Exercise of rights.", date="2021-01-31")
