"""Search measured in Chromium, beside Pagefind on the same pages: relevance, bytes, keystrokes."""

import gzip
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from corpus import write_corpus

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from playwright.sync_api import Page  # noqa: E402

from harness.chromium import chromium  # noqa: E402
from harness.pages import Site  # noqa: E402
from harness.relevance import Known, known_items, mean, reciprocal_rank  # noqa: E402
from harness.server import serving  # noqa: E402

KEYS = "session token rotates"
MOST_QUERIES = 300
OURS = "async query => (await waymark.search.find(query)).hits.map(hit => hit.url)"
THEIRS = """
async query => {
  const { results } = await pagefind.search(query);
  const first = await Promise.all(results.slice(0, 10).map(result => result.data()));
  return first.map(page => page.url.split('/notes/').pop());
}
"""
OPEN_THEIRS = """
<!doctype html><html lang="en"><title>Pagefind</title><script type="module">
import * as pagefind from '../pagefind/pagefind.js';
await pagefind.init();
window.pagefind = pagefind;
</script></html>
"""
TIMED = """
async query => {{
  const start = performance.now();
  await ({})(query);
  return performance.now() - start;
}}
"""


def measure_search(waymark: Path, work: Path) -> list[str]:
    """The whole part of the report, as lines of Markdown."""
    pagefind = install_pagefind(work)
    lines: list[str] = []
    if pagefind is None:
        lines += ["Pagefind could not be installed: there is nothing to compare with.", ""]
    mixed = work / "search-mixed"
    assemble(mixed)
    large = work / "search-10000"
    if not (large / "content").exists():
        write_corpus(10_000, large / "content")
    subjects = [("content/", ROOT, 0), ("assembled", mixed, 0), ("10,000 generated", large, 1)]
    lines += [
        "| notes | program | MRR | by kind | index, gzipped | of notes | first answer | keystroke |"
    ]
    lines += ["|---|---|--:|---|--:|--:|--:|--:|"]
    for name, project, status in subjects:
        output = work / f"search-site-{project.name}"
        shutil.rmtree(output, ignore_errors=True)
        built = subprocess.run(
            [waymark, "build", "--content", "content", "--output", output],
            cwd=project,
            capture_output=True,
        )
        if built.returncode > max(status, 1):
            raise RuntimeError(built.stderr.decode()[-2000:])
        lines += compare(name, project, output, pagefind)
    return [*lines, ""]


def assemble(project: Path) -> None:
    """Notes of several authors and scripts: all that the tests have, and this project's own."""
    shutil.rmtree(project, ignore_errors=True)
    for folder in [ROOT, *sorted((ROOT / "Tests" / "Sites").iterdir())]:
        if (folder / "content").exists():
            shutil.copytree(folder / "content", project / "content" / folder.name.lower())


def install_pagefind(work: Path) -> Path | None:
    """A Python with Pagefind in it; nothing where it cannot be had."""
    folder = work / "pagefind"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = [python, "-m", "pip", "install", "--quiet", "pagefind[bin]"]
    return python if subprocess.run(install).returncode == 0 else None


def compare(name: str, project: Path, output: Path, pagefind: Path | None) -> list[str]:
    """One row for us and one for Pagefind."""
    site = Site(output)
    queries = known_items(site)
    step = max(1, len(queries) // MOST_QUERIES)
    queries = queries[::step]
    text = sum(file.stat().st_size for file in (project / "content").rglob("*.md"))
    rows = []
    ours = output / "_waymark" / "search"
    with serving(output) as address, chromium() as browser:
        page = browser.new_page()
        page.goto(address)
        page.keyboard.press("/")
        page.wait_for_function("!!window.waymark?.search?.find")
        rows.append(row(name, "Waymark", page, OURS, queries, size(ours), text))
    if pagefind is not None:
        notes = output.with_name(output.name + "-pagefind")
        shutil.rmtree(notes, ignore_errors=True)
        for path, found in site.pages.items():
            if found.kind == "note":
                target = notes / "notes" / path
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(output / path, target)
        command = [pagefind, "-m", "pagefind", "--site", notes, "--root-selector", "main"]
        subprocess.run(command, check=True, capture_output=True)
        (notes / "open").mkdir()
        (notes / "open" / "index.html").write_text(OPEN_THEIRS)
        with serving(notes) as address, chromium() as browser:
            page = browser.new_page()
            page.goto(address + "open/")
            page.wait_for_function("!!window.pagefind")
            theirs = size(notes / "pagefind")
            rows.append(row(name, "Pagefind", page, THEIRS, queries, theirs, text))
    return rows


def size(folder: Path) -> int:
    """The bytes of the files of an index, each gzipped if it is not yet."""
    names = (file for file in folder.rglob("*") if file.is_file())
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in names)


def row(
    name: str, program: str, page: Page, find: str, queries: list[Known], index: int, text: int
) -> str:
    """What one program does with one set of notes."""
    loaded: list[int] = []

    def count(response: object) -> None:
        loaded.append(len(gzip.compress(response.body(), 9, mtime=0)))  # type: ignore[attr-defined]

    page.on("requestfinished", lambda request: count(request.response()))
    page.evaluate(find, KEYS)
    page.wait_for_timeout(300)
    first = sum(loaded)
    times = [page.evaluate(TIMED.format(find), KEYS[:length]) for length in range(3, len(KEYS) + 1)]
    ranks: dict[str, list[float]] = {}
    for known in queries:
        rank = reciprocal_rank(page.evaluate(find, known.query), known.url)
        ranks.setdefault(known.kind, []).append(rank)
    every = [rank for kind in ranks.values() for rank in kind]
    kinds = ", ".join(f"{kind} {mean(found):.2f}" for kind, found in sorted(ranks.items()))
    cells = [
        name,
        program,
        f"{mean(every):.3f}",
        kinds,
        f"{index / 1e6:.2f} MB",
        f"{index / text:.0%}",
        f"{first / 1e3:.0f} KB",
        f"{statistics.median(times):.1f} ms, at most {max(times):.0f}",
    ]
    return f"| {' | '.join(cells)} |"
