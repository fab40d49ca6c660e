"""Choosing outside a browser: the model for programs, and the terminal's commands."""

import csv
import io
import json
import os
import pty
import select
import subprocess
import time
from pathlib import Path

import jsonschema
import pytest
from builtsite import BuiltSite

from harness.binary import run_waymark, waymark_path
from harness.tree import ROOT

SCHEMA = ROOT / "content" / "guide" / "reference" / "files" / "model.schema.json"
BROKERS = ROOT / "Tests" / "Sites" / "choices"


def said(*arguments: str, stdin: str = "") -> str:
    """What a command about the brokers says on standard output; it has to succeed."""
    result = run_waymark(*arguments, cwd=BROKERS, stdin=stdin.encode())
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout.decode()


def test_model_fits_its_schema(built: BuiltSite) -> None:
    """model.json of every site, and each option that it refers to is one of its own."""
    model = json.loads((built.site.folder / "_waymark" / "model.json").read_text())
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(model)
    slugs = {option["slug"] for option in model["options"]}
    used = {slug for comparison in model["comparisons"] for slug in comparison["options"]}
    for decision in model["decisions"]:
        entries = decision.get("rules", []) + decision.get("nodes", [])
        used |= {entry["option"] for entry in entries if entry.get("option")}
        for node in decision.get("nodes", []):
            assert all(b["node"] < len(decision["nodes"]) for b in node.get("branches", []))
    assert used <= slugs


def test_schema_refuses_what_is_no_model() -> None:
    """A schema that takes anything would hold nothing."""
    schema = json.loads(SCHEMA.read_text())
    bad = {"version": 1, "options": [], "comparisons": [{"title": "x"}], "decisions": []}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bad, schema)


def test_compare_merges_notes() -> None:
    """All criteria that any note gives, with all that notes say where they differ."""
    table = json.loads(said("compare", "kafka", "NATS", "--format", "json"))
    assert table["options"] == ["Kafka", "NATS"]
    rows = {row["name"]: row["cells"] for row in table["criteria"]}
    assert [cell["text"] for cell in rows["Delayed messages"][0]] == ["No", "Yes"]
    assert rows["Licence"][1] == []
    assert rows["Ordering"][1][0] == {
        "text": "Per stream",
        "verdict": "value",
        "note": "second-opinion.md",
        "line": 8,
    }


def test_compare_writes_tables() -> None:
    """CSV as spreadsheets read it, Markdown that is a table again, and text that fits."""
    rows = list(csv.reader(io.StringIO(said("compare", "kafka", "nats", "--format", "csv"))))
    assert rows[0] == ["Criterion", "Kafka", "NATS"]
    assert ["Delayed messages", "No / Yes", "No"] in rows
    assert {len(row) for row in rows} == {3}
    markdown = said("compare", "kafka", "nats", "--format", "markdown")
    rendered = run_waymark("render", stdin=markdown.encode()).stdout.decode()
    assert rendered.count("<tr>") == len(rows)
    assert all(len(line) <= 100 for line in said("compare", "kafka", "nats").splitlines())


