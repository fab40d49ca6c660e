"""The matrix builder on the page of all comparisons."""

import csv
import io

import pytest
from playwright.sync_api import Page, Route, expect
from tools import allow_clipboard, check_accessible, clipboard, heard, query, tab_to
from visitor import Visitor, Watch

MATRIX = "compare/"
BOTH = "irsa,eks-pod-identity"


def chosen(page: Page) -> list[str]:
    """The options that are picked, in the order of picking."""
    return page.locator(".chips button").all_inner_texts()


def heads(page: Page) -> list[str]:
    """The options of the table, from left to right."""
    return page.eval_on_selector_all(
        ".result thead th", "heads => heads.slice(1).map(head => head.textContent.trim())"
    )


def rows(page: Page) -> list[list[str]]:
    """What the table says, criteria with their cells."""
    return page.eval_on_selector_all(
        ".result tbody tr:not([hidden])",
        """rows => rows.map(row => [...row.cells].map(cell =>
             cell.dataset.text ?? cell.textContent.trim()))""",
    )


def pick(page: Page, *names: str) -> None:
    """Tick options by their names."""
    for name in names:
        page.locator(".picker").get_by_role("checkbox", name=name, exact=True).click()


def test_options_become_a_table(address: str, visitor: Visitor) -> None:
    """Picked options are columns in the order of picking, linked to their pages."""
    page = visitor.open(address + MATRIX)
    expect(page.locator("section.matrix")).to_be_visible()
    expect(page.locator(".status")).to_contain_text("Choose the options")
    pick(page, "EKS Pod Identity", "IRSA")
    expect(page.locator(".result thead th")).to_have_count(3)
    assert heads(page) == ["EKS Pod Identity", "IRSA"]
    assert query(page) == "o=eks-pod-identity,irsa"
    assert chosen(page) == ["EKS Pod Identity", "IRSA"]
    heard(page, "Comparison of EKS Pod Identity and IRSA")
    found = {row[0]: row[1:] for row in rows(page)}
    assert found["EKS on Fargate"][0].startswith("No")
    assert found["EKS on Fargate"][1].startswith("Yes")
    link = page.locator(".result thead a").first
    assert link.evaluate("link => link.href").endswith("/docs/options/eks-pod-identity/")


def test_every_claim_leads_to_its_source(address: str, visitor: Visitor) -> None:
    """A cell's text is a link to the row of the note that says it."""
    page = visitor.open(f"{address}{MATRIX}?o={BOTH}")
    row = page.locator(".result tbody tr", has_text="EKS on Fargate")
    hrefs = row.locator("td a").evaluate_all("links => links.map(link => link.href)")
    assert hrefs and all(href.startswith(address) for href in hrefs)
    target = next(href for href in hrefs if "/irsa-or-eks-pod-identity/#" in href)
    note = visitor.open(target)
    expect(note.locator(f"[id='{target.partition('#')[2]}']")).to_contain_text("EKS on Fargate")


def test_chips_take_options_away(address: str, visitor: Visitor) -> None:
    """The focus goes to the next chip, and to the filter after the last."""
    page = visitor.open(f"{address}{MATRIX}?o={BOTH}")
    page.get_by_role("button", name="Remove IRSA").click()
    assert heads(page) == ["EKS Pod Identity"]
    assert query(page) == "o=eks-pod-identity"
    assert page.evaluate("document.activeElement.textContent") == "EKS Pod Identity"
    page.keyboard.press("Enter")
    assert query(page) == ""
    assert page.evaluate("document.activeElement.type") == "search"
    assert not page.locator(".result table").count()


def test_filter_narrows_the_options(address: str, visitor: Visitor) -> None:
    """By any part of the name; at most fifty are shown."""
    page = visitor.open(address + MATRIX)
    offered = page.locator(".picker fieldset li")
    assert 2 <= offered.count() <= 50
    page.get_by_role("searchbox").fill("pod ident")
    assert all("pod ident" in text.lower() for text in offered.all_inner_texts())
    assert offered.count() >= 1
    page.get_by_role("searchbox").fill("no such option")
    assert offered.count() == 0
    heard(page, "0 options")
    page.keyboard.press("Enter")
    assert "/compare/" in page.url


def test_picked_options_are_offered_first(address: str, visitor: Visitor) -> None:
    """Who opens a shared choice sees it at the top."""
    page = visitor.open(f"{address}{MATRIX}?o={BOTH}")
    first = page.locator(".picker fieldset li input")
    expect(first.nth(0)).to_be_checked()
    expect(first.nth(1)).to_be_checked()


def test_shared_choice_is_restored(address: str, visitor: Visitor) -> None:
    """With the tools' state; options that are not there are passed over."""
    page = visitor.open(f"{address}{MATRIX}?y=1&o=irsa,nonsense,irsa,eks-pod-identity&t1=swap")
    expect(page.locator(".result tbody tr")).to_have_count(2)
    assert chosen(page) == ["IRSA", "EKS Pod Identity"]
    assert query(page) == "y=1&t1=swap&o=irsa,eks-pod-identity"


