"""The tools over a comparison, on the note that compares IRSA with EKS Pod Identity."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from tools import (
    NO_CLIPBOARD,
    WATCH_SHIFTS,
    Hold,
    allow_clipboard,
    check_accessible,
    clipboard,
    heard,
    query,
    tab_to,
)
from visitor import Visitor, Watch

from harness.binary import build_site
from harness.server import serving
from harness.tree import ROOT

NOTE = "identity/irsa-or-eks-pod-identity/"
RANK = ["yes", "partial", "value", "no", "empty"]
TOOLS = "**/compare-tools.*.js"
SOURCE = "content/identity/irsa-or-eks-pod-identity.md"


def table(page: Page) -> Locator:
    """The comparison."""
    return page.locator("table.comparison").first


def tool(page: Page, name: str) -> Locator:
    """A button over the comparison, by its name."""
    return page.locator(".tools").first.get_by_role("button", name=name, exact=True)


def at_work(page: Page) -> Page:
    """The same page once its tools work, which come when a reader turns to them."""
    page.locator(".tools").first.hover()
    page.wait_for_function("() => Boolean(window.waymark.comparisons.work)")
    return page


def grid(page: Page) -> list[list[str]]:
    """The visible texts of the comparison, its head first."""
    return table(page).evaluate(
        """table => [...table.rows].filter(row => !row.hidden).map(row =>
             [...row.cells].filter(cell => !cell.hidden).map(cell =>
               cell.textContent.trim().replace(/\\s+/g, ' ')))"""
    )


def verdicts(page: Page, column: int) -> list[str]:
    """The verdict in a column of each visible row, from top to bottom."""
    return table(page).evaluate(
        """(table, column) => [...table.tBodies[0].rows].filter(row => !row.hidden)
             .map(row => row.cells[column].className.split(' ')[0])""",
        column,
    )


def transposed(rows: list[list[str]]) -> list[list[str]]:
    """Rows and columns swapped."""
    return [list(column) for column in zip(*rows, strict=True)]


def differing(rows: list[list[str]]) -> list[list[str]]:
    """The head, and the rows in which not all options say the same."""
    return rows[:1] + [row for row in rows[1:] if len({text.lower() for text in row[1:]}) > 1]


def test_only_differences(address: str, visitor: Visitor) -> None:
    """Rows that say the same in all columns go, and come back, and the address follows."""
    page = at_work(visitor.open(address + NOTE))
    every = grid(page)
    assert len(every) == 34
    button = tool(page, "Differences only")
    assert query(page) == ""
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert grid(page) == differing(every)
    assert query(page) == "t1=diff"
    said = f"{len(differing(every)) - 1} of 33 rows shown"
    heard(page, said)
    expect(page.locator(".tools .shown").first).to_have_text(said)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert grid(page) == every
    assert query(page) == ""


def test_swap_transposes(address: str, visitor: Visitor) -> None:
    """Heads of rows become heads of columns; twice gives the author's table, byte for byte."""
    page = at_work(visitor.open(address + NOTE))
    before, html = grid(page), table(page).evaluate("table => table.tBodies[0].outerHTML")
    tool(page, "Swap rows and columns").click()
    assert grid(page) == transposed(before)
    scopes = table(page).evaluate(
        """table => [[...table.tHead.rows[0].cells].map(cell => cell.scope),
                    [...table.tBodies[0].rows].map(row => row.cells[0].scope)]"""
    )
    assert scopes == [["col"] * 34, ["row"] * 2]
    assert table(page).locator("tbody th").count() == 2
    heard(page, "Rows and columns swapped")
    tool(page, "Swap rows and columns").click()
    assert grid(page) == before
    again = table(page).evaluate("table => table.tBodies[0].outerHTML")
    assert re.sub(r"\s", "", again.replace(' class=""', "")) == re.sub(r"\s", "", html)


def test_links_to_rows_survive_a_swap(address: str, visitor: Visitor) -> None:
    """The id of a row is that of its criterion's head when criteria are columns."""
    page = at_work(visitor.open(address + NOTE))
    ids = page.eval_on_selector_all("table.comparison tbody tr", "rows => rows.map(row => row.id)")
    assert len(set(ids)) == len(ids) and all(ids), ids
    tool(page, "Swap rows and columns").click()
    heads = page.eval_on_selector_all(
        "table.comparison thead th", "heads => heads.slice(1).map(head => head.id)"
    )
    assert heads == ids
    tool(page, "Swap rows and columns").click()
    assert not table(page).locator("th[id]").count()


