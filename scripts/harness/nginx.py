"""A private nginx, with a server configuration of the test's own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness.daemon import daemon, free_port

# Everything that nginx writes goes below the test's folder. Its workers run as the user who runs
# the test, who alone may read a test's folders.
MAIN = """\
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  include mime.types;
  default_type application/octet-stream;
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  scgi_temp_path {folder}/scgi;
  uwsgi_temp_path {folder}/uwsgi;
  include {folder}/site.conf;
}}
"""


def files_server(root: Path) -> str:
    """The shortest server that shows a folder: for tests that are not about the server."""
    return f"server {{ listen 80; root {root}; error_page 404 /404.html; }}"


@contextmanager
def nginx(configuration: str, folder: Path) -> Iterator[str]:
    """Run nginx with `configuration`, which is what a file in nginx's `conf.d` holds.

    Each `listen` in it becomes one free port on loopback. `folder` is made for nginx's own files,
    among them `access.log` and `error.log`. Gives the address, which ends in `/`.
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise FileNotFoundError("nginx: run make setup-tests")
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    site = re.sub(r"\blisten\s[^;]*;", f"listen 127.0.0.1:{port};", configuration)
    (folder / "site.conf").write_text(site)
    # Beside its configuration, as in /etc/nginx.
    shutil.copyfile(_types(program), folder / "mime.types")
    main = MAIN.format(user="user root;" if os.geteuid() == 0 else "", folder=folder)
    (folder / "nginx.conf").write_text(main)
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    command += ["-e", str(folder / "error.log")]
    test = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert test.returncode == 0 and "[warn]" not in test.stderr, test.stderr
    with daemon(command, port, folder / "output.log"):
        yield f"http://127.0.0.1:{port}/"


def _types(program: str) -> Path:
    """The table of media types that nginx was installed with."""
    built = subprocess.run([program, "-V"], capture_output=True, text=True).stderr
    found = re.search(r"--conf-path=(\S+)", built)
    assert found, built
    return Path(found[1]).with_name("mime.types")
