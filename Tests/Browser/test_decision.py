"""Decision pages: the ten questions asked one at a time, and the rules as a list to tick."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from answers import with_ids
from playwright.sync_api import Page, expect
from tools import allow_clipboard, check_accessible, clipboard, heard, query, tab_to
from visitor import Visitor

from harness.pages import Site

QUESTIONS = "decide/irsa-or-eks-pod-identity-ten-questions-in-order/"
RULES = "decide/irsa-or-eks-pod-identity/"

READ_TREE = """
() => Object.fromEntries([...document.querySelector('ol.questions').children].map(item => [
  item.dataset.node,
  {
    question: item.querySelector('.question').textContent.trim(),
    answers: [...item.querySelectorAll('.answers > li')].map(answer => {
      const outcome = answer.querySelector('.outcome');
      return {
        id: answer.dataset.answer,
        edge: answer.dataset.edge,
        label: answer.querySelector('.answer').textContent.trim(),
        node: answer.querySelector('[data-node]').dataset.node,
        outcome: outcome && outcome.textContent.trim(),
        href: outcome?.querySelector('a')?.href ?? null,
      };
    }),
  }]))
"""

READ_LIT = """
() => [...new Set([...document.querySelectorAll('.flow .lit')].map(({ dataset }) =>
  dataset.edge === undefined ? `node ${dataset.node}` : `edge ${dataset.edge}`))].sort()
"""


@dataclass
class Way:
    """One way through the questions to an outcome."""

    branches: list[int]
    ids: list[str]
    questions: list[str]
    labels: list[str]
    outcome: str
    href: str | None
    lit: list[str]

    @property
    def answers(self) -> str:
        """As the address has it."""
        return ".".join(self.ids)


def ways(tree: dict, node: str | None = None, before: Way | None = None) -> Iterator[Way]:
    """Every way through the questions, none through a question twice."""
    node = node or next(iter(tree))
    before = before or Way([], [], [], [], "", None, [])
    if f"node {node}" in before.lit:
        return
    for index, answer in enumerate(tree[node]["answers"]):
        way = Way(
            [*before.branches, index],
            [*before.ids, answer["id"]],
            [*before.questions, tree[node]["question"]],
            [*before.labels, answer["label"]],
            answer["outcome"] or "",
            answer["href"],
            [*before.lit, f"node {node}", f"edge {answer['edge']}"],
        )
        if answer["outcome"]:
            way.lit.append(f"node {answer['node']}")
            yield way
        else:
            yield from ways(tree, answer["node"], way)


def query_of(site: Site, path: str) -> str:
    """The query of an address whose answers are given as numbers."""
    return with_ids(site, path).partition("?")[2]


def title(page: Page) -> str:
    """The question that is asked, or the outcome."""
    return page.locator(".wizard-title").inner_text()


def has_focus(page: Page) -> bool:
    """Whether the focus is on the question or the outcome."""
    return page.evaluate("document.activeElement.className === 'wizard-title'")


def drawn(page: Page) -> set[str]:
    """All that can be lit in the drawing."""
    return set(
        page.evaluate(
            """[...document.querySelectorAll('.flow :is([data-node], [data-edge])')].map(part =>
              part.dataset.edge === undefined ? `node ${part.dataset.node}`
                : `edge ${part.dataset.edge}`)"""
        )
    )


# MARK: Questions


@pytest.mark.parametrize("by", ["mouse", "keyboard", "numbers"])
def test_every_outcome_is_reached(address: str, visitor: Visitor, by: str) -> None:
    """Every way leads where the author's list says, its path lit, its answers in the address."""
    page = visitor.open(address + QUESTIONS)
    tree = page.evaluate(READ_TREE)
    found = list(ways(tree))
    assert len(tree) == 10 and len(found) == 11
    for way in found:
        for step, branch in enumerate(way.branches):
            assert title(page) == way.questions[step]
            expect(page.locator(".progress")).to_have_text(f"Question {step + 1}")
            choice = page.locator(".choice").nth(branch)
            expect(choice).to_have_text(way.labels[step])
            if by == "mouse":
                choice.click()
            elif by == "keyboard":
                tab_to(page, choice)
                page.keyboard.press("Enter")
            else:
                if step == 0:
                    page.locator(".choice").first.focus()
                page.keyboard.press(str(branch + 1))
            assert has_focus(page)
        expect(page.locator(".progress")).to_have_text("Outcome")
        assert title(page) == way.outcome
        link = page.locator(".wizard-title a")
        assert (link.evaluate("link => link.href") if link.count() else None) == way.href
        assert query(page) == f"a={way.answers}"
        assert page.locator(".path li strong").all_inner_texts() == way.labels
        assert page.evaluate(READ_LIT) == sorted(set(way.lit) & drawn(page))
        heard(page, f"Outcome: {way.outcome}")
        page.get_by_role("button", name="Start again").click()
        assert query(page) == ""


