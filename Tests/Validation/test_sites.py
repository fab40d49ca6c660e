"""What holds for every file of every built site, by the validators and by our own promises."""

from pathlib import Path
from xml.etree import ElementTree

from builtsite import BuiltSite

from harness.links import NOT_FOUND, broken_links

POLICY = "default-src 'self'"
KINDS = {
    *("home", "note", "folder", "tag", "tags", "not-found", "redirect", "search"),
    *("notes", "recent", "reviews", "graph"),
    *("compare", "comparison", "decide", "decision", "option"),
}


def test_there_are_pages(built: BuiltSite) -> None:
    """A site without pages would pass every other test."""
    assert {"index.html", NOT_FOUND} <= built.site.pages.keys()
    assert "note" in {page.kind for page in built.site.pages.values()}


def test_nu_checker_is_content(built: BuiltSite, nu_messages: dict[Path, list[str]]) -> None:
    """No error and no warning in any HTML or SVG file."""
    said = [
        f"{file.relative_to(built.site.folder)}:{message}"
        for file, messages in nu_messages.items()
        if file.is_relative_to(built.site.folder)
        for message in messages
    ]
    assert not said, "\n".join(said)


def test_policy_is_strict_and_kept(built: BuiltSite) -> None:
    """Each page sets the strict policy, before anything it governs, and holds nothing inline."""
    for page in built.site.pages.values():
        assert page.policies == [POLICY], page.path
        assert not page.breaches, f"{page.path}: {page.breaches}"


def test_every_page_says_its_kind(built: BuiltSite) -> None:
    """The browser tests choose pages by it."""
    kinds = {page.path: page.kind for page in built.site.pages.values()}
    assert {path: kind for path, kind in kinds.items() if kind not in KINDS} == {}


def test_internal_links_lead_somewhere(built: BuiltSite) -> None:
    """Each internal address leads to a file, and its fragment to an id in it."""
    broken = list(broken_links(built.site, built.base_url))
    assert not broken, "\n".join(broken)


def test_xml_is_well_formed(built: BuiltSite) -> None:
    """Each XML and SVG file parses."""
    for path in built.site.files:
        if path.endswith((".xml", ".svg")):
            ElementTree.parse(built.site.folder / path)


def test_published_urls_are_the_pages(built: BuiltSite) -> None:
    """urls.txt names every page by its address, one a line, but for the page for missing ones."""
    listed = (built.site.folder / "_waymark" / "urls.txt").read_text().splitlines()
    pages = [page.url for page in built.site.pages.values() if page.path != NOT_FOUND]
    assert sorted(listed) == sorted(pages)
