"""The delivery in a real browser: the site answers and its sign-in page works under the content security policy."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser, Error, Page, expect

pytestmark = pytest.mark.browser


def test_an_editor_signs_in_under_the_content_security_policy(page: Page) -> None:
    get_user_model().objects.create_superuser("editor", password="words only tests use")
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("words only tests use")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Site administration")).to_be_visible()


@pytest.mark.parametrize("elsewhere", ["http://example.org/", "https://192.0.2.1/", "http://[2001:db8::1]/"])
def test_the_browser_of_the_tests_finds_nothing_outside_this_machine(browser: Browser, elsewhere: str) -> None:
    page = browser.new_page()
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(elsewhere)
    page.context.close()
