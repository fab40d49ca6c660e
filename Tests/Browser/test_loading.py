"""Pages on a plain host: at its root, below a path, without JavaScript, and where nothing is."""

from visitor import Visitor, Watch

from harness.pages import Page, Site


def test_pages_load_cleanly(site: Site, any_address: str, visitor: Visitor) -> None:
    """One page of every kind loads without an error, a violation or a foreign request."""
    kinds = {page.kind for page in site.pages.values() if page.kind}
    for kind in sorted(kinds):
        (page,) = site.longest(1, kind)
        url = any_address + page.url.removeprefix("/")
        opened = visitor.open(url, wait_until="networkidle")
        assert opened.locator("html").get_attribute("data-page") == kind
        assert opened.title()


def test_missing_address_shows_the_page_for_it(
    site: Site, any_address: str, visitor: Visitor, watch: Watch
) -> None:
    """At the depth of the site's root, the page for missing addresses works in full."""
    watch.expected += ["404: " + any_address + "no-such-page", "status of 404"]
    page = visitor.open(any_address + "no-such-page")
    assert page.locator("html").get_attribute("data-page") == "not-found"
    assert page.locator("main").is_visible()


def note_with_a_choice(site: Site) -> Page:
    """The longest note that holds both a comparison and a decision."""
    notes = site.longest(len(site.pages), "note")
    found = [note for note in notes if note.features >= {"flow", "comparison"}]
    assert found, "no note has both a figure.flow with an svg and a table.comparison"
    return found[0]


def test_note_reads_without_javascript(site: Site, address: str, visitor: Visitor) -> None:
    """Text, comparison and decision are all there, and named for those who do not see them."""
    note = note_with_a_choice(site)
    page = visitor.open(address + note.path, javascript=False)
    assert len(page.locator("main").inner_text()) > 200

    flow = page.locator("figure.flow svg").first
    flow.scroll_into_view_if_needed()
    assert flow.is_visible()
    assert page.get_by_role("group", name="Flow:").and_(page.locator("figure.flow svg")).count() > 0

    table = page.locator("table.comparison").first
    assert table.is_visible()
    headers = table.locator("th")
    assert headers.count() > 1
    for header in headers.all():
        assert header.get_attribute("scope") in ("col", "row", "colgroup", "rowgroup")
