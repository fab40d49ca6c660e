"""What the interface of a site says, in the language of the site."""

import re
from html.parser import HTMLParser

import pytest
from builtsite import BuiltSite

from harness.tree import ROOT

ENGLISH = ROOT / "Sources" / "Localisation" / "Wording+English.swift"
GERMAN = ROOT / "Sources" / "Localisation" / "Wording+German.swift"
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "content")


class Texts(HTMLParser):
    """All that a page says: its texts, in one piece each, and what names its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes that are read out or shown."""
        self.said |= {value.strip() for name, value in attrs if name in ATTRIBUTES and value}

    def handle_data(self, data: str) -> None:
        """Texts between tags."""
        self.said |= {line.strip() for line in data.splitlines()} - {""}


def phrases(path: str) -> set[str]:
    """The texts of a language, with places as they stand."""
    return set(LITERAL.findall(path))


def pattern(phrase: str) -> re.Pattern[str]:
    """What a phrase looks like filled in, and its pieces beside markup in its places."""
    pieces = [re.escape(piece.strip()) for piece in re.split(r"\{\d\}", phrase)]
    whole = ".+".join(pieces).replace(r"\ .+", r"\ ?.+")
    alone = [piece for piece in pieces if re.search(r"[a-z]{3}", piece)]
    return re.compile("|".join(f"(?:{part})" for part in [whole, *alone]))


@pytest.fixture(scope="module")
def english() -> list[re.Pattern[str]]:
    """What only an English page says: words that German does not have as well."""
    ours = {phrase for phrase in phrases(ENGLISH.read_text()) if re.search(r"[A-Za-z]{3}", phrase)}
    return [pattern(phrase) for phrase in sorted(ours - phrases(GERMAN.read_text()) - {"en"})]


def test_english_site_speaks_english(built: BuiltSite, english: list[re.Pattern[str]]) -> None:
    """The test below would pass with patterns that match nothing."""
    if built.project.name != "choices":
        pytest.skip("one site is enough")
    said = set().union(*(Texts(read(built, path)).said for path in built.site.pages))
    found = [words for words in english if any(words.fullmatch(text) for text in said)]
    assert len(found) > 60


def test_german_site_speaks_no_english(built: BuiltSite, english: list[re.Pattern[str]]) -> None:
    """No text of the interface is left in English on any page."""
    if built.project.name != "german":
        pytest.skip("this is about the German site")
    left = [
        f"{path}: {text}"
        for path in built.site.pages
        for text in sorted(Texts(read(built, path)).said)
        if any(words.fullmatch(text) for words in english)
    ]
    assert not left, "\n".join(left)


def read(built: BuiltSite, path: str) -> str:
    """The text of a page."""
    return (built.site.folder / path).read_text()