def test_compare_prints_statements(tmp_path: Path) -> None:
    """A table of statements has no criteria, and is still all that the notes say."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "flags.md").write_text(
        "# -O2 vs -O3\n\n| -O2 | -O3 |\n| --- | --- |\n| Small | Fast |\n| Safe | Large |\n| | |\n"
    )

    def compared(form: str) -> str:
        result = run_waymark("compare", "--format", form, "--", "-o2", "-O3", cwd=tmp_path)
        assert result.returncode == 0, result.stderr.decode()
        return result.stdout.decode()

    assert [line.split() for line in compared("table").splitlines()][2:] == [
        ["Small", "Fast"],
        ["Safe", "Large"],
    ]
    assert compared("markdown").splitlines()[2:] == ["|  | Small | Fast |", "|  | Safe | Large |"]
    rows = json.loads(compared("json"))["criteria"]
    assert [row["name"] for row in rows] == ["", ""]
    assert rows[0]["cells"][1][0]["line"] == 5


def test_compare_names_what_it_does_not_know() -> None:
    """An unknown option is a fault of usage."""
    result = run_waymark("compare", "kafka", "carrier pigeon", cwd=BROKERS)
    assert result.returncode == 2
    assert b"carrier pigeon" in result.stderr


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ("1", "Kafka\n  because events are read again later\n"),
        ("3 4", "RabbitMQ\n  because each message is a task\n"),
        ("3", "No rule applies, and the note gives no default.\n"),
        ("", "No rule applies, and the note gives no default.\n"),
        ("9\n1", "Kafka\n  because events are read again later\n"),
        ("2", "The note does not say which weighs more:\nKafka\n"),
    ],
)
def test_decide_by_rules(answers: str, outcome: str) -> None:
    """Numbers of the conditions that hold give the option and its reasons."""
    assert said("decide", "queues", stdin=answers + "\n").startswith(outcome)


def test_decide_tells_what_is_ruled_out() -> None:
    """An exception that holds is named."""
    assert "Not RabbitMQ\n  because events are read again later\n" in said(
        "decide", "queues", stdin="1 3 4\n"
    )


def test_decide_by_questions() -> None:
    """Each line is an answer; the way there is told with the outcome."""
    assert said("decide", "Ask in order", stdin="2\n1\n") == (
        "Use Kafka\n  Do you run in one cloud only? No\n  Must events be read again? Yes\n"
    )


@pytest.mark.parametrize("answers", ["no\nyes\n", "NO\n Yes \n", "n\ny\n", "perhaps\n2\nye\n"])
def test_decide_takes_labels(answers: str) -> None:
    """An answer may be its label, or the beginning of it."""
    assert said("decide", "Ask in order", stdin=answers).startswith("Use Kafka\n")


@pytest.mark.parametrize("several", ["1 4", "4, 1", "{0}, {3}", "{3}"])
def test_decide_takes_statements(several: str) -> None:
    """Of rules too; what is asked stands in a line below the title, and a statement can be said."""
    asked = run_waymark("decide", "queues", cwd=BROKERS, stdin=b"x y\n").stderr.decode()
    title, question, *rest = asked.splitlines()
    assert (question, title[-1:]) == ("Which of these hold?", title.strip()[-1:])
    statements = [line.split("  ", 2)[2] for line in rest if line.startswith("  ")]
    line = several.format(*[statement.upper() for statement in statements])
    numbers = "4" if several == "{3}" else "1 4"
    assert said("decide", "queues", stdin=line + "\n") == said(
        "decide", "queues", stdin=numbers + "\n"
    )


def test_decide_ends_with_the_answers() -> None:
    """Input that stops half-way decides nothing."""
    result = run_waymark("decide", "Ask in order", cwd=BROKERS, stdin=b"2\n")
    assert (result.returncode, result.stdout) == (2, b"")


def test_decide_by_arrow_keys() -> None:
    """On a terminal: down and Enter, space to tick, and the terminal is as it was."""
    assert _typed(["Ask in order"], ["\x1b[B", "\r", "1"]).endswith(
        "Use Kafka\r\n  Do you run in one cloud only? No\r\n  Must events be read again? Yes\r\n"
    )
    assert "RabbitMQ\r\n  because each message is a task" in _typed(
        ["queues"], ["j", "j", " ", "4", "\r"]
    )


def test_decide_stops_at_ctrl_c() -> None:
    """Ctrl-C gives up at once."""
    assert "not decided" in _typed(["queues"], ["\x03"])


def _typed(arguments: list[str], keys: list[str]) -> str:
    """What a terminal shows while keys are pressed, one after the other."""
    master, slave = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [str(waymark_path()), "decide", *arguments],
        cwd=BROKERS,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
    )
    os.close(slave)
    shown = ""
    for key in keys:
        shown += _read(master, quiet=0.4)
        os.write(master, key.encode())
    process.wait(timeout=20)
    shown += _read(master, quiet=0.4)
    os.close(master)
    return shown


def _read(master: int, quiet: float) -> str:
    """All that comes until nothing has come for a while."""
    shown = b""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        ready, _, _ = select.select([master], [], [], quiet if shown else 5)
        if not ready:
            break
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown.decode(errors="replace")


def test_rules_can_be_set(tmp_path: Path) -> None:
    """`rules:` turns a rule off or makes it an error."""
    (tmp_path / "waymark.yml").write_text(
        "rules:\n  decision-no-default: off\n  conflicting-claims: error\n"
    )
    result = run_waymark(
        *("check", "--format", "short", "--config", tmp_path / "waymark.yml"), cwd=BROKERS
    )
    report = result.stdout.decode()
    assert result.returncode == 1
    assert "decision-no-default" not in report
    assert "error[conflicting-claims]" in report
