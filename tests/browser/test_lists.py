"""Lists that renew in place, in a real browser: where the reader stands and what has the focus afterwards."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from events.models import Operation
from tests.browser.test_access import faults_of
from tests.browser.test_reading import reach
from tests.browser.world import COMPARED
from tests.factories import make_article, make_outlet

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("world")]

# Where the page stands once it has not moved for twenty frames: a wheel and a focus scroll it some time after they were given.
AT_REST = """() => new Promise(resolve => {
    let place = scrollY, frames = 0;
    const look = () => {
        frames = scrollY === place ? frames + 1 : 0;
        place = scrollY;
        frames < 20 ? requestAnimationFrame(look) : resolve(place);
    };
    look();
})"""


def open_list(page: Page, address: str) -> None:
    """Open a list and reach for it, which fetches what renews it in place; the mark on the window is lost by any other page."""
    page.goto(address)
    page.locator("#list").hover()
    for _ in range(200):
        if page.evaluate("Boolean(window.htmx)"):
            page.evaluate("window.sameDocument = true")
            return
        page.wait_for_timeout(50)
    raise AssertionError("what renews the list did not come within ten seconds")


def fill_the_list(number: int = 45) -> None:
    """Add articles until there are several pages."""
    for day in range(number):
        place = 2000 + day
        date = f"2019-{1 + day % 12:02}-{1 + day % 28:02}"
        make_article(f"Lantern {day}", body="A lantern was lit.", date=date, outlet=make_outlet("example-wire"), search_no=place)


def test_the_next_page_begins_at_its_head_and_the_way_back_leads_to_the_first(page: Page) -> None:
    fill_the_list()
    open_list(page, "/articles/")
    page.locator(".pager a[rel=next]").click()
    expect(page).to_have_url("/articles/?page=2")
    expect(page.locator("[data-count]")).to_be_focused()
    expect(page.locator("[data-count]")).to_be_in_viewport()
    expect(page.locator("#announce")).to_have_text(page.locator("[data-count]").inner_text())
    assert page.evaluate("window.sameDocument") is True
    page.go_back()
    expect(page).to_have_url("/articles/")
    expect(page.locator(".pager [aria-current]")).to_contain_text("1")


def test_a_chip_that_is_taken_away_hands_the_focus_to_the_head_of_the_list(page: Page) -> None:
    open_list(page, "/articles/?language=en&language=ru")
    page.locator(".chip").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/articles/?language=ru")
    expect(page.locator("[data-count]")).to_be_focused()
    assert page.evaluate("window.sameDocument") is True


@pytest.mark.parametrize(("address", "words"), [("/articles/?language=en", "firearms"), ("/operations/?country=CN", "solidarity")])
def test_words_searched_renew_the_list_and_the_focus_stays_in_their_field(page: Page, address: str, words: str) -> None:
    open_list(page, address)
    page.locator("#q").fill(words)
    page.keyboard.press("Enter")
    path, _, kept = address.partition("?")
    expect(page).to_have_url(f"{path}?q={words}&{kept}")
    expect(page.locator("#list-head h1")).to_contain_text(words)
    expect(page.locator(".chip").first).to_contain_text(words)
    expect(page.locator("#q")).to_be_focused()
    assert page.evaluate("window.sameDocument") is True


def test_another_order_leaves_the_reader_where_he_was(page: Page) -> None:
    fill_the_list()
    open_list(page, "/articles/")
    page.locator("select[name=sort]").select_option("oldest")
    page.locator("#go").focus()
    page.mouse.wheel(0, 120)
    page.wait_for_function("scrollY > 0")
    before = page.evaluate(AT_REST)
    assert before > 50
    page.keyboard.press("Enter")
    expect(page).to_have_url("/articles/?sort=oldest&size=20")
    expect(page.locator("#go")).to_be_focused()
    expect(page.locator(".yearrow").first).to_have_text("2015")
    assert abs(page.evaluate(AT_REST) - before) < 5


def test_a_chosen_value_of_a_long_facet_stands_first_and_is_ticked(page: Page) -> None:
    page.goto("/meetings/")
    last = page.locator("#list-topic input").last.get_attribute("value")
    page.goto(f"/meetings/?topic={last}")
    first = page.locator("#list-topic input").first
    expect(first).to_be_checked()
    assert first.get_attribute("value") == last


def test_by_keyboard_alone_from_the_filtered_list_through_two_articles_and_back(page: Page) -> None:
    fill_the_list(3)
    page.goto("/articles/?q=lantern&sort=oldest")
    reach(page, ".hit h3 a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Lantern 0")
    reach(page, ".pager a[rel=next]")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Lantern 1")
    expect(page.locator(".pager")).to_contain_text("2 of 3")
    reach(page, ".crumbs li:nth-child(2) a")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/articles/?q=lantern&sort=oldest")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_list_and_its_rows_have_no_accessibility_fault_under_filters(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    article = Article.objects.get(title="A later tally", outlet__slug="example-en")
    found = {}
    for address in (
        "/articles/?q=firearms&language=en&sort=relevance",
        "/articles/?q=the",
        "/articles/?page=99",
        f"{article.get_absolute_url()}?q=firearms&sort=oldest",
        "/statistics/?outlet=example-en&language=en",
        "/operations/?language=ru&country=CN",
        "/meetings/?series=border-heads&size=50",
    ):
        page.goto(address)
        faults = faults_of(page)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append("scrolls sideways")
        if faults:
            found[address] = faults
    assert not found


def test_by_keyboard_alone_from_a_figure_to_its_words_in_the_article(page: Page) -> None:
    figure = Operation.objects.get(slug=COMPARED).statistics.get(measure__code="firearms_seized", low=82)
    page.goto(figure.get_absolute_url())
    reach(page, ".words-of .byline a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#in-f1$"))
    expect(page.locator("#in-f1")).to_contain_text("82 firearms")
    expect(page.locator("#in-f1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#in-f1")).to_be_focused()


def test_on_a_phone_the_words_of_a_figure_stand_in_sight_and_the_table_stays_one_for_the_ear(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto("/statistics/?outlet=example-en")
    words = page.locator("td.w").first
    place = words.bounding_box()
    assert place is not None
    assert place["x"] + place["width"] <= 320
    expect(page.get_by_role("table").get_by_role("cell", name="82 firearms")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Words in the report")).to_have_count(1)
