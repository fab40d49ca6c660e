"""A private Caddy, with a configuration of the test's own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness.daemon import daemon, free_port


@contextmanager
def caddy(configuration: str, folder: Path) -> Iterator[str]:
    """Run Caddy with `configuration`, a Caddyfile of one site.

    The site's address becomes a free port on loopback, without TLS. `folder` is made for Caddy's
    own files. Gives the address, which ends in `/`.
    """
    program = shutil.which("caddy")
    if program is None:
        raise FileNotFoundError("caddy: run make setup-tests")
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    site, count = re.subn(r"(?m)^\S+ \{$", f"http://127.0.0.1:{port} {{", configuration)
    assert count == 1, "one line is a site's address"
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + site)
    # Caddy keeps its state, and asks for a home, where the environment says.
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    environment = {**os.environ, **dict.fromkeys(names, str(folder))}
    adapted = subprocess.run(
        [program, "adapt", "--config", str(file), "--adapter", "caddyfile", "--validate"],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert adapted.returncode == 0, adapted.stderr
    command = [program, "run", "--config", str(file), "--adapter", "caddyfile"]
    with daemon(command, port, folder / "output.log", environment):
        yield f"http://127.0.0.1:{port}/"
