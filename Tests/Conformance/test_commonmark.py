"""The examples of the CommonMark specification, each through `waymark render --plain`, exactly."""

import difflib
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from spec import Example, read_examples

from harness.binary import run_waymark
from harness.tree import ROOT

EXAMPLES = read_examples(ROOT / ".build-tests" / "spec" / "commonmark.txt")

Rendering = Future[subprocess.CompletedProcess[bytes]]


def render(example: Example) -> subprocess.CompletedProcess[bytes]:
    """Render one example in a process of its own."""
    return run_waymark("render", "--plain", "-", stdin=example.markdown.encode())


@pytest.fixture(scope="session")
def renderings(request: pytest.FixtureRequest) -> Iterator[dict[int, Rendering]]:
    """The renderings of the chosen examples by number, started at once and run a few at a time."""
    chosen = [item.callspec.params["example"] for item in request.session.items if is_example(item)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        yield {example.number: pool.submit(render, example) for example in chosen}


def is_example(item: pytest.Item) -> bool:
    """Whether a collected test is one of this file's examples."""
    return isinstance(item, pytest.Function) and item.originalname == "test_example"


def difference(example: Example, actual: str) -> str:
    """What a failure shows: the place in the specification, the Markdown, and a visible diff."""
    expected, got = (html.splitlines(keepends=True) for html in (example.html, actual))
    diff = difflib.ndiff([ascii(line) for line in expected], [ascii(line) for line in got])
    return "\n".join(
        [
            f"example {example.number}, {example.section}, line {example.line}",
            f"markdown: {example.markdown!r}",
            *diff,
        ]
    )


def test_the_whole_specification_is_here() -> None:
    """The file is CommonMark 0.30: 652 examples, none of them of an extension."""
    assert len(EXAMPLES) == 652
    assert not any(example.extensions for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example, renderings: dict[int, Rendering]) -> None:
    """The body is the specification's HTML, byte for byte."""
    result = renderings[example.number].result()
    assert result.returncode == 0, result.stderr.decode()
    actual = result.stdout.decode()
    if actual != example.html:
        pytest.fail(difference(example, actual), pytrace=False)
