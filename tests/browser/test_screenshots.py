"""Pictures of every page type at two widths and in both themes, by one command: `make screenshots` puts them into docs/screenshots.

Without a folder asked for, only the README's picture is taken, so that a run of the tests does not make a hundred of them. The pictures are
WebP of the head of each page, so that all of them together stay small enough to be kept beside the program.
"""

import base64
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.world import page_types

pytestmark = pytest.mark.browser
# A picture shows the head of a page; nobody looks at the rest of a list of two hundred rows.
HEIGHTS = {390: 1200, 1280: 1200}
SCHEMES = ("light", "dark")
MOST_BYTES = 6_000_000
QUALITY = 0.45
TO_WEBP = """async ([data, quality]) => {
    const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality });
    return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), byte => String.fromCharCode(byte)).join(""));
}"""


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


@pytest.fixture
def to_webp(browser: Browser) -> Callable[[bytes], bytes]:
    """Return what makes a WebP of a PNG: the browser itself does, on an empty page without a policy."""
    empty = browser.new_page()
    empty.goto("about:blank")
    return lambda png: base64.b64decode(empty.evaluate(TO_WEBP, [base64.b64encode(png).decode(), QUALITY]))


@pytest.mark.usefixtures("world")
@pytest.mark.pictures
def test_every_page_type_can_be_pictured(page: Page, broken: str, to_webp: Callable[[bytes], bytes]) -> None:
    folder = Path(os.environ["SCREENSHOTS"]) / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    addresses = {**page_types(), "fault": broken}
    for width in HEIGHTS:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for name, address in addresses.items():
                (folder / f"{name}-{width}-{scheme}.webp").write_bytes(to_webp(picture(page, address, width)))
    pictures = list(folder.glob("*.webp"))
    assert len(pictures) == len(HEIGHTS) * len(SCHEMES) * len(addresses)
    assert sum(path.stat().st_size for path in pictures) <= MOST_BYTES


def picture(page: Page, address: str, width: int) -> bytes:
    """Return a picture of a page from its head down to where it ends or gets long, as PNG."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address, wait_until="networkidle")
    # Letters change their face at the paint that follows.
    page.evaluate("document.fonts.ready.then(() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted))))")
    height = min(page.evaluate("document.documentElement.scrollHeight"), HEIGHTS[width])
    return page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
