"""Search: by keyboard and mouse, from disk, without a script, and as the terminal finds."""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from test_accessibility import STANDARDS
from visitor import Visitor, Watch

from harness import pages
from harness.binary import build_site, run_waymark
from harness.relevance import known_items, mean, reciprocal_rank
from harness.server import serving
from harness.tree import ROOT

VECTORS = ROOT / "Tests" / "SearchTests" / "vectors.json"
QUERIES = [
    "irsa or pod identity",
    "session name",
    '"session name" tag:eks',
    "kube-sys",
    "AssumeRoleWith",
    "identiy",
    "169.254",
    "token expiration kubelet",
    "caching credentials",
    "cachi",
    "tag:guide",
    "is:decision role",
    "in:identity webhook",
    "since:2026-01 token",
    "pod -fargate",
    "how do I rotate a token",
    "What is the difference between IRSA and Pod Identity?",
    "should I use irsa or pod identity",
    "scaling irsa or eks pod identity for sessions",
    "nosuchwordatall session zzyzx",
    "how do I nosuchwordatall",
    "how do i r",
    "what is the default of a token and who should i ask about it or if it is not in this or that",
    "eks.amazonaws.com/role-arn",
    "日本",
    "comparson table",
    "nosuchwordatall",
    "role's",
    '"the pod"',
    "the -pod",
    "the of and",
]
INDEX = re.compile(r"/_waymark/search/index\.js")
TERMS = """
text => {
  const { units, stem } = waymark.search.texts;
  const terms = [];
  let joined = '';
  let joinedUnits = 0;
  for (const unit of units(text)) {
    if (unit.isPairs) {
      const characters = Array.from(unit.folded);
      terms.push(...characters.map((one, index) => one + (characters[index + 1] ?? '')));
      continue;
    }
    const stands = unit.count > 1 || !(unit.joinsPrevious || unit.joinsNext);
    if (unit.count <= 40) {
      const [own, signed] = [stands ? [unit.folded] : [], unit.signed ? [unit.signed] : []];
      terms.push(...own.map(stem), ...signed, ...unit.parts.map(stem));
    }
    if (!unit.joinsPrevious) [joined, joinedUnits] = ['', 0];
    joined += (unit.joinsPrevious ? text[unit.start - 1] : '') + unit.folded;
    joinedUnits++;
    if (!unit.joinsNext && joinedUnits > 1) terms.push(joined);
  }
  return terms;
}
"""


def opened(visitor: Visitor, url: str, **settings: object) -> Page:
    """A page with the dialog of search open, by its key."""
    page = visitor.open(url, **settings)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


def ask(page: Page, query: str) -> None:
    """Type a query and wait for what it finds."""
    page.get_by_role("combobox").fill(query)
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.locator(".search-status")).to_contain_text(re.compile("note"))


def test_texts_give_the_same_terms(address: str, visitor: Visitor) -> None:
    """What texts are found by, of the file that the Swift tests read too."""
    page = opened(visitor, address)
    for vector in json.loads(VECTORS.read_text()):
        assert page.evaluate(TERMS, vector["text"]) == vector["terms"], vector["text"]


def test_finds_what_the_terminal_finds(address: str, visitor: Visitor) -> None:
    """The same sections with the same sentences in the same order."""
    page = opened(visitor, address)
    for query in QUERIES:
        compare_halves(page, query)


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("en", "how do i escalate"),
        ("en", "whose heron is the offset "),
        ("en", "what is it"),
        ("en", '"exactly once"'),
        ("en", "c"),
        ("en", "c++"),
        ("en", "C#"),
        ("en", "c+"),
        ("en", '"use c#"'),
        ("en", "exactly -c++"),
        ("en", "c++ vs c#"),
        ("en", "offsetctl failover --force"),
        ("en", "--max-old-space-size=4096"),
        ("en", "कम"),
        ("en", "ที"),
        ("de", "Was ist der Unterschied zwischen Redis und Memcached?"),
        ("de", "wie kann ich redis oder memcached verwenden"),
        ("fr", "est-ce que je dois utiliser redis ou memcached"),
        ("fr", "comment fait-on l’escalade"),
        ("es", "¿debería usar redis o memcached?"),
        ("ja", "RedisとMemcachedの違いは何ですか"),
        ("zh", "Redis 和 Memcached 的区别是什么"),
    ],
)
def test_reads_questions_as_the_terminal_does(
    tmp_path: Path, browser: Browser, language: str, query: str
) -> None:
    """Function words, options within a question, and marks beside a phrase, in each language."""
    (tmp_path / "waymark.yml").write_text(f"language: {language}\n")
    table = "| | Redis | Memcached |\n|---|---|---|\n| Copies | Yes | No |\n"
    publish(
        tmp_path,
        a=f"# Redis vs Memcached\n\n{table}",
        b="# On call\n\n## Escalate or not?\n\nWe do exactly once ⚠️ x.",
        c="# What is it?\n\nHow do I use it? Who is the heron of the offset?",
        d="# L'escalade\n\nकमिटी\n\nที่นี่",
        e="# C\n\nOlder than C++ and C#.",
        f="# C#\n\nWe use C# after C.",
        g="# C++\n\nC with classes; i++.\n\n| | C++ | C# |\n|---|---|---|\n| Heap | Yes | No |\n",
        h="# Failover\n\n`offsetctl failover --force` and `--max-old-space-size=4096`",
    )
    with serving(tmp_path / "site") as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("/")
        expect(page.get_by_role("dialog")).to_be_visible()
        assert compare_halves(page, query, cwd=tmp_path)


