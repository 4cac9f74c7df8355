"""The policy of the pages, tried in a browser: no string becomes a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"tried = 1\">')",
        "document.querySelector('h1').innerHTML = '<b>words</b>'",
        "document.createElement('script').text = 'tried = 1'",
        "document.createElement('script').src = 'data:,tried=1'",
        "document.createElement('iframe').srcdoc = '<p>words'",
        "new DOMParser().parseFromString('<p>words', 'text/html')",
        "new Worker('data:,tried=1')",
        "setTimeout('tried = 1')",
    ],
)
def test_no_string_becomes_an_element_or_a_script(page: Page, site: str, attempt: str) -> None:
    page.goto(site)
    with pytest.raises(Error, match=r"requires 'Trusted|policy|blocked"):
        page.evaluate(attempt)
    assert page.evaluate("typeof tried") == "undefined"


def test_no_policy_can_be_added(page: Page, site: str) -> None:
    page.goto(site)
    for name in ("default", "other"):
        with pytest.raises(Error, match=r"already exists|disallowed"):
            page.evaluate(f"trustedTypes.createPolicy('{name}', {{}}) && 0")


def test_another_site_learns_no_more_than_ours(page: Page, site: str) -> None:
    """A link that leaves the site does not say from which page."""
    page.goto(site)
    assert page.locator("meta[name=referrer]").get_attribute("content") == (
        "strict-origin-when-cross-origin"
    )
