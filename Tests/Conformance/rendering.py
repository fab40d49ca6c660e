"""Many documents through `waymark render`, a few processes at a time."""

import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from harness.binary import run_waymark

Result = subprocess.CompletedProcess[bytes]


def render(document: bytes, *options: str) -> Result:
    """Render one document in a process of its own."""
    return run_waymark("render", *options, "-", stdin=document)


def render_all(documents: Iterable[bytes], *options: str) -> list[Result]:
    """Render documents, in their order; more than twice the processors would only wait."""
    with ThreadPoolExecutor(max_workers=4) as pool:
        return list(pool.map(lambda document: render(document, *options), documents))


def html_of(result: Result) -> str:
    """The HTML of a rendering that has to have gone well."""
    assert result.returncode == 0, f"exit status {result.returncode}: {result.stderr.decode()}"
    return result.stdout.decode()
