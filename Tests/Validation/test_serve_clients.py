"""Clients of the preview that mean harm, are slow, or are many: the others do not notice."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from harness.preview import Project

GET = b"GET /other/ HTTP/1.1\r\nHost: localhost\r\n"
EVENTS = b"GET /_waymark/preview/events?page=%2Fother%2F&tag=x HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A small project that is served."""
    project = Project(tmp_path)
    project.write("index.md", "# Home\n\nSee [[Other]].\n")
    project.write("other.md", "# Other\n\nNothing here.\n")
    (tmp_path / "waymark.yml").write_text("title: Notes\n")
    project.start()
    yield project
    project.stop()


def connect(project: Project, sent: bytes = b"") -> socket.socket:
    """A connection on which something has been sent."""
    client = socket.create_connection(("127.0.0.1", project.port), timeout=30)
    client.sendall(sent)
    return client


def answer(project: Project, sent: bytes) -> bytes:
    """All that the preview sends back until it closes the connection."""
    with connect(project, sent) as client:
        return b"".join(iter(lambda: client.recv(65536), b""))


def is_served(project: Project) -> bool:
    """Whether an honest reader gets a page."""
    with urlopen(f"{project.address}other/", timeout=30) as response:
        return b"<h1" in response.read()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"GET /\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505),
        (b"DELETE /other/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nGET /evil", 405),
        (GET + b"Content-Length: 9\r\n\r\nGET /evil", 400),
        (GET + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 403),
        (b"GET /" + b"a" * 20_000, 431),
        (GET + b"A: b\r\n" * 4_000 + b"\r\n", 431),
        (GET + b"\x00: b\r\n\r\n", 400),
    ],
)
def test_what_is_no_request_is_refused(project: Project, sent: bytes, status: int) -> None:
    """With one answer, after which the connection is closed."""
    received = answer(project, sent)
    assert received.startswith(b"HTTP/1.1 %d " % status), received[:200]
    assert received.count(b"HTTP/1.1 ") == 1
    assert is_served(project)


def test_requests_may_come_together_and_in_pieces(project: Project) -> None:
    """Each gets its answer, in order."""
    sent = (
        GET
        + b"\r\n"
        + b"HEAD /tags/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
        + GET
        + b"Connection: close\r\n\r\n"
    )
    received = answer(project, sent)
    assert received.count(b"HTTP/1.1 200 OK") == 3
    assert received.count(b'<h1 id="other">') == 2
    assert received.count(b"<h1>Tags") == 0
    with connect(project) as client:
        for byte in GET + b"Connection: close\r\n\r\n":
            client.sendall(bytes([byte]))
        assert client.recv(65536).startswith(b"HTTP/1.1 200 OK")


def test_a_client_may_stop_sending_before_it_reads(project: Project) -> None:
    """As `nc` does: the answer comes all the same."""
    with connect(project, GET + b"\r\n") as client:
        client.shutdown(socket.SHUT_WR)
        assert b"</html>" in b"".join(iter(lambda: client.recv(65536), b""))


def test_half_requests_keep_nobody_waiting(project: Project) -> None:
    """Clients that never end their request are sent away after a while."""
    clients = [connect(project, GET) for _ in range(200)]
    assert is_served(project)
    for client in clients:
        # Blocks until the preview gives up.
        assert client.recv(1) == b""
        client.close()
    assert is_served(project)


def test_clients_that_do_not_read_keep_nobody_waiting(project: Project) -> None:
    """Nor do those that ask without end, or break off in the middle."""
    project.write("large.md", "# Large\n\n" + "A long line of text.\n\n" * 100_000)
    deaf = [connect(project, b"GET /large/ HTTP/1.1\r\nHost: localhost\r\n\r\n") for _ in range(20)]
    assert is_served(project)
    for client in deaf:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        client.close()
    assert is_served(project)


def test_a_thousand_pages_listen(project: Project) -> None:
    """Each is told, the site is served meanwhile, and when they go nothing of them is left."""
    clients = [connect(project, EVENTS) for _ in range(1000)]
    for client in clients:
        received = b""
        while b"event: page" not in received:
            received += client.recv(4096)
    assert is_served(project)
    project.write("other.md", "# Other\n\nChanged.\n")
    for client in clients:
        assert b"event: page" in client.recv(4096)
    before = project.open_files()
    for client in clients:
        client.close()
    while project.open_files() > before - 1000:
        assert is_served(project)


def test_ranges_of_a_film(project: Project) -> None:
    """As players ask for them, of a file that is no page."""
    film = bytes(range(256)) * 4096
    (project.folder / "content" / "film.mp4").write_bytes(film)
    project.write("other.md", "# Other\n\n![film](film.mp4)\n")
    request = b"GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    whole = answer(project, request + b"\r\n")
    assert b"Content-Type: video/mp4\r\n" in whole
    assert whole.endswith(film)
    part = answer(project, request + b"Range: bytes=700000-\r\n\r\n")
    assert part.startswith(b"HTTP/1.1 206 ")
    assert part.split(b"\r\n\r\n", 1)[1] == film[700_000:]
    tag = next(line for line in whole.split(b"\r\n") if line.startswith(b"ETag: "))[6:]
    assert answer(project, request + b"If-None-Match: " + tag + b"\r\n\r\n").startswith(
        b"HTTP/1.1 304 "
    )
