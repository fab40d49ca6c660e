"""The samples of configurations for web servers, each run as it is, with a built site behind it."""

import base64
import gzip
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from harness.binary import build_site
from harness.caddy import caddy
from harness.chromium import chromium
from harness.nginx import nginx
from harness.tree import ROOT
from harness.web import get

ROOT_IN_SAMPLES = "/srv/docs/current"
POLICY = "default-src 'self'; base-uri 'self'; frame-ancestors 'self'"


@dataclass(frozen=True)
class Sample:
    """A configuration of deploy/, and how it is run."""

    file: str
    start: Callable[[str, Path], AbstractContextManager[str]]

    def text(self, root: Path, *sections: str) -> str:
        """The sample for a site in `root`, with the named sections' comment marks taken away."""
        text = (ROOT / "deploy" / self.file).read_text()
        assert ROOT_IN_SAMPLES in text
        for section in sections:
            lines = text.splitlines()
            (first,) = (i for i, line in enumerate(lines) if f"# {section}" in line)
            last = next((i for i in range(first, len(lines)) if not lines[i].strip("}")), first)
            for index in range(first + 1, last):
                lines[index] = re.sub(r"# ?", "", lines[index], count=1)
            text = "\n".join(lines) + "\n"
        return text.replace(ROOT_IN_SAMPLES, str(root))


SAMPLES = {"nginx": Sample("nginx.conf", nginx), "caddy": Sample("Caddyfile", caddy)}


@pytest.fixture(params=SAMPLES.values(), ids=SAMPLES.keys())
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each server's sample in turn."""
    return request.param


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's site in a release folder; every page also compressed, as publishing does."""
    folder = tmp_path_factory.mktemp("srv") / "releases" / "one"
    build_site(ROOT, folder, "--base-url", "https://docs.example.com/platform")
    for file in folder.rglob("*.html"):
        compressed = file.with_name(file.name + ".gz")
        compressed.write_bytes(gzip.compress(file.read_bytes(), mtime=0))
    # Servers send what is there, and never look into it; no test opens this page in a browser.
    (folder / "guide" / "math" / "index.html.br").write_bytes(b"as Brotli has it")
    return folder


@pytest.fixture(scope="module")
def current(release: Path) -> Path:
    """The symbolic link that servers are given."""
    link = release.parent.parent / "current"
    link.symlink_to(Path("releases") / release.name)
    return link


def assert_safe(address: str) -> None:
    """The headers that every answer has."""
    answer = get(address)
    assert answer["Content-Security-Policy"] == POLICY, address
    assert answer["X-Content-Type-Options"] == "nosniff", address
    assert answer["Referrer-Policy"] == "same-origin", address


def test_pages_are_asked_for_anew(sample: Sample, current: Path, tmp_path: Path) -> None:
    """A page comes whole, is not kept without asking, and is not sent twice."""
    with sample.start(sample.text(current), tmp_path / "server") as site:
        page = get(site + "guide/")
        assert (page.status, page.body) == (200, (current / "guide/index.html").read_bytes())
        assert page["Content-Type"] == "text/html; charset=utf-8"
        assert page["Cache-Control"] == "no-cache"
        assert page["ETag"]
        assert get(site + "guide/", If_None_Match=page["ETag"]).status == 304
        note = get(site + "guide/index.md")
        assert (note.status, note["Content-Type"]) == (200, "text/markdown; charset=utf-8")
        assert note["Cache-Control"] == "no-cache"
        assert get(site + "_waymark/search/index.js")["Cache-Control"] == "no-cache"
        for path in ("", "guide/", "guide/index.md", "_waymark/urls.txt", "no/such/page/"):
            assert_safe(site + path)


