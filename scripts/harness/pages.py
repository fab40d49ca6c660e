"""Built sites, read as a browser would find them: pages, what they refer to, what they define."""

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

URL_ATTRIBUTES = {"href", "src", "xlink:href", "poster", "data", "action", "formaction", "cite"}


@dataclass(frozen=True)
class Reference:
    """An address in a page, as written, with the element that holds it."""

    element: str
    url: str


@dataclass
class Page:
    """One HTML file of a site: what it is, what it defines and what it refers to."""

    path: str
    """Below the site's root, with `/`: `guide/index.html`."""
    size: int
    kind: str | None = None
    """The `data-page` of the root element."""
    ids: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    """The content of each Content-Security-Policy `<meta>`."""
    breaches: list[str] = field(default_factory=list)
    """What `default-src 'self'` forbids in a page: inline script and style."""
    features: set[str] = field(default_factory=set)
    """`flow` when there is a decision flow, `comparison` when there is a comparison table."""

    @property
    def url(self) -> str:
        """The page's address below the site's root: `/guide/` for `guide/index.html`."""
        folder = self.path.removesuffix("index.html")
        address = folder if folder == "" or folder.endswith("/") else self.path
        return "/" + quote(address, safe="/@~")


class Site:
    """A built site in a folder; pages are parsed once, when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def files(self) -> list[str]:
        """Every file, sorted, as a path below the root."""
        found = (file for file in self.folder.rglob("*") if file.is_file())
        return sorted(file.relative_to(self.folder).as_posix() for file in found)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML file by its path."""
        return {
            path: parse_page(path, self.folder / path)
            for path in self.files
            if path.endswith(".html")
        }

    def longest(self, count: int, kind: str | None = None) -> list[Page]:
        """The pages with the most bytes, the longest first; of one kind, if one is named."""
        wanted = (page for page in self.pages.values() if kind in (None, page.kind))
        return sorted(wanted, key=lambda page: (-page.size, page.path))[:count]


def parse_page(path: str, file: Path) -> Page:
    """Read one HTML file."""
    text = file.read_text(encoding="utf-8")
    page = Page(path, len(text.encode()))
    parser = _PageParser(page)
    parser.feed(text)
    parser.close()
    return page


class _PageParser(HTMLParser):
    """Fills in a page, one start tag at a time."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.in_flow = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._identify(tag, values)
        self._refer(tag, values)
        self._find_breaches(tag, values)
        classes = values.get("class", "").split()
        if tag == "table" and "comparison" in classes:
            self.page.features.add("comparison")
        if tag == "figure" and "flow" in classes:
            self.in_flow = True
        if tag == "svg" and self.in_flow:
            self.page.features.add("flow")

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self.in_flow = False

    def _identify(self, tag: str, values: dict[str, str]) -> None:
        if tag == "html":
            self.page.kind = values.get("data-page")
        if "id" in values:
            self.page.ids.add(values["id"])
        if values.get("http-equiv", "").lower() == "content-security-policy":
            if self.page.references:
                self.page.breaches.append("the policy stands after something that it should govern")
            self.page.policies.append(values.get("content", ""))

    def _refer(self, tag: str, values: dict[str, str]) -> None:
        urls = [values[name] for name in values.keys() & URL_ATTRIBUTES]
        for candidate in values.get("srcset", "").split(","):
            urls += candidate.split()[:1]
        if values.get("http-equiv", "").lower() == "refresh" and "url=" in values.get(
            "content", ""
        ):
            urls.append(values["content"].partition("url=")[2])
        self.page.references += [Reference(tag, url.strip()) for url in urls]

    def _find_breaches(self, tag: str, values: dict[str, str]) -> None:
        if tag == "script" and "src" not in values:
            self.page.breaches.append(f"line {self.getpos()[0]}: <script> without src")
        if tag == "style":
            self.page.breaches.append(f"line {self.getpos()[0]}: <style>")
        for name in values:
            if name == "style" or name.startswith("on"):
                self.page.breaches.append(f"line {self.getpos()[0]}: {name}= on <{tag}>")