def test_history_goes_an_answer_at_a_time(site: Site, address: str, visitor: Visitor) -> None:
    """The browser's own buttons and the page's agree."""
    page = visitor.open(address + QUESTIONS)
    titles = [title(page)]
    for _ in range(3):
        page.locator(".choice").nth(1).click()
        titles.append(title(page))
    page.go_back()
    expect(page.locator(".wizard-title")).to_have_text(titles[2])
    page.go_forward()
    expect(page.locator(".wizard-title")).to_have_text(titles[3])
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator(".wizard-title")).to_have_text(titles[2])
    page.keyboard.press("Backspace")
    expect(page.locator(".wizard-title")).to_have_text(titles[1])
    assert has_focus(page)
    assert query(page) == query_of(site, QUESTIONS + "?a=1")
    page.go_back()
    expect(page.locator(".wizard-title")).to_have_text(titles[0])
    assert query(page) == ""


def test_answers_can_be_changed(address: str, visitor: Visitor) -> None:
    """An earlier answer is asked again, and the browser's way back undoes that."""
    page = visitor.open(address + QUESTIONS)
    first = title(page)
    for _ in range(2):
        page.locator(".choice").nth(1).click()
    page.get_by_role("button", name=f"Change the answer to: {first}").click()
    assert title(page) == first and has_focus(page)
    page.go_back()
    expect(page.locator(".path li")).to_have_count(2)


def test_shared_answers_are_restored(address: str, visitor: Visitor) -> None:
    """An address with answers opens where they lead, without taking the focus; Back still works."""
    way = list(ways(visitor.open(address + QUESTIONS).evaluate(READ_TREE)))[-1]
    page = visitor.open(f"{address}{QUESTIONS}?x=1&a={way.answers}")
    assert title(page) == way.outcome
    assert page.locator(".path .asked").all_inner_texts() == way.questions
    assert page.evaluate("document.activeElement === document.body")
    page.get_by_role("button", name="Back", exact=True).click()
    assert title(page) == way.questions[-1]
    assert query(page) == f"x=1&a={way.answers.rpartition('.')[0]}"


@pytest.mark.parametrize(
    ("answers", "asked"),
    [("9", 1), ("1.7.1", 2), ("1.x", 2), ("-1", 1), ("1..1", 2), ("0.0.0", None), ("%00", 1)],
)
def test_nonsense_stops_where_it_begins(
    site: Site, address: str, visitor: Visitor, answers: str, asked: int | None
) -> None:
    """An answer that is not there ends the way before it."""
    page = visitor.open(address + with_ids(site, f"{QUESTIONS}?a={answers}"))
    progress = f"Question {asked}" if asked else "Outcome"
    expect(page.locator(".progress")).to_have_text(progress)


def test_number_keys_belong_to_the_questions(site: Site, address: str, visitor: Visitor) -> None:
    """In them, and where nothing has the focus and single keys are on; else a digit is one."""
    page = visitor.open(address + QUESTIONS)
    page.locator(".site-title").focus()
    page.keyboard.press("1")
    page.locator(".site-title").blur()
    page.evaluate("document.documentElement.dataset.keys = 'off'")
    page.keyboard.press("1")
    assert query(page) == ""
    page.evaluate("delete document.documentElement.dataset.keys")
    page.keyboard.press("2")
    assert query(page) == query_of(site, QUESTIONS + "?a=1")
    page = visitor.open(address + QUESTIONS)
    page.locator(".choice").first.focus()
    page.keyboard.press("Control+1")
    page.keyboard.press("9")
    page.keyboard.press("Backspace")
    assert query(page) == ""
    page.keyboard.press("2")
    assert query(page) == query_of(site, QUESTIONS + "?a=1")


