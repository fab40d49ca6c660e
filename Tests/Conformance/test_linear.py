"""Time is linear in the size of a document, for every construct of the dialect.

Counted in instructions of the whole program, on a document and on one of twice the size, less what
an empty document takes. A construct that grows by its square costs twice as much for each byte of
the larger document; a byte may cost 15 % more, which is room for sorting.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from math import isqrt

import pytest

from harness import instructions
from harness.binary import waymark_path

SIZE = 10_000
GROWTH = 1.15
TOLERANCE = 300_000
"""Instructions that do not count: what a program does once, such as a table of names."""

SQUARE_IN_LIBCMARK = {
    "cmark-pattern-image",
    "cmark-empty-lines-in-nested-lists",
    "cmark-empty-lines-in-lists-in-quote",
    "cmark-emph-in-deep-quote",
}
"""What libcmark 0.30 itself takes the square of the size for; measured is what the dialect adds."""

Maker = Callable[[int], str]
"""Makes a document of about so many bytes."""


def times(unit: str, before: str = "", after: str = "") -> Maker:
    """A piece of text again and again, between a beginning and an end."""
    return lambda size: before + unit * (size // len(unit.encode())) + after


def numbered(unit: str, before: str = "", after: str = "") -> Maker:
    """A piece of text again and again, each `@` in it a number of its own."""
    length = len(unit) + 3 * unit.count("@")
    return lambda size: before + "".join(map(_numbering(unit), range(size // length))) + after


def _numbering(unit: str) -> Callable[[int], str]:
    return lambda number: unit.replace("@", str(1000 + number))


def both(*units: str, between: str = "") -> Maker:
    """Some pieces, each again and again: so many of the first, then as many of the second."""
    length = sum(map(len, units))
    return lambda size: between.join(unit * (size // length) for unit in units)


def staircase(unit: str, indent: str = "  ", after: str = "") -> Maker:
    """A line again and again, each further in: grows by the square of its lines."""
    return lambda size: (
        "".join(f"{indent * step}{unit}\n" for step in range(isqrt(2 * size // len(indent))))
        + after
    )


def code(language: str, unit: str) -> Maker:
    """A code block of a language."""
    return times(unit, f"```{language}\n", "\n```\n")


HOSTILE = ("\"'`", "/*<!--#{-", "${((<")
"""What opens strings, comments and interpolations in one language or another, and never ends."""


def hostile_code(language: str) -> Maker:
    """A code block for each of the hostile pieces."""
    return lambda size: "\n".join(code(language, unit)(size) for unit in HOSTILE)


def backtick_runs(size: int) -> str:
    """Runs of backticks of all lengths, none of which closes another."""
    return "".join(f"e{'`' * length}" for length in range(1, isqrt(2 * size)))


CELLS = "| a | b |\n|---|---|\n"

COMMONMARK: dict[str, Maker] = {
    "paragraphs": times("Some words, and a few more.\n\n"),
    "one-paragraph": times("Some words, and a few more.\n"),
    "one-line": times("word "),
    "headings-same": times("# Same\n\n"),
    "headings-distinct": numbered("## Heading @\n\n"),
    "headings-colliding": both("# a\n", "# a-1\n"),
    "headings-empty": times("#\n"),
    "setext": times("a\n=\n"),
    "thematic-breaks": times("- - -\n"),
    "emphasis": times("a **b** *c* "),
    "nested-emphasis": both("*a **a ", "b** b*"),
    "hard-breaks": times("a\\\nb  \n"),
    "entities": times("&amp; &#35; &copy; "),
    "entities-unknown": times("&bogus;"),
    "ampersands": times("&"),
    "escapes": times("\\*\\#\\["),
    "code-spans": times("`a` ``b`` "),
    "brackets": times("[a] "),
    "links": times('[a](b "c") '),
    "images": times("![a](b.png) "),
    "link-destinations-unclosed": times("[a](<b"),
    "autolinks-angle": times("<https://a.b> "),
    "flat-list": times("- a\n"),
    "loose-list": times("1. a\n\n"),
    "flat-quotes": times("> a\n\n"),
    "list-in-quote": times("> - a\n"),
    "definitions-distinct": numbered("[a@]: /u\n\n[a@]\n\n"),
    "definitions-same": times("[a]: /u\n"),
    "fences-unclosed": times("```\n\n~~~\n"),
    "indented-code": times("    a\n\n"),
    "tabs": times("\ta\n"),
    "carriage-returns": times("a\r\n\r"),
    "blank-lines": times("\n"),
    "spaces": times(" ", "a", "b"),
    "not-ascii": times("日本語 é 😀\n"),
    "combining": times("\u0301", "a"),
    "byte-order-marks": times("\ufeff"),
}

CMARK: dict[str, Maker] = {
    # What libcmark's own test/pathological_tests.py runs.
    "nested-strong-emph": both("*a **a ", "b", " a** a*"),
    "many-emph-closers-with-no-openers": times("a_ "),
    "many-emph-openers-with-no-closers": times("_a "),
    "many-link-closers-with-no-openers": times("a]"),
    "many-link-openers-with-no-closers": times("[a"),
    "mismatched-openers-and-closers": times("*a_ "),
    "openers-and-closers-multiple-of-3": times("c* ", "a**b"),
    "link-openers-and-emph-closers": times("[ a_"),
    "pattern-bracket-paren": times("[ (]("),
    "pattern-image": times("![[]()"),
    "hard-link-emph": times("**x [a*b**c*](d) "),
    "nested-brackets": both("[", "a", "]"),
    "nested-block-quotes": both("> ", "a"),
    "deeply-nested-lists": staircase("* a"),
    "nul-in-input": times("abc\0de"),
    "backticks": backtick_runs,
    "unclosed-links-a": times("[a](<b"),
    "unclosed-links-b": times("[a](b"),
    "unclosed-comment": times("<!--", "</"),
    "empty-lines-in-nested-lists": lambda size: "- " * (size // 3) + "x" + "\n" * (size // 3),
    "empty-lines-in-lists-in-quote": lambda size: (
        "> " + "- " * (size // 5) + "x\n" + ">\n" * (size // 5)
    ),
    "emph-in-deep-quote": lambda size: ">" * (size // 4) + "a*" * (size // 4),
    "many-references": lambda size: (
        numbered("[@]: u\n")(size // 4 * 3) + "\n" + times("[0] ")(size // 4)
    ),
    "unclosed-title": times(
        '[a](b "c',
    ),
    "declarations": times("<!A "),
    "processing-instructions": times("<?"),
    "cdata": times("<![CDATA["),
}

TABLES: dict[str, Maker] = {
    "rows": times("| a | b |\n", CELLS),
    "columns": lambda size: "\n".join(unit * (size // 7) + "|" for unit in ("|a", "|-", "|b")),
    "many": times(CELLS + "| c | d |\n\n"),
    "wide-row": times("| a ", CELLS),
    "pipes-only": times("|"),
    "pipe-lines": times("|\n"),
    "delimiter-rows": times("|-|\n"),
    "header-without-rows": lambda size: "\n".join(
        unit * (size // 4) + "|" for unit in ("|a", "|-")
    ),
    "no-delimiter-row": times("| a | b |\n"),
    "interrupting": times("a\n| a | b |\n|---|---|\n| c | d |\n\n"),
    "unclosed-code": times("| ` | `` |\n", CELLS),
    "escaped-pipes": times("| \\| | `\\|` |\n", CELLS),
    "one-cell-of-emphasis": times("*a **b", CELLS + "| ", " |\n"),
    "one-cell-of-brackets": times("[", CELLS + "| ", " |\n"),
    "in-quote": times("> | a | b |\n", "> | a | b |\n> |---|---|\n"),
    "in-list": times("  | a | b |\n", "- | a | b |\n  |---|---|\n"),
    "many-in-list": times("- | a |\n  |---|\n  | b |\n"),
    "comparison": times("| a | yes | no |\n", "| | A | B |\n|---|---|---|\n"),
    "references": numbered("| [a@] | b |\n", "[x]: y\n\n" + CELLS),
}

NOTES: dict[str, Maker] = {
    "wikilinks": times("[[a]] "),
    "wikilinks-distinct": numbered("[[note @#h|label]] "),
    "wikilinks-unclosed": times("[[a "),
    "wikilinks-opened": times("[["),
    "wikilinks-closed": times("]]"),
    "wikilinks-nested": both("[[a", "]]"),
    "wikilinks-of-pipes": times("|", "[[a", "]]"),
    "wikilinks-of-hashes": times("[[a#b#c#^d]] "),
    "wikilinks-defined": lambda size: "[foo]: /url\n\n" + "[[foo]] " * (size // 8),
    "wikilinks-in-table": times("| [[a\\|b]] | c |\n", CELLS),
    "embeds": times("![[a]]\n\n"),
    "embeds-inline": times("![[a.png|10x20]] "),
    "embeds-opened": times("![["),
    "embeds-parting-one-paragraph": times("a ![[b]]\n"),
    "tags": times("#a "),
    "tags-nested": times("#a/b/c "),
    "tag-of-slashes": times("a/", "#"),
    "tags-glued": times("#a"),
    "tags-distinct": numbered("#tag@ "),
    "tags-first-line": times("#a ", "", "\n# T\n"),
    "hashes": times("#", "a "),
    "hashes-first": times("#"),
    "tag-not-ascii": times("#日本語 "),
    "highlight": times("==a== "),
    "highlight-of-equals": times("=", "a "),
    "highlight-opened": times("==a "),
    "highlight-closed": times("a== "),
    "highlight-in-emphasis": both("*==a ", "a==*"),
    "comments": times("%%a%% "),
    "comments-of-percents": times("%", "a "),
    "comments-opened": times("%% a"),
    "comments-opened-lines": times("%%\na\n\n"),
    "comment-unclosed": times("a\n\n", "%%\n"),
    "block-ids": numbered("a ^b@\n\n"),
    "block-ids-same": times("a ^b\n\n"),
    "block-ids-in-line": times(" ^a"),
    "block-ids-of-lists": numbered("- a\n\n^b@\n\n"),
    "carets": times("^"),
    "heading-ids": numbered("# a {#b@}\n\n"),
    "heading-ids-same": times("# a {#b}\n\n"),
    "heading-ids-opened": times("{#", "# a "),
    "callouts": times("> [!note] Title\n> a\n\n"),
    "callouts-folded": times("> [!tip]- *Title*\n> a\n\n"),
    "callouts-nested": times("> [!note]\n> > [!tip]\n> > a\n\n"),
    "callouts-types": numbered("> [!type@]\n> a\n\n"),
    "callout-long": times("> a\n", "> [!note]\n"),
    "callout-marks": times("> [!", "", "\n"),
    "callout-title-long": times("*a [b ", "> [!note] "),
    "front-matter-key-long": times("a", "---\ntitle: ", "\n---\n"),
    "front-matter-keys": numbered("key@: a\n", "---\n", "---\n"),
    "front-matter-tags": numbered("  - tag@\n", "---\ntags:\n", "---\n"),
    "front-matter-unclosed": numbered("key@: a\n", "---\n"),
    "task-list": times("- [ ] a\n- [x] b\n"),
    "task-list-nested": staircase("- [ ] a"),
    "task-marks": times("- [x] ", "", "a\n"),
}

GITHUB: dict[str, Maker] = {
    "autolinks": times("http://a.b "),
    "autolinks-www": times("www."),
    "autolinks-www-words": times("www.a.b "),
    "autolinks-http": times("http://"),
    "autolinks-opening-parentheses": times("(", "http://a.b/"),
    "autolinks-closing-parentheses": times(")", "http://a.b/"),
    "autolinks-both-parentheses": both("http://a.b/(", "(", ")"),
    "autolinks-of-parentheses": times("http://(((( "),
    "autolinks-trailing": times("!?.,", "http://a.b/"),
    "autolinks-entities": times("&amp;", "http://a.b/"),
    "autolinks-underscores": times("_", "http://a"),
    "autolinks-less-than": times("http://a.b<"),
    "autolinks-mail": times("a@b.c "),
    "autolinks-mail-opened": times("a@"),
    "autolinks-mail-dots": times("a.", "", "@b.c"),
    "autolinks-mail-domain": times("a.", "a@"),
    "autolinks-ats": times("@"),
    "autolinks-in-brackets": times("[http://a.b "),
    "strikethrough": times("~~a~~ "),
    "strikethrough-of-tildes": times("~", "a "),
    "strikethrough-opened": times("~~a "),
    "strikethrough-closed": times("a~~ "),
    "strikethrough-runs": times("a~b~~c~~~"),
    "strikethrough-and-emphasis": times("~~a *b "),
    "math": times("$x$ "),
    "math-opened": times("$a "),
    "math-dollars": times("$"),
    "math-display": times("$$x$$\n\n"),
    "math-display-opened": times("$$\n"),
    "math-block": times("x^2 + ", "```math\n", "y\n```\n"),
    "math-lines": times("x^2 + \n", "$$\n", "y\n$$\n"),
    "math-braces": times("{", "$", "$"),
    "math-braces-nested": lambda size: f"${'{' * (size // 2)}x{'}' * (size // 2)}$",
    "math-fractions": times("\\frac{", "$", "$"),
    "math-scripts": times("x^{", "$", "$"),
    "math-left": times("\\left(", "$", "$"),
    "math-begin": times("\\begin{matrix}", "$", "$"),
    "math-cells": times("a & b \\\\ ", "$$\\begin{matrix}", "\\end{matrix}$$"),
    "math-commands": times("\\bogus ", "$", "$"),
    "math-many-bad": times("$\\bogus{$ "),
    "footnotes": numbered("a[^@]\n\n[^@]: b\n\n"),
    "footnote-of-many-references": times("a[^1] ", "[^1]: b\n\n"),
    "footnotes-undefined": times("a[^1] "),
    "footnotes-undefined-distinct": numbered("a[^@] "),
    "footnotes-opened": times("[^"),
    "footnotes-opened-words": times("[^a "),
    "footnotes-unused": numbered("[^@]: a\n"),
    "footnotes-same": times("[^1]: a\n", "a[^1]\n\n"),
    "footnotes-nested": numbered("[^@]: a[^1]\n\n", "b[^1000]\n\n[^1]: c\n\n"),
    "footnotes-indented": staircase("[^1]: a", "    "),
    "footnotes-chained": lambda size: (
        "a[^0]\n\n" + "".join(f"[^{n}]: b[^{n + 1}]\n\n" for n in range(size // 17))
    ),
    "footnotes-of-paragraphs": times("    a\n\n", "a[^1]\n\n[^1]: b\n\n"),
    "footnotes-inline": times("^[a] "),
    "footnotes-inline-opened": times("^[a "),
}

HTML: dict[str, Maker] = {
    "opened": times("<b>"),
    "opened-in-paragraph": times("<b>", "a "),
    "closed": times("</b>", "a "),
    "pairs": times("<b></b>", "a "),
    "crossing": times("<b><i></b></i>", "a "),
    "blocks-nested": times("<div>"),
    "blocks-nested-lines": times("<div>\n\n"),
    "blocks-closed": times("</div>\n\n"),
    "blocks": times("<div>\n\na\n\n</div>\n\n"),
    "links": times('<a href="x">', "a "),
    "links-closed": times('<a href="x">b</a> ', "a "),
    "images": times('<img src="a.png" alt="b"> '),
    "comments": times("<!-- a -->\n\n"),
    "comments-inline": times("a <!-- b --> "),
    "comments-opened": times("<!--"),
    "comments-opened-inline": times("a <!-- "),
    "comments-of-hyphens": times("-", "<!--"),
    "less-thans": times("<"),
    "greater-thans": times(">", "a"),
    "tags-opened": times("<a "),
    "attributes-opened": times('<a b="'),
    "attributes-many": numbered('b@="c" ', "a <a ", ">"),
    "attributes-same": times("title=a ", "a <span ", ">"),
    "attribute-of-entities": times("&amp;", '<a title="', '">'),
    "attribute-of-ampersands": times("&", '<a title="', '">'),
    "tables": times("<table><tr><td>"),
    "tables-lines": times("<table><tr><td>\n\n"),
    "tables-closed": times("<table><tr><td>a</td></tr></table>\n\n"),
    "table-rows": times("<tr><td>a</td></tr>\n", "<table>\n", "</table>\n"),
    "details": times("<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n"),
    "details-opened": times("<details><summary>"),
    "definition-lists": times("<dt>a<dd>b", "<dl>"),
    "lists": times("<ul><li>"),
    "ruby": times("<ruby>a<rp>(<rt>b", "a "),
    "foreign": times("<script>a</script>\n\n"),
    "foreign-inline": times("<script>", "a "),
    "foreign-namespaces": times("<svg><math>", "a "),
    "ids": numbered('<a id="b@"></a> ', "a "),
    "ids-same": times('<a id="b"></a> ', "a "),
    "paragraphs": times("<p>"),
    "headings": times("<h2>a</h2>\n\n"),
    "void": times("<br>"),
    "in-cells": times("| <b> | </i> |\n", CELLS),
    "slashes": times("</"),
}

LANGUAGES = """bash c console cpp csharp css diff dockerfile go graphql hcl html ini java javascript
json kotlin make markdown nginx proto python rust sql swift toml typescript xml yaml""".split()
"""What code is coloured in; the name of none that is missing would be an error."""

CODE: dict[str, Maker] = {
    **{language: hostile_code(language) for language in LANGUAGES},
    "python-triple-quotes": code("python", '"""a'),
    "rust-raw-strings": code("rust", 'r##"a"# '),
    "rust-nested-comments": code("rust", "/* a "),
    "swift-interpolations": code("swift", '"\\('),
    "javascript-templates": code("javascript", "`${"),
    "javascript-slashes": code("javascript", "/a"),
    "bash-heredocs": code("bash", "cat <<A\n"),
    "bash-substitutions": code("bash", '"$('),
    "cpp-raw-strings": code("cpp", 'R"x('),
    "yaml-indents": lambda size: staircase("a:")(size).join(("```yaml\n", "```\n")),
    "yaml-blocks": code("yaml", "a: |\n"),
    "html-scripts": code("html", "<script>"),
    "markdown-fences": code("markdown", "````\n"),
    "plain": code("", "a <b> & c\n"),
    "unknown-language": code("bogus", "a <b> & c\n"),
    "blocks": times("```python\na = 'b'\n```\n\n"),
    "marks": numbered("@,", "```python {", "}\na\n```\n"),
    "marked-lines": times("a\n", "```python {1-9999}\n", "```\n"),
    "title-opened": times("a", '```python title="', "\na\n```\n"),
}


