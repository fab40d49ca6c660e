"""What the tests of sites are given."""

from dataclasses import dataclass
from pathlib import Path

from harness.pages import Site


@dataclass(frozen=True)
class BuiltSite:
    """A project, the site built from it, and the address that it says it will have."""

    project: Path
    site: Site
    base_url: str | None
