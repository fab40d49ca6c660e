"""How many instructions a program executes: the same on a busy machine and on an idle one."""

import os
import re
import shutil
import subprocess
from pathlib import Path

# A short run's time is most of all that of translation: without chasing jumps there is less of it.
VALGRIND = "valgrind --tool=cachegrind --cache-sim=no --vex-guest-chase=no".split()
VALGRIND += ["--cachegrind-out-file=/dev/null"]
# Swift's dictionaries take another order in every process otherwise.
ENVIRONMENT = {"SWIFT_DETERMINISTIC_HASHING": "1"}


def countable(program: Path, folder: Path) -> Path:
    """A copy of a program that has no section headers, which running does not need.

    Debian 12's Valgrind cannot read Swift's debug information, and dies; so it does not find it.
    """
    code = bytearray(program.read_bytes())
    # The fields e_shoff, e_shnum and e_shstrndx of a 64-bit ELF header.
    code[0x28:0x30], code[0x3C:0x40] = bytes(8), bytes(4)
    copy = folder / program.name
    copy.write_bytes(code)
    copy.chmod(0o755)
    return copy


def count(program: Path, *arguments: str | Path) -> int:
    """Run a program that has to succeed, within a minute; answers the instructions it took."""
    if shutil.which("valgrind") is None:
        raise FileNotFoundError("valgrind: run make setup-tests")
    command = [*VALGRIND, str(program), *map(str, arguments)]
    environment = os.environ | ENVIRONMENT
    result = subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60
    )
    said = result.stderr.decode(errors="replace")
    match = re.search(r"I\s+refs:\s+([\d,]+)", said)
    assert result.returncode == 0 and match, f"exit status {result.returncode}\n{said[-2000:]}"
    return int(match[1].replace(",", ""))