RULE = "- Use A if:\n  - b\n- Use C if:\n  - d\n\n"
FORKS = "```mermaid\nflowchart TD\n"

MODEL: dict[str, Maker] = {
    # What comparisons and decisions are read from, and what is like them.
    "rules": times(RULE + "x\n\n"),
    "rules-in-one-list": numbered("- Use A@ if:\n  - b\n"),
    "rules-of-two": times("- Use A if it is @\n- Use B if it is @\n", "# A vs B\n\n"),
    "rules-avoiding": times("- Avoid A if:\n  - b\n", RULE.rstrip() + "\n"),
    "rules-under-long-heading": both("word ", "\n\n" + RULE),
    "rules-beside-long-paragraph": times(
        RULE + "x\n\n", "## Which one?\n\n" + "Start with A. " * 100 + "\n\n"
    ),
    "rules-in-paragraphs": times("Use A when:\n\n- b\n\n"),
    "rules-in-quotes": both("> ", "Use A when:\n"),
    "rules-as-headings": numbered("## Use A@ when\n\n- b\n\n"),
    "rules-as-nested-headings": times("# Use A when\n## Use B when\n### Use C when\n- b\n"),
    "rules-of-fits": times("- **A**: best for b\n", "## Which one?\n\n"),
    "rules-of-arrows": times("- a → b\n", "## Which one?\n\n"),
    "fits-in-sections": numbered("## A@\n\n**Best for:** b\n\n", "# A1001 vs A1002\n\n"),
    "verbs": times("Use "),
    "verbs-and-conjunctions": times("use if ", "- "),
    "conjunctions": times("if ", "- Use A "),
    "defaults": times("Start with A. ", RULE),
    "default-headings": times("## Conclusion\n\nUse A.\n\n", RULE),
    "situations": numbered("| a@ | Use B@ |\n", "| Situation | Use |\n|---|---|\n"),
    "situations-many": times("| Need | Use |\n|---|---|\n| a | B |\n| c | D |\n\n"),
    "tables-of-one-heading": times(
        "| X | A | B |\n|---|---|---|\n| a | b | c |\n\n", "# A vs B\n\n"
    ),
    "tables-of-rows": times("| X | Y |\n|---|---|\n| A | b |\n| B | c |\n\n", "# A vs B\n\n"),
    "tables-of-statements": times("| A | B |\n|---|---|\n| a | b |\n| c | d |\n\n", "# A vs B\n\n"),
    "criteria": numbered("| x@ | | |\n", "# A vs B\n\n| | A | B |\n|---|---|---|\n"),
    "criteria-repeated": times("| x | a | b |\n", "# A vs B\n\n| | A | B |\n|---|---|---|\n"),
    "options": lambda size: (
        "| |" + " A |" * (size // 8) + "\n|" + "---|" * (size // 8 + 1) + "\n| x |\n"
    ),
    "questions": times("- A?\n  - Yes: use B\n  - No: use C\n\nx\n\n"),
    "questions-in-one-list": times("- A?\n  - Yes: use B\n  - No: use C\n"),
    "questions-of-many-answers": numbered("  - **A@**: use B@\n", "- A?\n"),
    "questions-nested": staircase("- **Yes** → A?"),
    "questions-nested-plainly": staircase("- A?"),
    "forks": numbered("A@{a} -->|b| B@\nA@ -->|c| C@\n", FORKS, "```\n"),
    "forks-in-a-row": times("A{a} -->|b| B\nA -->|c| C\n```\n\n" + FORKS, FORKS, "```\n"),
    "directives": times("<!-- waymark: plain -->\n\n"),
    "directives-unknown": times("<!-- waymark: x -->\n"),
    "directives-nested": both("> ", "<!-- waymark: decision -->\n"),
    "versus": times("a vs ", "# "),
    "parentheses": times("(", "# A vs B\n\n| | A | ", " |\n|---|---|---|\n| a | b | c |\n"),
}


@dataclass(frozen=True)
class Case:
    """A construct and what makes documents of it."""

    name: str
    make: Maker

    def __str__(self) -> str:
        return self.name


GROUPS = {
    "commonmark": COMMONMARK,
    "cmark": CMARK,
    "table": TABLES,
    "note": NOTES,
    "gfm": GITHUB,
    "html": HTML,
    "code": CODE,
    "model": MODEL,
}
CASES = [
    Case(f"{group}-{name}", make) for group, cases in GROUPS.items() for name, make in cases.items()
]


@dataclass(frozen=True)
class Measure:
    """A document's size, and the instructions beyond those for an empty one."""

    size: int
    instructions: int

    @property
    def each(self) -> float:
        """Instructions for a byte."""
        return self.instructions / self.size


Measures = tuple[Measure, Measure]


@pytest.fixture(scope="session")
def measures(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Measures]]]:
    """What the chosen cases take at one size and at twice that, measured two at a time."""
    if sys.platform == "darwin":
        pytest.skip("there is no Valgrind for today's macOS")
    folder = tmp_path_factory.mktemp("linear")
    program = instructions.countable(waymark_path(), folder)
    (folder / "empty.md").write_bytes(b"")
    empty = instructions.count(program, "render", folder / "empty.md")
    plain_empty = instructions.count(program, "render", "--plain", folder / "empty.md")

    def compiled(text: str, name: str) -> Measure:
        """What it takes to compile a note, model and all."""
        note = folder / name / "a.md"
        note.parent.mkdir()
        note.write_bytes(text.encode())
        command = ("check", "--content", note.parent, "--jobs", "1")
        return Measure(note.stat().st_size, instructions.count(program, *command))

    nothing = compiled("", "nothing").instructions

    def measure(case: Case) -> Measures:
        found = []
        if case.name.startswith("model-"):
            found = [compiled(case.make(size), f"{case}-{size}") for size in (SIZE, 2 * SIZE)]
            small, large = (Measure(one.size, one.instructions - nothing) for one in found)
            return small, large
        for size in (SIZE, 2 * SIZE):
            document = folder / f"{case}-{size}.md"
            document.write_bytes(case.make(size).encode())
            taken = instructions.count(program, "render", document) - empty
            if case.name in SQUARE_IN_LIBCMARK:
                taken -= instructions.count(program, "render", "--plain", document) - plain_empty
            found.append(Measure(document.stat().st_size, taken))
        return found[0], found[1]

    chosen = [item.callspec.params["case"] for item in request.session.items if is_case(item)]
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield {case.name: pool.submit(measure, case) for case in chosen}
        pool.shutdown(cancel_futures=True)


def is_case(item: pytest.Item) -> bool:
    """Whether a collected test is one of this file's cases."""
    return isinstance(item, pytest.Function) and item.originalname == "test_time_is_linear"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_time_is_linear(case: Case, measures: dict[str, Future[Measures]]) -> None:
    """A byte of the larger document takes about what one of the smaller takes."""
    small, large = measures[case.name].result()
    assert 1.5 * small.size <= large.size, "the documents do not grow"
    if large.instructions > GROWTH * small.each * large.size + TOLERANCE:
        pytest.fail(
            f"{small.each:.0f} instructions for each of {small.size} bytes, "
            f"{large.each:.0f} for each of {large.size}: {case.make(60)!a}",
            pytrace=False,
        )
