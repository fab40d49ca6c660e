"""The action, the GitLab template and the hooks: valid by their schemas, and run as they are."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from harness.binary import build_site, waymark_path
from harness.server import serving
from harness.tree import ROOT

ACTION = ROOT / "action.yml"
TEMPLATE = ROOT / "deploy" / "gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PROVIDE = ROOT / "scripts" / "provide-waymark"
GUIDE = ROOT / "content" / "guide"

GOOD = "#start\n# Start\n\nSee [[Other]].\n"
OTHER = "#start\n# Other\n\nBack to [[Start]].\n"
BROKEN = "#start\n# Start\n\nSee [[Nowhere]] and [[Other]].\n"
WARNED = "#start\n# Start\n\nSee [[Other]].\n\n#### Too deep\n\nText.\n"


def blocks(note: str, language: str) -> list[str]:
    """The blocks of code of a language in a note of the guide."""
    text = (GUIDE / note).read_text()
    return re.findall(rf"(?ms)^```{language}[^\n]*\n(.*?)^```$", text)


def assert_valid(schema: str, file: Path, *options: str) -> None:
    """Hold a file to a schema that check-jsonschema carries."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *options]
    checked = subprocess.run([*command, str(file)], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def shellchecked(script: str, shell: str) -> str:
    """What shellcheck has to say of a script."""
    command = ["shellcheck", f"--shell={shell}", "-"]
    return subprocess.run(command, input=script, capture_output=True, text=True).stdout


@dataclass
class Machine:
    """A build machine with a checked-out repository of notes."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("repository", "home", "temporary", "programs"):
            (self.folder / name).mkdir()
        self.note("index.md", GOOD)
        self.note("other.md", OTHER)
        self.environment = {
            "HOME": str(self.folder / "home"),
            "PATH": f"{self.folder / 'programs'}:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
        }

    @property
    def repository(self) -> Path:
        """Where jobs run."""
        return self.folder / "repository"

    def note(self, name: str, text: str) -> None:
        """Write a note."""
        path = self.repository / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def keep_waymark(self, folder: Path) -> None:
        """Fill a folder as `provide-waymark` leaves it, with the program under test."""
        folder.mkdir(parents=True)
        (folder / "waymark").symlink_to(waymark_path())
        (folder / "key").write_text(source_key())

    def program(self, name: str, script: str) -> None:
        """Put a program first on the PATH."""
        path = self.folder / "programs" / name
        path.write_text(script)
        path.chmod(0o755)

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a script as GitHub's and GitLab's runners start bash."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.repository,
            env=self.environment | environment,
            capture_output=True,
            text=True,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with two good notes."""
    return Machine(tmp_path)


def source_key() -> str:
    """What tells this checkout's builds from others'."""
    return subprocess.run(
        [PROVIDE, "--key"], check=True, capture_output=True, text=True
    ).stdout.strip()


# The program that build machines get


STUB_SWIFT = """\
#!/bin/sh
echo "$*" >>"$HOME/swift-calls"
case "$*" in
  *--show-bin-path) echo "$HOME/products" ;;
  *) mkdir -p "$HOME/products" && cp {waymark} "$HOME/products/waymark" ;;
esac
"""


def test_waymark_is_built_once(machine: Machine) -> None:
    """Without a kept program Swift is asked to build one; the next run takes it."""
    machine.program("swift", STUB_SWIFT.format(waymark=shlex.quote(str(waymark_path()))))
    calls = machine.folder / "home" / "swift-calls"
    for _ in range(2):
        run = machine.run(f"{shlex.quote(str(PROVIDE))} kept && kept/waymark --version")
        assert run.returncode == 0, run.stderr
        build, where = calls.read_text().splitlines()
        options = f"build --package-path {ROOT} --configuration release --product waymark"
        if sys.platform != "darwin":
            options += " --static-swift-stdlib"
        assert (build, where) == (options, f"{options} --show-bin-path")
    # Of other sources it is no use.
    (machine.repository / "kept" / "key").write_text("another")
    assert machine.run(f"{shlex.quote(str(PROVIDE))} kept").returncode == 0
    assert len(calls.read_text().splitlines()) == 4


def test_missing_swift_is_told(machine: Machine) -> None:
    """A machine without Swift gets told so."""
    programs = [name for name in ("bash", "dirname", "find", "sort", "sha256sum", "cut", "uname")]
    for name in [*programs, "grep", "cat", "mkdir", "env"]:
        (machine.folder / "programs" / name).symlink_to(shutil.which(name) or name)
    run = machine.run(f"{PROVIDE} kept", PATH=str(machine.folder / "programs"))
    assert run.returncode == 1
    assert "no 'swift' on PATH" in run.stderr


# GitHub


def evaluated(text: str, values: dict[str, str]) -> str:
    """A text of the action with its expressions, which are plain names, replaced."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: values[match[1]], text)


@dataclass
class Job:
    """One run of the action, step by step, as the runner does it."""

    machine: Machine
    inputs: dict[str, str]
    outputs: dict[str, str] = field(default_factory=dict)
    said: str = ""
    summary: str = ""
    status: int = 0

    def __post_init__(self) -> None:
        action = yaml.safe_load(ACTION.read_text())
        unknown = self.inputs.keys() - action["inputs"].keys()
        assert not unknown
        workspace = str(self.machine.repository)
        values = {"github.action_path": str(ROOT), "github.workspace": workspace}
        for name, entry in action["inputs"].items():
            values[f"inputs.{name}"] = self.inputs.get(name, entry["default"])
        for step in action["runs"]["steps"]:
            if "run" in step and self.status == 0 and self._applies(step, values):
                self._run(step, values)
        for name, entry in action["outputs"].items():
            reference = entry["value"].strip("${ }")
            self.outputs[name] = values.get(reference, "")

    @staticmethod
    def _applies(step: dict[str, Any], values: dict[str, str]) -> bool:
        if "if" not in step:
            return True
        name, value = re.fullmatch(r"([\w.-]+) == '(\w*)'", step["if"]).groups()
        return values[name] == value

    def _run(self, step: dict[str, Any], values: dict[str, str]) -> None:
        files = {}
        for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"):
            file = self.machine.folder / "temporary" / name
            file.write_text("")
            files[name] = str(file)
        given = {name: evaluated(text, values) for name, text in step.get("env", {}).items()}
        run = self.machine.run(
            step["run"], RUNNER_TEMP=str(self.machine.folder / "temporary"), **files, **given
        )
        self.status = run.returncode
        self.said += run.stdout + run.stderr
        for line in Path(files["GITHUB_OUTPUT"]).read_text().splitlines():
            name, value = line.split("=", 1)
            values[f"steps.{step['id']}.outputs.{name}"] = value
        for line in Path(files["GITHUB_PATH"]).read_text().splitlines():
            self.machine.environment["PATH"] = f"{line}:{self.machine.environment['PATH']}"
        self.summary += Path(files["GITHUB_STEP_SUMMARY"]).read_text()


@pytest.fixture
def github(machine: Machine) -> Machine:
    """A machine where the cache had the program."""
    machine.keep_waymark(machine.folder / "home" / ".cache" / "waymark")
    return machine


def test_action_is_valid() -> None:
    """GitHub's schema holds; scripts hold no expressions, into which inputs could write code."""
    assert_valid("vendor.github-actions", ACTION)
    action = yaml.safe_load(ACTION.read_text())
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) >= 4
    for script in scripts:
        assert "${{" not in script
        assert shellchecked(script, "bash") == ""