def test_outcome_is_taken_away(site: Site, address: str, visitor: Visitor) -> None:
    """As Markdown with question, day, answers, outcome and address; and as a link."""
    page = visitor.open(address + with_ids(site, QUESTIONS + "?a=1.0.1"))
    allow_clipboard(page)
    page.get_by_role("button", name="Copy Markdown").click()
    heard(page, "Copied")
    text = clipboard(page)
    question = page.locator("section.decision").get_attribute("data-question") or ""
    assert text.startswith(f"## {question}\n\n{date.today().isoformat()}\n\n1. Does the workload")
    assert "\n2. Is the cluster on AWS Outposts? **Yes**\n3. " in text
    assert re.search(r"Outcome: \[[^]]*IRSA[^]]*\]\(http://\S+/\)", text), text
    assert text.endswith(f"<{page.url}>\n")
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_function(
        "async () => await navigator.clipboard.readText() === location.href", timeout=3000
    )


def test_all_questions_stay_within_reach(address: str, visitor: Visitor) -> None:
    """The list is folded away, and opens for who follows a link into it, and on paper."""
    page = visitor.open(address + QUESTIONS)
    expect(page.locator("details.all")).not_to_have_attribute("open", "")
    page.locator("details.all > summary").click()
    page.locator("ol.questions a.next").first.click()
    assert query(page) == ""
    opened = visitor.open(address + QUESTIONS + "#question:2")
    expect(opened.locator("details.all")).to_have_attribute("open", "")
    expect(opened.locator("ol.questions > li").nth(1)).to_be_in_viewport()


# MARK: Rules


def boxes(page: Page) -> list[str]:
    """The conditions that can be ticked."""
    return page.locator(".checklist label").all_inner_texts()


def tick(page: Page, *texts: str) -> None:
    """Tick conditions, or take the ticks away."""
    for text in texts:
        page.get_by_role("checkbox", name=text, exact=True).click()


def ranking(page: Page) -> list[str]:
    """The options as they are ranked."""
    return page.locator(".ranking ol .name").all_inner_texts()


def test_checklist_shows_no_bias(address: str, visitor: Visitor) -> None:
    """All conditions once, in the author's order, in one list without an option's name."""
    page = visitor.open(address + RULES)
    written = page.eval_on_selector_all(
        ".rules :is(.conditions, .exceptions) > li",
        "items => items.map(item => item.textContent.trim())",
    )
    assert boxes(page) == list(dict.fromkeys(written))
    assert len(boxes(page)) == 16
    assert page.locator(".checklist fieldset ul").count() == 1


def test_nothing_ticked_is_the_authors_default(address: str, visitor: Visitor) -> None:
    """With the author's own sentence beside it."""
    page = visitor.open(address + RULES)
    expect(page.locator(".otherwise .name")).to_have_text("EKS Pod Identity")
    sentence = page.locator(".rules .fallback blockquote").inner_text
    page.locator("details.all > summary").click()
    assert page.locator(".otherwise blockquote").inner_text() == sentence()
    assert ranking(page) == []
    assert page.evaluate(READ_LIT) == []


def test_ranking_follows_what_is_ticked(address: str, visitor: Visitor) -> None:
    """More conditions rank higher, equal ones are said to be equal, reasons stand below."""
    page = visitor.open(address + RULES)
    tick(page, "the pods run on Fargate")
    assert ranking(page) == ["IRSA"]
    heard(page, "IRSA: 1 condition holds")
    lit = page.evaluate(READ_LIT)
    assert lit == sorted(["edge rule:0", "node option:0", "node rule:0"])
    tick(page, "the same role has to serve many clusters")
    expect(page.locator(".ranking .note")).to_contain_text("does not say which weighs more")
    assert page.locator(".ranking .best").count() == 2
    tick(page, "permissions should follow session tags")
    assert ranking(page) == ["EKS Pod Identity", "IRSA"]
    assert page.locator(".ranking .note").count() == 0
    assert page.locator(".ranking .best li").all_inner_texts() == [
        "the same role has to serve many clusters",
        "permissions should follow session tags",
    ]
    link = page.locator(".ranking .best .name a")
    assert "/options/eks-pod-identity/" in link.evaluate("link => link.href")
    tick(page, "the pods run on Fargate")
    assert ranking(page) == ["EKS Pod Identity"]


