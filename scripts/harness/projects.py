"""The folders with a content/ that the suites build: the repository, and the small test sites."""

import re
from pathlib import Path

from harness.tree import ROOT


def test_projects() -> list[Path]:
    """Every folder that holds a content/: the repository, then each of Tests/Sites."""
    sites = sorted(content.parent for content in ROOT.glob("Tests/Sites/*/content"))
    return [ROOT, *sites]


def project_name(project: Path) -> str:
    """The short name of a project, for a test's id or a folder."""
    return "own" if project == ROOT else project.name


def base_url(project: Path) -> str | None:
    """The `base_url` of a project's waymark.yml, ending in `/`; none when it is not set."""
    file = project / "waymark.yml"
    text = file.read_text() if file.exists() else ""
    match = re.search(r"^base_url:[ \t]*[\"']?([^\s\"'#]+)", text, re.MULTILINE)
    return match[1].rstrip("/") + "/" if match else None
