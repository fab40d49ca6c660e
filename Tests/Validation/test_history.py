"""Dates and authors from git: a real repository, whole and shallow."""

import os
import re
import subprocess
from pathlib import Path

from harness.binary import run_waymark


def git(folder: Path, *arguments: str, author: str = "Ann", day: str = "2026-01-02") -> None:
    """Run git in a folder, as somebody, on a day."""
    who = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (
            ("NAME", author),
            ("EMAIL", "a@example.com"),
            ("DATE", f"{day}T12:00:00Z"),
        )
    }
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | who, check=True)


def repository(folder: Path) -> Path:
    """A project of three notes: one changed later by somebody else, one not committed."""
    content = folder / "content"
    content.mkdir(parents=True)
    git(folder, "init", "--quiet")
    for name in ("first", "second"):
        (content / f"{name}.md").write_text(f"# {name.title()}\n\nWords.\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "a")
    (content / "second.md").write_text("# Second\n\nOther words.\n")
    git(folder, "commit", "--all", "--quiet", "--message", "b", author="Bob", day="2026-03-04")
    (content / "third.md").write_text("# Third\n\nNew.\n")
    return folder


def byline(project: Path, note: str) -> str:
    """What stands below the title, as text."""
    html = (project / "site" / note / "index.html").read_text()
    found = re.search(r'<p class="byline">(.*?)</p>', html)
    return re.sub("<[^>]+>", "", found[1]) if found else ""


def test_dates_and_authors_come_from_git(tmp_path: Path) -> None:
    """Of each note its own last change; nothing of one that was never committed."""
    project = repository(tmp_path / "docs")
    result = run_waymark("build", cwd=project)
    assert result.returncode == 0, result.stderr.decode()
    assert byline(project, "first") == "Updated 2026-01-02 by Ann"
    assert byline(project, "second") == "Updated 2026-03-04 by Bob"
    assert byline(project, "third") == ""
    recent = (project / "site" / "recent" / "index.html").read_text()
    assert recent.index("Second") < recent.index("First")


def test_history_can_be_turned_off(tmp_path: Path) -> None:
    """By the configuration."""
    project = repository(tmp_path / "docs")
    (project / "waymark.yml").write_text("history: none\n")
    assert run_waymark("build", cwd=project).returncode == 0
    assert byline(project, "second") == ""


def test_a_shallow_clone_is_told_and_not_trusted(tmp_path: Path) -> None:
    """All notes would seem to have changed in its oldest commit."""
    whole = repository(tmp_path / "docs")
    url = f"file://{whole}"
    git(tmp_path, "clone", "--quiet", "--depth", "1", url, "clone")
    result = run_waymark("build", cwd=tmp_path / "clone")
    assert result.returncode == 0
    assert "git holds only the latest changes" in result.stderr.decode()
    assert byline(tmp_path / "clone", "first") == ""