def test_action_checks_and_builds(github: Machine) -> None:
    """Good notes become a site, and the outputs say where it is."""
    job = Job(github, {"base-url": "https://docs.example.com/x", "output": "public site"})
    assert job.status == 0, job.said
    assert job.outputs["site"] == "public site"
    assert (github.repository / "public site" / "sitemap.xml").exists()
    version = subprocess.run([job.outputs["waymark"], "--version"], capture_output=True)
    assert version.returncode == 0
    assert "Nothing is wrong" in job.summary


def test_action_tells_what_is_wrong(github: Machine) -> None:
    """An error fails the job, is told beside its line, in the summary and as SARIF."""
    github.note("index.md", BROKEN)
    job = Job(github, {"sarif": "waymark.sarif"})
    assert job.status == 1
    assert "::error file=content/index.md,line=4,col=7," in job.said
    assert "broken-link" in job.summary
    (run,) = json.loads((github.repository / "waymark.sarif").read_text())["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["broken-link"]
    assert job.outputs["site"] == ""
    assert not (github.repository / "site").exists()


def test_action_weighs_warnings(github: Machine) -> None:
    """Warnings fail the job unless it is told otherwise, or they were there before."""
    github.note("index.md", WARNED)
    assert Job(github, {}).status == 1
    assert Job(github, {"strict": "false", "build": "false"}).status == 0
    assert not (github.repository / "site").exists()
    baseline = ["check", "--write-baseline", "old.txt"]
    subprocess.run([waymark_path(), *baseline], cwd=github.repository, check=True)
    assert Job(github, {"baseline": "old.txt"}).status == 0


def test_action_guards_addresses(github: Machine) -> None:
    """A page that the published site has may not go; the site is asked for its addresses."""
    published = github.folder / "published"
    build_site(github.repository, published)
    with serving(published) as address:
        assert Job(github, {"published": address}).status == 0
        (github.repository / "content" / "other.md").unlink()
        github.note("index.md", "#start\n# Start\n\nAll alone.\n")
        job = Job(github, {"published": address, "strict": "false"})
        assert (job.status, "dead-address" in job.summary) == (1, True)
        job = Job(github, {"published": str(published), "strict": "false"})
        assert (job.status, "dead-address" in job.summary) == (1, True)
        assert Job(github, {"published": f"{address}nothing/"}).status not in (0, 1)


def test_action_reads_history(github: Machine) -> None:
    """Dates come from git, in a container too, where the repository belongs to another user."""
    commit(github.repository)
    if os.geteuid() == 0:
        for path in (github.repository, *github.repository.rglob("*")):
            os.chown(path, 1, 1)
    assert Job(github, {}).status == 0
    assert "<time" in (github.repository / "site" / "other" / "index.html").read_text()


def test_action_takes_inputs_as_text(github: Machine) -> None:
    """What an input holds is never run."""
    job = Job(github, {"content": "$(touch ran); touch ran #"})
    assert job.status == 2
    assert not list(github.folder.rglob("ran"))


# GitLab


@pytest.fixture
def gitlab(machine: Machine) -> Machine:
    """A machine where the cache had the program, and a repository to clone Waymark from."""
    waymark = machine.folder / "waymark"
    waymark.mkdir()
    shutil.copy(ROOT / "Package.swift", waymark)
    for folder in ("Sources", "scripts"):
        shutil.copytree(ROOT / folder, waymark / folder)
    commit(waymark)
    machine.keep_waymark(machine.repository / ".waymark")
    return machine


def commit(folder: Path) -> None:
    """Make a folder a repository that holds all its files."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True)


def gitlab_job(machine: Machine, name: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a job of the template as GitLab's runner does."""
    template = yaml.safe_load(TEMPLATE.read_text())
    job = template[template[name]["extends"]] | template[name]
    script = "\n".join([*job["before_script"], *job["script"]])
    given = template["variables"] | {"WAYMARK_REPOSITORY": f"file://{machine.folder}/waymark"}
    return machine.run(
        script,
        CI_PROJECT_DIR=str(machine.repository),
        CI_PAGES_URL="https://group.example.com/docs",
        **(given | variables),
    )


def test_template_is_valid() -> None:
    """GitLab's schema holds, and the scripts are clean."""
    assert_valid("vendor.gitlab-ci", TEMPLATE, "--data-transform", "gitlab-ci")
    template = yaml.safe_load(TEMPLATE.read_text())
    for job in (job for job in template.values() if "script" in job):
        base = template[job["extends"]]
        script = "\n".join([*base["before_script"], *job["script"]])
        assert shellchecked(script, "bash") == ""


def test_template_checks(gitlab: Machine) -> None:
    """What is wrong fails the job, and is in both artifacts."""
    assert gitlab_job(gitlab, "waymark-check").returncode == 0
    gitlab.note("index.md", BROKEN)
    run = gitlab_job(gitlab, "waymark-check")
    assert run.returncode == 1, run.stderr
    reports = yaml.safe_load(TEMPLATE.read_text())["waymark-check"]["artifacts"]["reports"]
    (issue,) = json.loads((gitlab.repository / reports["codequality"]).read_text())
    assert (issue["check_name"], issue["location"]["path"]) == ("broken-link", "content/index.md")
    tests = ElementTree.parse(gitlab.repository / reports["junit"]).getroot()
    assert tests.attrib["failures"] == "1"


def test_template_has_its_variables(gitlab: Machine) -> None:
    """Warnings, a baseline and published addresses, as variables say."""
    gitlab.note("index.md", WARNED)
    assert gitlab_job(gitlab, "waymark-check").returncode == 1
    assert gitlab_job(gitlab, "waymark-check", WAYMARK_STRICT="false").returncode == 0
    baseline = ["check", "--write-baseline", "old.txt"]
    subprocess.run([waymark_path(), *baseline], cwd=gitlab.repository, check=True)
    assert gitlab_job(gitlab, "waymark-check", WAYMARK_BASELINE="old.txt").returncode == 0
    published = gitlab.folder / "published"
    build_site(gitlab.repository, published)
    gitlab.note("index.md", "#start\n# Start\n\nAll alone.\n")
    (gitlab.repository / "content" / "other.md").unlink()
    with serving(published) as address:
        run = gitlab_job(gitlab, "waymark-check", WAYMARK_PUBLISHED=address, WAYMARK_STRICT="false")
    assert (run.returncode, "dead-address" in run.stdout) == (1, True)


def test_template_builds_pages(gitlab: Machine) -> None:
    """The pages job leaves a site with absolute addresses where GitLab Pages looks for it."""
    run = gitlab_job(gitlab, "pages")
    assert run.returncode == 0, run.stderr
    sitemap = (gitlab.repository / "public" / "sitemap.xml").read_text()
    assert "https://group.example.com/docs/other/" in sitemap


# Hooks


def test_hooks_run(machine: Machine) -> None:
    """pre-commit takes the manifest, and a commit of a broken note is refused."""
    command = [sys.executable, "-m", "pre_commit"]
    checked = subprocess.run([*command, "validate-manifest", HOOKS], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
    hooks = machine.folder / "hooks"
    hooks.mkdir()
    shutil.copy(HOOKS, hooks)
    commit(hooks)
    rev = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=hooks, check=True, capture_output=True, text=True
    ).stdout.strip()
    (block,) = (text for text in blocks("ci.md", "yaml") if "waymark-check-installed" in text)
    configuration = yaml.safe_load(block)
    configuration["repos"][0] |= {"repo": f"file://{hooks}", "rev": rev}
    (machine.repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration))
    machine.program("waymark", f'#!/bin/sh\nexec {shlex.quote(str(waymark_path()))} "$@"\n')
    commit(machine.repository)

    def hook() -> subprocess.CompletedProcess[str]:
        return machine.run(f"git add . && {shlex.join(command)} run")

    assert hook().returncode == 0, hook().stdout
    # Only a note that others link to goes: no file is left to look at, and yet links break.
    (machine.repository / "content" / "other.md").unlink()
    run = hook()
    assert run.returncode == 1
    assert "content/index.md:4:7: error[broken-link]" in run.stdout


