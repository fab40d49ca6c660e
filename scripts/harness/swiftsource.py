"""Swift source with all but the code blanked out, so that regular expressions can search it."""


def code_only(source: str) -> str:
    """`source` with comments and the text of string literals replaced by spaces.

    Length and line breaks stay as they were, so offsets and line numbers still hold. What stands
    inside a string's interpolation is code and stays.
    """
    return _Blanker(source).run()


class _Blanker:
    """One pass over one source; `out` is what has been decided so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out = list(source)
        self.at = 0

    def run(self) -> str:
        self.code(closing=None)
        return "".join(self.out)

    def starts(self, text: str) -> bool:
        return self.source.startswith(text, self.at)

    def blank(self, count: int) -> None:
        """Blank the next characters, all but line breaks, and step over them."""
        for index in range(self.at, min(self.at + count, len(self.out))):
            if self.out[index] != "\n":
                self.out[index] = " "
        self.at += count

    def code(self, closing: str | None) -> None:
        """Walk code to the end, or to just after the parenthesis that closes an interpolation."""
        depth = 0
        while self.at < len(self.source):
            character = self.source[self.at]
            if self.starts("//"):
                self.blank(self.to_line_end())
            elif self.starts("/*"):
                self.block_comment()
            elif character == '"' or (character == "#" and self.raw_string_hashes()):
                self.string(self.raw_string_hashes() if character == "#" else 0)
            else:
                self.at += 1
                depth += (character == "(") - (character == ")")
                if closing and depth < 0:
                    return

    def to_line_end(self) -> int:
        end = self.source.find("\n", self.at)
        return (len(self.source) if end < 0 else end) - self.at

    def raw_string_hashes(self) -> int:
        """The number of `#` here when they open a raw string, otherwise 0."""
        count = 0
        while self.source.startswith("#", self.at + count):
            count += 1
        return count if self.source.startswith('"', self.at + count) else 0

    def block_comment(self) -> None:
        """Block comments nest in Swift."""
        depth = 0
        while self.at < len(self.source):
            if self.starts("/*"):
                depth += 1
                self.blank(2)
            elif self.starts("*/"):
                depth -= 1
                self.blank(2)
                if depth == 0:
                    return
            else:
                self.blank(1)

    def string(self, hashes: int) -> None:
        """A literal of any of the four kinds: one line or many, raw or not."""
        self.blank(hashes)
        quotes = '"""' if self.starts('"""') else '"'
        ending, escape = quotes + "#" * hashes, "\\" + "#" * hashes
        self.blank(len(quotes))
        while self.at < len(self.source):
            if self.starts(ending):
                self.blank(len(ending))
                return
            if self.starts(escape + "("):
                self.blank(len(escape))
                self.at += 1
                self.code(closing=")")
            elif self.starts(escape):
                self.blank(len(escape) + 1)
            elif quotes == '"' and self.starts("\n"):
                # A literal on one line cannot go past its end: what looked like one was not.
                return
            else:
                self.blank(1)
