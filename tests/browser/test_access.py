"""Everybody can read: no accessibility fault on any page type, in both themes and at both widths, and no sideways scrolling."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.world import page_types

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("world")]
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING: dict[str, object] = {"type": "tag", "values": TAGS}
# The themes differ in colours alone, so the dark one is looked at for contrast.
CONTRAST: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_type_has_an_accessibility_fault(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    faults = {}
    for name, address in page_types().items():
        page.goto(address)
        found = faults_of(page, EVERYTHING if scheme == "light" else CONTRAST)
        if found:
            faults[name] = found
    assert not faults


@pytest.mark.parametrize("width", [320, 390, 1280, 1600])
def test_no_page_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name, address in page_types().items():
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, name


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


def test_at_four_hundred_per_cent_the_article_is_still_read_without_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(page_types()["article"])
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.locator("a.mk-f").first.scroll_into_view_if_needed()
    assert page.locator("a.mk-f").first.is_visible()
