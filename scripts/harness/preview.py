"""A folder of notes, and the `waymark serve` that shows it."""

import json
import signal
import subprocess
from pathlib import Path

from harness.binary import waymark_path


class Project:
    """A folder with `content/` and `waymark.yml`, and its preview."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[str] | None = None
        self.port = 0
        self.address = ""

    def write(self, name: str, text: str) -> None:
        """Save as editors do: a new file takes the old one's place."""
        path = self.folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        new.write_text(text)
        new.replace(path)

    def start(self, *arguments: str) -> None:
        """Start the preview, at the same port as before."""
        command = [str(waymark_path()), "serve", "--json", "--port", str(self.port), *arguments]
        self.process = subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.address = self.event("listening")["url"]
        self.port = int(self.address.rsplit(":", 1)[1].split("/")[0])

    def event(self, kind: str) -> dict:
        """The next thing of a kind that the preview says."""
        assert self.process and self.process.stdout
        for line in self.process.stdout:
            event = json.loads(line)
            if event["event"] == kind:
                return event
        raise AssertionError(f"the preview ended without saying {kind}")

    def stop(self) -> None:
        """End the preview as Ctrl-C does."""
        if self.process:
            self.process.send_signal(signal.SIGINT)
            assert self.process.wait(timeout=10) == -signal.SIGINT
            if self.process.stdout:
                self.process.stdout.close()
        self.process = None

    def open_files(self) -> int:
        """How many files and connections the preview has open."""
        assert self.process
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))