def compare_halves(page: Page, query: str, cwd: Path = ROOT) -> list[tuple]:
    """What the browser finds, which has to be what the terminal finds."""
    found = page.evaluate("query => waymark.search.find(query, 12)", query)
    answer = run_waymark("search", "--json", "--limit", "12", "--", query, cwd=cwd)
    expected = json.loads(answer.stdout)
    assert found["total"] == expected["total"], query
    assert found["unread"] == expected["unread"], query
    assert found["corrections"] == expected["corrections"], query
    hits = [
        (hit["kind"], hit["title"], hit["url"], sentence(hit))
        for hit in found["answers"] + found["hits"]
    ]
    assert hits == [
        (hit["kind"], hit["title"], hit["url"], hit["sentence"]) for hit in expected["hits"]
    ], query
    return hits


def sentence(hit: dict) -> str:
    """The sentence of a result, whole."""
    return "".join(part["text"] for part in hit.get("sentence", []))


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keyboard_leads_to_a_note(any_address: str, visitor: Visitor, key: str) -> None:
    """Open, type, choose by arrows, go; and Escape gives the page back."""
    page = visitor.open(any_address + "guide/")
    page.keyboard.press(key)
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    ask(page, "irsa or pod identity")
    assert box.get_attribute("aria-expanded") == "true"
    options = page.get_by_role("option")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press(key)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert "compare/irsa-vs-eks-pod-identity/" in (options.first.get_attribute("href") or "")


def test_enter_goes_where_the_option_leads(address: str, visitor: Visitor) -> None:
    """Enter follows the chosen option."""
    page = opened(visitor, address)
    ask(page, "trust policies")
    target = page.get_by_role("option").first.evaluate("option => option.href")
    with page.expect_request(target.partition("#")[0]):
        page.keyboard.press("Enter")


def test_keys_in_a_field_are_its_own(address: str, visitor: Visitor) -> None:
    """A slash typed into the query stays one."""
    page = opened(visitor, address)
    page.keyboard.type("role/arn")
    expect(page.get_by_role("combobox")).to_have_value("role/arn")


@pytest.mark.parametrize("name", ["#", "decision", "identity/"])
def test_filters_narrow_by_mouse(address: str, visitor: Visitor, name: str) -> None:
    """A click on one leaves as many notes as it says; another click takes it back."""
    page = visitor.open(address)
    page.locator(".search-button").click()
    ask(page, "token")
    one = page.locator(".search-filters button", has_text=re.compile(f"^{name}")).first
    count = one.locator(".count").inner_text()
    one.click()
    expect(page.locator(".search-status")).to_have_text(re.compile(rf"^{count} notes?$"))
    pressed = page.locator(".search-filters [aria-pressed=true]")
    expect(pressed).to_have_count(1)
    expect(pressed).to_contain_text(count)
    pressed.click()
    expect(page.get_by_role("combobox")).to_have_value("token")


def test_what_is_typed_can_be_taken_back(address: str, visitor: Visitor) -> None:
    """Filters that were typed stand there too, also those that leave nothing."""
    page = opened(visitor, address)
    page.get_by_role("combobox").fill("token TAG:#eks in:nowhere ")
    pressed = page.locator(".search-filters [aria-pressed=true]")
    expect(pressed).to_have_text(["#eks 0", "in:nowhere 0"])
    pressed.last.click()
    expect(page.get_by_role("combobox")).to_have_value("token TAG:#eks")
    expect(page.locator(".search-status")).to_have_text(re.compile("^[1-9][0-9]* notes?$"))
    page.get_by_role("button", name="#eks").click()
    expect(page.get_by_role("combobox")).to_have_value("token")


