"""What the tests of tools over comparisons and decisions share."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"
"""An init script: a page from disk, or served without TLS, has no clipboard of its own."""

MOST_TABS = 200


def query(page: Page) -> str:
    """The query of the page's address, as it is written there."""
    return page.evaluate("location.search.slice(1)")


def allow_clipboard(page: Page) -> None:
    """Let the test read what the page copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def clipboard(page: Page) -> str:
    """What was copied last."""
    return page.evaluate("navigator.clipboard.readText()")


def heard(page: Page, text: str) -> None:
    """Wait until the page has said `text` to who listens to it."""
    page.wait_for_function(
        "text => document.querySelector('.announcer').textContent.includes(text)", arg=text
    )


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is on `target`, which must be visible then."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            assert target.is_visible()
            return
    raise AssertionError(f"{MOST_TABS} presses of Tab do not lead to {target}")


def check_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 AA nor of axe's best practices in the page as it is now."""
    # Colours on their way to others are no one's.
    page.evaluate("Promise.all(document.getAnimations().map(animation => animation.finished))")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    assert results.violations_count == 0, results.generate_report()
