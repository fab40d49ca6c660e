"""Every site of this repository, built once and checked once."""

from pathlib import Path

import pytest
from builtsite import BuiltSite

from harness import nu
from harness.binary import build_site
from harness.pages import Site
from harness.projects import base_url, project_name, test_projects
from harness.tree import ROOT


@pytest.fixture(scope="session")
def all_sites(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, BuiltSite]:
    """Every project's site, in a folder of its own.

    The repository's own site has to be free of errors; a test site may be about one, and is
    still built.
    """
    folder = tmp_path_factory.mktemp("sites")
    sites = {}
    for project in test_projects():
        output = folder / project_name(project)
        build_site(project, output, statuses=(0,) if project == ROOT else (0, 1))
        sites[project] = BuiltSite(project, Site(output), base_url(project))
    return sites


@pytest.fixture(scope="session", params=test_projects(), ids=project_name)
def built(request: pytest.FixtureRequest, all_sites: dict[Path, BuiltSite]) -> BuiltSite:
    """Each site in turn."""
    return all_sites[request.param]


@pytest.fixture(scope="session")
def nu_messages(all_sites: dict[Path, BuiltSite]) -> dict[Path, list[str]]:
    """What the Nu checker says about every HTML and SVG file of all sites, in one run."""
    return nu.check(
        built.site.folder / path
        for built in all_sites.values()
        for path in built.site.files
        if path.endswith((".html", ".svg"))
    )
