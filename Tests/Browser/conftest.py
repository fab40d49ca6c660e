"""This repository's own site in a real browser, where anything out of order fails the test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext
from visitor import Visitor, Watch

from harness import pages
from harness.binary import build_site
from harness.chromium import chromium
from harness.server import serving
from harness.tree import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> pages.Site:
    """The site of content/, built once."""
    output = tmp_path_factory.mktemp("site")
    build_site(ROOT, output)
    return pages.Site(output)


@pytest.fixture(scope="session", params=["/", "/docs/"], ids=["root", "sub-path"])
def any_address(request: pytest.FixtureRequest, site: pages.Site) -> Iterator[str]:
    """The served site's address, ending in `/`: at a server's root, and below a path of it."""
    with serving(site.folder, request.param) as address:
        yield address


@pytest.fixture(scope="session")
def address(site: pages.Site) -> Iterator[str]:
    """The served site's address where one is enough: below a path, which is the harder case."""
    with serving(site.folder, "/docs/") as address:
        yield address


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the same site built to be opened from disk, ending in `/`."""
    folder = tmp_path_factory.mktemp("disk")
    configuration = folder / "waymark.yml"
    configuration.write_text("title: Waymark\nlinks: file\n")
    build_site(ROOT, folder / "site", "--config", configuration)
    return f"{(folder / 'site').as_uri()}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test at its end when a page had a problem that the test did not expect."""
    watch = Watch()
    yield watch
    assert not watch.problems, "\n".join(watch.problems)


@pytest.fixture
def visitor(browser: Browser, watch: Watch) -> Iterator[Visitor]:
    """A reader for one test; whatever they open is closed afterwards."""
    contexts: list[BrowserContext] = []
    yield Visitor(browser, watch, contexts)
    for context in contexts:
        context.close()
