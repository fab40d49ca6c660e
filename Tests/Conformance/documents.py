"""Documents put together at random from pieces of every construct; a seed gives the same ones."""

import re
from collections.abc import Callable
from random import Random

INLINE = [
    *re.split(
        "[¦\n]",
        r"""a¦word¦some words¦é¦日本¦😀¦&amp;¦&#35;¦&#0;¦&#x110000;¦&bogus;¦&notin;¦&copy¦&¦<¦>¦"¦'
|¦\¦\|¦\\¦\*¦*¦**¦_¦*a*¦**b**¦***¦`¦``¦`a|b`¦`` ` ``¦[¦]¦(¦)¦![¦](¦](x.md)¦](<x y>)¦[a](b "c")
[a][b]¦[a]¦![a](b.png)¦![a](b.png "c")¦![*a*](<b c>)¦[a](javascript:x)¦<https://x.example>
<javascript:x>¦<a@b.c>¦http://a.b/(c)¦www.a.b¦a@b.c¦https://a.b?c=d&e;¦[[¦]]¦[[a]]¦[[a|b]]
[[a#b]]¦[[#^c]]¦![[a]]¦![[a.png|10x20]]¦![[¦#tag¦#a/b¦#fff¦#123¦C#¦\#no¦#日本¦==a==¦==¦~~a~~¦~~
~¦%%a%%¦%%¦$x^2$¦$¦$$x$$¦$$¦$\frac{a}{b}$¦$\bogus{$¦[^1]¦[^2]¦[^¦^[a]¦^b¦{#c}¦{¦}¦{{ x }}
"smart"¦--¦...¦:smile:¦:""",
    ),
    "a  \nb",
    "a\\\nb",
    "a\nb",
]
"""Pieces of a line, some of which break it."""

TAGS = re.split(
    "[¦\n]",
    """b¦i¦em¦a href="x"¦a href="javascript:x"¦a id="c"¦span title='"'¦code¦kbd¦sub¦sup¦mark¦del
ruby¦rt¦rp¦q cite=x¦p¦div¦div align=center¦section¦blockquote¦pre¦ul¦ol¦li¦dl¦dt¦dd¦table¦thead
tbody¦tr¦td¦th¦caption¦colgroup¦col¦details¦details open¦summary¦figure¦figcaption¦h1¦h2 id=c¦h6
hr¦br¦wbr¦img src=a.png¦img¦video src=a.mp4¦audio¦source src=a¦picture¦input type=checkbox¦button
form¦label¦select¦option¦optgroup¦textarea¦script¦style¦title¦iframe¦object¦embed¦svg¦math¦mi¦path
template¦noscript¦body¦html¦head¦base href=x¦meta¦link¦frameset¦frame¦plaintext¦xmp¦listing¦nobr
font color=red¦center¦marquee¦image¦isindex¦applet¦param¦x-y¦address¦article¦main¦nav¦menu¦dialog
slot¦fieldset¦legend¦b onclick=x""",
)
"""Start tags, allowed and not, without their brackets."""

ODD = [
    *"""<!-- c -->¦<!--¦-->¦<!-->¦<!--->¦<!--a--b-->¦<?php x ?>¦<?¦<!DOCTYPE html>¦<![CDATA[a]]>
<![CDATA[¦]]>¦<a b="¦<a b='c¦</¦</ b>¦<b/>¦<br/>¦</br>¦</p>¦<a href="x" href="y">""".split("¦"),
    *"\0\x01\x08\x0b\x0c\x0e\x0f\x10\x1f\x7f\x80\x9f\r\ufeff\u00a0\u2028\u202e\u0301\ufdd0\ufffe",
    *"\U0001ffff\ufffd\t",
    "<b\nc>",
    "\r\n",
]
"""Pieces that are seldom meant, controls and characters that HTML may not hold among them."""

