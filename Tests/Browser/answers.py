"""Answers in the addresses of decision pages, where ids stand that follow from the words."""

import re

from harness.pages import Site

QUESTION = re.compile(r'<li id="question:\d+" data-node="(\d+)">(.*?)</ul></li>', re.DOTALL)
ANSWER = re.compile(r'data-answer="([^"]+)">.*?data-node="(\d+)"', re.DOTALL)
STATEMENT = re.compile(r'<li data-answer="([^"]+)">')


def with_ids(site: Site, address: str) -> str:
    """An address whose answers are numbers from 0 (`?a=1.0`, `?c=0.3`), with their ids instead.

    A number that means no answer stays.
    """
    path, _, parameters = address.partition("?")
    if not parameters:
        return address
    html = (site.folder / path / "index.html").read_text()
    named = [
        f"{name}={'.'.join((steps if name == 'a' else statements)(html, value.split('.')))}"
        if name in {"a", "c"}
        else f"{name}{sign}{value}"
        for name, sign, value in (part.partition("=") for part in parameters.split("&"))
    ]
    return f"{path}?{'&'.join(named)}"


def steps(html: str, numbers: list[str]) -> list[str]:
    """The ids of the answers on a way through the questions."""
    questions = {node: ANSWER.findall(text) for node, text in QUESTION.findall(html)}
    node = next(iter(questions))
    ids = []
    for number in numbers:
        answers = questions.get(node, [])
        if not number.isdigit() or int(number) >= len(answers):
            ids.append(number)
            continue
        answer, node = answers[int(number)]
        ids.append(answer)
    return ids


def statements(html: str, numbers: list[str]) -> list[str]:
    """The ids of statements that can be ticked."""
    ids = list(dict.fromkeys(STATEMENT.findall(html)))
    return [
        ids[int(number)] if number.isdigit() and int(number) < len(ids) else number
        for number in numbers
    ]
