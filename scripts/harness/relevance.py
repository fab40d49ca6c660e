"""Known-item queries: each is made from one note, which is what a reader would be looking for."""

import random
import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote

from harness.pages import Site

WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
IDENTIFIER = re.compile(r"\b(?:[A-Z][a-z]+){3,}\b|\b[a-z]+(?:[-.][a-z]+){2,}\b")
CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2,}")
CODE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[\[([^\]|#]*)[^\]]*\]\]|\[([^\]]*)\]\([^)]*\)|\[\^[^\]]*\]")


@dataclass(frozen=True)
class Known:
    """A query with the note that it is made from."""

    kind: str
    query: str
    url: str
    """Relative to the site's root."""


def known_items(site: Site) -> list[Known]:
    """The queries for every note of a built site; the same site gives the same."""
    notes = {
        path.removesuffix("index.html"): (site.folder / path).with_name("index.md").read_text()
        for path, page in site.pages.items()
        if page.kind == "note"
    }
    texts = {url: plain(text) for url, text in notes.items()}
    headings = Counter(
        heading.lower()
        for text in notes.values()
        for heading in set(re.findall(r"^##+ (.+)$", CODE.sub("", text), re.MULTILINE))
    )
    found: list[Known] = []
    for url, text in sorted(notes.items()):
        chance = random.Random(url)
        found += _of_title(url, text, chance)
        own = re.findall(r"^##+ (.+)$", CODE.sub("", text), re.MULTILINE)
        rare = [h for h in own if headings[h.lower()] == 1 and len(WORD.findall(h)) > 1]
        found += [Known("heading", plain(h), url) for h in chance.sample(rare, min(2, len(rare)))]
        found += _of_text(url, texts, chance)
    return found


def plain(text: str) -> str:
    """A note's text without code, links and marks."""
    text = LINK.sub(lambda match: match[1] or match[2] or "", CODE.sub("", text))
    return re.sub(r"[*_`=>|]+|\{#[^}]*\}", " ", text).strip()


def _of_title(url: str, text: str, chance: random.Random) -> list[Known]:
    title = re.search(r"^# (.+)$", text, re.MULTILINE)
    words = WORD.findall(plain(title[1])) if title else []
    if not words:
        return []
    found = [Known("title", " ".join(words).lower(), url)]
    longest = max(words, key=len)
    if len(longest) > 5 and longest.isascii():
        place = chance.randrange(1, len(longest) - 2)
        swapped = longest[:place] + longest[place + 1] + longest[place] + longest[place + 2 :]
        if swapped != longest:
            query = " ".join(swapped if word is longest else word for word in words)
            found.append(Known("typo", query.lower(), url))
    return found


def _of_text(url: str, texts: dict[str, str], chance: random.Random) -> list[Known]:
    text = texts[url]
    others = [other for name, other in texts.items() if name != url]

    def only_here(part: str) -> bool:
        return not any(part.lower() in other.lower() for other in others)

    found: list[Known] = []
    lines = [line for line in text.splitlines() if len(line.split()) > 8 and line[0].isalpha()]
    chance.shuffle(lines)
    for line in lines[:1]:
        words = line.split()
        start = chance.randrange(len(words) - 5)
        phrase = " ".join(words[start : start + 5])
        if only_here(phrase):
            found.append(Known("phrase", " ".join(WORD.findall(phrase)), url))
    identifiers = sorted({i for i in IDENTIFIER.findall(text) if only_here(i)})
    for identifier in chance.sample(identifiers, min(1, len(identifiers))):
        parts = re.findall(r"[A-Z][a-z]+|[a-z]+", identifier)
        rest = re.compile(r"\W?".join(parts[1:]), re.IGNORECASE)
        if any(rest.search(other) for other in others):
            continue
        found.append(Known("identifier", " ".join(parts[1:]).lower(), url))
    runs = sorted({run[:3] for run in CJK.findall(text) if only_here(run[:3])})
    found += [Known("cjk", run, url) for run in chance.sample(runs, min(1, len(runs)))]
    return found


def reciprocal_rank(urls: list[str], expected: str) -> float:
    """One over the place of the expected address, without its fragment; 0 where it is not there."""
    names = [unquote(url).partition("#")[0].removesuffix("index.html").lstrip("./") for url in urls]
    return 1 / (names.index(expected) + 1) if expected in names else 0.0


def mean(ranks: list[float]) -> float:
    """Their mean; 0 of none."""
    return sum(ranks) / len(ranks) if ranks else 0.0