def test_hooks_are_alike() -> None:
    """The hook that builds Waymark runs what the tested one runs, by a name that a build makes."""
    built, installed = yaml.safe_load(HOOKS.read_text())
    assert built["language"] == "swift"
    for key in ("entry", "pass_filenames", "always_run"):
        assert built[key] == installed[key]
    assert (
        f'.executable(name: "{built["entry"].split()[0]}"' in (ROOT / "Package.swift").read_text()
    )


# The guide


def test_guide_shows_valid_workflows(tmp_path: Path) -> None:
    """Workflows and pipelines of the guide keep their schemas, and use inputs that exist."""
    action = yaml.safe_load(ACTION.read_text())
    kinds = set()
    for index, text in enumerate(blocks("ci.md", "yaml")):
        file = tmp_path / f"{index}.yml"
        file.write_text(text)
        document = yaml.safe_load(text)
        if True in document:  # The key `on`, as YAML 1.1 reads it.
            kinds.add("workflow")
            assert_valid("vendor.github-workflows", file)
            steps = [step for job in document["jobs"].values() for step in job["steps"]]
            (used,) = (step for step in steps if "/waymark@" in step.get("uses", ""))
            assert used["with"].keys() <= action["inputs"].keys()
        elif "include" in document:
            kinds.add("pipeline")
            assert_valid("vendor.gitlab-ci", file, "--data-transform", "gitlab-ci")
            known = yaml.safe_load(TEMPLATE.read_text())["variables"]
            assert document["variables"].keys() <= known.keys()
        else:
            assert "repos" in document
            kinds.add("hooks")
    assert kinds == {"workflow", "pipeline", "hooks"}


def test_guide_lists_all_settings() -> None:
    """Each input of the action and each variable of the template has its row."""
    text = (GUIDE / "ci.md").read_text()
    for name in yaml.safe_load(ACTION.read_text())["inputs"]:
        assert f"\n| `{name}` |" in text
    for name in yaml.safe_load(TEMPLATE.read_text())["variables"]:
        assert f"\n| `{name}` |" in text


def test_guide_quotes_samples() -> None:
    """What the guide shows of a sample stands there, line by line."""
    text = (GUIDE / "hosting.md").read_text()
    found = re.findall(r'(?ms)^```\w+ title="(deploy/[\w.-]+)"\n(.*?)^```$', text)
    assert {name for name, _ in found} == {"deploy/nginx.conf", "deploy/Caddyfile"}
    for name, block in found:
        sample = [line.strip() for line in (ROOT / name).read_text().splitlines()]
        for line in filter(None, map(str.strip, block.splitlines())):
            assert line in sample, (name, line)