def test_hashed_files_are_kept(sample: Sample, current: Path, tmp_path: Path) -> None:
    """Exactly the files with a hash in their names may be kept for a year."""
    with sample.start(sample.text(current), tmp_path / "server") as site:
        kept = set()
        for file in (current / "_waymark").rglob("*.*"):
            answer = get(site + file.relative_to(current).as_posix())
            assert answer.status == 200
            if answer["Cache-Control"] == "max-age=31536000, immutable":
                kept.add(file.name)
            else:
                assert answer["Cache-Control"] == "no-cache", file
        plain = {"index.js", "model.json", "urls.txt", "manifest.txt"}
        assert kept == {file.name for file in (current / "_waymark").rglob("*.*")} - plain
        # What a page of before asks for and is not there any more must not be kept as missing.
        gone = get(site + "_waymark/style.0123456789abcdef.css")
        assert (gone.status, gone["Cache-Control"]) == (404, "no-cache")


def test_missing_pages(sample: Sample, current: Path, tmp_path: Path) -> None:
    """A missing page at any depth is the site's own 404 page, with that status."""
    with sample.start(sample.text(current), tmp_path / "server") as site:
        for path in ("nowhere", "nowhere/", "guide/no/such/page/", "guide/nothing.png"):
            answer = get(site + path)
            assert (answer.status, answer.body) == (404, (current / "404.html").read_bytes())
            assert answer["Content-Type"] == "text/html; charset=utf-8"
        folder = get(site + "guide")
        assert folder.status in (301, 308)
        assert folder["Location"] == "/guide/"


