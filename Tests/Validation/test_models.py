"""What Waymark understands of each test site, held against what is written down beside it.

`Tests/Sites/<name>/expected.json` is `waymark inspect --json`, `expected.txt` what
`waymark check --format short` prints. `UPDATE=1` in the environment writes both anew.
"""

import os
from pathlib import Path

import pytest

from harness import projects
from harness.binary import run_waymark
from harness.tree import ROOT

SITES = [project for project in projects.test_projects() if project != ROOT]


def hold(expected: Path, actual: bytes) -> None:
    """Demand that a file holds just these bytes, or write them there."""
    if os.environ.get("UPDATE"):
        expected.write_bytes(actual)
    assert expected.read_bytes().decode() == actual.decode()


@pytest.mark.parametrize("project", SITES, ids=projects.project_name)
def test_model_is_as_expected(project: Path) -> None:
    """Titles, tags, links, comparisons and decisions."""
    result = run_waymark("inspect", "--json", cwd=project)
    assert result.returncode == 0, result.stderr.decode()
    hold(project / "expected.json", result.stdout)


@pytest.mark.parametrize("project", SITES, ids=projects.project_name)
def test_diagnostics_are_as_expected(project: Path) -> None:
    """Each with its place."""
    result = run_waymark("check", "--format", "short", cwd=project)
    assert result.returncode in (0, 1), result.stderr.decode()
    hold(project / "expected.txt", result.stdout)
