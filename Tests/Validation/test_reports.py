"""Every report format, from one run over one faulty site, held to its own specification."""

import json
from xml.etree import ElementTree

import jsonschema
import pytest

from harness.binary import run_waymark
from harness.tree import ROOT

FORMATS = ("text", "short", "json", "github", "gitlab", "sarif", "junit", "markdown")
SITE = ROOT / "Tests" / "Sites" / "obsidian"

STRING = {"type": "string", "minLength": 1}
MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": STRING},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "properties": {"uri": {"type": "string", "pattern": r"^[^\s:]+$"}},
                    "additionalProperties": False,
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        name: {"type": "integer", "minimum": 1}
                        for name in ("startLine", "startColumn", "endColumn")
                    },
                },
            },
        },
    },
}
# What SARIF 2.1.0 (sections 3.13 to 3.30) demands of the properties that we write, and no others.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": STRING,
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": STRING,
                                                "shortDescription": MESSAGE,
                                                "help": {
                                                    "required": ["text"],
                                                    "properties": {
                                                        "text": STRING,
                                                        "markdown": STRING,
                                                    },
                                                },
                                                "defaultConfiguration": {
                                                    "properties": {
                                                        "level": {"enum": ["error", "warning"]}
                                                    }
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": STRING,
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": MESSAGE,
                                "locations": {"type": "array", "items": LOCATION},
                                "relatedLocations": {"type": "array", "items": LOCATION},
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


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
    """The document is valid, and its results are all diagnostics."""
    document = json.loads(reports["sarif"])
    jsonschema.validate(document, SARIF)
    run = document["runs"][0]
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
