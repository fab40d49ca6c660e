"""Pages that lead on: to where their target is, with the place that the address named."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from visitor import Visitor

from harness.binary import build_site
from harness.server import serving

NOTE = """\
---
aliases: [First name, /old/irsa/]
---
# IRSA

Text.

## Set up

{filler}

## Größe

{filler}
"""
CONFIGURATION = """\
title: Notes
redirects:
  /gone/: /identity/irsa/
  /gone/set-up.html: /identity/irsa/#set-up
  /gone/all/: /tags/
"""


def moved(folder: Path, links: str) -> Path:
    """A site with a note that has had several addresses."""
    (folder / "content" / "identity").mkdir(parents=True)
    filler = "Words that take room.\n\n" * 60
    (folder / "content" / "identity" / "irsa.md").write_text(NOTE.format(filler=filler))
    (folder / "waymark.yml").write_text(f"{CONFIGURATION}links: {links}\n")
    build_site(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address below a path of a web server, ending in `/`."""
    with serving(moved(tmp_path_factory.mktemp("served"), "folder"), "/docs/") as address:
        yield address


@pytest.fixture(scope="module")
def opened_from_disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the same site, built to be opened from disk."""
    return f"{moved(tmp_path_factory.mktemp('disk'), 'file').as_uri()}/"


@pytest.fixture(params=["served", "opened_from_disk"])
def root(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Where the site is, and what the address of a folder needs at its end."""
    is_served = request.param == "served"
    return request.getfixturevalue(request.param), "" if is_served else "index.html"


# What is asked for, and where it leads; `*` is the place that the address names.
LEADS = [
    ("identity/first-name/", "identity/irsa/*"),
    ("old/irsa/", "identity/irsa/*"),
    ("gone/", "identity/irsa/*"),
    ("gone/set-up.html", "identity/irsa/#set-up"),
    ("gone/all/", "tags/*"),
]


def ends(led: str, index: str, fragment: str) -> str:
    """What the address ends with that a redirect leads to."""
    path, _, place = led.rstrip("*").partition("#")
    fragment = f"#{place}" if place else fragment
    return f"/{path}{index}{quote(fragment, safe='#')}"


@pytest.mark.parametrize(("asked", "led"), LEADS)
@pytest.mark.parametrize("fragment", ["", "#set-up", "#größe"])
def test_the_place_is_kept(
    root: tuple[str, str], visitor: Visitor, asked: str, led: str, fragment: str
) -> None:
    """The browser arrives at the target, and at the place in it, without the page between."""
    address, index = root
    asked = asked + index if asked.endswith("/") else asked
    page = visitor.open(f"{address}{asked}{quote(fragment, safe='#')}", stays=False)
    end = ends(led, index, fragment)
    page.wait_for_url(lambda url: url.endswith(end))
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("data-page") in ("note", "tags")
    if "identity/irsa/" in end and "#" in end:
        heading = page.locator(f"[id='{unquote(end.partition('#')[2])}']")
        box = heading.bounding_box()
        assert box and 0 <= box["y"] < 800
        assert page.evaluate("scrollY") > 0
    # Only the empty page and the target: to go back does not lead to the page between.
    assert page.evaluate("history.length") == 2


@pytest.mark.parametrize(("asked", "led"), LEADS)
def test_they_lead_on_without_scripts(served: str, visitor: Visitor, asked: str, led: str) -> None:
    """The page refreshes itself."""
    page = visitor.open(served + asked, javascript=False, stays=False)
    end = ends(led, "", "")
    page.wait_for_url(lambda url: url.endswith(end))
    assert page.locator("html").get_attribute("data-page") in ("note", "tags")


def test_who_stays_can_follow_the_link(served: str, visitor: Visitor) -> None:
    """Where the browser does not lead on, the page says where the note is."""
    page = visitor.open(f"{served}old/irsa/", javascript=False)
    assert page.locator("h1").inner_text() == "This page has moved"
    link = page.get_by_role("link", name="IRSA")
    assert link.evaluate("link => link.href") == f"{served}identity/irsa/"