def test_paper_has_the_table_alone(address: str, visitor: Visitor) -> None:
    """And no heading above nothing."""
    page = visitor.open(address + MATRIX)
    heading = page.get_by_role("heading", name="Put options side by side")
    expect(heading).to_be_visible()
    page.emulate_media(media="print")
    expect(heading).to_be_hidden()
    page.emulate_media(media="screen")
    pick(page, "IRSA")
    page.emulate_media(media="print")
    expect(heading).to_be_visible()
    expect(page.locator(".picker")).to_be_hidden()


def test_tools_work_on_the_matrix(address: str, visitor: Visitor) -> None:
    """And what is set stays when an option is added."""
    page = visitor.open(f"{address}{MATRIX}?o=irsa")
    pick(page, "EKS Pod Identity")
    expect(page.locator(".result thead th")).to_have_count(3)
    every = rows(page)
    page.get_by_role("button", name="Differences only").click()
    some = rows(page)
    assert 0 < len(some) < len(every)
    allow_clipboard(page)
    page.get_by_role("button", name="Copy CSV").click()
    heard(page, "Copied")
    copied = list(csv.reader(io.StringIO(clipboard(page), newline="")))
    assert copied[1:] == some
    page.get_by_role("button", name="Remove EKS Pod Identity").click()
    assert "t1=diff" in query(page)


def test_matrix_by_keyboard(address: str, visitor: Visitor) -> None:
    """Filter, pick and take away with Tab, Space and Enter."""
    page = visitor.open(address + MATRIX)
    tab_to(page, page.get_by_role("searchbox"))
    page.keyboard.type("irsa")
    tab_to(page, page.locator(".picker").get_by_role("checkbox", name="IRSA", exact=True))
    page.keyboard.press("Space")
    expect(page.locator(".result thead th")).to_have_count(2)
    assert page.evaluate("document.activeElement.type") == "checkbox"
    tab_to(page, page.get_by_role("button", name="Remove IRSA"))
    page.keyboard.press("Space")
    assert query(page) == ""


def test_failing_load_is_said(address: str, visitor: Visitor, watch: Watch) -> None:
    """With the name of what is missing, and a way to try again."""
    watch.expected += ["503", "status of 503"]
    page = visitor.open(address + MATRIX)

    def fail(route: Route) -> None:
        route.fulfill(status=503)

    page.route("**/options/irsa/claims*.js", fail)
    pick(page, "IRSA")
    expect(page.locator(".status")).to_contain_text("IRSA could not be loaded")
    page.unroute("**/options/irsa/claims*.js", fail)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".result thead th")).to_have_count(2)
    expect(page.locator(".status")).not_to_contain_text("could not")


def test_notes_that_disagree_are_all_shown(address: str, visitor: Visitor) -> None:
    """Equal texts once with all sources, different ones each with its own, and a mark."""
    page = visitor.open(address + MATRIX)
    source = "{note: '%s', url: 'identity/'}"
    option = f"""waymark.option({{slug: 'irsa', name: 'IRSA', url: 'options/irsa/', criteria: [
      {{name: 'Fast', key: 'fast', verdict: 'yes', isContested: true, statements: [
        {{text: 'Yes', sources: [{source % "A"}, {source % "B"}]}},
        {{text: 'No, <b>', sources: [{source % "C"}]}}]}},
      {{name: 'Small', key: 'small', verdict: 'empty', statements: []}}]}})"""
    page.route(
        "**/options/irsa/claims*.js",
        lambda route: route.fulfill(body=option, content_type="text/javascript"),
    )
    pick(page, "IRSA")
    cell = page.locator(".result tbody td").first
    expect(cell.locator(".statement")).to_have_count(2)
    assert cell.locator(".statement").first.inner_text().split() == ["Yes", "A", "B"]
    assert cell.locator(".statement").nth(1).inner_text() == "No, <b>"
    assert cell.locator("a").evaluate_all("links => links.map(link => link.title)") == ["", "", "C"]
    expect(cell.locator(".contested-note")).to_have_text("The notes disagree")
    expect(page.locator(".result tbody td").nth(1)).to_have_class("empty")
    page.get_by_role("button", name="Hide empty").click()
    assert len(rows(page)) == 1
    page.get_by_role("button", name="Reset").click()
    assert len(rows(page)) == 2


def test_without_scripts_there_is_no_builder(address: str, visitor: Visitor) -> None:
    """What cannot work is not shown."""
    page = visitor.open(address + MATRIX, javascript=False)
    assert not page.locator("section.matrix").is_visible()


def test_matrix_from_disk(disk: str, visitor: Visitor) -> None:
    """Options load as scripts, so a page opened from disk can compare them."""
    page = visitor.open(f"{disk}{MATRIX}index.html?o={BOTH}")
    expect(page.locator(".result thead th")).to_have_count(3)
    assert page.locator(".result td a").first.evaluate("link => link.href").startswith(disk)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", f"?o={BOTH}", f"?o={BOTH}&t1=swap"])
def test_axe_finds_nothing_in_the_matrix(
    address: str, visitor: Visitor, state: str, color_scheme: str, width: int
) -> None:
    """Empty, with a table, and with a swapped one."""
    page = visitor.open(address + MATRIX + state, width=width, color_scheme=color_scheme)
    if state:
        expect(page.locator(".result table")).to_be_visible()
    check_accessible(page)
    wide, screen = page.evaluate(
        "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
    )
    assert wide <= screen
