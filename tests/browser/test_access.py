"""Everybody can read: no accessibility fault on any page type, in both themes and at both widths, no sideways scrolling, visible focus."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.world import page_types

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("world")]
# Not public pages, yet everybody may come upon them.
LOGIN = "/admin/login/"
# A page in a window of 1280 by 1024 pixels, at four times its size.
ENLARGED = {"width": 320, "height": 256}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING: dict[str, object] = {"type": "tag", "values": TAGS}
# Django's own page of the desk follows the rules, not every good practice.
RULES: dict[str, object] = {"type": "tag", "values": TAGS[:-1]}
TOO_WIDE = """[...document.querySelectorAll("main *, header *, footer *")].filter(one => document.documentElement.scrollWidth >
    document.documentElement.clientWidth && one.getBoundingClientRect().right > document.documentElement.clientWidth)
    .map(one => one.outerHTML.slice(0, 60))"""
RUN = """async rules => (await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})).violations
    .map(fault => `${fault.id}: ${fault.nodes.slice(0, 3).map(node => node.target.join(" ")).join(" | ")}`)"""


def faults_of(page: Page, rules: dict[str, object] = EVERYTHING) -> list[str]:
    """Return what axe-core finds on the opened page; its code is evaluated, since the policy forbids foreign scripts."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, rules)
    return found


def faults_in_both_themes(page: Page, rules: dict[str, object] = EVERYTHING) -> dict[str, list[str]]:
    """Return by theme what axe-core finds; the page is opened once, and its theme changed as the system's setting changes it."""
    found, grounds = {}, set()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        if faults := page.evaluate(RUN, rules):
            found[scheme] = faults
    assert len(grounds) == 2, page.url
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_type_has_an_accessibility_fault_in_either_theme(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    faults = {}
    for name, address in {**page_types(), "login": LOGIN}.items():
        page.goto(address)
        if found := faults_in_both_themes(page, RULES if address == LOGIN else EVERYTHING):
            faults[name] = found
    assert not faults


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_our_own_faults_have_no_accessibility_fault(page: Page, broken: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address, status in ((broken, 500), (f"/operations/?{'a=1&' * 1100}", 400)):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            response = page.goto(address)
            assert response is not None
            assert response.status == status
            assert not faults_of(page)
            assert page.locator("h1").count() == 1
            assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("width", [320, 390, 1280, 1600])
def test_no_page_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name, address in page_types().items():
        page.goto(address)
        assert page.evaluate(SIDEWAYS) <= 0, name


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_before_or_without_the_fonts(page: Page, width: int) -> None:
    page.route("**/*.woff2", lambda route: route.fulfill(content_type="font/woff2", body=b""))
    page.set_viewport_size({"width": width, "height": 900})
    for name, address in page_types().items():
        page.goto(address)
        wide = page.evaluate(TOO_WIDE)
        assert wide == [], (name, wide)


def test_a_card_opened_in_place_has_no_fault(page: Page) -> None:
    page.goto(page_types()["article"])
    page.locator("a.mk-f").first.click()
    assert page.locator(".card-inplace").count() == 1
    assert not faults_of(page)


def test_headings_follow_one_another_on_every_page_type(page: Page) -> None:
    for name, address in page_types().items():
        page.goto(address)
        levels = page.eval_on_selector_all(
            "h1, h2, h3, h4", "nodes => nodes.map(node => Number(node.getAttribute('aria-level') || node.tagName[1]))"
        )
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), (name, levels)


def test_at_four_hundred_per_cent_every_page_is_read_without_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size(ENLARGED)  # type: ignore[arg-type]
    for name, address in page_types().items():
        page.goto(address)
        assert page.evaluate(SIDEWAYS) <= 0, name
        heading = page.locator("h1").bounding_box()
        assert heading is not None, name
        assert 0 <= heading["x"] <= heading["x"] + heading["width"] <= ENLARGED["width"], name


def test_at_four_hundred_per_cent_a_mark_and_its_card_are_seen(page: Page) -> None:
    page.set_viewport_size(ENLARGED)  # type: ignore[arg-type]
    page.goto(page_types()["article"])
    mark = page.locator("a.mk-f").first
    mark.click()
    expect(page.locator(".card-inplace .quote mark")).to_be_visible()
    assert page.evaluate(SIDEWAYS) <= 0


def test_wider_spacing_of_the_text_hides_nothing(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    apply = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }"
    for name in ("article", "figure", "operation", "states", "coverage", "method"):
        page.goto(page_types()[name])
        page.evaluate(apply, spacing)
        assert page.evaluate(SIDEWAYS) <= 0, name


def test_the_first_stop_of_every_page_skips_to_the_content(page: Page) -> None:
    for name, address in page_types().items():
        page.goto(address)
        page.keyboard.press("Tab")
        expect(page.locator(".skip"), name).to_be_focused()
        expect(page.locator(".skip"), name).to_be_in_viewport()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main", name


def test_the_focus_shows_at_every_stop(page: Page) -> None:
    shows = """() => {
        const at = document.activeElement, style = getComputedStyle(at);
        if (at === document.body) return true;
        const drawn = at.closest("svg") ? [at, ...at.querySelectorAll("text, circle, rect")].map(part => getComputedStyle(part)) : [style];
        return drawn.some(part => part.outlineStyle !== "none" && part.outlineWidth !== "0px" || part.strokeWidth === "3px");
    }"""
    for name, address in page_types().items():
        page.goto(address)
        for stop in range(30):
            page.keyboard.press("Tab")
            assert page.evaluate(shows), (name, stop, page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