def test_wrong_words_are_helped(address: str, visitor: Visitor) -> None:
    """A typing error is named and can be mended; what nobody says leads to the lists."""
    page = opened(visitor, address)
    ask(page, "identiy")
    page.get_by_role("button", name="identity", exact=True).click()
    expect(page.get_by_role("combobox")).to_have_value("identity")
    page.get_by_role("combobox").fill("IDÉNTIY provider")
    page.get_by_role("button", name="identity", exact=True).click()
    expect(page.get_by_role("combobox")).to_have_value("identity provider")
    page.get_by_role("combobox").fill("nosuchwordatall ")
    expect(page.locator(".search-status")).to_have_text("No note says “nosuchwordatall”.")
    expect(page.get_by_role("link", name="All notes from A to Z")).to_be_visible()


def test_recent_searches_come_back(address: str, visitor: Visitor) -> None:
    """What was followed is offered again where nothing is typed."""
    page = opened(visitor, address)
    ask(page, "session policies")
    page.get_by_role("option").first.click()
    page.reload()
    page.keyboard.press("/")
    expect(page.get_by_role("option", name="session policies")).to_be_visible()
    page.get_by_role("option", name="session policies").click()
    expect(page.get_by_role("combobox")).to_have_value("session policies")


def test_search_works_without_storage(address: str, visitor: Visitor) -> None:
    """Where the browser keeps nothing, nothing breaks."""
    forbid = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    page = opened(visitor, address, init_script=forbid)
    ask(page, "irsa")


def test_a_missing_file_is_told(address: str, visitor: Visitor, watch: Watch) -> None:
    """Where the index does not load, the box says so and tries again."""
    watch.expected += ["Failed to load resource"]
    page = visitor.open(address)
    page.route(INDEX, lambda route: route.abort())
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("irsa")
    expect(page.locator(".search-status")).to_have_text("The search index did not load.")
    page.unroute(INDEX)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("option").first).to_be_visible()


