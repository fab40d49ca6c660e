"""Comforts of reading: colours, contents, previews, pictures, keys, reviews."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tools import allow_clipboard, check_accessible, clipboard, heard
from visitor import Visitor

from harness.binary import build_site
from harness.server import serving

NOTE = "identity/irsa/"
PIXEL = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='2400' height='1200'>"
    "<rect width='2400' height='1200'/></svg>"
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site: a note with a footnote and a picture, and two with reviews."""
    project = tmp_path_factory.mktemp("reading")
    content = project / "content"
    content.mkdir()
    (content / "wide.svg").write_text(PIXEL)
    (content / "a.md").write_text(
        "---\nsources: [https://example.com/x, A book]\n---\n# First\n\nWords[^1] and"
        " [[Second]].\n\n![A black field](wide.svg)\n\n[^1]: The *small* print.\n"
    )
    day = (date.today() - timedelta(days=40)).isoformat()
    (content / "b.md").write_text(
        f"---\nreviewed: {day}\nreview_in: 30d\nowner: us\n---\n# Second\n\nIt begins so.\n"
    )
    (content / "c.md").write_text(f"---\nreviewed: {day}\nreview_in: 1y\n---\n# Third\n\nMore.\n")
    (project / "waymark.yml").write_text("edit_url: https://code.example/edit/{path}\n")
    build_site(project, project / "site")
    with serving(Path(project / "site"), "/own/") as address:
        yield address


def paper(page: Page) -> str:
    """The colour that the page is on."""
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


# MARK: Colours


def test_colours_are_the_systems_until_chosen(address: str, visitor: Visitor) -> None:
    """System, light, dark and back; kept from page to page and told to other tabs."""
    page = visitor.open(address + NOTE, color_scheme="dark")
    dark = paper(page)
    button = page.get_by_role("button", name="Colours: system")
    button.click()
    heard(page, "Colours: light")
    light = paper(page)
    assert light != dark
    page.reload()
    assert paper(page) == light
    page.get_by_role("button", name="Colours: light").click()
    assert paper(page) == dark
    page.get_by_role("button", name="Colours: dark").click()
    page.get_by_role("button", name="Colours: system").wait_for()
    assert page.evaluate("localStorage.getItem('waymark:scheme')") is None


def test_chosen_colours_are_there_before_the_first_paint(address: str, visitor: Visitor) -> None:
    """The root has them while the head is read, before there is a body to draw."""
    watch = """
      localStorage.setItem('waymark:scheme', 'dark')
      window.early = null
      new MutationObserver((changes, observer) => {
        if (!document.body) return
        window.early = document.documentElement.dataset.scheme
        observer.disconnect()
      }).observe(document, { childList: true, subtree: true })
    """
    page = visitor.open(address + NOTE, color_scheme="light", init_script=watch)
    assert page.evaluate("window.early") == "dark"


def test_without_scripts_no_button_is_left_over(address: str, visitor: Visitor) -> None:
    """A switch that does nothing is not shown."""
    page = visitor.open(address + NOTE, javascript=False)
    assert not page.locator(".scheme-button").is_visible()


# MARK: Headings


def test_contents_follow_the_reader(address: str, visitor: Visitor) -> None:
    """One entry at most is marked: the heading above; at the end of the page the last."""
    page = visitor.open(address + NOTE, width=1280)
    marked = page.locator(".contents [aria-current='location']")
    expect(marked).to_have_count(0)
    heading = page.locator(".body h2").nth(2)
    heading.evaluate("heading => scrollTo(0, heading.offsetTop - 100)")
    text = heading.evaluate("heading => heading.firstChild.textContent")
    expect(marked).to_have_text(text)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(marked).to_have_text(page.locator(".contents a").last.inner_text())
    expect(marked).to_have_count(1)


def test_headings_give_their_address(address: str, visitor: Visitor) -> None:
    """A button at each copies the address, and is there for the keyboard."""
    page = visitor.open(address + NOTE)
    allow_clipboard(page)
    heading = page.locator(".body h2").first
    heading.hover()
    heading.get_by_role("button").click()
    heard(page, "Copied")
    assert clipboard(page) == page.url + "#" + str(heading.get_attribute("id"))


