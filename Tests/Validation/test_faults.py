"""A vault of 2,000 notes: of 300 planted faults all are found, and none in its clean twin."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import vault as vaults

from harness.binary import run_waymark

CHECK = ("check", "--today", vaults.TODAY, "--format", "json")


def found(folder: Path, *options: str) -> Iterator[vaults.Place]:
    """What is reported of a vault: path, line and rule."""
    result = run_waymark(*CHECK, *options, cwd=folder)
    assert result.returncode in (0, 1), result.stderr.decode()
    for line in result.stdout.decode().splitlines():
        entry = json.loads(line)
        yield entry["path"].removeprefix("content/"), entry["line"], entry["rule"]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[vaults.Place]]:
    """The vault with its faults, and where these are."""
    vault = vaults.clean_vault()
    planted = vaults.plant_faults(vault, 300)
    folder = tmp_path_factory.mktemp("faulty")
    vault.write(folder)
    return folder, planted


def test_nothing_is_found_in_the_clean_twin(tmp_path: Path) -> None:
    """With every rule on."""
    vaults.clean_vault().write(tmp_path)
    assert list(found(tmp_path)) == []


def test_every_fault_is_found_and_nothing_else(faulty: tuple[Path, list[vaults.Place]]) -> None:
    """Each on its line."""
    folder, planted = faulty
    assert len(planted) == 300
    assert len({rule for _, _, rule in planted}) >= 25
    reported = sorted(found(folder))
    assert reported == planted


def test_a_baseline_leaves_only_what_is_new(faulty: tuple[Path, list[vaults.Place]]) -> None:
    """All that was there is silent, wherever it moves to."""
    folder, planted = faulty
    written = run_waymark(*CHECK[:3], "--write-baseline", "baseline.txt", cwd=folder)
    assert written.returncode == 0, written.stderr.decode()
    assert list(found(folder, "--baseline", "baseline.txt")) == []
    path, line, _ = next(place for place in planted if place[2] == "broken-link")
    note = folder / "content" / path
    before = note.read_text()
    note.write_text(before + "\nSee [[Nobody at all]].\n")
    new = list(found(folder, "--baseline", "baseline.txt"))
    note.write_text(before)
    assert new == [(path, before.count("\n") + 2, "broken-link")]
    assert line > 1
