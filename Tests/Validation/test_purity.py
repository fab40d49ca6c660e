"""The checks of the tree against planted files: each breach is found at its line, nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from harness.swiftsource import code_only
from harness.tree import ROOT

# Put together here, so that this file does not mention a place outside the repository itself.
OUTSIDE = "/wo" + "rk/notes"

BREACHES = [
    ("Sources/Notes/A.swift", "\nimport Foundation\n", 2, "may not import Foundation"),
    ("Sources/Writers/A.swift", "@preconcurrency package import Glibc\n", 1, "import Glibc"),
    ("Sources/Pages/A.swift", "import struct Foundation.Date\n", 1, "import Foundation"),
    ("Sources/Search/A.swift", "let now = Date()\n", 1, "Date()"),
    ("Sources/Linking/A.swift", 'let home = getenv("HOME")\n', 1, "getenv"),
    ("Sources/Notes/A.swift", "let file = open(path, 0)\n", 1, "may not use open"),
    ("Sources/Building/A.swift", "let a = try! b()\n", 1, "no try!"),
    ("Sources/Building/A.swift", "let a = b as! C\n", 1, "no as!"),
    ("Sources/Building/A.swift", "let a = b!\n", 1, "no forced unwrapping"),
    ("Sources/Building/A.swift", "\n\nlet a = b[0]!.c\n", 3, "no forced unwrapping"),
    ("Sources/Building/A.swift", "let a = b()!\n", 1, "no forced unwrapping"),
    ("Sources/Building/A.swift", 'let a = "\\(b!)"\n', 1, "no forced unwrapping"),
    ("Sources/Building/A.swift", "var a: Int!\n", 1, "no forced unwrapping"),
    ("Sources/waymark/A.swift", 'fatalError("x")\n', 1, "no fatalError"),
    ("Sources/Building/A.swift", "\nstruct A: @unchecked Sendable {}\n", 2, "needs its reason"),
    ("Sources/Pages/NotePage.swift", "func f(_ site: Site) {}\n", 1, "see the Site"),
    ("Sources/Pages/PathHelpers.swift", "", 1, "'Helpers' says nothing"),
    ("Sources/Pages/Utilities/A.swift", "", 1, "'Utilities' says nothing"),
    ("Sources/Pages/A.swift", "// a\n" * 401, 401, "401 lines"),
    ("README.md", f"first\nsee {OUTSIDE}\n", 2, "outside the repository"),
]

INNOCENT = [
    ("Sources/Building/A.swift", "import Foundation\nlet now = Date()\nlet f = open(path, 0)\n"),
    (
        "Sources/Notes/A.swift",
        "import FoundationOfTheWorld\n// import Foundation\nlet dated = Date(2)\n",
    ),
    ("Sources/Writers/A.swift", 'package func open(_ tag: Tag) {}\nhtml.open("p")\n'),
    ("Sources/Building/A.swift", "if a != b, !c, a!==b { return !(d) }\n"),
    (
        "Sources/Building/A.swift",
        '// hey! it traps: try! fatalError\nlet a = "no!" + #"a "b! \\(c!)"#\n',
    ),
    ("Sources/Building/A.swift", 'let a = """\n  "wow! as! \\"b!\n  """\n/* x! /* y! */ z! */\n'),
    ("Sources/Building/A.swift", "// Locked by `lock`.\nstruct A: @unchecked Sendable {}\n"),
    ("Sources/Pages/PageModel+Site.swift", "func f(_ site: Site) {}\n"),
    ("Sources/Pages/PageModel+SiteTags.swift", "func f(_ site: Site) {}\n"),
    ("Sources/Pages/NotePage.swift", "// from the Site\nlet a = SitePath()\n"),
    ("Sources/Pages/ContextualNote.swift", ""),
    ("Sources/Pages/A.swift", "// Length: one table.\n" + "// a\n" * 400),
    ("README.md", f"https://example.com{OUTSIDE}\n"),
]


def plant(root: Path, path: str, text: str) -> None:
    """A repository at `root` that holds one file."""
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def said_by(script: str, root: Path) -> list[str]:
    """The lines that a check prints about `root`; its exit status has to agree with them."""
    command = [sys.executable, str(ROOT / "scripts" / script), str(root)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == (1 if result.stderr else 0), result.stderr
    return result.stderr.splitlines()


@pytest.mark.parametrize(("path", "text", "line", "message"), BREACHES)
def test_breach_is_found(tmp_path: Path, path: str, text: str, line: int, message: str) -> None:
    """One planted breach gives one line, at its place."""
    plant(tmp_path, path, text)
    (found,) = said_by("check-purity", tmp_path)
    place, _, rest = found.partition(": ")
    named, _, number = place.rpartition(":")
    assert path.startswith(named)
    assert int(number) == line
    assert message in rest


@pytest.mark.parametrize(("path", "text"), INNOCENT)
def test_innocent_file_passes(tmp_path: Path, path: str, text: str) -> None:
    """What only looks like a breach is none."""
    plant(tmp_path, path, text)
    assert said_by("check-purity", tmp_path) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Package.resolved", "{}"),
        ("site/index.html", "<!doctype html>"),
        (".build-x/a.o", ""),
        ("big.bin", "x" * 1_000_001),
        ("a.md", "<<<<<<< ours\n"),
    ],
)
def test_misplaced_file_is_found(tmp_path: Path, path: str, text: str) -> None:
    """Each kind of file that has no place in the tree is named."""
    plant(tmp_path, path, text)
    # The machine's own ignore list must not hide the planted file.
    subprocess.run(["git", "-C", str(tmp_path), "add", "--force", path], check=True)
    (found,) = said_by("check-tree", tmp_path)
    assert found.startswith(f"{path}: ")


def test_site_gitignore_may_stay(tmp_path: Path) -> None:
    """The one tracked file of the output folder is no breach."""
    plant(tmp_path, "site/.gitignore", "*\n!.gitignore\n")
    assert said_by("check-tree", tmp_path) == []


def test_code_only_keeps_every_offset() -> None:
    """Blanking changes neither the length nor the lines."""
    source = 'let a = "x\\(b("y"))z" // c\n/* d\n e */ let f = #"g"# + "h\n'
    code = code_only(source)
    assert len(code) == len(source)
    assert code.count("\n") == source.count("\n")
    assert code.split() == ["let", "a", "=", "(b(", "))", "let", "f", "=", "+"]