def test_ticks_are_kept_in_the_address(site: Site, address: str, visitor: Visitor) -> None:
    """Without entries in the history; a wrong one is passed over."""
    page = visitor.open(address + with_ids(site, RULES + "?c=99.x.0.-1.3&y"))
    assert page.locator(".checklist :checked").count() == 2
    length = page.evaluate("history.length")
    tick(page, boxes(page)[1])
    assert query(page) == query_of(site, RULES + "?y&c=0.1.3")
    assert page.evaluate("history.length") == length
    page.get_by_role("button", name="Start again").click()
    assert page.locator(".checklist :checked").count() == 0
    assert query(page) == "y"
    assert page.evaluate("document.activeElement.type") == "checkbox"


def test_checklist_by_keyboard(site: Site, address: str, visitor: Visitor) -> None:
    """Tab and Space are enough."""
    page = visitor.open(address + RULES)
    tab_to(page, page.get_by_role("checkbox").first)
    page.keyboard.press("Space")
    assert ranking(page) == ["IRSA"]
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert query(page) == query_of(site, RULES + "?c=0.1")
    tab_to(page, page.get_by_role("button", name="Start again"))
    page.keyboard.press("Enter")
    assert query(page) == ""


def test_checklist_is_taken_away(site: Site, address: str, visitor: Visitor) -> None:
    """As Markdown: what holds, the ranking with reasons, and the address."""
    page = visitor.open(address + with_ids(site, RULES + "?c=0"))
    allow_clipboard(page)
    page.get_by_role("button", name="Copy Markdown").click()
    heard(page, "Copied")
    lines = clipboard(page).splitlines()
    assert lines[2] == date.today().isoformat()
    assert "- the pods run on Fargate" in lines
    assert any(
        re.fullmatch(r"- \[IRSA\]\(\S+\): 1 condition holds \(the pods run on Fargate\)", line)
        for line in lines
    ), lines
    assert lines[-1] == f"<{page.url}>"


# MARK: Both


@pytest.mark.parametrize("path", [QUESTIONS, RULES])
def test_without_scripts_the_list_is_all(address: str, visitor: Visitor, path: str) -> None:
    """The author's list, open, with links from answer to question."""
    page = visitor.open(address + path, javascript=False)
    assert not page.locator(".wizard, details.all").count()
    assert page.locator("ol.questions, ul.rules").is_visible()


@pytest.mark.parametrize("path", [QUESTIONS, RULES])
def test_decisions_from_disk(disk: str, visitor: Visitor, path: str) -> None:
    """Opened from disk, a decision leads to an outcome too."""
    page = visitor.open(f"{disk}{path}index.html")
    if path == QUESTIONS:
        page.locator(".choice").first.click()
        expect(page.locator(".progress")).to_have_text("Outcome")
        link = page.locator(".wizard-title a")
    else:
        tick(page, boxes(page)[0])
        link = page.locator(".ranking .best a")
    assert link.evaluate("link => link.href").startswith(disk)


@pytest.mark.parametrize("path", [QUESTIONS + "?a=1.1", RULES + "?c=0"])
def test_decision_on_paper(site: Site, address: str, visitor: Visitor, path: str) -> None:
    """The whole list is printed, and no button."""
    page = visitor.open(address + with_ids(site, path))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("ol.questions, ul.rules").is_visible()
    assert not [button for button in page.locator("main button").all() if button.is_visible()]


def test_paper_has_no_question_without_answers(address: str, visitor: Visitor) -> None:
    """What was answered is printed, with what is to be asked next."""
    page = visitor.open(address + QUESTIONS)
    page.emulate_media(media="print")
    expect(page.locator(".wizard")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".choice").last.click()
    page.emulate_media(media="print")
    expect(page.locator(".wizard .path li")).to_be_visible()
    expect(page.locator(".wizard-title")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        QUESTIONS,
        QUESTIONS + "?a=1.1.1",
        QUESTIONS + "?a=0",
        RULES,
        RULES + "?c=0.8",
        RULES + "?c=0",
    ],
)
def test_axe_finds_nothing_in_decisions(
    site: Site, address: str, visitor: Visitor, path: str, color_scheme: str, width: int
) -> None:
    """At the start, on the way, at an outcome; nothing ticked, two equal, one best."""
    assert path.partition("?")[0] + "index.html" in site.pages
    page = visitor.open(address + with_ids(site, path), width=width, color_scheme=color_scheme)
    check_accessible(page)
    wide, screen = page.evaluate(
        "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
    )
    assert wide <= screen
