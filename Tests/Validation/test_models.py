"""What Waymark understands of each test site, held against what is written down beside it.

`Tests/Sites/<name>/expected.json` is `waymark inspect --json`, `expected.txt` what
`waymark check --format short` prints, and `expected.html`, where there is one, what stands in the
bodies of all note pages. `UPDATE=1` in the environment writes them anew.
"""

import os
from pathlib import Path

import pytest
from builtsite import BuiltSite

from harness import projects
from harness.binary import run_waymark
from harness.pages import Site
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


def test_bodies_are_as_expected(all_sites: dict[Path, BuiltSite]) -> None:
    """The HTML of every note of the sites that are about how notes are written."""
    for expected in ROOT.glob("Tests/Sites/*/expected.html"):
        site = all_sites[expected.parent].site
        bodies = "".join(
            f"<!-- {path} -->\n{body}"
            for path in sorted(site.pages)
            if (body := note_body(site, path))
        )
        hold(expected, bodies.encode())


def note_body(site: Site, path: str) -> str:
    """What stands in the body of a note's page; nothing for any other page."""
    page = (site.folder / path).read_text(encoding="utf-8")
    start = page.find('<div class="body">\n')
    return page[start : page.index("</article>", start)] if start >= 0 else ""