# MARK: Previews


def test_a_link_shows_where_it_leads(own: str, visitor: Visitor) -> None:
    """Title and beginning of the note; gone by Escape, and it stays under the pointer."""
    page = visitor.open(own + "a/")
    link = page.locator(".body a", has_text="Second")
    link.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_contain_text("Second")
    expect(preview).to_contain_text("It begins so.")
    preview.hover()
    page.wait_for_timeout(400)
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()


def test_a_footnote_shows_in_its_place(own: str, visitor: Visitor) -> None:
    """Also for the keyboard, tied to its reference."""
    page = visitor.open(own + "a/")
    reference = page.locator("[role='doc-noteref']")
    reference.focus()
    preview = page.get_by_role("tooltip")
    expect(preview).to_have_text("The small print.")
    assert reference.get_attribute("aria-describedby") == preview.get_attribute("id")


def test_pages_ahead_are_fetched_once(own: str, visitor: Visitor) -> None:
    """When the pointer is over a link to them; the browser's way back is what it was."""
    page = visitor.open(own + "a/")
    page.unroute("**/*")
    for _ in range(2):
        page.locator(".body a", has_text="Second").hover()
        page.locator("h1").hover()
    assert page.locator("link[rel='prefetch']").evaluate_all("links => links.length") == 1
    page.locator(".body a", has_text="Second").click()
    expect(page.locator("h1")).to_contain_text("Second")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("First")


# MARK: Pictures and keys


def test_a_large_picture_can_be_seen_large(own: str, visitor: Visitor) -> None:
    """By a button; any click and Escape close it, and the focus goes back."""
    page = visitor.open(own + "a/")
    button = page.get_by_role("button", name="Enlarge A black field")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="A black field")
    expect(dialog.locator("img")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.evaluate("document.activeElement.className") == "zoom"


def test_keys_lead_on(address: str, visitor: Visitor) -> None:
    """`?` tells them, `n` and `p` go to the neighbours, `t` to the tags; all can be turned off."""
    page = visitor.open(address + NOTE)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    check_accessible(page)
    dialog.get_by_label("Single keys do something").uncheck()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    page.keyboard.press("n")
    page.keyboard.press("/")
    assert page.url == address + NOTE
    page.keyboard.press("?")
    dialog.get_by_label("Single keys do something").check()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.unroute("**/*")
    page.keyboard.press("n")
    page.wait_for_url(re.compile("irsa-or-eks"))
    page.keyboard.press("p")
    page.wait_for_url(re.compile(NOTE + "$"))
    page.keyboard.press("t")
    page.wait_for_url(re.compile("/tags/$"))


def test_a_closed_list_takes_no_keys(address: str, visitor: Visitor) -> None:
    """Until the page is drawn next, the focus stays where it was in the list."""
    page = visitor.open(address + NOTE)
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").evaluate(
        """dialog => {
          const box = dialog.querySelector('input')
          dialog.close()
          box.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
        }"""
    )
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()


# MARK: Reviews


def test_overdue_notes_say_so(own: str, visitor: Visitor) -> None:
    """By the reader's own clock; a note that is not due says only when it will be."""
    page = visitor.open(own + "b/")
    expect(page.locator(".notice.stale")).to_contain_text("may be out of date")
    page = visitor.open(own + "c/")
    expect(page.locator(".notice.stale")).to_be_hidden()
    page = visitor.open(own + "stale/")
    assert page.locator(".entries a").all_inner_texts() == ["Second", "Third"]
    assert page.locator(".overdue").count() == 1


def test_a_note_tells_its_sources_and_where_to_edit(own: str, visitor: Visitor) -> None:
    """At its foot."""
    page = visitor.open(own + "a/")
    assert page.locator(".note-foot li").all_inner_texts() == ["https://example.com/x", "A book"]
    link = page.get_by_role("link", name="Edit this page")
    assert link.get_attribute("href") == "https://code.example/edit/a.md"
