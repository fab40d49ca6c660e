"""Copying code, on the page of the guide that shows every kind of code block."""

import itertools

import pytest
from playwright.sync_api import Page, expect
from tools import allow_clipboard, check_accessible, clipboard, heard
from visitor import Visitor

NOTE = "guide/code/"


def copied(page: Page, index: int) -> str:
    """What the button on a code block copies."""
    page.evaluate("navigator.clipboard.writeText('')")
    page.locator(".code-box").nth(index).hover()
    page.locator(".copy-code").nth(index).click()
    page.wait_for_function("async () => await navigator.clipboard.readText() !== ''")
    return clipboard(page)


def test_every_block_copies_its_code(address: str, visitor: Visitor) -> None:
    """Without numbers of lines, and without the last line's end."""
    page = visitor.open(address + NOTE)
    allow_clipboard(page)
    codes = page.locator("pre code").evaluate_all("codes => codes.map(code => code.textContent)")
    changed = page.locator("pre code").evaluate_all(
        """codes => codes.map(code => !!code.querySelector('.inserted, .deleted')
             && !code.matches('.language-diff'))"""
    )
    assert page.locator(".copy-code").count() == len(codes) > 5
    for index, (code, is_changed) in enumerate(zip(codes, changed, strict=True)):
        if not is_changed:
            assert copied(page, index) == code.removesuffix("\n")
    heard(page, "Copied")


def test_changes_are_copied_as_their_result(address: str, visitor: Visitor) -> None:
    """Of marked changes comes what is left: no deleted line, no sign."""
    page = visitor.open(address + NOTE)
    allow_clipboard(page)
    blocks = page.locator("code:not(.language-diff):has(.deleted)")
    assert blocks.count(), "no code block of a language shows changes"
    block = blocks.first
    index = page.locator("pre code").evaluate_all(
        "(codes, block) => codes.indexOf(block)", block.element_handle()
    )
    lines = block.locator(".line").evaluate_all(
        """lines => lines.filter(line => !line.matches('.deleted')).map(line => [
             line.matches('.inserted'), line.textContent.replace(/\\n$/, '')])"""
    )
    kept = copied(page, index).split("\n")
    assert len(kept) == len(lines)
    for (is_inserted, line), copy in zip(lines, kept, strict=True):
        assert copy == line[1:] if is_inserted else line.endswith(copy)


@pytest.mark.parametrize("media", ["screen", "print"])
def test_each_line_stands_below_the_last(address: str, visitor: Visitor, media: str) -> None:
    """Numbered, marked, inserted and deleted lines too; and all are as wide as the widest."""
    page = visitor.open(address + NOTE, width=360)
    page.emulate_media(media="print" if media == "print" else "screen")
    blocks = page.locator("code:has(> .line)")
    assert blocks.count() >= 3
    for lines in blocks.evaluate_all(
        """codes => codes.map(code => [...code.querySelectorAll('.line')].map(line => {
             const box = line.getBoundingClientRect()
             return [box.top, box.bottom, box.right]
           }))"""
    ):
        for (_, bottom, right), (top, _, other) in itertools.pairwise(lines):
            assert top >= bottom - 1
            assert right == other


def test_buttons_move_nothing(address: str, visitor: Visitor) -> None:
    """Blocks of code lie where they lie without scripts."""
    places = "codes => codes.map(code => code.getBoundingClientRect().y)"
    with_script = visitor.open(address + NOTE).locator("pre").evaluate_all(places)
    without = visitor.open(address + NOTE, javascript=False).locator("pre").evaluate_all(places)
    assert with_script == without


def test_button_shows_on_hover_and_focus(address: str, visitor: Visitor) -> None:
    """And not before, nor on paper."""
    page = visitor.open(address + NOTE)
    button = page.locator(".copy-code").first
    opacity = "button => getComputedStyle(button).opacity"
    assert button.evaluate(opacity) == "0"
    button.focus()
    assert button.evaluate(opacity) == "1"
    button.evaluate("button => button.blur()")
    page.locator("pre").first.hover()
    assert button.evaluate(opacity) == "1"
    page.emulate_media(media="print")
    expect(button).not_to_be_visible()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_copied_block(
    address: str, visitor: Visitor, color_scheme: str
) -> None:
    """While the button says that the code was copied."""
    page = visitor.open(address + NOTE, color_scheme=color_scheme)
    allow_clipboard(page)
    copied(page, 0)
    check_accessible(page)
