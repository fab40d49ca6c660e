"""Pages of every kind, for readers with every kind of screen, by axe-core and by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from visitor import Visitor

from harness.pages import Page, Site

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REQUIRED_KINDS = ["home", "note", "folder", "tag", "tags", "not-found"]


def page_of(site: Site, kind: str) -> Page:
    """The longest page of a kind: it holds the most that can be wrong."""
    found = site.longest(1, kind)
    if not found and kind not in REQUIRED_KINDS:
        pytest.skip(f"the site has no {kind} page")
    assert found, f"the site has no page with data-page={kind!r}"
    return found[0]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [*REQUIRED_KINDS, "redirect"])
def test_axe_finds_nothing(
    site: Site, address: str, visitor: Visitor, kind: str, color_scheme: str, width: int
) -> None:
    """No violation of WCAG 2.2 AA nor of axe's best practices."""
    url = address + page_of(site, kind).path
    page = visitor.open(url, width=width, color_scheme=color_scheme)
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("kind", ["home", "note", "tags"])
def test_skip_link_comes_first(site: Site, address: str, visitor: Visitor, kind: str) -> None:
    """The first Tab shows a link past the navigation, and Enter on it goes to the main part."""
    page = visitor.open(address + page_of(site, kind).path)
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert (link.get_attribute("href") or "").startswith("#"), link.evaluate("e => e.outerHTML")
    box = link.bounding_box()
    assert box, "the skip link has no box when it has the focus"
    assert box["x"] >= 0 and box["y"] >= 0 and box["width"] > 20 and box["height"] > 10, box
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")
