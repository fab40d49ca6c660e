"""The waymark binary under test."""

import os
import subprocess
from pathlib import Path

from harness.tree import ROOT

# Starting processes by vfork() from several threads fails now and then with "Bad address" on some
# virtual machines' kernels (seen on Linux 6.18); this is the documented switch to fork() instead.
subprocess._USE_VFORK = False

DEFAULT_BINARY = ROOT / ".build" / "release" / "waymark"


def waymark_path() -> Path:
    """The binary that WAYMARK names in the environment, or else the release build; absolute."""
    return ROOT / os.environ.get("WAYMARK", DEFAULT_BINARY)


def run_waymark(
    *arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run waymark to its end, whatever its exit status; a minute is far more than any run needs."""
    command = [str(waymark_path()), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, timeout=60)


def build_site(
    project: Path, output: Path, *arguments: str | Path, statuses: tuple[int, ...] = (0,)
) -> str:
    """Build `project`/content into `output`, with the project's own configuration.

    Answers all that waymark said. Fails, with the same text, when the exit status is not among
    `statuses`.
    """
    result = run_waymark(
        "build", "--content", "content", "--output", output, *arguments, cwd=project
    )
    said = (result.stdout + result.stderr).decode()
    assert result.returncode in statuses, (
        f"waymark build: exit status {result.returncode} in {project}\n{said}"
    )
    return said
