"""A site in another language than English, and one that is read from right to left."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect
from visitor import Visitor

from harness.binary import build_site
from harness.server import serving
from harness.tree import ROOT

PROJECT = ROOT / "Tests" / "Sites" / "german"


@pytest.fixture(scope="module", params=["de", "ja", "he"])
def language(request: pytest.FixtureRequest) -> str:
    """A language; for Hebrew the interface speaks English."""
    return request.param


@contextmanager
def site_in(language: str, title: str, folders: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the German site, built as one in another language."""
    folder = folders.mktemp(language)
    configuration = folder / "waymark.yml"
    configuration.write_text(f"title: {title}\nlanguage: {language}\nhistory: none\n")
    build_site(PROJECT, folder / "site", "--config", configuration)
    with serving(folder / "site", "/") as address:
        yield address


@pytest.fixture(scope="module")
def translated(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the German site in each language."""
    with site_in(language, "Speicher", tmp_path_factory) as address:
        yield address


SEARCH = {
    "de": ("Notizen durchsuchen", "2 Notizen", "Keine Notiz enthält „zzzqqq“."),
    "ja": ("ノートを検索", "ノート 2 件", "「zzzqqq」 を含むノートはありません。"),
    "he": ("Search notes", "2 notes", "No note says “zzzqqq”."),
}


def test_search_speaks_it(translated: str, language: str, visitor: Visitor) -> None:
    """The field, what was found, and that nothing was."""
    label, count, nothing = SEARCH[language]
    page = visitor.open(translated)
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name=label)
    field.fill("sicherung")
    expect(page.locator(".search-status")).to_have_text(count)
    field.fill("zzzqqq")
    expect(page.locator(".search-status")).to_have_text(nothing)


QUESTIONS = {
    "de": ("Frage 1", "Ergebnis", "Begründung"),
    "ja": ("質問 1", "結果", "理由"),
    "he": ("Question 1", "Outcome", "Because"),
}


def test_a_decision_by_questions_speaks_it(
    translated: str, language: str, visitor: Visitor
) -> None:
    """From the first question to the outcome."""
    first, outcome, because = QUESTIONS[language]
    page = visitor.open(f"{translated}decide/sicherung/")
    expect(page.locator(".progress")).to_have_text(first)
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.locator(".progress")).to_have_text(outcome)
    expect(page.locator(".path h3")).to_have_text(because)


RULES = {
    "de": ("Zutreffendes ankreuzen", "1 Bedingung erfüllt"),
    "ja": ("当てはまるものをすべて選択", "1 件の条件に該当"),
    "he": ("Tick all that holds", "1 condition holds"),
}


def test_a_decision_by_rules_speaks_it(translated: str, language: str, visitor: Visitor) -> None:
    """The list to tick, and why an option stands where it does."""
    legend, holds = RULES[language]
    page = visitor.open(f"{translated}decide/postgres-oder-sqlite/")
    expect(page.locator("legend")).to_have_text(legend)
    page.get_by_role("checkbox").first.check()
    expect(page.locator(".ranking .why").first).to_have_text(holds)


TOOLS = {
    "de": ("Nur Unterschiede", "3 von 4 Zeilen angezeigt", "Markdown kopieren"),
    "ja": ("違いのみ", "4 行中 3 行を表示", "Markdown をコピー"),
    "he": ("Differences only", "3 of 4 rows shown", "Copy Markdown"),
}


def test_a_comparison_speaks_it(translated: str, language: str, visitor: Visitor) -> None:
    """The tools, and what they say of what they did."""
    differences, shown, copy = TOOLS[language]
    page = visitor.open(f"{translated}compare/postgres-vs-sqlite/")
    page.get_by_role("button", name=differences).click()
    expect(page.locator(".tools .shown")).to_have_text(shown)
    expect(page.get_by_role("button", name=copy)).to_be_visible()


MATRIX = {
    "de": ("Optionen filtern", "Für den Vergleich noch eine Option wählen."),
    "ja": ("選択肢を絞り込む", "比較する選択肢をもう 1 つ選んでください。"),
    "he": ("Filter options", "Choose one more option to compare it with."),
}


def test_putting_together_a_comparison_speaks_it(
    translated: str, language: str, visitor: Visitor
) -> None:
    """The filter, and what is still missing."""
    label, missing = MATRIX[language]
    page = visitor.open(f"{translated}compare/?o=postgres")
    expect(page.get_by_role("searchbox", name=label)).to_be_visible()
    expect(page.locator(".matrix > .status")).to_contain_text(missing)


KEYS = {"de": "Tastenkürzel", "ja": "キーボードショートカット", "he": "Keys"}


def test_keys_and_copying_speak_it(translated: str, language: str, visitor: Visitor) -> None:
    """The list of keys, and the button on code."""
    page = visitor.open(f"{translated}speicher/postgres-oder-sqlite/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name=KEYS[language])).to_be_visible()
    page.keyboard.press("Escape")
    copy = {"de": "Code kopieren", "ja": "コードをコピー", "he": "Copy code"}[language]
    expect(page.get_by_role("button", name=copy)).to_have_count(1)


PAGES = [
    *("", "speicher/postgres-oder-sqlite/", "decide/postgres-oder-sqlite/", "decide/sicherung/"),
    *("compare/", "compare/postgres-vs-sqlite/", "search/", "stale/", "all/", "tags/"),
]


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(translated: str, visitor: Visitor, width: int) -> None:
    """Whatever the language and its direction."""
    for path in PAGES:
        page = visitor.open(translated + path, width=width)
        wide, screen = page.evaluate(
            "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
        )
        assert wide <= screen, f"{path} is {wide} px wide on a screen of {screen} px"


# What scripts say in English, as texts and as names, that is not in an element which says so.
UNMARKED = r"""() => {
  const said = (value) => typeof value === 'string' ? [value] : Object.values(value).flatMap(said);
  const words = said(window.waymark.words).filter((text) => /[A-Za-z]{3}/.test(text))
    .map((text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '\\d+'))
    .map((pattern) => new RegExp(`^[ ·]*${pattern}[ ·]*$`));
  const found = [];
  const look = (text, element) => {
    if (!text?.trim() || !words.some((word) => word.test(text))) return;
    if (element.closest('[lang]').lang !== 'en') found.push(text);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) look(walker.currentNode.data, walker.currentNode.parentElement);
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]')) {
    const names = ['aria-label', 'title', 'placeholder'];
    for (const name of names) look(element.getAttribute(name), element);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def esperanto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site in a language that the interface does not speak."""
    with site_in("eo", "Deponejo", tmp_path_factory) as address:
        yield address


def test_what_scripts_say_in_another_language_says_so(esperanto: str, visitor: Visitor) -> None:
    """English amid notes in another language is marked as such (WCAG 2.2, 3.1.2)."""
    page = visitor.open(f"{esperanto}speicher/postgres-oder-sqlite/")
    page.locator(".tools .menu summary").first.click()
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    assert page.evaluate(UNMARKED) == []
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    field = page.locator(".search-field input")
    assert page.evaluate(UNMARKED) == []
    for query in ("postgres vs sqlite", "postgers", "sicherung", "zzzqqq", "postgres tag:zzz"):
        field.fill(query)
        expect(page.locator(".search-status")).not_to_have_text("")
        expect(page.locator(".search-status")).not_to_have_text("Searching…")
        assert page.evaluate(UNMARKED) == [], query
    page = visitor.open(f"{esperanto}decide/sicherung/")
    assert page.evaluate(UNMARKED) == []
    page.locator(".choice").first.click()
    assert page.evaluate(UNMARKED) == []
    page = visitor.open(f"{esperanto}decide/postgres-oder-sqlite/")
    assert page.evaluate(UNMARKED) == []
    page.get_by_role("checkbox").first.check()
    assert page.evaluate(UNMARKED) == []
    # Without any mark there would be much to find.
    page.evaluate(
        "document.querySelectorAll('[lang=en]').forEach(one => one.removeAttribute('lang'))"
    )
    assert len(page.evaluate(UNMARKED)) > 5
    for path in ("compare/", "compare/?o=postgres", "compare/?o=postgres,sqlite"):
        page = visitor.open(esperanto + path)
        expect(page.locator(".picker input[type=search]")).to_be_visible()
        expect(page.locator(".matrix.waiting")).to_have_count(0)
        assert page.evaluate(UNMARKED) == [], path


def test_search_knows_how_languages_set_things_against_each_other(
    translated: str, language: str, visitor: Visitor
) -> None:
    """The first answer is the page that compares them, under the title that it has."""
    query, title = {
        "de": ("Unterschied zwischen SQLite und Postgres", "Postgres vs. SQLite"),
        "ja": ("SQLiteとPostgresの違い", "Postgres と SQLite の比較"),
        "he": ("sqlite or postgres", "Postgres vs SQLite"),
    }[language]
    page = visitor.open(translated)
    page.keyboard.press("/")
    page.locator(".search-field input").fill(query)
    answer = page.locator(".search-answer").first
    expect(answer).to_contain_text(title)
    expect(answer).to_have_attribute("href", re.compile("compare/postgres-vs-sqlite/"))


# What of the header sticks out of its place: out of the header itself, or over what is beside it.
OUT_OF_PLACE = """() => {
  const header = document.querySelector('.site-header');
  const boxes = [...header.children].filter(one => one.checkVisibility())
    .map(one => [one.className, one.getBoundingClientRect()]);
  const isOut = (box) =>
    box.left < 0 || box.right > innerWidth || box.bottom > header.clientHeight;
  const found = boxes.filter(([, box]) => isOut(box));
  boxes.forEach(([name, one], at) => boxes.slice(at + 1).forEach(([other, box]) => {
    if (one.left < box.right && box.left < one.right) found.push([`${name} over ${other}`]);
  }));
  for (const one of [header, ...header.children]) {
    const isCut = one.scrollWidth > one.clientWidth;
    if (isCut && one.className !== 'site-title') found.push([`${one.className} scrolls`]);
  }
  return found.map(([name]) => name);
}"""


@pytest.mark.parametrize("tag", ["en", "de", "fr", "es", "ja", "zh", "he"])
def test_the_header_has_room_for_every_language(
    tag: str, visitor: Visitor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No link of it is cut off or has to be scrolled to, on a phone or anything larger."""
    with site_in(tag, "Speicher und Netze", tmp_path_factory) as address:
        for width in (320, 360, 480, 640, 700, 1280):
            page = visitor.open(f"{address}decide/", width=width)
            assert page.evaluate(OUT_OF_PLACE) == [], width
            links = page.locator(".site-nav a")
            assert links.count() == 3
            menu = page.locator(".menu-button")
            if width < 640:
                height = page.evaluate("document.documentElement.scrollHeight")
                # By keyboard: the links come after the button that opens them.
                menu.focus()
                page.keyboard.press("Enter")
                page.keyboard.press("Tab")
                expect(links.first).to_be_focused()
                for link in links.all():
                    box = link.bounding_box()
                    assert box["x"] >= 0 and box["x"] + box["width"] <= width
                    assert box["height"] >= 24
                assert page.evaluate("document.documentElement.scrollHeight") == height
                page.keyboard.press("Escape")
                expect(links.first).to_be_hidden()
                expect(menu).to_be_focused()
            else:
                expect(menu).to_be_hidden()
                expect(links.last).to_be_in_viewport()


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site, read from right to left."""
    with site_in("he", "אחסון", tmp_path_factory) as address:
        yield address


def test_right_to_left_is_mirrored(hebrew: str, visitor: Visitor) -> None:
    """The section is at the right of the text and the contents at its left; code stays as it is."""
    page = visitor.open(f"{hebrew}speicher/postgres-oder-sqlite/", width=1440)
    sidebar, main, contents = (
        page.locator(name).bounding_box() for name in (".sidebar", "main", ".contents")
    )
    assert contents["x"] + contents["width"] <= main["x"]
    assert main["x"] + main["width"] <= sidebar["x"]
    title, search = (
        page.locator(name).bounding_box() for name in (".site-title", ".search-button")
    )
    assert title["x"] > search["x"]
    for selector in ("pre", ".flow svg"):
        direction = page.locator(selector).first.evaluate(
            "node => getComputedStyle(node).direction"
        )
        assert direction == "ltr", selector
