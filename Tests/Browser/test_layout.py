"""How pages lie on screens and on paper."""

import itertools
from collections.abc import Iterator

import pytest
from answers import with_ids
from tools import WATCH_SHIFTS
from visitor import Visitor

from harness import specimens
from harness.binary import build_site
from harness.pages import Site
from harness.server import serving


@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_no_page_scrolls_sideways(site: Site, address: str, visitor: Visitor, width: int) -> None:
    """On the five longest pages, what is too wide scrolls in its own box."""
    for page in site.longest(5):
        opened = visitor.open(address + page.path, width=width)
        wide, screen = opened.evaluate(
            "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
        )
        assert wide <= screen, f"{page.path} is {wide} px wide on a screen of {screen} px"


@pytest.mark.parametrize("width", [960, 1120, 1280, 2560])
def test_columns_do_not_cover_each_other(
    site: Site, address: str, visitor: Visitor, width: int
) -> None:
    """The section, the contents and the text, at the top and scrolled to the middle."""
    for page in site.longest(3, "note"):
        opened = visitor.open(address + page.path, width=width)
        for place in (0, 0.5):
            opened.evaluate("place => scrollTo(0, document.body.scrollHeight * place)", place)
            boxes = opened.locator(".sidebar, .contents, main").evaluate_all(
                """all => all.map(e => e.getBoundingClientRect())
                     .map(box => [box.left, box.right, box.top, box.bottom])"""
            )
            assert len(boxes) == 3
            for one, other in itertools.combinations(boxes, 2):
                apart = one[1] <= other[0] or other[1] <= one[0]
                assert apart or one[3] <= other[2] or other[3] <= one[2], (page.path, place)


@pytest.fixture(scope="module", params=[specimens.write, specimens.write_right_to_left])
def extremes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Site]]:
    """Served sites of notes that are hard to lay out, from left to right and from right to left."""
    project = request.param(tmp_path_factory.mktemp("extremes"))
    build_site(project, project / "site", statuses=(0, 1))
    with serving(project / "site") as address:
        yield address, Site(project / "site")


@pytest.mark.parametrize("width", [360, 1280, 2560])
def test_extremes_keep_to_their_boxes(
    extremes: tuple[str, Site], visitor: Visitor, width: int
) -> None:
    """A table of 30 columns, lines of code without end, words that no line holds, Arabic.

    Nothing makes the page wider, and what scrolls in itself shows its beginning.
    """
    address, site = extremes
    for page in site.longest(20, "note"):
        opened = visitor.open(address + page.path, width=width)
        opened.wait_for_load_state("networkidle")
        wide, screen = opened.evaluate(
            "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
        )
        assert wide <= screen, f"{page.path} is {wide} px wide on a screen of {screen} px"
        scrolled = opened.evaluate(
            "[...document.querySelectorAll('pre, .table-scroll')].map(box => box.scrollLeft)"
        )
        assert not any(scrolled)


BROKEN = """
boxes => boxes.flatMap(box => {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  const broken = []
  for (let text; (text = walker.nextNode());) {
    for (const { 0: word, index } of text.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word)
    }
  }
  return broken
})
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of tables with ordinary words and with an address."""
    project = tmp_path_factory.mktemp("tables")
    (project / "content").mkdir()
    address = f"https://example.com/{'path/' * 8}"
    says = "A longer sentence on what the configuration does, and since when it does."
    eight = ["`payments_gateway`", f"`{address}`", "production", *["continuous"] * 4, says]
    six = ["Infrastructure required", "Yes", "No", f"Partly, {says}", *["Yes"] * 3]
    names = ["Kubernetes", "Nomad", "Mesosphere", "OpenShift", "Elastic Containers", "Docker Swarm"]
    notes = {
        "eight": [["Name", "Endpoint", "Environment", *["Deployment"] * 4, "Availability"], eight],
        "six": [["Feature", *names], ["Kubernetes versions", *six[1:]], six],
        "three": [["Kubernetes", "Meaning", "Since"], ["configuration", says * 3, "introduced"]],
    }
    for name, (head, *rows) in notes.items():
        lines = [head, ["---"] * len(head), *rows]
        table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
        (project / "content" / f"{name}.md").write_text(f"# {name}\n\n{table}")
    build_site(project, project / "site", statuses=(0, 1))
    with serving(project / "site", "/") as address:
        yield address


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["eight", "six", "three"])
def test_words_in_tables_stay_whole(name: str, width: int, tables: str, visitor: Visitor) -> None:
    """Only what is longer than a column can be breaks, into more than a few letters."""
    opened = visitor.open(tables + name + "/", width=width)
    boxes = opened.locator(".table-scroll")
    broken = boxes.evaluate_all(BROKEN)
    assert [word for word in broken if len(word) < 30] == []
    assert bool(broken) == (name == "eight")
    # Nothing is cut off where the box does not scroll.
    assert boxes.evaluate_all(
        "all => all.every(box => getComputedStyle(box).overflowX !== 'clip'"
        " || box.scrollWidth <= box.clientWidth)"
    )
    if name == "eight":
        cell = opened.locator("td.long")
        assert cell.bounding_box()["width"] > 180


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "note"])
def test_nothing_moves_while_loading(
    site: Site, address: str, visitor: Visitor, kind: str, width: int
) -> None:
    """All layout shifts together stay under 0.02."""
    (page,) = site.longest(1, kind)
    opened = visitor.open(address + page.path, width=width, init_script=WATCH_SHIFTS)
    # Two frames, so that shifts of the last load are reported.
    opened.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert sum(opened.evaluate("shifts")) <= 0.02


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "decide/irsa-or-eks-pod-identity/?c=0",
        "decide/irsa-or-eks-pod-identity-ten-questions-in-order/?a=1.1",
        "compare/irsa-vs-eks-pod-identity/?t1=swap",
        "compare/?o=irsa,eks-pod-identity",
    ],
)
def test_tools_push_nothing_down(
    site: Site, address: str, visitor: Visitor, path: str, width: int
) -> None:
    """What scripts put above the content is there when the page is first shown."""
    opened = visitor.open(address + with_ids(site, path), width=width, init_script=WATCH_SHIFTS)
    opened.wait_for_load_state("networkidle")
    opened.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert sum(opened.evaluate("shifts")) <= 0.02


def test_paper_has_no_navigation(site: Site, address: str, visitor: Visitor) -> None:
    """A printed note is its text: a PDF comes out, and no navigation is in it."""
    (note,) = site.longest(1, "note")
    page = visitor.open(address + note.path)
    assert page.locator("nav").count() > 0
    page.emulate_media(media="print")
    shown = [nav for nav in page.locator("nav").all() if nav.is_visible()]
    assert not shown, [nav.evaluate("e => e.outerHTML.slice(0, 80)") for nav in shown]
    assert page.locator("main").is_visible()
    assert page.pdf().startswith(b"%PDF-")
