"""Whatever a document holds, its HTML is what a browser makes of it: html5lib finds no error in it.

A failure shows the document with all lines taken away that it fails without.
"""

from collections import Counter
from collections.abc import Sequence

import pytest
from documents import Generator
from fragments import elements, parse
from rendering import Result, render, render_all
from spec import Example, read_examples

from harness.tree import ROOT

SPEC = ROOT / ".build-tests" / "spec"
PARTS, DOCUMENTS = 12, 50
"""Random documents: so many seeds, so many of each."""

ALLOWED: dict[str, str] = {}
"""html5lib's codes for what is no error, each with the reason."""


def problems(result: Result) -> list[str]:
    """What is wrong with a rendering."""
    if result.returncode != 0:
        return [f"exit status {result.returncode}: {result.stderr.decode(errors='replace')}"]
    try:
        html = result.stdout.decode()
    except UnicodeDecodeError as error:
        return [f"not UTF-8: {error}"]
    root, errors = parse(html)
    ids = Counter(e.attributes["id"] for e in elements(root) if "id" in e.attributes)
    return [
        *(str(error) for error in errors if error.code not in ALLOWED),
        *(f"an id more than once: {name!r}" for name, count in ids.items() if count > 1),
    ]


def smallest(document: bytes) -> bytes:
    """A document with all lines taken away that it has problems without, larger pieces first."""
    lines = document.splitlines(keepends=True)
    size = len(lines)
    while size := size // 2:
        at = 0
        while at < len(lines):
            rest = lines[:at] + lines[at + size :]
            if problems(render(b"".join(rest))):
                lines = rest
            else:
                at += size
    return b"".join(lines)


def hold(documents: Sequence[bytes]) -> None:
    """Demand that there is nothing wrong with any document; shows one in full when there is."""
    results = zip(documents, render_all(documents), strict=True)
    bad = {document: found for document, result in results if (found := problems(result))}
    if not bad:
        return
    document = smallest(min(bad, key=len))
    result = render(document)
    shown = [
        f"{len(bad)} of {len(documents)} documents; the smallest, made smaller:",
        f"markdown: {document!r}",
        f"html: {result.stdout!r}",
        *problems(result),
    ]
    pytest.fail("\n".join(shown), pytrace=False)


@pytest.mark.parametrize("seed", range(PARTS))
def test_random_documents(seed: int) -> None:
    """Pieces of every construct, in any order and depth."""
    generator = Generator(seed)
    hold([generator.document() for _ in range(DOCUMENTS)])


@pytest.mark.parametrize("name", ["commonmark", "gfm"])
def test_examples(name: str) -> None:
    """Every example of both specifications."""
    examples: list[Example] = read_examples(SPEC / f"{name}.txt")
    hold([example.markdown.encode() for example in examples])
