"""Do a built site's own links lead anywhere?"""

import posixpath
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from harness.pages import Page, Site

NOT_FOUND = "404.html"


def broken_links(site: Site, base_url: str | None) -> Iterator[str]:
    """One line for each internal address that does not lead to a file, or to an id in it.

    Internal is what is relative, and what is below `base_url` when there is one. A link that starts
    with `/` would break under a sub-path, so only the page for missing addresses may have one, when
    `base_url` says what it is relative to.
    """
    for page in site.pages.values():
        for reference in page.references:
            if problem := _problem(site, page, reference.url, base_url):
                yield f"{page.path}: <{reference.element}> {reference.url!r}: {problem}"


def _problem(site: Site, page: Page, url: str, base_url: str | None) -> str | None:
    """What is wrong with one address, if anything."""
    parts = urlsplit(url)
    if base_url and url.startswith(base_url):
        path = url_path(url)[len(url_path(base_url)) :]
        return _target_problem(site, path, parts.fragment)
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        if page.path != NOT_FOUND or base_url is None:
            return "starts with '/'"
        base_path = url_path(base_url)
        if not parts.path.startswith(base_path):
            return "is outside base_url"
        return _target_problem(site, url_path(url)[len(base_path) :], parts.fragment)
    if not parts.path:
        return _fragment_problem(site, page.path, parts.fragment)
    folder = posixpath.dirname(page.path)
    return _target_problem(site, posixpath.join(folder, unquote(parts.path)), parts.fragment)


def url_path(url: str) -> str:
    """The decoded path of an address; at least `/`."""
    return unquote(urlsplit(url).path) or "/"


def _target_problem(site: Site, path: str, fragment: str) -> str | None:
    """What is wrong with a decoded path below the site's root and a fragment of it."""
    target = posixpath.normpath(path) if path else "."
    if target.startswith(".."):
        return "leaves the site"
    is_folder = path == "" or path.endswith(("/", "/.", "/..")) or path in (".", "..")
    if is_folder:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if not (site.folder / target).exists():
        return f"there is no {target}"
    if not (site.folder / target).is_file():
        return f"{target} is a folder: the address needs a '/' at its end"
    return _fragment_problem(site, target, fragment)


def _fragment_problem(site: Site, target: str, fragment: str) -> str | None:
    """What is wrong with a fragment of an existing file: an empty one and `top` need no id.

    In a file that is no page a fragment has a meaning of its own, as `#page=2` has in a PDF.
    """
    name = unquote(fragment)
    if not target.endswith(".html") or name in ("", "top") or name in _ids(site, target):
        return None
    return f"there is no id {name!r} in {target}"


@cache
def _ids(site: Site, path: str) -> set[str]:
    """The ids that a page or an SVG file defines."""
    if path in site.pages:
        return site.pages[path].ids
    if path.endswith(".svg"):
        return {e.get("id", "") for e in ElementTree.parse(site.folder / path).iter()}
    return set()
