"""What the interface of a site says, in the language of the site."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from builtsite import BuiltSite

from harness.binary import build_site
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


# Elements without an end tag (https://html.spec.whatwg.org/multipage/syntax.html#void-elements).
VOID = {
    *(
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
    ),
    "wbr",
}


class Spoken(HTMLParser):
    """All that the body of a page says, each text with the language that it is in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: set[tuple[str, str]] = set()
        self.open: list[tuple[str, str | None]] = []
        self.feed(html)

    def say(self, text: str) -> None:
        """Take a text down with the language of the element that it is in."""
        if text.strip() and not any(tag == "head" for tag, _ in self.open):
            language = next(code for _, code in reversed(self.open) if code)
            self.said.add((text.strip(" \n·"), language))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What names an element is in that element's language."""
        self.open.append((tag, dict(attrs).get("lang")))
        for name, value in attrs:
            if name in ATTRIBUTES and tag != "meta":
                self.say(value or "")
        if tag in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it whose end is left out."""
        if tag not in VOID:
            while self.open and self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Texts between tags."""
        for line in data.splitlines():
            self.say(line)


def only_words(phrase: str) -> re.Pattern[str]:
    """A phrase by itself: without anybody's words, but with numbers, in its places."""
    return re.compile(re.sub(r"\\\{\d\\\}", r"\\d+", re.escape(phrase)), re.IGNORECASE)


@pytest.mark.parametrize("project", ["german", "choices"])
def test_parts_in_another_language_say_so(project: str, tmp_path: Path) -> None:
    """Where the interface does not speak the language of the notes (WCAG 2.2, 3.1.2)."""
    folder = ROOT / "Tests" / "Sites" / project
    configuration = tmp_path / "waymark.yml"
    configuration.write_text("language: eo\nhistory: none\n")
    build_site(folder, tmp_path / "site", "--config", configuration)
    english = [
        only_words(phrase)
        for phrase in phrases(ENGLISH.read_text())
        if re.search(r"[A-Za-z]{2}", phrase)
    ]
    notes = "\n".join(path.read_text() for path in (folder / "content").rglob("*.md"))
    pages = sorted((tmp_path / "site").rglob("*.html"))
    said = [(path, *found) for path in pages for found in Spoken(path.read_text()).said]
    ours = [entry for entry in said if any(words.fullmatch(entry[1]) for words in english)]
    assert len({text for _, text, _ in ours}) > 40
    # What the author happens to have said as well is theirs wherever it stands.
    wrong = [entry for entry in ours if entry[2] != "en" and entry[1] not in notes]
    titles = set(re.findall(r"^#+ (.+)$|title: (.+)$", notes, re.MULTILINE))
    theirs = {title for found in titles for title in found if title}
    wrong += [entry for entry in said if entry[1] in theirs and entry[2] != "eo"]
    assert not wrong, "\n".join(f"{path}: {text} ({code})" for path, text, code in wrong)
