"""What the tests of tools over comparisons and decisions share."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"
"""An init script: a page from disk, or served without TLS, has no clipboard of its own."""

WATCH_SHIFTS = """
window.shifts = []
new PerformanceObserver(list => list.getEntries().forEach(
  entry => entry.hadRecentInput || shifts.push(entry.value)))
  .observe({ type: "layout-shift", buffered: true })
"""
"""An init script: sums up in `shifts` what moved without the reader's doing."""

MOST_TABS = 200


class Hold:
    """Keeps back the files of a pattern until the test lets them come, or fails them."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._page = page
        self._pattern = pattern
        self._held: list[Route] = []
        self._is_over = False
        page.route(pattern, self._keep)

    def _keep(self, route: Route) -> None:
        route.fallback() if self._is_over else self._held.append(route)

    def _release(self) -> list[Route]:
        self.wait()
        self._is_over = True
        return self._held

    def wait(self) -> None:
        """Wait until one of the files is asked for."""
        for _ in range(200):
            if self._held:
                return
            self._page.wait_for_timeout(20)
        raise AssertionError(f"nothing asks for {self._pattern}")

    def let_through(self) -> None:
        """Let the files come, once they are asked for."""
        for route in self._release():
            route.continue_()

    def fail(self) -> None:
        """Let them fail this time, as without a network."""
        for route in self._release():
            route.abort()


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
