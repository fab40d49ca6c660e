"""Publishing, to real destinations: a folder behind nginx under load, git, and rsync."""

import gzip
import hashlib
import http.client
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from harness.binary import run_waymark, waymark_path
from harness.daemon import daemon, free_port
from harness.nginx import nginx
from harness.tree import ROOT

PARAGRAPH = "A sentence that is long enough for a page to be worth compressing. " * 20


def write(project: Path, marker: str) -> None:
    """A project of two notes that both say `marker`, and a third that never changes."""
    content = project / "content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "one.md").write_text(f"# One\n\n{marker}. {PARAGRAPH}\n\nSee [[Two]].\n")
    (content / "two.md").write_text(f"# Two\n\n{marker}.\n\nSee [[One]] and [[Same]].\n")
    (content / "same.md").write_text(f"# Same\n\n{PARAGRAPH}\n\nSee [[Two]].\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project as it is at first."""
    write(tmp_path / "project", "First")
    return tmp_path / "project"


def publish(project: Path, *arguments: str | Path, status: int = 0) -> str:
    """Run `waymark publish` in the project; answers all that it said."""
    result = run_waymark("publish", *arguments, cwd=project)
    said = (result.stdout + result.stderr).decode()
    assert result.returncode == status, said
    return said


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# What stops a publish


def test_a_site_with_a_warning_is_not_published(project: Path, tmp_path: Path) -> None:
    """Readers keep what they have."""
    docs = tmp_path / "docs"
    publish(project, docs)
    before = files(docs / "current")
    note = project / "content" / "one.md"
    note.write_text(note.read_text() + "\n![](nowhere.png)\n\nSee [[Nowhere]].\n")
    said = publish(project, docs, status=1)
    assert "broken-link" in said and "nothing is published" in said
    assert files(docs / "current") == before
    assert len(list((docs / "releases").iterdir())) == 1


def test_an_address_that_readers_know_does_not_die(project: Path, tmp_path: Path) -> None:
    """Neither a page nor a heading, unless the old address leads on, or it is meant."""
    docs = tmp_path / "docs"
    one, two = project / "content" / "one.md", project / "content" / "two.md"
    one.write_text(one.read_text() + "\n## Set up\n\nSteps.\n")
    publish(project, docs)
    one.write_text(one.read_text().replace("## Set up", "## Setting up"))
    assert "dead-address" in publish(project, docs, status=1)
    one.write_text(one.read_text().replace("## Setting up", "## Setting up {#set-up}"))
    publish(project, docs)
    (project / "content" / "new").mkdir()
    two.rename(project / "content" / "new" / "two.md")
    assert "the published address /two/ would die" in publish(project, docs, status=1)
    said = publish(project, docs, "--allow-dead")
    assert re.search(r"^(moved +/two/ → /new/two/|removed +/two/)", said, re.MULTILINE), said


def test_a_dry_run_changes_nothing_and_tells_what_would(project: Path, tmp_path: Path) -> None:
    """Not even the folder is made; later, the difference for readers is told."""
    docs = tmp_path / "docs"
    assert "nothing was published before" in publish(project, docs, "--dry-run")
    assert not docs.exists()
    publish(project, docs)
    before = sorted(docs.rglob("*"))
    write(project, "Second")
    said = publish(project, docs, "--dry-run")
    assert "changed  /one/  One" in said and "/same/" not in said
    assert sorted(docs.rglob("*")) == before


def test_the_destination_may_stand_in_the_configuration(project: Path, tmp_path: Path) -> None:
    """With how many releases stay, and the compressed forms; without one, publish says so."""
    assert "there is no destination" in publish(project, status=2)
    (project / "waymark.yml").write_text(
        "publish:\n  to: ../docs\n  keep: 2\n  compress: [gzip, brotli]\n"
    )
    for marker in ("First", "Second", "Third"):
        write(project, marker)
        publish(project)
    assert len(list((tmp_path / "docs" / "releases").iterdir())) == 2
    assert (tmp_path / "docs" / "current" / "one" / "index.html.br").exists()


# Compressed forms


def test_compressed_forms_hold_what_the_pages_hold(project: Path, tmp_path: Path) -> None:
    """All texts of some size have one; those of what did not change are not made anew."""
    docs = tmp_path / "docs"
    publish(project, docs, "--compress", "gzip", "--compress", "brotli")
    current = docs / "current"
    assert not list((project / "site").rglob("*.gz"))
    zipped = sorted(current.rglob("*.gz"))
    assert {"one/index.html.gz", "same/index.html.gz"} <= {
        file.relative_to(current).as_posix() for file in zipped
    }
    for file in zipped:
        plain = file.with_suffix("").read_bytes()
        assert gzip.decompress(file.read_bytes()) == plain
        brotli = file.with_suffix(".br")
        undone = subprocess.run(
            ["brotli", "--decompress", "--stdout", brotli], capture_output=True, check=True
        )
        assert undone.stdout == plain
    same = (current / "same" / "index.html.br").stat().st_ino
    write(project, "Second")
    publish(project, docs, "--compress", "gzip", "--compress", "brotli")
    assert (current / "same" / "index.html.br").stat().st_ino == same
    one = current / "one" / "index.html"
    assert gzip.decompress(one.with_name("index.html.gz").read_bytes()) == one.read_bytes()


# A folder behind a web server


@dataclass
class Reader:
    """Somebody who reads all the time, over one connection, and notes what came."""

    address: str
    path: str
    coding: str
    stop: threading.Event
    pages: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def read(self) -> None:
        """Ask for the page and its style sheet until it is time to stop, or a great many times."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        for _ in range(20_000):
            if self.stop.is_set():
                break
            page = self.get(connection, self.path)
            self.pages.append(hashlib.sha256(page).hexdigest())
            style = re.search(rb'href="[./]*(_waymark/site\.[0-9a-f]+\.css)"', page)
            if style is None:
                self.wrong.append("a page without a style sheet")
            else:
                self.get(connection, "/" + style[1].decode())
        connection.close()

    def get(self, connection: http.client.HTTPConnection, path: str) -> bytes:
        """The body of an answer, its coding undone."""
        try:
            connection.request("GET", path, headers={"Accept-Encoding": self.coding})
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.wrong.append(f"{path}: {error!r}")
            connection.close()
            return b""
        if answer.status != 200:
            self.wrong.append(f"{path}: {answer.status}")
        if answer.getheader("Content-Encoding", "identity") != self.coding:
            self.wrong.append(f"{path}: {answer.getheader('Content-Encoding')}")
        return gzip.decompress(body) if self.coding == "gzip" else body


def test_no_reader_sees_anything_of_fifty_publishes(project: Path, tmp_path: Path) -> None:
    """Behind nginx, under load: each answer is one release's, whole, and never an older one's.

    Each release has other pages, and another style sheet under another name.
    """
    docs = tmp_path / "docs"
    releases: dict[str, int] = {}
    (project / "theme").mkdir()

    def release(number: int) -> None:
        write(project, f"Release {number}")
        # Long enough to be compressed.
        (project / "theme" / "style.css").write_text(f".release-{number} {{ color: red }}\n" * 60)
        publish(project, docs, "--compress", "gzip", "--keep", "3")
        for page in ("one", "two"):
            body = (project / "site" / page / "index.html").read_bytes()
            releases[hashlib.sha256(body).hexdigest()] = number

    release(0)
    sample = (ROOT / "deploy" / "nginx.conf").read_text()
    # Compressed beforehand, or not at all: what is compressed on the fly would hide a missing file.
    configuration = sample.replace("/srv/docs/current", str(docs / "current")).replace(
        "gzip on;", "gzip off;"
    )
    stop = threading.Event()
    with nginx(configuration, tmp_path / "nginx") as address:
        readers = [
            Reader(address, path, coding, stop)
            for path in ("/one/", "/two/")
            for coding in ("gzip", "identity")
        ]
        threads = [threading.Thread(target=reader.read) for reader in readers]
        for thread in threads:
            thread.start()
        try:
            for number in range(1, 51):
                release(number)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
    for reader in readers:
        assert reader.wrong == []
        unknown = [page for page in reader.pages if page not in releases]
        assert unknown == []
        seen = [releases[page] for page in reader.pages]
        assert seen == sorted(seen), "an older release came after a newer one"
        assert len(set(seen)) > 25, f"saw only {len(set(seen))} of 51 releases"
    assert len(list((docs / "releases").iterdir())) == 3


def test_going_back_does_not_lead_to_what_was_taken_back(project: Path, tmp_path: Path) -> None:
    """A bad release that a later one replaced is gone."""
    docs = tmp_path / "docs"
    for marker in ("First", "Second", "Bad"):
        write(project, marker)
        publish(project, docs)
    publish(project, docs, "--rollback")
    write(project, "Bad too")
    publish(project, docs)
    publish(project, docs, "--rollback")
    assert b"Second" in (docs / "current" / "one" / "index.html").read_bytes()


def test_a_site_is_not_built_over_while_it_is_delivered(project: Path, tmp_path: Path) -> None:
    """Two circles of readers, published at once from one folder: none sees the other's notes."""
    secret = project / "content" / "secret.md"
    secret.write_text("---\naudience: internal\n---\n# Secret\n\nWatchword. See [[One]].\n")
    commands = [
        [waymark_path(), "publish", tmp_path / "public"],
        [waymark_path(), "publish", tmp_path / "internal", "--audience", "internal"],
    ]
    for number in range(5):
        write(project, f"Release {number}")
        started = [
            subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL)
            for command in commands
        ]
        assert [process.wait(timeout=60) for process in started] == [0, 0]
        public = files(tmp_path / "public" / "current")
        assert not any(b"Watchword" in body for body in public.values())
        assert (tmp_path / "internal" / "current" / "secret" / "index.html").exists()


