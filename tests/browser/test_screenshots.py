"""Pictures of every page type at two widths and in both themes, by one command: `make screenshots` puts them into docs/screenshots.

Without a folder asked for, only the README's picture is taken, so that a run of the tests does not make a hundred of them.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.world import page_types

pytestmark = pytest.mark.browser
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
# A picture shows the head of a long page; nobody looks at the rest of a list of two hundred rows.
HIGHEST = 2600


@pytest.mark.usefixtures("seeded")
def test_an_article_with_its_marked_figures_can_be_pictured(page: Page, tmp_path: Path) -> None:
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path)
    page.goto("/articles/")
    page.get_by_role("link", name="SCO committed to maintaining regional security").first.click()
    expect(page.locator("a.mk-f").first).to_be_visible()
    place = page.locator("a.mk-f").last.bounding_box()
    assert place is not None
    page.screenshot(path=folder / "article.png", full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": place["y"] + 100})
    assert (folder / "article.png").stat().st_size > 10_000


@pytest.mark.usefixtures("world")
@pytest.mark.pictures
def test_every_page_type_can_be_pictured(page: Page) -> None:
    folder = Path(os.environ["SCREENSHOTS"]) / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for name, address in page_types().items():
                take(page, address, width, folder / f"{name}-{width}-{scheme}.jpg")
    assert len(list(folder.glob("*.jpg"))) >= len(WIDTHS) * len(SCHEMES) * len(page_types())


def take(page: Page, address: str, width: int, path: Path) -> None:
    """Picture a page from its head down to where it ends or gets long."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.evaluate("document.fonts.ready")
    height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
    page.screenshot(path=path, type="jpeg", quality=60, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
