"""Live preview: a real browser at a real `waymark serve`, while notes are edited."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tools import check_accessible
from visitor import Visitor, Watch

from harness.preview import Project

LONG = "\n\n".join(f"Paragraph {number} of a long note." for number in range(120))
NOTES = {
    "index.md": "# Home\n\nSee [[Long]] and [[Other]].\n",
    "long.md": f"#eks\n# Long\n\n> [!tip]- Folded\n> inside\n\n```sh\necho one\n```\n\n{LONG}\n",
    "other.md": "# Other\n\nNothing here.\n",
    "draft.md": "---\ndraft: true\n---\n# Sketch\n\nNot done.\n",
}
# A mark on the page's own objects: it is gone when the page is loaded anew.
MARK = "window.isSamePage = true"
IS_SAME = "window.isSamePage === true"
WIDTH = "width => document.querySelector('.body img').naturalWidth === width"
COUNTS = """['.announcer', '.copy-code', 'head script'].map(
  selector => document.querySelectorAll(selector).length)"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A small project that is served."""
    project = Project(tmp_path)
    for name, text in NOTES.items():
        project.write(name, text)
    (tmp_path / "waymark.yml").write_text("title: Notes\n")
    project.start()
    yield project
    project.stop()


@pytest.fixture
def opened(project: Project, visitor: Visitor) -> Callable[..., Page]:
    """Opens a page of the project, marks it, and waits until it listens."""

    def open_page(path: str, **options: object) -> Page:
        page = visitor.open(project.address + path, **options)
        # The first byte of events is there before anything can be missed.
        page.evaluate(MARK)
        return page

    return open_page


def test_a_saved_note_is_swapped_in_place(project: Project, opened: Callable[..., Page]) -> None:
    """The body is new; page, scroll and open details are the same."""
    page = opened("long/")
    page.locator("details.callout summary, details summary").first.click()
    page.evaluate("scrollTo(0, 1500)")
    project.write("long.md", NOTES["long.md"].replace("Paragraph 119", "Changed 119"))
    expect(page.locator(".body")).to_contain_text("Changed 119")
    assert page.evaluate(IS_SAME)
    assert page.evaluate("scrollY") == 1500
    assert page.locator(".body details").first.evaluate("details => details.open")
    # The site's own scripts have been at work on the new body, once.
    expect(page.locator(".copy-code")).to_have_count(1)


def test_a_save_leaves_an_open_search(project: Project, opened: Callable[..., Page]) -> None:
    """The dialog keeps its query, place and focus while the page behind it is new, and goes on."""
    page = opened("long/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    box.fill("paragraph nothing")
    expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate("document.querySelector('[role=combobox]').setSelectionRange(3, 5)")
    for number in range(2):
        project.write("long.md", NOTES["long.md"] + f"\nEdit {number}.\n")
        expect(page.locator(".body")).to_contain_text(f"Edit {number}.")
        expect(page.locator(".copy-code")).to_have_count(1)
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_value("paragraph nothing")
    assert box.evaluate("box => [box.selectionStart, box.selectionEnd]") == [3, 5]
    # A second one is not laid over it.
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open]")).to_have_count(1)
    box.fill("nothing here")
    expect(page.get_by_role("option").first).to_contain_text("Other")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("nothing")
    expect(page.get_by_role("option").first).to_contain_text("Other")
    expect(page.locator("dialog")).to_have_count(1)
    assert page.evaluate(IS_SAME)


def test_many_swaps_leave_one_of_everything(project: Project, opened: Callable[..., Page]) -> None:
    """Scripts and listeners do not pile up."""
    page = opened("long/")
    for number in range(8):
        project.write("long.md", NOTES["long.md"] + f"\nEdit {number}.\n")
        expect(page.locator(".body")).to_contain_text(f"Edit {number}.")
    expect(page.locator(".copy-code")).to_have_count(1)
    counts = page.evaluate(COUNTS)
    fresh = opened("long/").evaluate(COUNTS)
    assert counts == fresh
    assert page.evaluate(IS_SAME)


def test_other_pages_are_left_alone(project: Project, opened: Callable[..., Page]) -> None:
    """Only the pages that have changed are told so, but all of those: a backlink is a change."""
    other, long = opened("other/"), opened("long/")
    # The stream of events, which a busy machine may open late or again, is no page.
    own, fetched = f"{project.address}other/", []
    other.on("request", lambda request: request.url == own and fetched.append(own))
    project.write("long.md", "# Long\n\nShort now.\n")
    expect(long.locator(".body")).to_contain_text("Short now")
    assert not fetched
    project.write("long.md", "# Long\n\nSee [[Other]].\n")
    # The sentence around Home's link has the word too.
    expect(other.locator(".backlinks a", has_text="Long")).to_have_count(1)
    assert fetched == [own]


