"""The repository's own files."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def repository_files(root: Path) -> list[str]:
    """The sorted paths of the files under `root` that git tracks or would track, if they exist."""
    git = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(git, check=True, capture_output=True, text=True).stdout
    return sorted({path for path in listing.split("\0") if path and (root / path).is_file()})
