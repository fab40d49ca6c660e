"""The section that unfolds beside a page, and the pictures of notes and tags."""

import pytest
from playwright.sync_api import Locator, Page, expect
from tools import check_accessible, tab_to
from visitor import Visitor

DEEP = "guide/reference/rules/broken-link/"
NOTE = "guide/reading/"

WATCH_SHIFTS = """
window.shifts = []
new PerformanceObserver(list => list.getEntries().forEach(
  entry => entry.hadRecentInput || shifts.push(entry.value)))
  .observe({ type: "layout-shift", buffered: true })
"""

SEES_FIRST_FRAME = """
requestAnimationFrame(function look() {
  if (!document.querySelector(".sidebar .folder")) return requestAnimationFrame(look)
  window.first ??= document.querySelectorAll(".sidebar [aria-expanded='true']").length
})
"""


def toggle(page: Page, name: str) -> Locator:
    """The button that unfolds a folder of the section."""
    return page.locator(".sidebar").get_by_role("button", name=name, exact=True)


# MARK: The section


@pytest.mark.parametrize("place", ["address", "disk"])
def test_a_folder_unfolds(place: str, request: pytest.FixtureRequest, visitor: Visitor) -> None:
    """Its notes are listed in place, from a server and from disk, and lead to their pages."""
    is_disk = place == "disk"
    home = request.getfixturevalue(place)
    page = visitor.open(home + NOTE + ("index.html" if is_disk else ""))
    button = toggle(page, "Workload identity on EKS")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    link = page.locator(".sidebar").get_by_role("link", name="Quotas and limits")
    expect(link).to_be_visible()
    page.unroute("**/*")
    link.click()
    expect(page.locator("h1")).to_contain_text("Quotas and limits")
    assert page.url == home + "identity/quotas-and-limits/" + ("index.html" if is_disk else "")


def test_the_way_to_the_page_stays(address: str, visitor: Visitor) -> None:
    """A folder on the way unfolds around it, and folds to it again."""
    page = visitor.open(address + DEEP)
    section = page.locator(".sidebar")
    button = toggle(page, "Guide to Waymark")
    expect(section.get_by_role("link", name="Callouts")).to_have_count(0)
    button.click()
    expect(section.get_by_role("link", name="Callouts")).to_be_visible()
    expect(section.locator("[aria-current='page']")).to_have_text("broken-link")
    expect(section.get_by_role("link", name="Reference", exact=True)).to_have_count(1)
    button.click()
    expect(section.get_by_role("link", name="Callouts")).to_have_count(0)
    expect(section.locator("[aria-current='page']")).to_have_text("broken-link")


def test_the_section_works_by_keyboard(address: str, visitor: Visitor) -> None:
    """Tab reaches the button, Space and Enter press it, and the focus stays on it."""
    page = visitor.open(address + NOTE)
    button = toggle(page, "Workload identity on EKS")
    tab_to(page, button)
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert button.evaluate("button => button === document.activeElement")


def test_what_is_unfolded_stays_so(address: str, visitor: Visitor) -> None:
    """On the next page from its first frame on, nested folders too, and nothing moves."""
    page = visitor.open(address + "identity/irsa/", init_script=WATCH_SHIFTS + SEES_FIRST_FRAME)
    toggle(page, "Guide to Waymark").click()
    toggle(page, "Reference").click()
    expect(page.locator(".sidebar").get_by_role("link", name="Configuration")).to_be_visible()
    page.unroute("**/*")
    page.goto(address + "identity/oidc-in-eks/")
    expect(page.locator(".sidebar").get_by_role("link", name="Configuration")).to_have_count(1)
    assert page.evaluate("window.first") == 2
    assert sum(page.evaluate("shifts")) <= 0.02
    toggle(page, "Guide to Waymark").click()
    page.goto(address + "identity/irsa/")
    expect(page.locator(".sidebar [aria-expanded='true']")).to_have_count(0)


def test_a_listing_that_does_not_come_leads_to_the_folder(address: str, visitor: Visitor) -> None:
    """Offline or after a change of the site the button is the link that it stands beside."""
    page = visitor.open(address + NOTE)
    page.unroute("**/*")
    page.route("**/_waymark/tree/**", lambda route: route.fulfill(body="", status=200))
    toggle(page, "Workload identity on EKS").click()
    page.wait_for_url(address + "identity/")


def test_without_scripts_folders_are_links(address: str, visitor: Visitor) -> None:
    """No button is left over, and the section is there; on a phone behind a button."""
    page = visitor.open(address + NOTE, javascript=False)
    section = page.locator(".sidebar")
    expect(section.locator("button")).to_have_count(0)
    assert section.locator("[aria-current='page']").is_visible()
    link = section.get_by_role("link", name="Workload identity on EKS")
    assert link.get_attribute("href") == "../../identity/"
    page = visitor.open(address + NOTE, javascript=False, width=360)
    assert not page.locator(".sidebar [aria-current='page']").is_visible()
    page.get_by_role("button", name="Section").click()
    assert page.locator(".sidebar [aria-current='page']").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_unfolded_section_is_accessible(
    address: str, visitor: Visitor, scheme: str, width: int
) -> None:
    """By axe, with folders unfolded on the way and beside it; nothing scrolls sideways."""
    page = visitor.open(address + DEEP, width=width, color_scheme=scheme)
    if width < 960:
        page.get_by_role("button", name="Section").click()
    toggle(page, "Guide to Waymark").click()
    toggle(page, "Workload identity on EKS").click()
    expect(page.locator(".sidebar [aria-expanded='true']")).to_have_count(2)
    check_accessible(page)
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    assert wide <= width
