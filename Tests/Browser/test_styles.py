"""Sheets of styles that only some pages have, or that come when a reader asks for what they do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tools import Hold
from visitor import Visitor, Watch

from harness.binary import build_site
from harness.pages import Site
from harness.server import serving

NOTE = "identity/irsa/"
OWN = """
.search-dialog { border: 7px solid rgb(1, 2, 3) }
.keys { border: 7px solid rgb(4, 5, 6) }
.comparison { outline: 7px solid rgb(7, 8, 9) }
math { color: rgb(10, 11, 12) }
"""
BORDER = "element => getComputedStyle(element).borderTopColor"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with CSS of its own for what other sheets style."""
    project = tmp_path_factory.mktemp("styles")
    (project / "content").mkdir()
    (project / "content" / "a.md").write_text(
        "# A\n\n<!-- waymark: comparison -->\n| Feature | Redis | Kafka |\n|---|---|---|\n"
        "| Replay | No | Yes |\n"
        "| Order | Yes | Yes |\n\nThe sum is $x + y$.\n"
    )
    (project / "theme").mkdir()
    (project / "theme" / "style.css").write_text(OWN)
    build_site(project, project / "site")
    with serving(Path(project / "site"), "/own/") as address:
        yield address


def test_the_sites_own_styles_count_last(own: str, visitor: Visitor) -> None:
    """Over those that a page has, and over those that come later."""
    page = visitor.open(own + "a/")
    outline = "element => getComputedStyle(element).outlineColor"
    assert page.locator("table.comparison").evaluate(outline) == "rgb(7, 8, 9)"
    color = "element => getComputedStyle(element).color"
    assert page.locator("math").evaluate(color) == "rgb(10, 11, 12)"
    page.keyboard.press("?")
    assert page.get_by_role("dialog").evaluate(BORDER) == "rgb(4, 5, 6)"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    assert page.get_by_role("dialog").evaluate(BORDER) == "rgb(1, 2, 3)"
    names = page.locator("link[rel=stylesheet]").evaluate_all(
        "all => all.map(link => link.href.split('/').at(-1).split('.')[0])"
    )
    assert (names[0], names[-1]) == ("style", "site")
    assert {"search", "overlay"} < set(names)


@pytest.mark.parametrize(("key", "sheet"), [("/", "search"), ("?", "overlay")])
def test_nothing_shows_before_its_styles(
    address: str, visitor: Visitor, key: str, sheet: str
) -> None:
    """A dialog waits for its sheet, and is opened once, however often it is asked for."""
    page = visitor.open(address + NOTE)
    hold = Hold(page, f"**/{sheet}.*.css")
    page.keyboard.press(key)
    page.keyboard.press(key)
    hold.wait()
    page.wait_for_function(f"() => window.waymark.{sheet}")
    page.wait_for_timeout(100)
    expect(page.get_by_role("dialog")).to_have_count(0)
    hold.let_through()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_count(1)
    assert dialog.evaluate(BORDER) == page.locator(
        ".search-button" if sheet == "search" else ".heading-link"
    ).first.evaluate(
        """(_, name) => {
          const probe = document.body.appendChild(document.createElement('i'))
          probe.style.color = `var(${name})`
          const color = getComputedStyle(probe).color
          probe.remove()
          return color
        }""",
        "--line" if sheet == "search" else "--line-strong",
    )


def test_what_failed_is_tried_again(address: str, visitor: Visitor, watch: Watch) -> None:
    """Without a network the keys are not listed; with it again they are."""
    watch.expected += ["net::ERR_FAILED"]
    page = visitor.open(address + NOTE)
    hold = Hold(page, "**/overlay.*.css")
    page.keyboard.press("?")
    hold.fail()
    page.wait_for_timeout(100)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_from_disk_they_come_too(disk: str, visitor: Visitor) -> None:
    """A page that is opened from disk has its dialogs, with their styles."""
    page = visitor.open(f"{disk}{NOTE}index.html")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_have_css("padding", "24px")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_css("padding", "0px")


def test_a_page_has_no_sheet_without_need(site: Site) -> None:
    """Formulas, drawings, comparisons, decisions, maps: a page links those of what is in it."""
    marks = {
        "math": "<math",
        "flow": '<figure class="flow',
        "compare": '<table class="comparison',
        "decide": 'data-page="decision"',
        "matrix": 'class="matrix"',
        "network": 'class="network"',
        "search": 'data-page="search"',
        "paper": 'class="table-scroll print-',
    }
    seen: set[str] = set()
    for path, page in site.pages.items():
        if page.kind in (None, "redirect"):
            continue
        html = (site.folder / path).read_text()
        links = [one.url for one in page.references if one.url.endswith(".css")]
        names = [Path(url).name.split(".")[0] for url in links]
        assert names[0] == "style", path
        expected = {name for name, mark in marks.items() if mark in html}
        if "matrix" in expected:
            expected |= {"compare", "paper"}
        assert set(names[1:]) == expected, path
        seen |= expected
    assert seen == set(marks)
