"""What a first visit to a page of a note weighs, in bytes as a server sends them compressed."""

import gzip
import re
from functools import cache
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from visitor import Visitor

from harness.pages import Page, Site

FIRST_VISIT = 30_000
"""All files that a browser asks for while the reader does nothing."""
SHELL = 4_000
"""What surrounds the text of the note."""
LOADED = {"link", "script", "img", "source", "video", "audio", "track", "object", "iframe"}
"""The elements that load a file, but for a `link` to another page."""


@cache
def compressed(file: Path) -> int:
    """The size of a file, compressed."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def notes(site: Site) -> list[Page]:
    """Every page of a note."""
    found = site.longest(len(site.pages), "note")
    assert len(found) > 50
    return found


def files(page: Page) -> frozenset[str]:
    """The page's own file and all that it loads; pictures too that come only when they are near."""
    found = {page.path}
    for element, url in {(one.element, one.url) for one in page.references}:
        path = unquote(urlsplit(url).path)
        if element in LOADED and path and PurePosixPath(path).suffix not in ("", ".md", ".xml"):
            found.add(normpath(f"{Path(page.path).parent}/{path}"))
    return frozenset(found)


def test_every_note_is_light(site: Site) -> None:
    """Page, styles, scripts and pictures of each note of this site together stay within 30 KB."""
    for note in notes(site):
        sizes = {name: compressed(site.folder / name) for name in sorted(files(note))}
        assert sum(sizes.values()) <= FIRST_VISIT, f"{note.path}: {sum(sizes.values())}: {sizes}"


def test_nothing_is_loaded_uncounted(site: Site, address: str, visitor: Visitor) -> None:
    """What scripts and styles ask for would be no part of the page: they ask for nothing more."""
    kinds = {frozenset(files(note) - {note.path}): note for note in reversed(notes(site))}
    assert len(kinds) > 4
    for loaded, note in kinds.items():
        page = visitor.open(address + "404.html")
        page.unroute("**/*")
        asked: set[str] = set()
        page.on("request", lambda request, asked=asked: asked.add(request.url))
        page.goto(address + note.path, wait_until="networkidle")
        names = {unquote(urlsplit(url).path).removeprefix("/docs/") for url in asked}
        assert names <= loaded | {note.path}
        assert {PurePosixPath(name).suffix for name in names} >= {".html", ".css", ".js"}


def test_every_shell_is_light(site: Site) -> None:
    """A page of a note without its text."""
    for note in notes(site):
        html = (site.folder / note.path).read_text()
        shell, count = re.subn(r"(?s)<main .*</main>", "", html)
        assert count == 1
        assert len(gzip.compress(shell.encode(), 9, mtime=0)) <= SHELL, note.path
