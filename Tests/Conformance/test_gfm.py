"""The examples of GitHub Flavored Markdown's specification, and what our dialect does to them.

24 of them are of extensions: those run through the full dialect. The other 648 are CommonMark's of
0.29, with two rules of 0.31: they run through `--plain`, which is CommonMark 0.30, and once more
through the full dialect, which changes only what it has a meaning for.
"""

import difflib
from collections import defaultdict

import pytest
from fragments import canonical
from rendering import html_of, render, render_all
from spec import Example, read_examples

from harness.tree import ROOT

EXAMPLES = read_examples(ROOT / ".build-tests" / "spec" / "gfm.txt")
EXTENSIONS = [example for example in EXAMPLES if example.extensions]
COMMON = [example for example in EXAMPLES if not example.extensions]

DIFFERING = {
    644: "since CommonMark 0.31 a comment may hold `--`",
    645: "since CommonMark 0.31 `<!-->` and `<!--->` are comments",
}
"""The plain examples where CommonMark 0.30 is not what GFM has, each with what is different."""

OUR_OWN = {
    # In place of GFM's list of forbidden elements we have a list of allowed ones: what is not on
    # it is text, its brackets escaped on both sides, and elements end with the block they are in.
    652: """<p><strong> &lt;title&gt; &lt;style&gt; <em></em></strong></p>
<blockquote>
&lt;xmp&gt; is disallowed.  &lt;XMP&gt; is also disallowed.
</blockquote>
""",
}
"""What the full dialect gives instead of an extension example's HTML."""

MEANT: dict[str, set[int]] = {
    "front matter": {66, 68},
    "raw HTML, by the allow-list and closed where it stands": {
        *(118, 120, 122, 123, 124, 126, 127, 128, 133, 134, 137, 139, 140, 141, 142, 145, 147, 149),
        *(150, 151, 156, 160, 170, 317, 327, 354, 484, 485, 486, 500, 503, 532, 544),
        *(632, 633, 634, 635, 636, 642, 646, 647, 648, 649, 650, 662, 663),
    },
    "wikilink": {567},
    "bare address": {616, 619, 620},
    "scheme that no link may have": {606, 607, 609},
}
"""The plain examples that the full dialect gives another meaning, by what it sees in them."""


def difference(example: Example, expected: list[str], actual: list[str]) -> str:
    """What a failure shows: the place in the specification, the Markdown, and a diff."""
    return "\n".join(
        [
            f"example {example.number}, {example.section}, line {example.line}",
            f"markdown: {example.markdown!r}",
            *difflib.ndiff(expected, actual),
        ]
    )


def test_the_whole_specification_is_here() -> None:
    """The file is GFM 0.29: 672 examples, 24 of them of extensions."""
    assert len(EXAMPLES) == 672
    assert len(EXTENSIONS) == 24


@pytest.mark.parametrize("example", EXTENSIONS, ids=str)
def test_extension(example: Example) -> None:
    """The full dialect gives the specification's HTML, but for our additions."""
    actual = canonical(html_of(render(example.markdown.encode())))
    expected = canonical(OUR_OWN.get(example.number, example.html))
    if actual != expected:
        pytest.fail(difference(example, expected, actual), pytrace=False)


@pytest.fixture(scope="module")
def plain() -> dict[int, str]:
    """The HTML of the examples without extensions through `--plain`, by number."""
    results = render_all((example.markdown.encode() for example in COMMON), "--plain")
    return {
        example.number: html_of(result) for example, result in zip(COMMON, results, strict=True)
    }


def test_plain_is_the_specification(plain: dict[int, str]) -> None:
    """Without the dialect every other example is as specified, or CommonMark 0.30 has it otherwise.

    The table of those is exact: an example in it that is as specified after all fails too.
    """
    differing = {e.number: e for e in COMMON if plain[e.number] != e.html}
    shown = [
        difference(e, e.html.splitlines(), plain[e.number].splitlines())
        for e in differing.values()
        if e.number not in DIFFERING
    ]
    if shown:
        pytest.fail("\n\n".join(shown), pytrace=False)
    assert differing.keys() == DIFFERING.keys(), "listed, but as GFM has it"


def test_dialect_changes_only_what_it_means(plain: dict[int, str]) -> None:
    """The full dialect gives what `--plain` gives, but where the dialect means something by it.

    The table of those is exact. A failure lists what to add to it by section, then each example.
    """
    results = render_all(example.markdown.encode() for example in COMMON)
    sections: defaultdict[str, list[int]] = defaultdict(list)
    shown: list[str] = []
    listed = {number for numbers in MEANT.values() for number in numbers}
    differing: set[int] = set()
    for example, result in zip(COMMON, results, strict=True):
        expected, actual = canonical(plain[example.number]), canonical(html_of(result))
        if expected == actual:
            continue
        differing.add(example.number)
        if example.number not in listed:
            sections[example.section].append(example.number)
            shown.append(difference(example, expected, actual))
    if sections:
        summary = [f"{name}: {', '.join(map(str, found))}" for name, found in sections.items()]
        pytest.fail("\n".join([*summary, "", "\n\n".join(shown)]), pytrace=False)
    assert not listed - differing, "listed, but as in plain"
