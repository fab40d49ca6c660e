"""Pieces of HTML, parsed by html5lib as a browser would: their errors and a form to compare."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element as Parsed

import html5lib

BLOCKS = frozenset(
    """address article aside blockquote br caption col colgroup dd details div dl dt figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main nav ol p pre script section
    style summary table tbody td textarea tfoot th thead title tr ul""".split()
)
"""White space at the edges of these is not seen."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass
class Element:
    """An element; a document is one with the name `#fragment`."""

    name: str
    attributes: dict[str, str]
    children: list["Element | str"]


Nodes = list[Element | str]


@dataclass(frozen=True)
class ParseError:
    """What html5lib says of a place in the HTML, by its own code for it."""

    code: str
    line: int
    column: int
    data: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.code} {self.data}"


def parse(html: str) -> tuple[Element, list[ParseError]]:
    """Parse HTML as the content of a `<div>`; the comments are left out."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parseFragment(html, container="div")
    errors = [
        ParseError(code, line, column, str(data or ""))
        for (line, column), code, data in parser.errors
    ]
    return Element("#fragment", {}, _children(root)), errors


def _children(parsed: Parsed) -> Nodes:
    """The content of a parsed element."""
    nodes: Nodes = [parsed.text or ""]
    for child in parsed:
        if isinstance(child.tag, str):
            attributes = {str(name): value for name, value in child.attrib.items()}
            nodes.append(Element(child.tag, attributes, _children(child)))
        nodes.append(child.tail or "")
    return nodes


def elements(root: Element) -> Iterator[Element]:
    """All elements below one, in the order of their start tags."""
    for child in root.children:
        if isinstance(child, Element):
            yield child
            yield from elements(child)


# MARK: What the dialect adds


@dataclass(frozen=True)
class Addition:
    """What our HTML has beyond a specification's, or writes in another way, and why.

    The element goes, but not its content, when there is no `attribute`. `to` is the name that the
    attribute gets instead of going. `value` is a pattern for the attribute's whole value, or for
    that of `class` where the element goes.
    """

    names: tuple[str, ...]
    reason: str
    attribute: str | None = None
    to: str | None = None
    value: str = ".*"


ADDITIONS = (
    Addition(("div",), "a wide table scrolls in a box of its own", value="table-scroll( narrow)?"),
    Addition(("pre",), "a box that scrolls is reached by keyboard", "tabindex"),
    Addition(HEADINGS, "a heading is the target of links and of the contents", "id"),
    Addition(("th",), "a screen reader says what a header is for", "scope"),
    Addition(("th", "td"), "`align` has gone from HTML: a class says the same", "align", "class"),
    Addition(("li",), "a task has no bullet", "class", value="task"),
    Addition(("ul",), "a list of tasks has no bullets", "class", value="tasks"),
    Addition(("input",), "a screen reader says what a box without a label is", "aria-label"),
    Addition(("span",), "code is coloured", value=r"hl-[a-z]+"),
)


def _without_additions(element: Element) -> Nodes:
    """What an element is without what the dialect adds to it and to its content."""
    children = [node for child in element.children for node in _expand(child)]
    attributes = dict(element.attributes)
    for addition in ADDITIONS:
        key = addition.attribute or "class"
        value = attributes.get(key)
        if (
            element.name not in addition.names
            or value is None
            or not re.fullmatch(addition.value, value)
        ):
            continue
        if addition.attribute is None:
            return children
        del attributes[key]
        if addition.to:
            attributes[addition.to] = value
    return [Element(element.name, attributes, children)]


def _expand(node: Element | str) -> Nodes:
    return [node] if isinstance(node, str) else _without_additions(node)


# MARK: The form to compare


def canonical(html: str) -> list[str]:
    """HTML as lines that are equal when two pieces mean the same.

    Attributes are in order, white space that no reader sees is gone, and so is what `ADDITIONS`
    lists.
    """
    (root,) = _without_additions(parse(html)[0])
    assert isinstance(root, Element)
    return list(_lines(root, 0, keeps_space=False))


def _lines(element: Element, depth: int, keeps_space: bool) -> Iterator[str]:
    indent = "  " * depth
    children = list(_joined(element.children))
    for index, child in enumerate(children):
        if isinstance(child, Element):
            attributes = "".join(
                f" {name}={value!r}" for name, value in sorted(child.attributes.items())
            )
            yield f"{indent}<{child.name}{attributes}>"
            keeps = keeps_space or child.name in ("pre", "textarea", "script", "style")
            yield from _lines(child, depth + 1, keeps)
        elif keeps_space:
            yield indent + ascii(child)
        else:
            text = re.sub(r"[ \t\n\r\f]+", " ", child)
            if _is_edge(element, children[:index][-1:]):
                text = text.removeprefix(" ")
            if _is_edge(element, children[index + 1 :][:1]):
                text = text.removesuffix(" ")
            if text:
                yield indent + ascii(text)


def _is_edge(parent: Element, neighbour: Nodes) -> bool:
    """Whether white space is not seen beside this neighbour, or beside none in this parent."""
    beside = neighbour[0] if neighbour else parent
    return isinstance(beside, Element) and (beside.name in BLOCKS or beside.name == "#fragment")


def _joined(nodes: Iterable[Element | str]) -> Iterator[Element | str]:
    """Nodes with pieces of text side by side made one, and none of them empty."""
    text = ""
    for node in nodes:
        if isinstance(node, str):
            text += node
            continue
        if text:
            yield text
        text = ""
        yield node
    if text:
        yield text