def test_several_tabs_follow(project: Project, opened: Callable[..., Page]) -> None:
    """Each tab gets what is its own."""
    pages = [opened("long/"), opened("long/"), opened("other/")]
    project.write("long.md", "# Long\n\nShort now.\n")
    project.write("other.md", "# Other\n\nSomething.\n")
    for page, text in zip(pages, ["Short now", "Short now", "Something"], strict=True):
        expect(page.locator(".body")).to_contain_text(text)
        assert page.evaluate(IS_SAME)


def test_problems_appear_and_go(project: Project, opened: Callable[..., Page]) -> None:
    """The panel is there while something is wrong with the note, and works by keyboard."""
    page = opened("other/")
    expect(page.locator(".writer-panel")).to_have_count(0)
    project.write("other.md", "# Other\n\nSee [[Nowhere]].\n")
    summary = page.locator(".writer-panel summary")
    expect(summary).to_have_text("1 problem")
    summary.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".writer-panel")
    expect(panel.locator("mark")).to_have_text("Nowhere")
    expect(panel).to_contain_text("content/other.md:3:7")
    expect(panel).to_contain_text("broken-link")
    project.write("other.md", "# Other\n\nSee [[Nowhere]] and [[Neither]].\n")
    expect(summary).to_have_text("2 problems")
    # It stays open while there is more to mend.
    assert panel.locator("details").evaluate("details => details.open")
    project.write("other.md", "# Other\n\nSee [[Long]].\n")
    expect(page.locator(".writer-panel")).to_have_count(0)
    assert page.evaluate(IS_SAME)


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_panel(
    project: Project, opened: Callable[..., Page], color_scheme: str
) -> None:
    """In both colour schemes, open and closed."""
    project.write(
        "draft.md", "---\ndraft: true\n---\n# Sketch\n\nSee [[Nowhere]] and ![x](y.png).\n"
    )
    page = opened("draft/", color_scheme=color_scheme)
    check_accessible(page)
    page.locator(".writer-panel summary").click()
    check_accessible(page)


def test_broken_configuration_keeps_the_last_site(
    project: Project, opened: Callable[..., Page]
) -> None:
    """It says what is wrong, with the line, and goes when it is mended."""
    page = opened("other/")
    configuration = project.folder / "waymark.yml"
    configuration.write_text("title: Notes\ncolour: red\n")
    panel = page.locator(".writer-panel")
    expect(panel).to_contain_text("there is no setting `colour`")
    expect(panel.locator("mark")).to_have_text("colour")
    expect(page.locator("h1")).to_have_text("Other")
    configuration.write_text("title: My notes\n")
    expect(panel).to_have_count(0)
    expect(page.locator(".site-title")).to_have_text("My notes")
    assert page.evaluate(IS_SAME)


def test_drafts_are_marked(opened: Callable[..., Page]) -> None:
    """They are there, and say that readers will not see them."""
    expect(opened("draft/").locator(".writer-panel")).to_have_text("Draft: not published")


def test_drafts_can_be_left_out(
    project: Project, visitor: Visitor, opened: Callable[..., Page], watch: Watch
) -> None:
    """The site as readers will get it; `--drafts` says what holds without it."""
    project.stop()
    project.start("--no-drafts")
    watch.expected += ["404"]
    assert visitor.open(f"{project.address}draft/").locator("h1").inner_text() != "Sketch"
    project.stop()
    project.start("--drafts")
    expect(opened("draft/").locator("h1")).to_have_text("Sketch")


def test_problems_lead_to_the_editor(project: Project, visitor: Visitor) -> None:
    """By the address that the editor asks for."""
    project.stop()
    project.write("other.md", "# Other\n\nSee [[Nowhere]].\n")
    project.start("--editor", "vscode")
    page = visitor.open(f"{project.address}other/")
    page.locator(".writer-panel summary").click()
    file = (project.folder / "content" / "other.md").resolve()
    expect(page.locator(".writer-panel a")).to_have_attribute("href", f"vscode://file{file}:3:7")