def test_compressed_files_are_sent(sample: Sample, current: Path, tmp_path: Path) -> None:
    """The file that lies beside a page is sent as it is; what has none is compressed."""
    with sample.start(sample.text(current), tmp_path / "server") as site:
        page = get(site + "guide/", Accept_Encoding="gzip")
        assert page["Content-Encoding"] == "gzip"
        assert page.body == (current / "guide/index.html.gz").read_bytes()
        assert "Accept-Encoding" in (page["Vary"] or "")
        assert page["Content-Type"] == "text/html; charset=utf-8"
        assert page["Cache-Control"] == "no-cache"
        if sample.file == "Caddyfile":  # nginx needs a module for it that Debian 12 does not have.
            page = get(site + "guide/math/", Accept_Encoding="gzip, br")
            assert (page["Content-Encoding"], page.body) == ("br", b"as Brotli has it")
        (style,) = (current / "_waymark").glob("style.*.css")
        answer = get(f"{site}_waymark/{style.name}", Accept_Encoding="gzip")
        assert answer["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.body) == style.read_bytes()
        assert answer["Cache-Control"] == "max-age=31536000, immutable"


def test_sub_path(sample: Sample, current: Path, tmp_path: Path) -> None:
    """Below a path the same site works, its 404 page too."""
    with sample.start(sample.text(current, "Below a path"), tmp_path / "server") as site:
        assert get(site + "platform")["Location"] == "/platform/"
        assert get(site + "platform/guide")["Location"] == "/platform/guide/"
        page = get(site + "platform/guide/")
        assert (page.status, page.body) == (200, (current / "guide/index.html").read_bytes())
        (style,) = (current / "_waymark").glob("style.*.css")
        answer = get(f"{site}platform/_waymark/{style.name}")
        assert (answer.status, answer.body) == (200, style.read_bytes())
        assert answer["Cache-Control"] == "max-age=31536000, immutable"
        missing = get(site + "platform/no/such/page/")
        assert (missing.status, missing.body) == (404, (current / "404.html").read_bytes())
        for path in ("platform/", "platform/no/such/page/"):
            assert_safe(site + path)


def test_basic_authentication(sample: Sample, current: Path, tmp_path: Path) -> None:
    """Without a password nothing is read."""
    text = sample.text(current, "Basic authentication")
    if sample.file == "nginx.conf":
        passwords = tmp_path / "passwords"
        # {PLAIN} is nginx's own form, for tests (ngx_http_auth_basic_module).
        passwords.write_text("reader:{PLAIN}open sesame\n")
        text = text.replace("/etc/nginx/docs.htpasswd", str(passwords))
    else:
        hashed = subprocess.run(
            [shutil.which("caddy") or "caddy", "hash-password", "--plaintext", "open sesame"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        text = text.replace("$2a$14$...", hashed)
    with sample.start(text, tmp_path / "server") as site:
        for path in ("guide/", "guide/index.md", "_waymark/urls.txt", "no/such/page/"):
            refused = get(site + path)
            assert refused.status == 401
            assert refused["WWW-Authenticate"]
            assert len(refused.body) < 500
        known = "Basic " + base64.b64encode(b"reader:open sesame").decode()
        assert get(site + "guide/", Authorization=known).status == 200
        wrong = "Basic " + base64.b64encode(b"reader:guess").decode()
        assert get(site + "guide/", Authorization=wrong).status == 401


@contextmanager
def sign_on() -> Iterator[int]:
    """What the samples expect of a server like oauth2-proxy; gives its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = "session=known" in (self.headers["Cookie"] or "")
            is_question = self.path.startswith("/oauth2/auth")
            self.send_response((202 if known else 401) if is_question else 200)
            body = b"" if is_question else b"sign in here: " + self.path.encode()
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_single_sign_on(sample: Sample, current: Path, tmp_path: Path) -> None:
    """Who is not known is sent to sign in, and comes back; who is known reads."""
    with sign_on() as port:
        text = sample.text(current, "Single sign-on").replace("127.0.0.1:4180", f"127.0.0.1:{port}")
        with sample.start(text, tmp_path / "server") as site:
            refused = get(site + "guide/")
            assert refused.status == 302
            assert (refused["Location"] or "").endswith("/oauth2/sign_in?rd=/guide/")
            assert len(refused.body) < 500
            entrance = get(site + "oauth2/sign_in?rd=/guide/")
            assert (entrance.status, entrance.body[:12]) == (200, b"sign in here")
            page = get(site + "guide/", Cookie="session=known")
            assert (page.status, page.body) == (200, (current / "guide/index.html").read_bytes())


def test_exchanged_link(sample: Sample, release: Path, tmp_path: Path) -> None:
    """While releases are exchanged, each answer is whole and the newest release is seen at once."""
    folder = tmp_path / "srv"
    for name, text in (("a", b"A" * 300_000), ("b", b"B" * 200_000)):
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_bytes(text)
    link = folder / "current"
    link.symlink_to("a")

    def publish(name: str) -> None:
        new = folder / "new"
        new.symlink_to(name)
        new.rename(link)

    with sample.start(sample.text(link), tmp_path / "server") as site:
        seen: list[bytes] = []
        reader = threading.Thread(target=lambda: seen.extend(get(site).body for _ in range(100)))
        reader.start()
        while reader.is_alive():
            for name in ("b", "a"):
                publish(name)
                assert get(site).body[:1] == name.upper().encode()
        reader.join()
        assert set(seen) <= {b"A" * 300_000, b"B" * 200_000}
        assert len(seen) == 100


def test_policy_in_a_browser(sample: Sample, current: Path, tmp_path: Path) -> None:
    """Pages with everything, search and a decision, break no policy, and nothing is missing."""
    with (
        sample.start(sample.text(current, "Below a path"), tmp_path / "server") as site,
        chromium() as browser,
    ):
        page = browser.new_page()
        said: list[str] = []
        failed: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
        for path in ("", "guide/", "guide/embeds/", "guide/text/", "compare/", "decide/"):
            assert page.goto(f"{site}platform/{path}")
            page.wait_for_load_state("networkidle")
        assert (said, failed) == ([], [])
        page.keyboard.press("/")
        page.keyboard.type("redirect")
        page.get_by_role("dialog").get_by_role("link").first.wait_for()
        assert (said, failed) == ([], [])
        page.goto(f"{site}platform/no/such/page/")
        assert page.evaluate("getComputedStyle(document.body).fontFamily")
        assert page.locator("link[rel=stylesheet]").evaluate("link => link.sheet !== null")