def test_another_answer_is_told(address: str, visitor: Visitor, watch: Watch) -> None:
    """Where a server answers for a missing file with a page, the box does not wait for ever."""
    watch.expected += ["Unexpected token"]
    page = visitor.open(address)
    body = "<!doctype html><title>Not here</title>"
    page.route(INDEX, lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("irsa")
    expect(page.locator(".search-status")).to_have_text("The search index did not load.")


def test_an_index_of_another_form_is_told(address: str, visitor: Visitor) -> None:
    """A page that is older than the site's index asks to be loaded again."""
    page = visitor.open(address)
    body = 'waymark.search.index({"version":0});'
    page.route(INDEX, lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("irsa")
    expect(page.locator(".search-status")).to_contain_text("published anew")
    page.unroute(INDEX)
    with page.expect_event("load"):
        page.get_by_role("button", name="Load the page again").click()
    page.keyboard.press("/")
    ask(page, "irsa")


def publish(project: Path, **notes: str) -> None:
    """Make a project's notes just these, and publish them."""
    (project / "content").mkdir(exist_ok=True)
    for old in (project / "content").iterdir():
        old.unlink()
    for name, text in notes.items():
        (project / "content" / f"{name}.md").write_text(text)
    build_site(project, project / "site")


@pytest.mark.parametrize("state", ["in use", "closed", "loaded again"])
def test_a_site_published_anew_is_searched(tmp_path: Path, browser: Browser, state: str) -> None:
    """Search finds what is new, also in a browser that keeps all files, and on an older page."""
    publish(tmp_path, a="# Heron\n\nIt wades.", b="# Bittern\n\nIt wades and booms.")
    with (
        serving(tmp_path / "site", kept="max-age=86400") as address,
        browser.new_context() as context,
    ):
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("/")
        ask(page, "heron")
        publish(tmp_path, a="# Egret\n\nIt wades.", c="# Stork\n\nIt claps.")
        if state == "in use":
            # The words with this letter are looked for in a file that is no more.
            page.get_by_role("combobox").fill("wadess ")
            expect(page.get_by_role("option").first).to_contain_text("Egret")
            return
        page.keyboard.press("Escape")
        if state == "loaded again":
            page.goto(f"{address}404.html")
            page.goto(address)
        page.keyboard.press("/")
        ask(page, "clap")
        expect(page.get_by_role("option").first).to_contain_text("It claps.")


def test_the_last_year_narrows(tmp_path: Path, browser: Browser) -> None:
    """The year of the last change is offered where notes are older than that."""
    dated = "---\ndate: {}-01-01\n---\n# {}\n\nIt wades."
    publish(tmp_path, a=dated.format(2024, "Heron"), b=dated.format(2026, "Egret"))
    with serving(tmp_path / "site") as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("/")
        ask(page, "wades")
        expect(page.get_by_role("option")).to_have_count(2)
        page.get_by_role("button", name="since 2026 1").click()
        expect(page.get_by_role("option")).to_have_count(1)
        expect(page.get_by_role("option")).to_contain_text("Egret")


def test_more_goes_on_where_the_list_ended(address: str, visitor: Visitor) -> None:
    """More results leave the keys in the field, and choose the first that is new."""
    page = opened(visitor, address)
    ask(page, "token")
    page.get_by_role("button", name="Show more").click()
    options = page.get_by_role("option")
    expect(options).to_have_count(20)
    expect(options.nth(10)).to_have_attribute("aria-selected", "true")
    expect(options.nth(10)).to_be_in_viewport()
    expect(page.get_by_role("combobox")).to_be_focused()


def test_some_words_are_told_from_all(tmp_path: Path, browser: Browser) -> None:
    """Above notes with all words and notes with some it is said; a word that frames is none."""
    table = "| | Kafka | NATS |\n|---|---|---|\n| Copies | Yes | No |\n"
    publish(tmp_path, a=f"# Kafka vs NATS\n\n{table}", b="# Log\n\nIn Kafka.", c="# Bus\n\nNATS.")
    with serving(tmp_path / "site") as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("/")
        ask(page, "should I use kafka or nats")
        status = page.locator(".search-status")
        expect(status).to_have_text("1 note with all words, then those with some.")
        expect(page.get_by_role("option")).to_have_count(4)
        answer = page.get_by_role("option").first
        expect(answer).to_have_class("search-answer is-comparison")
        expect(answer).to_contain_text("Kafka vs NATS")
        page.get_by_role("combobox").fill("how is the bus")
        expect(status).to_have_text("1 note")


def test_the_page_of_a_query_can_be_linked(any_address: str, visitor: Visitor) -> None:
    """`/search/?q=` shows what the query finds, and follows what is typed."""
    page = visitor.open(any_address + "search/?q=trust+policy")
    expect(page.get_by_role("option").first).to_contain_text("Trust policies")
    page.get_by_role("combobox").fill("irsa")
    page.wait_for_url("**/search/?q=irsa")


def test_without_a_script_there_are_lists(address: str, visitor: Visitor) -> None:
    """The button is a link to a page with every note and every tag."""
    page = visitor.open(address + "guide/", javascript=False)
    target = page.locator(".search-button").get_attribute("href") or ""
    assert target.endswith("search/")
    page = visitor.open(address + "search/", javascript=False)
    links = page.locator(".a-to-z section a")
    assert links.count() > 30
    assert page.locator(".tag-list a").count() > 10
    assert page.get_by_role("heading", name="E", exact=True).is_visible()


def test_search_works_from_disk(disk: str, visitor: Visitor) -> None:
    """A page that is opened from disk may not fetch; search loads scripts."""
    page = opened(visitor, f"{disk}guide/index.html")
    ask(page, "irsa or pod identity")
    target = page.get_by_role("option").nth(2).get_attribute("href") or ""
    assert target.startswith("file:") and "index.html" in target


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query", ["", "irsa or pod identity", "identiy tag:eks", "nosuchwordatall "]
)
def test_axe_finds_nothing_in_the_dialog(
    address: str, visitor: Visitor, query: str, color_scheme: str, width: int
) -> None:
    """No violation in the open dialog: empty, with results, with a correction, without a result."""
    page = opened(visitor, address + "guide/", width=width, color_scheme=color_scheme)
    page.get_by_role("combobox").fill(query)
    page.wait_for_timeout(300)
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_page(address: str, visitor: Visitor, width: int) -> None:
    """No violation in the search page, at rest and with results."""
    for path in ["search/", "search/?q=session"]:
        page = visitor.open(address + path, width=width)
        page.wait_for_timeout(300)
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
        assert results.violations_count == 0, results.generate_report()


def test_known_notes_are_found(site: pages.Site, address: str, visitor: Visitor) -> None:
    """The mean reciprocal rank of the note that a query is made from, over all of content/."""
    page = opened(visitor, address)
    found: dict[str, list[float]] = {}
    for known in known_items(site):
        hits = page.evaluate("async query => (await waymark.search.find(query)).hits", known.query)
        rank = reciprocal_rank([hit["url"] for hit in hits], known.url)
        found.setdefault(known.kind, []).append(rank)
    means = {kind: round(mean(ranks), 3) for kind, ranks in sorted(found.items())}
    assert mean([rank for ranks in found.values() for rank in ranks]) > 0.9, means
    assert means["title"] > 0.95, means
