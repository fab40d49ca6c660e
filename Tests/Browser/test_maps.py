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


def test_what_was_unfolded_long_ago_is_renewed(address: str, visitor: Visitor) -> None:
    """It is shown as it was, and then as it is now."""
    page = visitor.open(address + NOTE)
    page.evaluate("""sessionStorage.setItem('waymark:tree:/docs/', JSON.stringify({
      'identity/': [0, { notes: [['Gone', 'gone/']], folders: [], pages: [] }] }))""")
    page.reload()
    section = page.locator(".sidebar")
    expect(section.get_by_role("link", name="Quotas and limits")).to_be_visible()
    expect(section.get_by_role("link", name="Gone")).to_have_count(0)
    time = page.evaluate("JSON.parse(sessionStorage['waymark:tree:/docs/'])['identity/'][0]")
    assert time > 0


def test_on_a_phone_a_button_opens_the_section(address: str, visitor: Visitor) -> None:
    """With the reader's place in view; Escape closes it, and the focus is on the button."""
    page = visitor.open(address + DEEP.replace("broken-link", "unused-asset"), width=360)
    button = page.get_by_role("button", name="Section")
    mark = page.locator(".sidebar [aria-current='page']")
    assert not mark.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(mark).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert not mark.is_visible()
    assert button.evaluate("button => button === document.activeElement")


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


# MARK: Pictures


def test_what_is_near_can_be_unfolded(address: str, visitor: Visitor) -> None:
    """Below the lists, without scripts too, each name a link to its note."""
    page = visitor.open(address + "identity/irsa/", javascript=False)
    picture = page.locator(".local-map svg")
    assert not picture.is_visible()
    page.locator(".local-map summary").click()
    expect(page.get_by_role("group", name="Map of what is near")).to_be_visible()
    link = picture.get_by_role("link", name="Projected tokens")
    page.unroute("**/*")
    link.click()
    page.wait_for_url(address + "identity/projected-tokens/")


def test_names_in_pictures_are_where_they_were_measured(address: str, visitor: Visitor) -> None:
    """No two overlap in a real font, near a note and on the maps of notes and tags."""
    for path in ("identity/irsa/", "graph/", "tags/"):
        page = visitor.open(address + path)
        page.locator("details.local-map").evaluate_all("all => all.forEach(one => one.open = true)")
        overlaps = page.evaluate("""() => {
          const boxes = [...document.querySelectorAll(':is(.local-map, .network) svg text')]
            .map(text => [text.textContent, text.getBoundingClientRect()])
          return boxes.flatMap(([name, one], index) => boxes.slice(index + 1)
            .filter(([, other]) => one.left < other.right - 1 && other.left < one.right - 1
              && one.top < other.bottom - 4 && other.top < one.bottom - 4)
            .map(([other]) => `${name} / ${other}`))
        }""")
        assert page.locator(":is(.local-map, .network) svg text").count() > 5
        assert overlaps == [], path


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["graph/", "tags/", "identity/irsa/"])
def test_pictures_are_accessible(
    address: str, visitor: Visitor, path: str, scheme: str, width: int
) -> None:
    """By axe; what is wider than the screen is moved in its own box."""
    page = visitor.open(address + path, width=width, color_scheme=scheme)
    page.locator("details.local-map").evaluate_all("all => all.forEach(one => one.open = true)")
    check_accessible(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_map_of_notes_is_moved_on_a_phone(address: str, visitor: Visitor) -> None:
    """At its own size, so that names can be read; on a large screen all of it is seen."""
    page = visitor.open(address + "graph/", width=360)
    size = page.locator(".network text").first.evaluate(
        "text => text.getBoundingClientRect().height"
    )
    assert size >= 15
    box = page.locator(".network-scroll")
    box.evaluate("box => box.scrollTo(200, 0)")
    assert box.evaluate("box => box.scrollLeft") == 200
    page = visitor.open(address + "graph/", width=1440)
    box = page.locator(".network-scroll")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0


def test_marks_of_the_map_are_links(address: str, visitor: Visitor) -> None:
    """Each has a name that says how much it has; groups differ in shape, not by colour alone."""
    page = visitor.open(address + "graph/", javascript=False)
    marks = page.locator(".network-scroll svg a")
    assert marks.count() > 50
    names = marks.evaluate_all("all => all.map(one => one.querySelector('title').textContent)")
    assert all("link" in name for name in names)
    shapes = page.locator(".legend svg :is(path, circle)").evaluate_all(
        "all => all.map(one => one.localName + one.getAttribute('d'))"
    )
    assert len(shapes) == len(set(shapes)) > 1
    page.unroute("**/*")
    page.locator(".network-scroll svg").get_by_role("link", name="IRSA, ").click()
    page.wait_for_url(address + "identity/irsa/")


def test_pictures_stay_visible_in_forced_colours(address: str, visitor: Visitor) -> None:
    """Lines and marks take colours of the system, which differ from the ground."""
    page = visitor.open(address + "graph/")
    page.emulate_media(forced_colors="active")
    line, mark, ground = page.evaluate("""[
      getComputedStyle(document.querySelector('.network .line')).stroke,
      getComputedStyle(document.querySelector('.network-scroll a > :is(path, circle)')).fill,
      getComputedStyle(document.body).backgroundColor,
    ]""")
    assert ground not in (line, mark)


@pytest.mark.parametrize("path", ["graph/", "tags/"])
def test_a_large_map_opens_in_its_middle(path: str, address: str, visitor: Visitor) -> None:
    """On a phone, whose screen is smaller than the drawing."""
    page = visitor.open(address + path, width=360, height=740)
    left, room = page.locator(".network-scroll").evaluate(
        "box => [box.scrollLeft, box.scrollWidth - box.clientWidth]"
    )
    assert room > 100
    assert abs(left - room / 2) <= 1