def test_a_page_finds_a_server_that_was_restarted(
    project: Project, opened: Callable[..., Page], watch: Watch
) -> None:
    """It connects again, and shows what was saved in between."""
    watch.expected += ["net::ERR_CONNECTION", "net::ERR_INCOMPLETE"]
    page = opened("other/")
    project.stop()
    project.write("other.md", "# Other\n\nWritten meanwhile.\n")
    project.start()
    expect(page.locator(".body")).to_contain_text("Written meanwhile", timeout=15_000)
    assert page.evaluate(IS_SAME)
    project.write("other.md", "# Other\n\nAnd on.\n")
    expect(page.locator(".body")).to_contain_text("And on")


def test_stylesheets_and_pictures_are_replaced_without_a_reload(
    project: Project, opened: Callable[..., Page]
) -> None:
    """A file that the page shows is new in it, and the page is the same."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="10"></svg>'
    project.write("flow.svg", picture.format(20))
    project.write("other.md", "# Other\n\n![flow](flow.svg)\n")
    page = opened("other/")
    page.wait_for_function(WIDTH, arg=20)
    project.write("flow.svg", picture.format(50))
    page.wait_for_function(WIDTH, arg=50)
    # It stays so when the body is swapped.
    project.write("other.md", "# Other\n\n![flow](flow.svg)\n\nText.\n")
    expect(page.locator(".body")).to_contain_text("Text.")
    page.wait_for_function(WIDTH, arg=50)
    assert page.evaluate(IS_SAME)


def test_styles_of_the_site_are_swapped(project: Project, opened: Callable[..., Page]) -> None:
    """CSS that is saved is put in the old one's place, and the page is the same."""
    page = opened("other/")
    colour = "getComputedStyle(document.body).color"
    (project.folder / "theme").mkdir()
    for text in ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]:
        (project.folder / "theme" / "style.css").write_text(f"body {{ color: {text} }}\n")
        page.wait_for_function(f"() => {colour} === '{text}'")
        # Another sheet takes the old one's place in the list, not beside it.
        names = page.locator("head link[rel=stylesheet]").evaluate_all(
            "all => all.map(a => a.href)"
        )
        assert len(set(names)) == len(names)
        assert page.evaluate(IS_SAME)
    # What the note needs from now on stands before the site's own.
    project.write("other.md", "# Other\n\nThe sum is $x + y$.\n")
    expect(page.locator("math")).to_be_visible()
    names = page.locator("head link[rel=stylesheet]").evaluate_all(
        "all => all.map(a => a.href.split('/').at(-1).split('.')[0])"
    )
    assert names == ["style", "math", "site"]


def test_removed_and_new_notes(project: Project, opened: Callable[..., Page], watch: Watch) -> None:
    """A page whose note is gone says so, and is there again when the note is."""
    watch.expected += ["404"]
    page = opened("other/")
    (project.folder / "content" / "other.md").unlink()
    expect(page.locator("h1")).to_have_text("Page not found")
    project.write("other.md", "# Other\n\nBack again.\n")
    expect(page.locator(".body")).to_contain_text("Back again")
    assert page.evaluate(IS_SAME)


def test_hidden_pages_hold_no_connection(project: Project, opened: Callable[..., Page]) -> None:
    """A browser has few: a page that nobody sees gives its own up, and catches up when seen."""
    page = opened("other/")
    hide = """hidden => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }"""
    page.evaluate(hide, True)
    project.write("other.md", "# Other\n\nWritten unseen.\n")
    project.event("rebuilt")
    expect(page.locator(".body")).to_contain_text("Nothing here")
    page.evaluate(hide, False)
    expect(page.locator(".body")).to_contain_text("Written unseen")
    assert page.evaluate(IS_SAME)


def test_search_finds_what_was_just_saved(
    project: Project, opened: Callable[..., Page], watch: Watch
) -> None:
    """The index is made from the notes as they are, also after it was asked before."""
    # A search that has begun may ask for a file of the index before, and then begins anew.
    watch.expected += ["_waymark/search/", "404 (Not Found)"]
    page = opened("other/")
    for number, word in enumerate(["zyzzyva", "quokkas"]):
        project.write(f"new-{number}.md", f"# Fresh {number}\n\nAbout {word}.\n")
        project.event("rebuilt")
        page.reload()
        page.locator(".search-button").click()
        page.get_by_role("combobox").fill(word)
        expect(page.get_by_role("option").first).to_contain_text(f"Fresh {number}")


def test_the_port_of_another_program_is_left_to_it(project: Project, tmp_path: Path) -> None:
    """The next free one is taken."""
    second = Project(project.folder)
    second.port = project.port
    second.start()
    try:
        assert second.port > project.port
    finally:
        second.stop()