def test_columns_are_chosen(address: str, visitor: Visitor) -> None:
    """Any column can go but the last."""
    page = at_work(visitor.open(address + NOTE))
    page.locator(".tools .menu > summary").first.click()
    boxes = page.locator(".tools .menu input")
    boxes.nth(0).uncheck()
    assert [len(row) for row in grid(page)] == [2] * 34
    assert query(page) == "t1=cols:1"
    boxes.nth(1).click()
    expect(boxes.nth(1)).to_be_checked()
    heard(page, "At least one stays")
    boxes.nth(0).check()
    assert query(page) == ""
    page.mouse.click(5, 400)
    assert not page.locator(".tools .menu[open]").count()


def test_sorting_ends_in_the_authors_order(address: str, visitor: Visitor) -> None:
    """Once by verdict, twice backwards, three times as written."""
    page = at_work(visitor.open(address + NOTE))
    before = grid(page)
    head = table(page).locator("thead th").nth(1)
    assert not head.get_attribute("aria-sort")
    head.locator("button.sort").click()
    ranks = [RANK.index(name) for name in verdicts(page, 1)]
    assert ranks == sorted(ranks)
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert query(page) == "t1=sort:0a"
    assert sorted(grid(page)) == sorted(before)
    head.locator("button.sort").click()
    ranks = [RANK.index(name) for name in verdicts(page, 1)]
    assert ranks == sorted(ranks, reverse=True)
    expect(head).to_have_attribute("aria-sort", "descending")
    head.locator("button.sort").click()
    assert grid(page) == before
    assert query(page) == ""
    assert not head.get_attribute("aria-sort")


def test_sorting_by_criterion(address: str, visitor: Visitor) -> None:
    """The first column sorts as well, and a swapped table by its own columns."""
    page = at_work(visitor.open(address + NOTE))
    table(page).locator("thead button.sort").first.click()
    names = [row[0] for row in grid(page)[1:]]
    assert names == sorted(names, key=lambda name: re.sub(r"\W", "", name).lower())
    assert query(page) == "t1=sort:ha"
    tool(page, "Swap rows and columns").click()
    assert query(page) == "t1=swap"
    table(page).locator("thead th", has_text="Available since").get_by_role("button").click()
    assert [row[1] for row in grid(page)[1:]] == ["2019", "November 2023"]


def test_shared_address_restores_everything(address: str, visitor: Visitor) -> None:
    """What others set is set; their other parameters and the place in the page stay as they are."""
    shared = "?q=a%20b&t1=diff,swap,cols:1&x#key-differences"
    page = visitor.open(address + NOTE + shared)
    expect(tool(page, "Differences only")).to_have_attribute("aria-pressed", "true")
    expect(tool(page, "Swap rows and columns")).to_have_attribute("aria-pressed", "true")
    assert len(grid(page)) == 2
    assert grid(page)[1][0] == "EKS Pod Identity"
    assert page.url.endswith(shared)
    length = page.evaluate("history.length")
    tool(page, "Differences only").click()
    assert page.url.endswith("?q=a%20b&x&t1=swap,cols:1#key-differences")
    assert page.evaluate("history.length") == length
    tool(page, "Reset").click()
    assert page.url.endswith("?q=a%20b&x#key-differences")
    assert len(grid(page)) == 34
    assert page.evaluate("document.activeElement.localName") == "button"


@pytest.mark.parametrize("nonsense", ["cols:7-9", "cols:", "sort:99a", "sort:x", "a,,b", "%3Cb%3E"])
def test_nonsense_in_the_address_changes_nothing(
    address: str, visitor: Visitor, nonsense: str
) -> None:
    """A table shown whole is the worst that a wrong address can do."""
    page = visitor.open(f"{address}{NOTE}?t1={nonsense}")
    assert [len(row) for row in grid(page)] == [3] * 34
    assert tool(page, "Reset").count() == 0


def test_keyboard_is_enough(address: str, visitor: Visitor) -> None:
    """Every tool works with Tab, Space and Enter; Escape leaves the menu."""
    page = at_work(visitor.open(address + NOTE))
    every = grid(page)
    tab_to(page, tool(page, "Differences only"))
    page.keyboard.press("Space")
    assert grid(page) == differing(every)
    page.keyboard.press("Enter")
    tab_to(page, tool(page, "Swap rows and columns"))
    page.keyboard.press("Space")
    assert grid(page) == transposed(every)
    page.keyboard.press("Space")
    summary = page.locator(".tools .menu > summary").first
    tab_to(page, summary)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(grid(page)[0]) == 2
    page.keyboard.press("Escape")
    assert summary.evaluate("element => element === document.activeElement")
    assert not page.locator(".tools .menu[open]").count()
    tab_to(page, tool(page, "Reset"))
    page.keyboard.press("Enter")
    assert grid(page) == every
    sort = table(page).locator("thead button.sort").nth(2)
    tab_to(page, sort)
    page.keyboard.press("Enter")
    assert sort.evaluate("element => element === document.activeElement")
    assert query(page) == "t1=sort:1a"


