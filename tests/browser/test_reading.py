"""Reading in a real browser: with and without script, by keyboard alone, light of weight, and without flicker."""

import gzip
import re

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.world import COMPARED, page_types

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("world")]
KILOBYTE = 1000
TEXTS = ("text/", "application/javascript", "image/svg")


def test_a_list_renews_in_place_and_the_address_and_the_title_follow(page: Page) -> None:
    open_list(page)
    page.evaluate("window.sameDocument = true")
    before = page.locator("[data-count]").inner_text()
    page.locator("#f-country-CN").check()
    page.locator("#apply").click()
    expect(page).to_have_url("/operations/?country=CN")
    expect(page.locator("[data-count]")).not_to_have_text(before)
    expect(page).to_have_title("Operations and exercises: China: the SCO security archive")
    assert page.evaluate("window.sameDocument") is True
    assert page.evaluate("document.activeElement.id") == "apply"
    expect(page.locator("#announce")).to_have_text(page.locator("[data-count]").inner_text())
    expect(page.locator("h1")).to_contain_text("China")
    page.locator(".chip").click()
    expect(page).to_have_url("/operations/")
    page.go_back()
    expect(page.locator("[data-count]")).not_to_have_text(before)


def open_list(page: Page) -> None:
    """Open a list and reach for it, which fetches what renews it in place."""
    page.goto("/operations/")
    page.locator("#list").hover()
    # Not wait_for_function: what it does in the page is forbidden by the page's own policy.
    for _ in range(200):
        if page.evaluate("Boolean(window.htmx)"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("what renews the list did not come within ten seconds")


def test_a_row_of_a_renewed_list_leads_to_its_page(page: Page) -> None:
    open_list(page)
    page.locator("#f-country-CN").check()
    page.locator("#apply").click()
    expect(page.locator(".chip")).to_be_visible()
    page.locator("table.data tbody th a").first.click()
    expect(page.locator("#rec")).to_be_visible()


def test_a_long_facet_is_narrowed_by_typing(page: Page) -> None:
    page.goto("/meetings/")
    page.locator("#narrow-topic").fill("counter")
    shown = page.locator("#list-topic > li:visible").all_inner_texts()
    assert shown
    assert all("counter" in text.lower() for text in shown)


def test_a_mark_opens_its_card_in_place_and_escape_gives_the_focus_back(page: Page) -> None:
    page.goto(page_types()["article"])
    mark = page.locator("#in-f3")
    mark.click()
    card = page.locator(".card-inplace")
    expect(card).to_contain_text("75")
    expect(mark).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert page.evaluate("document.activeElement.id") == "in-f3"


def test_the_keyboard_alone_leads_from_the_search_to_the_quote(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    reach(page, "#q")
    page.keyboard.type("lawbreakers")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/articles/?q=lawbreakers")
    reach(page, ".hit h3 a")
    page.keyboard.press("Enter")
    expect(page.locator("#in-f1")).to_be_visible()
    reach(page, "#in-f1")
    page.keyboard.press("Enter")
    expect(page.locator(".card-inplace .quote mark")).to_contain_text("more than 12,000")


def reach(page: Page, selector: str) -> None:
    """Press Tab until the first element of a selector has the focus, and see that the focus shows."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement === document.querySelector(s)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def test_everything_is_read_without_script(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/operations/")
    page.locator("#f-country-CN").check()
    page.locator("#apply").click()
    expect(page).to_have_url("/operations/?country=CN")
    expect(page.locator(".chip")).to_contain_text("China")
    page.goto(page_types()["article"])
    page.locator("#in-f3").click()
    assert page.url.endswith("#f3")
    expect(page.locator("#f3")).to_be_visible()
    expect(page.locator(".js-only").first).to_be_hidden()
    context.close()


def test_the_chosen_theme_stands_before_the_first_paint_and_sets_no_cookie(page: Page) -> None:
    page.goto("/method/")
    page.locator("[data-theme-switch]").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto("/codebook/")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    order = page.eval_on_selector_all("head > script, head > link[rel=stylesheet]", "nodes => nodes.map(node => node.tagName)")
    assert order.index("SCRIPT") < order.index("LINK")
    assert page.evaluate("document.querySelector('head > script').defer") is False
    assert not page.context.cookies()


@pytest.mark.parametrize(
    ("address", "most"),
    [("/articles/", 100), ("/operations/", 100), ("/meetings/", 100), ("/statistics/?measure=firearms_seized", 170), ("/timeline/", 170)],
)
def test_a_first_view_is_light(page: Page, address: str, most: int) -> None:
    sizes = weigh(page, address)
    files = {url: size for url, size in sizes.items() if not url.endswith("mark.svg")}
    assert len(files) <= 6, files
    assert sum(files.values()) <= most * KILOBYTE, files
    if most == 100:
        assert sizes[page.url] <= 14 * KILOBYTE, files
    own = [size for url, size in files.items() if "archive" in url and url.endswith(".js")]
    assert own, files
    assert own[0] < 30 * KILOBYTE


def weigh(page: Page, address: str) -> dict[str, int]:
    """Return what a first view fetches: texts as compressed, everything else as it is."""
    fetched: list[Response] = []
    page.on("response", lambda response: fetched.append(response))
    page.goto(address, wait_until="networkidle")
    sizes = {}
    for response in fetched:
        body = response.body()
        is_text = response.headers.get("content-type", "").startswith(TEXTS) or response.url.endswith(".js")
        sizes[response.url] = len(gzip.compress(body)) if is_text else len(body)
    return sizes


def test_a_text_pasted_into_a_search_box_is_searched_for_as_far_as_the_box_takes_it(page: Page) -> None:
    page.goto("/")
    page.locator("#q").focus()
    page.keyboard.insert_text("边" * 2000)
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("边{50}"))
    expect(page.locator("#q")).to_have_value("边" * 800)


@pytest.mark.parametrize("address", ["/articles/", "/operations/", "/meetings/", "/states/"])
def test_no_page_scrolls_sideways_for_a_long_word(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{address}?q={'ж' * 800}")
    expect(page.locator("#q")).to_have_value(re.compile("ж{100}"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_moves_while_a_page_loads(page: Page) -> None:
    # What is routed is not kept either, so that every page is a first view.
    page.route("**/*", lambda route: route.fallback())
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved += entry.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for address in ("/", page_types()["article"], "/articles/", f"/operations/{COMPARED}/"):
        page.goto(address, wait_until="networkidle")
        assert page.evaluate("window.moved") < 0.05, address


def test_print_shows_the_text_and_leaves_the_controls_out(page: Page) -> None:
    page.goto(page_types()["article"])
    page.emulate_media(media="print")
    expect(page.locator(".prose").first).to_be_visible()
    expect(page.locator(".nav")).to_be_hidden()
    page.goto("/operations/")
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.locator("table.data")).to_be_visible()
