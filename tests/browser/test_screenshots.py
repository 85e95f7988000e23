"""The pictures of the README, taken from the seeded site; `make screenshots` puts them into docs/screenshots."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("seeded")
def test_an_article_with_its_marked_figures_can_be_pictured(page: Page, tmp_path: Path) -> None:
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path)
    page.goto("/articles/")
    page.get_by_role("link", name="SCO committed to maintaining regional security").first.click()
    expect(page.locator("mark").first).to_be_visible()
    page.screenshot(path=folder / "article.png")
    assert (folder / "article.png").stat().st_size > 10_000