def test_copy_as_markdown(address: str, visitor: Visitor) -> None:
    """The copy is the author's table again, with code as code."""
    page = at_work(visitor.open(address + NOTE))
    allow_clipboard(page)
    tool(page, "Copy Markdown").click()
    heard(page, "Copied")
    text = (ROOT / SOURCE).read_text()
    authors = [line for line in text.splitlines() if line.startswith("|")][:35]
    assert clipboard(page).splitlines() == authors
    tool(page, "Swap rows and columns").click()
    tool(page, "Copy Markdown").click()
    page.wait_for_function(
        "async () => (await navigator.clipboard.readText()).startsWith('| Feature | A')"
    )
    assert len(clipboard(page).splitlines()) == 4


def test_copy_as_csv(address: str, visitor: Visitor) -> None:
    """A reader of RFC 4180 reads back what is shown."""
    page = visitor.open(address + NOTE + "?t1=diff")
    allow_clipboard(page)
    tool(page, "Copy CSV").click()
    heard(page, "Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows == grid(page)
    assert '"100 OIDC providers per account, trust policy of 2,048 characters"' in text


def test_copy_without_a_clipboard(address: str, visitor: Visitor) -> None:
    """Where the browser gives none, a selection is copied; the focus comes back."""
    page = visitor.open(address + NOTE, init_script=NO_CLIPBOARD)
    tool(page, "Copy CSV").click()
    heard(page, "Copied")
    other = visitor.open(address + NOTE)
    allow_clipboard(other)
    assert len(clipboard(other).split("\r\n")) == 35
    page.bring_to_front()
    assert page.evaluate("document.activeElement.textContent") == "Copy CSV"
    assert not page.locator("textarea").count()


def test_target_row_stands_out(address: str, visitor: Visitor) -> None:
    """A row that the address points at is marked, and no tool hides it, in both directions."""
    page = visitor.open(address + NOTE)
    same = table(page).locator("tbody tr", has_text="Linux pods on EC2 nodes")
    row = visitor.open(f"{address}{NOTE}?t1=diff#{same.get_attribute('id')}")
    marked = table(row).locator("tbody tr", has_text="Linux pods on EC2 nodes")
    expect(marked).to_be_visible()
    expect(marked).to_be_in_viewport()
    plain = table(row).locator("tbody tr", has_text="Caller of STS")
    color = "element => getComputedStyle(element.cells[1]).backgroundColor"
    assert marked.evaluate(color) != plain.evaluate(color)
    tool(row, "Swap rows and columns").click()
    assert table(row).locator("td.targeted").count() == 2


@pytest.mark.parametrize("width", [390, 1280])
def test_heads_stay_in_sight_when_swapped(address: str, visitor: Visitor, width: int) -> None:
    """Scrolled far to the right, the first column still covers what passes under it."""
    page = visitor.open(address + NOTE + "?t1=swap#key-differences", width=width)
    box = page.locator(".table-scroll").first
    box.scroll_into_view_if_needed()
    box.evaluate("box => { box.scrollLeft = 2000 }")
    for row in table(page).locator("tr").all():
        on_top = row.evaluate(
            """row => {
              const head = row.cells[0], place = head.getBoundingClientRect();
              const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
              const at = document.elementFromPoint(x, y);
              return head.contains(at) && place.x >= row.closest('div').getBoundingClientRect().x;
            }"""
        )
        assert on_top
    wide, screen = page.evaluate(
        "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
    )
    assert wide <= screen


def test_without_scripts_the_table_is_the_authors(address: str, visitor: Visitor) -> None:
    """No tools, no buttons, the whole table."""
    page = visitor.open(address + NOTE, javascript=False)
    assert not page.locator(".tools, table.comparison button").count()
    assert table(page).locator("tbody tr").count() == 33


def test_from_disk(disk: str, visitor: Visitor) -> None:
    """A page opened from disk has the same tools, in a shared state too."""
    page = visitor.open(f"{disk}{NOTE}index.html?t1=diff")
    expect(tool(page, "Differences only")).to_have_attribute("aria-pressed", "true")
    tool(page, "Swap rows and columns").click()
    assert len(grid(page)) == 3


def test_paper_has_no_tools(address: str, visitor: Visitor) -> None:
    """Only the table, in the state that was set, is printed."""
    page = visitor.open(address + NOTE + "?t1=diff")
    page.emulate_media(media="print")
    assert not page.locator(".tools").first.is_visible()
    assert table(page).is_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", "?t1=diff,sort:0a", "?t1=swap"])
def test_axe_finds_nothing_in_the_tools(
    address: str, visitor: Visitor, state: str, color_scheme: str, width: int
) -> None:
    """With the menu open, in both directions."""
    page = visitor.open(address + NOTE + state, width=width, color_scheme=color_scheme)
    page.locator(".tools .menu > summary").first.click()
    check_accessible(page)


def kind_script(name: str) -> str:
    """An init script that makes the comparison one of another kind before the tools see it."""
    return f"""
    new MutationObserver(() => {{
      document.querySelector('table.comparison')?.classList.add('{name}')
    }}).observe(document, {{ childList: true, subtree: true }})
    """


def test_options_in_rows_differ_by_columns(address: str, visitor: Visitor) -> None:
    """Where criteria are columns, the columns that differ stay, and no row goes."""
    page = visitor.open(address + NOTE + "?t1=diff", init_script=kind_script("rows"))
    assert [len(row) for row in grid(page)] == [3] * 34
    expect(page.locator(".tools .shown").first).to_have_text("2 columns")
    tool(page, "Swap rows and columns").click()
    expect(page.locator(".tools .shown").first).to_have_text("2 rows")


def test_statements_are_neither_compared_nor_swapped(address: str, visitor: Visitor) -> None:
    """A table of statements has no criteria: its columns can be chosen and copied."""
    page = visitor.open(address + NOTE + "?t1=swap,diff", init_script=kind_script("statements"))
    assert len(grid(page)) == 34
    assert not tool(page, "Differences only").count()
    assert not tool(page, "Swap rows and columns").count()
    page.locator(".tools .menu > summary").first.click()
    page.locator(".tools .menu input").first.uncheck()
    assert query(page) == "t1=cols:1-2"


def test_merged_comparison_has_tools(address: str, visitor: Visitor) -> None:
    """The page that puts two options side by side has them too; links in heads stay links."""
    page = at_work(visitor.open(address + "compare/irsa-vs-eks-pod-identity/"))
    every = grid(page)
    tool(page, "Differences only").click()
    assert grid(page) == differing(every)
    head = table(page).locator("thead th").first
    assert head.locator("a").count() == 1
    head.get_by_role("button", name="Sort by IRSA").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    check_accessible(page)


# MARK: Before the tools are there


def test_tools_come_when_they_are_turned_to(address: str, visitor: Visitor) -> None:
    """Reading a note loads nothing of what they do; the pointer or the focus on them does."""
    for turn in (
        lambda page: page.locator(".tools").first.hover(),
        lambda page: page.locator("table.comparison thead th").first.hover(),
        lambda page: page.locator(".tools button").first.focus(),
    ):
        page = visitor.open(address + NOTE, wait_until="networkidle")
        page.mouse.move(3, 300)
        page.mouse.wheel(0, 4000)
        page.wait_for_timeout(100)
        scripts = "[...document.scripts].filter(one => one.src.includes('compare-tools')).length"
        assert page.evaluate(scripts) == 0
        turn(page)
        page.wait_for_function("() => Boolean(window.waymark.comparisons.work)")
        assert page.evaluate(scripts) == 1


def test_a_press_before_they_are_there_is_not_lost(address: str, visitor: Visitor) -> None:
    """Buttons, heads and boxes do then what they were pressed for, and nothing has moved."""
    page = visitor.open(address + NOTE)
    hold = Hold(page, TOOLS)
    every, box = grid(page), table(page).bounding_box()
    tool(page, "Differences only").click()
    assert grid(page) == every
    assert query(page) == ""
    hold.let_through()
    expect(tool(page, "Differences only")).to_have_attribute("aria-pressed", "true")
    assert grid(page) == differing(every)
    tool(page, "Differences only").click()
    after = table(page).bounding_box()
    assert box and after and (box["y"], box["width"]) == (after["y"], after["width"])

    page = visitor.open(address + NOTE)
    hold = Hold(page, TOOLS)
    table(page).locator("thead button.sort").nth(1).click()
    hold.let_through()
    head = table(page).locator("thead th").nth(1)
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert query(page) == "t1=sort:0a"
    assert head.locator("button").evaluate("element => element === document.activeElement")

    page = visitor.open(address + NOTE)
    hold = Hold(page, TOOLS)
    page.locator(".tools .menu > summary").first.click()
    page.locator(".tools .menu label").first.click()
    expect(page.locator(".tools .menu input").first).to_be_checked()
    hold.let_through()
    expect(page.locator(".tools .menu input").first).not_to_be_checked()
    assert query(page) == "t1=cols:1"


def test_keys_before_they_are_there_are_not_lost(address: str, visitor: Visitor) -> None:
    """Enter on a tool is a press as well."""
    page = visitor.open(address + NOTE)
    hold = Hold(page, TOOLS)
    every = grid(page)
    tab_to(page, tool(page, "Swap rows and columns"))
    page.keyboard.press("Enter")
    hold.let_through()
    expect(tool(page, "Swap rows and columns")).to_have_attribute("aria-pressed", "true")
    assert grid(page) == transposed(every)


@pytest.mark.parametrize("has_clipboard", [True, False])
def test_a_copy_waits_for_them(address: str, visitor: Visitor, has_clipboard: bool) -> None:
    """The clipboard gets the table when it is known, by either way."""
    page = visitor.open(address + NOTE, init_script="" if has_clipboard else NO_CLIPBOARD)
    hold = Hold(page, TOOLS)
    other = visitor.open(address + NOTE)
    for one in (page, other):
        allow_clipboard(one)
    page.bring_to_front()
    tool(page, "Copy CSV").click()
    hold.let_through()
    heard(page, "Copied")
    assert len(clipboard(page if has_clipboard else other).split("\r\n")) == 35


def test_what_cannot_be_loaded_is_said(address: str, visitor: Visitor, watch: Watch) -> None:
    """And the next press tries again."""
    watch.expected += ["net::ERR_FAILED"]
    page = visitor.open(address + NOTE)
    hold = Hold(page, TOOLS)
    every = grid(page)
    tool(page, "Differences only").click()
    hold.fail()
    expect(page.locator(".tools .shown").first).to_have_text("The tools could not be loaded.")
    heard(page, "could not be loaded")
    tool(page, "Differences only").click()
    expect(tool(page, "Differences only")).to_have_attribute("aria-pressed", "true")
    assert grid(page) == differing(every)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_shared_address_shows_no_other_table_first(
    address: str, visitor: Visitor, width: int
) -> None:
    """Until the table is as the address says it is not seen, and then nothing moves."""
    shared = f"{address}{NOTE}?t1=swap,diff#key-differences"
    page = visitor.open(address + "404.html", width=width)
    page.unroute("**/*")
    page.add_init_script(WATCH_SHIFTS)
    hold = Hold(page, TOOLS)
    page.goto(shared, wait_until="commit")
    table(page).wait_for(state="attached")
    expect(table(page)).to_be_hidden()
    hold.let_through()
    expect(table(page)).to_be_visible()
    assert len(grid(page)) == 3
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert sum(page.evaluate("shifts")) <= 0.02


OUTSIDE = """
cells => cells.filter(cell => {
  const range = document.createRange()
  range.selectNodeContents(cell)
  const box = cell.getBoundingClientRect()
  return [...range.getClientRects()].some(
    ({ left, right }) => left < box.left + 4 || right > box.right
  )
}).map(cell => cell.textContent)
"""


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose author marks some verdicts with signs."""
    project = tmp_path_factory.mktemp("signs")
    (project / "content").mkdir()
    rows = "| Replay | ✅ | Yes |\n| Order | No | ❌ by key |\n"
    for name in ("a", "b"):
        (project / "content" / f"{name}.md").write_text(
            f"# {name}\n\n## Kafka or Redis?\n\n| Feature | Kafka | Redis |\n|---|---|---|\n{rows}"
        )
    build_site(project, project / "site")
    with serving(project / "site", "/") as address:
        yield address


@pytest.mark.parametrize(
    "path", ["a/", "compare/kafka-vs-redis/", "options/kafka/", "compare/?o=kafka,redis"]
)
def test_a_sign_of_the_author_is_not_doubled(path: str, signs: str, visitor: Visitor) -> None:
    """It stands where the page's mark would; words keep theirs."""
    page = visitor.open(signs + path)
    expect(page.locator(".comparison tbody td").first).to_be_visible()
    cells = page.locator(".comparison tbody td:not(.claim-source)").evaluate_all(
        """cells => cells.map(cell =>
             [/[✅❌]/u.test(cell.textContent), getComputedStyle(cell, '::before').content])"""
    )
    assert {has_sign for has_sign, _ in cells} == {True, False}
    for has_sign, mark in cells:
        assert (mark == "none") == has_sign
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.locator(".comparison tbody td").evaluate_all(OUTSIDE) == []