INVALID = [b"\xff", b"\xc3", b"\xe6\x97", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xc0\xaf", b"\xf5"]
"""Bytes that are not UTF-8."""

INFOS = """python¦html¦json {1,3-}¦yaml title="a <b>"¦diff¦bash numbered¦math¦mermaid¦x"y<z>&amp;
js {#c .d}¦""".split("¦")
CALLOUTS = ["note", "WARNING", "tip]-", "bug]+", "x y", "<b>", "", "abstract]- *Title* <i>"]
FRONT_MATTER = """title: A <b>¦tags: [a, b/c]¦tags: a¦aliases: x¦date: 2024-01-01¦a: [¦\ttab
description: "d""".split("¦")

Lines = list[str]


class Generator:
    """Makes one document after another."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def document(self) -> bytes:
        """A document of up to some dozen blocks, nested up to four deep."""
        lines: Lines = []
        if self._random.random() < 0.1:
            lines += ["---", *self._some(FRONT_MATTER, 3), self._random.choice(["---", "...", ""])]
        lines += self._blocks(self._random.randint(1, 8), depth=0)
        lines += [f"[^{label}]: {self._line()}" for label in "12" if self._random.random() < 0.4]
        text = self._random.choice(["\n"] * 9 + ["\r\n"]).join(lines).encode()
        for _ in range(self._random.choice([0] * 9 + [1, 4])):
            at = self._random.randint(0, len(text))
            text = text[:at] + self._random.choice(INVALID) + text[at:]
        return text + self._random.choice([b"\n", b""])

    def _some(self, pieces: list[str], most: int) -> list[str]:
        return self._random.choices(pieces, k=self._random.randint(0, most))

    def _piece(self) -> str:
        chance = self._random.random()
        if chance < 0.25:
            return self._tag()
        return self._random.choice(ODD) if chance < 0.32 else self._random.choice(INLINE)

    def _tag(self) -> str:
        tag = self._random.choice(TAGS)
        return f"</{tag.split()[0]}>" if self._random.random() < 0.45 else f"<{tag}>"

    def _line(self) -> str:
        pieces = [self._piece() for _ in range(self._random.randint(1, 8))]
        return self._random.choice(["", " "]).join(pieces)

    def _blocks(self, count: int, depth: int) -> Lines:
        lines: Lines = []
        for _ in range(count):
            makers: list[Callable[[int], Lines]] = [
                self._paragraph, self._paragraph, self._heading, self._code, self._table, self._raw,
                self._raw, self._math, self._definition, self._identifier,
            ]  # fmt: skip
            if depth < 4:
                makers += [self._quote, self._list, self._callout, self._footnote] * 2
            lines += self._random.choice(makers)(depth)
            if self._random.random() < 0.7:
                lines.append("")
        return lines

    def _inside(self, depth: int) -> Lines:
        return self._blocks(self._random.randint(1, 3), depth + 1)

    def _paragraph(self, _: int) -> Lines:
        return [self._line() for _ in range(self._random.randint(1, 3))]

    def _heading(self, _: int) -> Lines:
        if self._random.random() < 0.2:
            return [self._line(), self._random.choice(["===", "---"])]
        end = self._random.choice(["", "", " {#c}", " ^b", " #", ' {#"x onx=y}'])
        return [f"{'#' * self._random.randint(1, 6)} {self._line()}{end}"]

    def _code(self, _: int) -> Lines:
        fence = self._random.choice(["```", "~~~", "````"])
        body = [self._line() for _ in range(self._random.randint(0, 3))]
        return [fence + self._random.choice(INFOS), *body, self._random.choice([fence, fence, ""])]

    def _table(self, _: int) -> Lines:
        width = self._random.randint(1, 4)
        rows = [
            "|".join(["", *(f" {self._piece()} " for _ in range(width)), ""])
            for _ in range(self._random.randint(1, 4))
        ]
        marks = self._random.choices(["---", ":-:", "--:", ":--"], k=width)
        return [rows[0], "|" + "|".join(marks) + "|", *rows[1:]]

    def _raw(self, depth: int) -> Lines:
        tags = "".join(self._tag() for _ in range(self._random.randint(1, 4)))
        return (
            [tags, *self._random.choice([[], [""]]), *self._inside(depth + 2)]
            if depth < 3
            else [tags]
        )

    def _math(self, _: int) -> Lines:
        return ["$$", self._line(), self._random.choice(["$$", "$$", ""])]

    def _definition(self, _: int) -> Lines:
        label = self._random.choice(["[a]", "[b]", "[[a]]", "[^1]", "[x"])
        target = self._random.choice(["/u", "<u v>", "javascript:x", "u"])
        return [f'{label}: {target} "{self._piece()}"']

    def _identifier(self, _: int) -> Lines:
        return ["^" + self._random.choice(["b", "c", "a b", "<"])]

    def _quote(self, depth: int) -> Lines:
        mark = self._random.choice(["> ", ">", " > "])
        return [mark + line for line in self._inside(depth)]

    def _list(self, depth: int) -> Lines:
        mark = self._random.choice(["- ", "* ", "1. ", "7) ", "- [ ] ", "- [x] "])
        lines = self._inside(depth)
        return [
            mark + lines[0],
            *("  " + " " * mark.startswith(("1", "7")) + line for line in lines[1:]),
        ]

    def _callout(self, depth: int) -> Lines:
        kind = self._random.choice(CALLOUTS)
        title = f"> [!{kind}" + ("" if "]" in kind else "]") + self._random.choice(["", " Title"])
        return [title, *("> " + line for line in self._inside(depth))]

    def _footnote(self, depth: int) -> Lines:
        lines = self._inside(depth)
        return [
            f"[^{self._random.choice('12')}]: {lines[0]}",
            *("    " + line for line in lines[1:]),
        ]
