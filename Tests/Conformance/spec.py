"""The examples of a specification written as CommonMark's is: CommonMark's own, and GFM's."""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = "`" * 32
HEADING = re.compile(r"#{1,6} +(.+)")


@dataclass(frozen=True)
class Example:
    """One example: Markdown and the HTML that it has to become."""

    number: int
    line: int
    section: str
    extensions: tuple[str, ...]
    """What follows `example` on its fence, such as `table`; empty for plain CommonMark."""
    markdown: str
    html: str

    def __str__(self) -> str:
        return f"{self.number}-{self.section.replace(' ', '-')}"


def read_examples(file: Path) -> list[Example]:
    """All examples of a specification, in order, numbered from 1 as the published page does.

    An example is a fence line with the word `example`, Markdown, a line with a single dot, HTML,
    and the fence again; `→` stands for a tab. The last heading before it is its section.
    """
    examples: list[Example] = []
    section = ""
    lines = iter(enumerate(file.read_text(encoding="utf-8").split("\n"), start=1))
    for number, line in lines:
        words = line.removeprefix(FENCE).split()
        if line.startswith(FENCE) and words[:1] == ["example"]:
            inside = []
            for _, within in lines:
                if within == FENCE:
                    break
                inside.append(within.replace("→", "\t") + "\n")
            dot = inside.index(".\n")
            markdown, html = "".join(inside[:dot]), "".join(inside[dot + 1 :])
            extensions = tuple(words[1:])
            example = Example(len(examples) + 1, number, section, extensions, markdown, html)
            examples.append(example)
        elif heading := HEADING.fullmatch(line):
            section = heading[1]
    return examples
