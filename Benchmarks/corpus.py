#!/usr/bin/env python3
"""Write N realistic notes: tags, a title, prose with links, lists and code.

One note of five also holds a comparison table and a decision. The same arguments give the same
bytes on every machine. Dialects differ only in how tags and links are written, so that each
generator measured gets its own idiom:

waymark            a first line of #tags, then the title; [[Title]] links
hugo, zensical     front matter with title and tags; relative Markdown links
"""

import argparse
import os
import random
from collections.abc import Callable
from pathlib import Path

NOUNS = (
    "cluster node pod service ingress volume secret token role policy provider gateway queue "
    "topic stream bucket table index shard replica leader lease webhook controller operator "
    "daemon agent sidecar proxy mesh tunnel subnet route peering endpoint certificate key "
    "vault identity session audience issuer claim scope grant account tenant region zone "
    "quota budget alarm metric trace log span dashboard runbook incident rollout canary "
    "pipeline artifact image registry chart release manifest"
).split()
VERBS = (
    "assigns mounts rotates signs verifies reads writes routes drains evicts schedules "
    "replicates retries throttles caches encrypts decrypts federates delegates revokes renews "
    "resolves publishes consumes buffers scales"
).split()
ADJECTIVES = (
    "short-lived regional managed shared private public signed encrypted stale cold warm idle "
    "busy healthy degraded strict lenient ephemeral durable"
).split()
TEAMS = "platform data security payments search mobile".split()
TAGS = NOUNS + [f"team/{team}" for team in TEAMS]
CODE: dict[str, Callable[[str, str], list[str]]] = {
    "yaml": lambda noun, verb: [
        "apiVersion: v1",
        "kind: ServiceAccount",
        "metadata:",
        f"  name: {noun}",
        "  annotations:",
        f'    example.com/role: "{verb}"',
    ],
    "bash": lambda noun, verb: [
        f'kubectl get {noun} -n prod -o json | jq ".items[] | .metadata.name" # {verb}',
        f'export {noun.capitalize()}_TOKEN="$(cat /var/run/secrets/{noun})"',
    ],
    "json": lambda noun, verb: [
        "{",
        f'  "{noun}": {{ "enabled": true, "ttl": 3600, "mode": "{verb}" }}',
        "}",
    ],
    "go": lambda noun, verb: [
        f"func {noun.capitalize()}(ctx context.Context) error {{",
        f'\tif err := do(ctx, "{verb}"); err != nil {{',
        f'\t\treturn fmt.Errorf("{noun}: %w", err)',
        "\t}",
        "\treturn nil",
        "}",
    ],
}
FOLDERS = 17


class Corpus:
    """The notes of one corpus, to be asked for in order: each draws on one stream of chance."""

    def __init__(self, count: int, seed: int, dialect: str) -> None:
        self.count = count
        self.seed = seed
        self.dialect = dialect
        self.random = random.Random(seed)

    def path(self, number: int) -> str:
        """Where a note goes, below the corpus's folder."""
        return f"{NOUNS[number % FOLDERS]}/note-{number}.md"

    def title(self, number: int) -> str:
        """A note's title: of its own chance, so that a link can name a note not yet written."""
        pick = random.Random(self.seed * 1000003 + number).choice
        words = [pick(ADJECTIVES).capitalize(), pick(NOUNS), pick(VERBS), pick(NOUNS)]
        return f"{' '.join(words)} {number}"

    def note(self, number: int) -> str:
        """The whole text of one note."""
        lines = self._opening(number)
        if number % 5 == 0:
            lines += self._choice()
        for _ in range(self.random.randint(3, 5)):
            lines += self._section(number)
        return "\n".join(lines) + "\n"

    def _opening(self, number: int) -> list[str]:
        tags = self.random.sample(TAGS, self.random.randint(2, 5))
        if self.dialect == "waymark":
            return [" ".join(f"#{tag}" for tag in tags), f"# {self.title(number)}", ""]
        quoted = ", ".join(f'"{tag}"' for tag in tags)
        return ["---", f'title: "{self.title(number)}"', f"tags: [{quoted}]", "---", ""]

    def _choice(self) -> list[str]:
        """A comparison of two options and a decision between them."""
        first = self._noun().capitalize() + " A"
        second = self._noun().capitalize() + " B"
        lines = [self._sentence(), "", "## Key differences", ""]
        lines += [f"| Feature | {first} | {second} |", "|---|---|---|"]
        lines += [self._row() for _ in range(6)]
        lines += ["", "## Which one to use?", ""]
        for option in (first, second):
            lines += [f"- Use **{option}** if:"]
            lines += [f"  - {self._sentence()}" for _ in range(3)]
        return [*lines, ""]

    def _row(self) -> str:
        criterion = self._noun().capitalize()
        verdict = self.random.choice(["Yes", "No"])
        return f"| {criterion} | {verdict} | {self._sentence().removesuffix('.')} |"

    def _section(self, number: int) -> list[str]:
        heading = f"## {self.random.choice(ADJECTIVES).capitalize()} {self._noun()}"
        prose = " ".join(self._sentence() for _ in range(self.random.randint(2, 4)))
        link = self._link(number, self.random.randrange(self.count))
        lines = [heading, "", f"{prose} See {link}.", ""]
        if self._happens(0.6):
            count = self.random.randint(3, 6)
            lines += [*(f"- {self._sentence()}" for _ in range(count)), ""]
        if self._happens(0.5):
            language = self.random.choice(list(CODE))
            noun = self._noun()
            code = CODE[language](noun, self.random.choice(VERBS))
            lines += [f"```{language}", *code, "```", ""]
        if self._happens(0.3):
            lines += [f"> {self._sentence()} {self._sentence()}", ""]
        return lines

    def _link(self, source: int, target: int) -> str:
        if self.dialect == "waymark":
            return f"[[{self.title(target)}]]"
        relative = os.path.relpath(self.path(target), Path(self.path(source)).parent)
        return f"[{self.title(target)}]({relative})"

    def _sentence(self) -> str:
        subject, thing = self._noun(), self._noun()
        pick = self.random.choice
        text = f"The {pick(ADJECTIVES)} {subject} {pick(VERBS)} the {pick(ADJECTIVES)} {thing}"
        if self._happens(0.4):
            text += f", and the **{self._noun()}** {pick(VERBS)} `{self._noun()}.{self._noun()}`"
        if self._happens(0.2):
            text += " before it expires"
        return text + "."

    def _noun(self) -> str:
        return self.random.choice(NOUNS)

    def _happens(self, chance: float) -> bool:
        return self.random.random() < chance


def write_corpus(count: int, folder: Path, seed: int = 7, dialect: str = "waymark") -> None:
    """Write a corpus of `count` notes into `folder`, which is made if it is not there."""
    corpus = Corpus(count, seed, dialect)
    for number in range(count):
        file = folder / corpus.path(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(corpus.note(number), encoding="utf-8", newline="\n")


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--dialect", choices=["waymark", "hugo", "zensical"], default="waymark")
    arguments = parser.parse_args()
    write_corpus(arguments.count, arguments.folder, arguments.seed, arguments.dialect)


if __name__ == "__main__":
    main()
