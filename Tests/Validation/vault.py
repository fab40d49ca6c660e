"""A vault of 2,000 notes in which nothing is wrong, and 300 faults to plant in it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

NOTES = 2000
FOLDERS = 40
TODAY = "2026-11-20"
CONFIGURATION = """\
rules:
  all: warning
allowed:
  tags: [guide, node-pool, nodepool, storage, network]
required:
  owner: all
"""
WORDS = "agent broker cache disk edge fleet gate host index job key lease mesh node".split()
FLOW = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'

Place = tuple[str, int, str]


@dataclass
class Vault:
    """Files by their paths below the content folder."""

    files: dict[str, bytes] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Put the vault, with its configuration, into a folder."""
        for path, content in self.files.items():
            file = folder / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        (folder / "waymark.yml").write_text(CONFIGURATION)


def path_of(number: int) -> str:
    """Where a note is."""
    return f"area-{number % FOLDERS:02}/note-{number:04}.md"


def note(number: int, chance: random.Random) -> str:
    """A note with all that notes have, and nothing wrong."""
    sentences = (" ".join(chance.choices(WORDS, k=9)).capitalize() + "." for _ in range(4))
    other = (number + FOLDERS * chance.randrange(1, NOTES // FOLDERS)) % NOTES
    return f"""\
---
owner: Team {number % 7}
reviewed: 2026-10-01
review_in: 1y
aliases: [{number:04} by number]
---
#guide #{chance.choice(("storage", "network"))} #node-pool
# Note {number:04}

{next(sentences)} See [[note-{other:04}]] and [it again](note-{other:04}.md),
and [[#Background]].[^source]

![A token goes from the {chance.choice(WORDS)} to the store](/files/flow.svg)

## Background

{next(sentences)}

### Details

{next(sentences)}

```json
{{"number": {number}, "words": ["{chance.choice(WORDS)}"]}}
```

[^source]: {next(sentences)}
"""


def clean_vault() -> Vault:
    """Every note is linked to from its folder's page, and these from the home page."""
    chance = random.Random(8)
    vault = Vault({"files/flow.svg": FLOW.encode()})
    front = "---\nowner: All\n---\n"
    areas = range(FOLDERS)
    home = "".join(f"- [[area-{area:02}]]\n" for area in areas)
    vault.files["index.md"] = f"{front}# Home\n\n{home}- [[/one/plan]]\n- [[/two/plan]]\n".encode()
    for area in areas:
        notes = "".join(f"- [[note-{n:04}]]\n" for n in range(area, NOTES, FOLDERS))
        text = f"{front}# Area {area:02}\n\n{notes}"
        vault.files[f"area-{area:02}/index.md"] = text.encode()
    for number in range(NOTES):
        vault.files[path_of(number)] = note(number, chance).encode()
    for name in ("one", "two"):
        vault.files[f"{name}/plan.md"] = f"{front}# Plan {name}\n\nText.\n".encode()
    return vault


def add(text: str, rule: str, line: int = 1) -> Callable[[Vault, int], list[Place]]:
    """A fault that stands at the end of a note, on the given line of what is added."""

    def plant(vault: Vault, number: int) -> list[Place]:
        path = path_of(number)
        before = vault.files[path].decode()
        vault.files[path] = f"{before}\n{text.format(n=number)}\n".encode()
        return [(path, before.count("\n") + 1 + line, rule)]

    return plant


def replace(old: str, new: str, rule: str, line: int = 1) -> Callable[[Vault, int], list[Place]]:
    """A fault in place of what was right."""

    def plant(vault: Vault, number: int) -> list[Place]:
        path = path_of(number)
        text = vault.files[path].decode()
        values = {"n": number, "before": number - FOLDERS}
        assert old.format(**values) in text
        vault.files[path] = text.replace(old.format(**values), new.format(**values), 1).encode()
        return [(path, line, rule)]

    return plant


def more(path: str, text: str, rule: str) -> Callable[[Vault, int], list[Place]]:
    """A file that should not be there; what is wrong with a note is told at its title."""

    def plant(vault: Vault, number: int) -> list[Place]:
        place = path.format(n=number)
        vault.files[place] = text.format(n=number).encode()
        return [(place, 4 if place.endswith(".md") else 1, rule)]

    return plant


def say_nothing(vault: Vault, number: int) -> list[Place]:
    """Leave a note its title alone."""
    vault.files[path_of(number)] = f"---\nowner: A\n---\n# Note {number:04}\n".encode()
    return [(path_of(number), 1, "empty-note")]


def add_bytes(content: bytes, rule: str) -> Callable[[Vault, int], list[Place]]:
    """A fault that no text can have."""

    def plant(vault: Vault, number: int) -> list[Place]:
        path = path_of(number)
        line = vault.files[path].count(b"\n") + 2
        vault.files[path] += b"\n" + content + b"\n"
        return [(path, line, rule)]

    return plant


TABLE = "## Redis vs Memcached {n}\n\n| Feature | Redis | Memcached |\n| --- | --- | --- |\n"
RULES = "- Use **Kafka** if:\n  - it is {n}\n- Use **Redis** if:\n  - it is small"
FAULTS = [
    add("See [[Nobody knows {n}]].", "broken-link"),
    add("See [it](gone-{n}.md).", "broken-link"),
    add("See [[#Nowhere at all]].", "broken-anchor"),
    add("![A thing](gone-{n}.png)", "missing-asset"),
    add("See [[plan]].", "ambiguous-link"),
    add("[Run](javascript:run())", "unsafe-link"),
    add("![[note-{n:04}]]", "embed-cycle"),
    add("Text.[^nobody]", "undefined-footnote"),
    add("[^unused]: Text.", "unused-footnote"),
    add('<script src="x.js"></script>', "raw-html"),
    add(r"A formula: $\newcommand{{\R}}{{x}}$", "unsupported-math"),
    add("```mermaid\nsequenceDiagram\n  A->>B: {n}\n```", "unsupported-diagram", 2),
    add("#### Too deep\n\n##### Deeper\n\n## Fine\n\n#### Skips", "heading-skips-level", 7),
    add("![](/files/flow.svg)", "missing-alt-text"),
    add('```json\n{{\n  "a": 1,\n}}\n```', "invalid-code-block", 4),
    add("```yaml\na: [1, 2\nb: 3\n```", "invalid-code-block", 3),
    add("<!-- waymark: comparisn -->\n\nText.", "unknown-directive"),
    add("<!-- waymark: allow raw-html: not there -->\nText.", "unused-allowance"),
    add(TABLE + "| Persistence | Yes | |\n| Speed | High | High |", "comparison-empty-cell", 5),
    add(RULES, "decision-no-default"),
    add("Text #nodepool here.", "similar-tags"),
    add("Text #nobodys-{n} here.", "unknown-tag"),
    replace("owner:", "onwer: B\nowner:", "unknown-key", 2),
    replace("owner: ", "# ", "missing-owner"),
    replace("reviewed: 2026-10-01", "reviewed: 2020-10-01", "stale-note"),
    replace("reviewed: 2026-10-01", "reviewed: soon", "bad-front-matter", 3),
    replace("# Note {n:04}", "# Note {before:04}", "duplicate-title", 8),
    more("files/unused-{n}.svg", FLOW, "unused-asset"),
    more("area-00/lost-{n}.md", "---\nowner: A\n---\n# Lost {n}\n\nText.\n", "orphan-note"),
    say_nothing,
    add_bytes(b"Caf\xe9", "invalid-utf8"),
    add_bytes(b"A bell: \x07", "control-character"),
]


def plant_faults(vault: Vault, count: int) -> list[Place]:
    """Plant faults, each in a note of its own; answers where what has to be reported."""
    numbers = random.Random(9).sample(range(FOLDERS, NOTES, 2), count)
    planted: list[Place] = []
    for index, number in enumerate(numbers):
        planted += FAULTS[index % len(FAULTS)](vault, number)
    return sorted(planted)
