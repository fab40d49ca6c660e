"""What holds for building again, elsewhere, in parallel and at size."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.binary import build_site
from harness.tree import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of 40 generated notes, to be built and changed at will."""
    return generate(tmp_path / "project", 40)


def generate(folder: Path, notes: int) -> Path:
    """A project folder whose content/ holds generated notes."""
    corpus = [sys.executable, str(ROOT / "Benchmarks" / "corpus.py")]
    subprocess.run([*corpus, str(notes), str(folder / "content")], check=True)
    return folder


def build(project: Path, *arguments: str, output: str = "site") -> str:
    """Build into a folder of the project; answers what waymark said."""
    return build_site(project, project / output, *arguments, statuses=(0, 1))


def fingerprints(folder: Path) -> dict[str, str]:
    """The digest of each file below a folder."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def times(folder: Path) -> dict[Path, tuple[int, int]]:
    """When each file was last written, and which file it is: a rename over it changes that."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in files}


def size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def test_second_build_writes_nothing(project: Path) -> None:
    """With nothing changed, no file is written, and waymark says so."""
    build(project)
    before = times(project / "site")
    said = build(project)
    assert times(project / "site") == before
    assert re.search(r"\b0 written\b", said), said


def test_jobs_do_not_show(project: Path) -> None:
    """One thread or eight, cold or over an earlier build: the same files."""
    build(project, "--jobs", "1", output="one")
    build(project, "--jobs", "8", output="eight")
    build(project, "--jobs", "8", output="one")
    assert fingerprints(project / "one") == fingerprints(project / "eight")


def test_rebuild_equals_cold_build(project: Path) -> None:
    """After a note went, one came and one changed, a rebuild gives what a cold build gives."""
    build(project)
    first, second = sorted((project / "content").rglob("*.md"))[:2]
    first.unlink()
    second.write_text(second.read_text() + "\nOne more paragraph.\n")
    (project / "content" / "new.md").write_text("#new\n# New\n\nHello.\n")
    build(project)
    build(project, output="cold")
    assert fingerprints(project / "site") == fingerprints(project / "cold")


def test_files_of_others_survive(project: Path) -> None:
    """Waymark removes what it wrote itself, never what someone put beside it."""
    build(project)
    note = min((project / "content").rglob("*.md"))
    page = (project / "site" / note.relative_to(project / "content")).with_suffix("")
    own = [project / "site" / "CNAME", page / "mine.txt"]
    for file in own:
        file.write_text("mine")
    note.unlink()
    build(project)
    assert not (page / "index.html").exists()
    assert [file.read_text() for file in own] == ["mine", "mine"]


def test_site_grows_linearly(tmp_path: Path) -> None:
    """Four times the notes give about four times the bytes."""
    sizes = {}
    for notes in (200, 800):
        project = generate(tmp_path / str(notes), notes)
        build(project)
        sizes[notes] = size(project / "site")
        shutil.rmtree(project)
    assert sizes[800] <= 4.2 * sizes[200], sizes
