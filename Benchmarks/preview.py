"""How soon a browser hears of a saved file: Chromium listens to `waymark serve` of generated notes.

usage: preview.py WAYMARK PROJECT

Both clocks are the machine's own. The time counts from before the file is opened for writing until
the event reaches the page's script.
"""

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from playwright.sync_api import Page

from harness.chromium import chromium

# What an edit does to a note: to its prose, as most do; to its links; to a heading that others may
# link to; to its tags.
EDITS = {
    "prose": lambda text, number: f"{text}\nEdit {number} of the note.\n",
    "a link": lambda text, number: f"{text}\n[[note-{number * 7 % 1000:04}]]\n",
    "a heading": lambda text, number: f"{text}\n## Edit {number}\n",
    "a tag": lambda text, number: f"{text}\nIt is about #edit-{number}.\n",
}
LISTEN = """path => {
  window.times = [];
  const source = new EventSource(`/_waymark/preview/events?page=${encodeURIComponent(path)}&tag=`);
  source.addEventListener('page', () => times.push(performance.timeOrigin + performance.now()));
}"""


@dataclass(frozen=True)
class Latency:
    """What was measured, in milliseconds."""

    edit: str
    times: list[float]

    def row(self) -> str:
        """As a row of a table."""
        low, high = min(self.times), max(self.times)
        median = statistics.median(self.times)
        return f"| {self.edit} | {median:.0f} ms | {low:.0f}–{high:.0f} ms | {len(self.times)} |"


def peak(process: subprocess.Popen) -> int:
    """How much memory a process has taken at most, in bytes."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def _latency(page: Page, note: Path, edit: str, count: int) -> Latency:
    """Save a note again and again, and take down how long the page has to wait."""
    text, times = note.read_text(), []
    for number in range(count):
        heard = page.evaluate("times.length")
        changed = EDITS[edit](text, number)
        start = time.time() * 1000
        note.write_text(changed)
        page.wait_for_function("count => times.length > count", arg=heard, polling=50)
        times.append(page.evaluate("count => times[count]", heard) - start)
        # As long as nobody types faster than this.
        time.sleep(0.3)
    note.write_text(text)
    page.wait_for_timeout(1000)
    return Latency(edit, times)


def measure_preview(waymark: Path, project: Path, count: int = 50) -> list[str]:
    """The section of the results about preview."""
    notes = sorted((project / "content").rglob("*.md"))
    note = notes[len(notes) // 2]
    path = f"/{note.relative_to(project / 'content').with_suffix('')}/"
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(waymark), "serve", "--json", "--port", "0"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    try:
        url = json.loads(process.stdout.readline())["url"]
        Thread(target=lambda: [None for _ in process.stdout or []], daemon=True).start()
        with urlopen(url + path[1:]) as response:
            response.read()
        first = time.perf_counter() - start
        with chromium() as browser:
            page = browser.new_page()
            page.goto(url + "_waymark/urls.txt")
            page.evaluate(LISTEN, path)
            page.wait_for_function("() => times.length > 0")
            latencies = [
                _latency(page, note, edit, count if edit == "prose" else 10) for edit in EDITS
            ]
        memory = peak(process)
    finally:
        process.kill()
        process.wait()
    return [
        f"First page {first:.2f} s after the start; peak memory {memory / 1e6:.0f} MB.",
        "",
        "| edit of | saved → heard by the browser, median | fastest–slowest | edits |",
        "|---|--:|--:|--:|",
        *(latency.row() for latency in latencies),
    ]


if __name__ == "__main__":
    print("\n".join(measure_preview(Path(sys.argv[1]), Path(sys.argv[2]))))
