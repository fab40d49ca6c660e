"""What readers know comes from standard input as well as from a folder or a file."""

from pathlib import Path

import pytest

from harness.binary import build_site, run_waymark

OLD = b"# what the site had\n/\n/eks/irsa/\n/eks/irsa/#set-up\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Notes, one of which has moved."""
    (tmp_path / "content" / "identity").mkdir(parents=True)
    (tmp_path / "content" / "index.md").write_text("#x\n# Home\n\nSee [[IRSA]].\n")
    note = "#x\n# IRSA\n\nText, from [[Home]].\n\n## Set up\n\nText.\n"
    (tmp_path / "content" / "identity" / "irsa.md").write_text(note)
    return tmp_path


def test_check_reads_a_list_from_standard_input(project: Path) -> None:
    """What died is told; what is there is not."""
    arguments = ("check", "--published", "-", "--format", "short")
    result = run_waymark(*arguments, cwd=project, stdin=OLD)
    assert result.returncode == 1, result.stderr.decode()
    (line,) = result.stdout.decode().splitlines()
    assert "error[dead-address]: the published address /eks/irsa/ would die" in line
    assert run_waymark(*arguments, cwd=project, stdin=b"/\n/identity/irsa/\n").returncode == 0


def test_fixing_reads_standard_input_once(project: Path) -> None:
    """After a fix the same addresses are checked again, though the input has ended."""
    arguments = ("check", "--published", "-", "--fix", "--format", "short")
    result = run_waymark(*arguments, cwd=project, stdin=OLD + b"/gone/\n")
    assert "1 corrected" in result.stderr.decode()
    assert result.returncode == 1
    (line,) = result.stdout.decode().splitlines()
    assert "/gone/ would die" in line
    assert 'aliases: ["/eks/irsa/"]' in (project / "content" / "identity" / "irsa.md").read_text()


@pytest.mark.parametrize("command", [("check", "--published", "-"), ("diff", "-", "site")])
def test_an_empty_list_lets_nothing_pass(project: Path, command: tuple[str, ...]) -> None:
    """A download that failed before the pipe is no list."""
    build_site(project, project / "site")
    result = run_waymark(*command, cwd=project, stdin=b"")
    assert result.returncode == 2
    assert b"there is no address in standard input" in result.stderr


def test_diff_compares_a_list_with_a_site(project: Path) -> None:
    """Which pages came and went."""
    build_site(project, project / "site")
    known = (project / "site" / "_waymark" / "urls.txt").read_bytes()
    result = run_waymark("diff", "-", "site", cwd=project, stdin=known)
    assert (result.returncode, result.stdout) == (0, b"nothing changed for readers\n")
    known = known.replace(b"/identity/irsa/\n", b"/eks/irsa/\n")
    result = run_waymark("diff", "-", "site", cwd=project, stdin=known)
    assert result.stdout.decode().splitlines() == [
        "added    /identity/irsa/  IRSA",
        "removed  /eks/irsa/",
    ]