def test_one_command_goes_back(project: Path, tmp_path: Path) -> None:
    """To the release before, or to one by its number; and forth again."""
    docs = tmp_path / "docs"
    served = {}
    for number, marker in enumerate(("First", "Second", "Third"), start=1):
        write(project, marker)
        publish(project, docs)
        served[number] = files(docs / "current")
    listed = publish(project, docs, "--list").splitlines()
    assert [line.endswith("served") for line in listed] == [False, False, True]
    publish(project, docs, "--rollback")
    assert files(docs / "current") == served[2]
    publish(project, docs, "--rollback", "--release", "1")
    assert files(docs / "current") == served[1]
    assert "no release before" in publish(project, docs, "--rollback", status=2)
    publish(project, docs)
    assert files(docs / "current").items() >= files(project / "site").items()


# git


def git(*arguments: str | Path, cwd: Path) -> str:
    """Run git; answers what it printed."""
    return subprocess.run(
        ["git", *arguments], cwd=cwd, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def bare(project: Path, tmp_path: Path) -> Path:
    """A bare repository; the project is a clone of it, and it is the clone's `origin`."""
    bare = tmp_path / "docs.git"
    git("init", "--quiet", "--bare", "--initial-branch=main", bare, cwd=tmp_path)
    git("init", "--quiet", "--initial-branch=main", cwd=project)
    (project / ".gitignore").write_text("site/\n")
    git("remote", "add", "origin", bare, cwd=project)
    commit(project, "Write the notes")
    git("push", "--quiet", "origin", "main", cwd=project)
    return bare


def commit(folder: Path, message: str) -> None:
    """Commit all that there is."""
    git("add", "--all", cwd=folder)
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"]
    git(*who, "commit", "--quiet", "--message", message, cwd=folder)


def branch_files(bare: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """The files of a branch."""
    names = git("ls-tree", "-r", "--name-only", branch, cwd=bare).splitlines()
    return {
        name: subprocess.run(
            ["git", "cat-file", "blob", f"{branch}:{name}"],
            cwd=bare,
            check=True,
            capture_output=True,
        ).stdout
        for name in names
    }


def test_a_branch_gets_one_commit_each_time(project: Path, bare: Path) -> None:
    """With all of the site and nothing of the author's repository; nothing for what is the same."""
    publish(project, "git:origin#gh-pages")
    assert branch_files(bare) == files(project / "site") | {".nojekyll": b""}
    assert "readers have just this already" in publish(project, "git:origin")
    write(project, "Second")
    commit(project, "Say it again")
    before = files(project / ".git")
    assert "changed  /one/  One" in publish(project, "git:origin")
    assert files(project / ".git") == before
    log = git("log", "--format=%s", "gh-pages", cwd=bare).splitlines()
    assert len(log) == 2
    assert re.fullmatch(r"Publish [0-9a-f]{7,} Say it again", log[0])
    git("fsck", "--strict", cwd=bare)


def test_what_others_have_on_the_branch_stays(project: Path, bare: Path, tmp_path: Path) -> None:
    """A `CNAME`, say; and a page of theirs is not written over."""
    publish(project, "git:origin")
    git("clone", "--quiet", "--branch=gh-pages", bare, "pages", cwd=tmp_path)
    (tmp_path / "pages" / "CNAME").write_text("docs.example.com\n")
    commit(tmp_path / "pages", "Name the host")
    git("push", "--quiet", "origin", "gh-pages", cwd=tmp_path / "pages")
    write(project, "Second")
    publish(project, "git:origin")
    assert branch_files(bare)["CNAME"] == b"docs.example.com\n"
    assert len(git("log", "--format=%s", "gh-pages", cwd=bare).splitlines()) == 3
    (tmp_path / "pages" / "three").mkdir()
    (tmp_path / "pages" / "three" / "index.html").write_text("theirs")
    git("pull", "--quiet", cwd=tmp_path / "pages")
    commit(tmp_path / "pages", "Write a page by hand")
    git("push", "--quiet", "origin", "gh-pages", cwd=tmp_path / "pages")
    (project / "content" / "three.md").write_text("# Three\n\nNew. See [[One]].\n")
    note = project / "content" / "one.md"
    note.write_text(note.read_text() + "\nSee [[Three]].\n")
    said = publish(project, "git:origin", status=2)
    assert "three/index.html on the branch gh-pages would be written over" in said
    assert branch_files(bare)["three/index.html"] == b"theirs"


def test_old_assets_stay_on_a_branch_for_one_publish(project: Path, bare: Path) -> None:
    """For pages that readers have open."""
    (project / "theme").mkdir()
    styles: list[set[str]] = []
    for number in range(3):
        (project / "theme" / "style.css").write_text(f".n{number} {{ color: red }}\n")
        publish(project, "git:origin")
        styles.append({name for name in branch_files(bare) if name.startswith("_waymark/site.")})
    assert [len(names) for names in styles] == [1, 2, 2]
    assert styles[0] < styles[1] and not styles[0] & styles[2]


def test_history_is_rewritten_only_when_asked(project: Path, bare: Path) -> None:
    """And then there is one commit."""
    publish(project, "git:origin")
    for marker in ("Second", "Third"):
        write(project, marker)
        publish(project, "git:origin", "--squash")
    assert len(git("log", "--format=%s", "gh-pages", cwd=bare).splitlines()) == 1
    assert b"Third" in branch_files(bare)["one/index.html"]


def test_nothing_is_done_again_for_a_site_that_is_there(project: Path, bare: Path) -> None:
    """What was kept for open pages stays; and history goes only when it is there to go."""
    (project / "theme").mkdir()
    for number in range(2):
        (project / "theme" / "style.css").write_text(f".n{number} {{ color: red }}\n")
        publish(project, "git:origin")
    before = branch_files(bare)
    assert "readers have just this already" in publish(project, "git:origin")
    assert branch_files(bare) == before
    assert "is pushed" in publish(project, "git:origin", "--squash")
    assert "readers have just this already" in publish(project, "git:origin", "--squash")


def overwrite_branch(bare: Path, tmp_path: Path, files: dict[str, str | Path]) -> None:
    """Put files and symbolic links onto the branch, as somebody else who may push."""
    clone = tmp_path / "somebody"
    shutil.rmtree(clone, ignore_errors=True)
    git("clone", "--quiet", "--branch=gh-pages", bare, clone, cwd=tmp_path)
    for name, content in files.items():
        path = clone / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            path.symlink_to(content)
        else:
            path.write_text(content)
    commit(clone, "Change by hand")
    git("push", "--quiet", "origin", "gh-pages", cwd=clone)


def test_links_on_a_branch_are_not_followed(project: Path, bare: Path, tmp_path: Path) -> None:
    """Neither a folder of ours nor a file in the manifest leads out of the branch."""
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("notes.txt", "index.html"):
        (mine / name).write_text("mine")
    publish(project, "git:origin")
    overwrite_branch(bare, tmp_path, {"_waymark": mine})
    write(project, "Second")
    publish(project, "git:origin", status=2)
    assert files(mine) == {"notes.txt": b"mine", "index.html": b"mine"}
    git("push", "--quiet", "--delete", "origin", "gh-pages", cwd=project)
    publish(project, "git:origin")
    manifest = branch_files(bare)["_waymark/manifest.txt"].decode()
    overwrite_branch(
        bare,
        tmp_path,
        {"one": mine, "gone": mine, "_waymark/manifest.txt": f"{manifest}gone/notes.txt\n"},
    )
    write(project, "Third")
    run_waymark("publish", "git:origin", cwd=project)
    assert files(mine) == {"notes.txt": b"mine", "index.html": b"mine"}


def test_nothing_that_a_branch_says_is_run(project: Path, bare: Path, tmp_path: Path) -> None:
    """Nor changes files: attributes on it would end lines otherwise, and run filters."""
    ran = tmp_path / "ran"
    git("config", "filter.evil.smudge", f"touch {ran}; cat", cwd=project)
    git("config", "filter.evil.clean", f"touch {ran}; cat", cwd=project)
    publish(project, "git:origin")
    overwrite_branch(
        bare, tmp_path, {".gitattributes": "* text=auto eol=crlf\n*.html filter=evil\n"}
    )
    write(project, "Second")
    assert "changed  /one/  One" in publish(project, "git:origin")
    assert not ran.exists()
    assert b"\r" not in branch_files(bare)["one/index.html"]


def test_a_branch_of_others_is_not_written_over(project: Path, bare: Path, tmp_path: Path) -> None:
    """A first publish names the files that are in its way, and where they are."""
    git("clone", "--quiet", bare, "pages", cwd=tmp_path)
    git("checkout", "--quiet", "-b", "gh-pages", cwd=tmp_path / "pages")
    (tmp_path / "pages" / "index.html").write_text("theirs")
    commit(tmp_path / "pages", "Write a page by hand")
    git("push", "--quiet", "origin", "gh-pages", cwd=tmp_path / "pages")
    said = publish(project, "git:origin", status=2)
    assert "index.html on the branch gh-pages would be written over" in said
    assert branch_files(bare)["index.html"] == b"theirs"


def test_a_hook_may_publish(project: Path, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though git tells a hook in its environment which repository it is of."""
    before = files(project / ".git")
    monkeypatch.setenv("GIT_DIR", str(project / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(project / ".git" / "index"))
    publish(project, "git:origin")
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert files(project / ".git") == before
    assert branch_files(bare) == files(project / "site") | {".nojekyll": b""}


def test_remotes_are_found_however_they_are_set(project: Path, bare: Path) -> None:
    """By a path from the repository, and in a file that is included for this place alone."""
    git("remote", "set-url", "origin", "../docs.git", cwd=project)
    publish(project, "git:origin")
    git("remote", "remove", "origin", cwd=project)
    more = project / "more.config"
    more.write_text(f'[remote "there"]\n\turl = {bare}\n')
    git("config", f"includeIf.gitdir:{project}/.git.path", more, cwd=project)
    write(project, "Second")
    publish(project, "git:there")
    assert b"Second" in branch_files(bare)["one/index.html"]


def test_a_push_that_is_refused_is_told(project: Path, bare: Path) -> None:
    """With git's own words; the branch stays."""
    publish(project, "git:origin")
    before = git("rev-parse", "gh-pages", cwd=bare)
    hook = bare / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'the docs are frozen' >&2\nexit 1\n")
    hook.chmod(0o755)
    write(project, "Second")
    assert "the docs are frozen" in publish(project, "git:origin", status=2)
    assert git("rev-parse", "gh-pages", cwd=bare) == before
    assert "git failed" in publish(project, "git:../nowhere.git", status=2)


# rsync


@pytest.fixture(params=["daemon", "shell"])
def remote(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, Path]]:
    """A destination on "another machine", and the folder that it is.

    Once behind rsync's daemon on loopback; once behind a remote shell, which here runs the command
    that ssh would run over there.
    """
    folder = tmp_path / "remote"
    folder.mkdir()
    if request.param == "daemon":
        with rsync_daemon(folder, tmp_path) as address:
            yield address, folder
    else:
        shell = tmp_path / "shell"
        shell.write_text('#!/bin/sh\n# usage: shell HOST COMMAND...\nshift\nexec sh -c "$*"\n')
        shell.chmod(0o755)
        monkeypatch.setenv("RSYNC_RSH", str(shell))
        yield f"rsync:docs.example.com:{folder}/docs", folder / "docs"


@contextmanager
def rsync_daemon(folder: Path, tmp_path: Path) -> Iterator[str]:
    """A daemon with a writable module `docs`."""
    port = free_port()
    settings = tmp_path / "rsyncd.conf"
    settings.write_text(
        f"pid file = {tmp_path}/rsyncd.pid\nuse chroot = no\nmunge symlinks = no\n"
        "reverse lookup = no\n"
        f"uid = {os.getuid()}\ngid = {os.getgid()}\n"
        f"[docs]\npath = {folder}\nread only = no\n"
    )
    command = [shutil.which("rsync") or "rsync", "--daemon", "--no-detach"]
    command += [f"--config={settings}", "--address=127.0.0.1", f"--port={port}"]
    with daemon(command, port, tmp_path / "rsyncd.log"):
        yield f"rsync://127.0.0.1:{port}/docs"


def test_rsync_keeps_releases_elsewhere(project: Path, remote: tuple[str, Path]) -> None:
    """As a folder of this machine does: whole releases, shared files, a link, a way back."""
    destination, folder = remote
    publish(project, destination, "--compress", "gzip", "--keep", "2")
    site = files(project / "site")
    assert files(folder / "current").items() >= site.items()
    assert (folder / "current" / "one" / "index.html.gz").exists()
    assert "readers have just this already" in publish(
        project, destination, "--compress", "gzip", "--keep", "2"
    )
    same = (folder / "current" / "same" / "index.html").stat().st_ino
    write(project, "Second")
    assert "changed  /one/  One" in publish(project, destination, "--dry-run")
    assert files(folder / "current").items() >= site.items()
    publish(project, destination, "--compress", "gzip", "--keep", "2")
    assert files(folder / "current").items() >= files(project / "site").items()
    assert (folder / "current" / "same" / "index.html").stat().st_ino == same
    write(project, "Third")
    publish(project, destination, "--compress", "gzip", "--keep", "2")
    assert len(list((folder / "releases").iterdir())) == 2
    publish(project, destination, "--rollback")
    assert b"Second" in (folder / "current" / "one" / "index.html").read_bytes()
    assert "served" in publish(project, destination, "--list").splitlines()[0]


def test_a_release_that_did_not_arrive_is_none(project: Path, remote: tuple[str, Path]) -> None:
    """It cannot be served, and is cleared away once a later one has been."""
    destination, folder = remote
    publish(project, destination)
    broken = folder / "releases" / "000002-0123456789ab"
    (broken / "one").mkdir(parents=True)
    (broken / "one" / "index.html").write_text("half a")
    assert "there is no release 2" in publish(
        project, destination, "--rollback", "--release", "2", status=2
    )
    for marker in ("Second", "Third"):
        write(project, marker)
        publish(project, destination)
    assert not broken.exists()
    assert b"Third" in (folder / "current" / "one" / "index.html").read_bytes()


def test_rsync_leaves_the_folder_as_it_is(project: Path, remote: tuple[str, Path]) -> None:
    """Who may read it is not for a publish to say."""
    destination, folder = remote
    folder.mkdir(exist_ok=True)
    folder.chmod(0o2770)
    publish(project, destination)
    assert folder.stat().st_mode & 0o7777 == 0o2770
    assert (folder / "current" / "one" / "index.html").stat().st_mode & 0o777 == 0o644


def test_an_rsync_that_overtakes_is_noticed(
    project: Path, remote: tuple[str, Path], tmp_path: Path
) -> None:
    """What somebody else serves in the meantime is not hidden."""
    destination, folder = remote
    publish(project, destination)
    first = (folder / "current").readlink()
    other = folder / "releases" / "000007-0123456789ab"
    shutil.copytree(folder / "current", other)
    write(project, "Second")
    publish(project, destination)
    assert (folder / "current").readlink() not in (first, Path("releases") / other.name)
    assert not other.exists(), "what readers were taken back from stays"


def test_rsync_replaces_the_link_at_once(project: Path, remote: tuple[str, Path]) -> None:
    """Whoever looks all the time always finds it, and a page behind it."""
    destination, folder = remote
    publish(project, destination)
    stop = threading.Event()
    missed: list[str] = []
    looks = 0

    def look() -> None:
        nonlocal looks
        while not stop.is_set():
            looks += 1
            try:
                (folder / "current" / "one" / "index.html").read_bytes()
            except OSError as error:
                missed.append(str(error))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        for number in range(10):
            write(project, f"Release {number}")
            publish(project, destination, "--keep", "2")
    finally:
        stop.set()
        thread.join()
    assert missed == []
    assert looks > 100


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_publish_leaves_no_copy(
    project: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """Temporary folders hold the site; they go, and who started the publish sees why it ended."""
    shell = tmp_path / "shell"
    shell.write_text("#!/bin/sh\necho $$ >pid\nmv pid started\nexec sleep 60\n")
    shell.chmod(0o755)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = os.environ | {"RSYNC_RSH": str(shell), "TMPDIR": str(temporary)}
    process = subprocess.Popen(
        [waymark_path(), "publish", "rsync:web:/srv/docs"],
        cwd=project,
        env=environment,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not (project / "started").exists():
        assert process.poll() is None
        time.sleep(0.02)
    assert list(temporary.iterdir())
    os.killpg(process.pid, number)
    assert process.wait(timeout=20) == -number
    assert not list(temporary.iterdir())
    # What it started ends with it: nothing is sent any more.
    deadline = time.monotonic() + 20
    while Path(f"/proc/{(project / 'started').read_text().strip()}").exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_destination_that_cannot_be_reached_is_told(project: Path) -> None:
    """With the words of the program that tried."""
    said = publish(project, f"rsync://127.0.0.1:{free_port()}/docs", status=2)
    assert "rsync failed" in said and "Connection refused" in said
