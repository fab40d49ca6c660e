"""A plain static file server, as dumb as the plainest host: no header beyond a file's type.

Where it is asked to, it also says how long files may be kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder below one prefix; anything else is the site's 404 page."""

    prefix = "/"
    kept = ""

    def end_headers(self) -> None:
        """Say how long a browser may keep the file, if anything is to be said."""
        if self.kept:
            self.send_header("Cache-Control", self.kept)
        super().end_headers()

    def do_GET(self) -> None:
        if not self.path.startswith(self.prefix):
            self.send_error(404)
            return
        self.path = "/" + self.path.removeprefix(self.prefix)
        if Path(self.translate_path(self.path)).exists():
            super().do_GET()
        else:
            self._send_not_found()

    def _send_not_found(self) -> None:
        """Hosts answer with 404.html, wherever the missing address was."""
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.exists() else b"not found"
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: a failing test says what matters."""


@contextmanager
def serving(folder: Path, prefix: str = "/", kept: str = "") -> Iterator[str]:
    """Serve `folder` on a free loopback port; gives the address, which ends in `prefix`.

    `kept` is what every answer has as Cache-Control.
    """

    class Handler(_Handler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(folder))

    Handler.prefix = prefix
    Handler.kept = kept
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()
