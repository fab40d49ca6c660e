"""Pages on paper: PDFs as a browser prints them, read back."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visitor import Visitor

from harness import specimens
from harness.binary import build_site
from harness.server import serving

NOTE = "identity/irsa-or-eks-pod-identity/"
LONG = "a" * 250


def comparison(columns: int, word: str) -> str:
    """A comparison of so many columns, each of which needs the width of `word`."""
    rows = [["Feature", *(f"Option{column}" for column in range(1, columns))]]
    rows.append(["---"] * columns)
    cells = ["Yes", "No", f"Partly, {word}", f"Yes, by `{word}`"]
    for row in range(12):
        picked = (cells[(row + column) % len(cells)] for column in range(1, columns))
        rows.append([f"Criterion{row}", *picked])
    return "<!-- waymark: comparison -->\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of tables that are too wide for paper."""
    project = specimens.write(tmp_path_factory.mktemp("paper"))
    notes = {
        "eight": f"# Eight\n\nBefore it.\n\n{comparison(8, 'characters')}\nBehind it.\n",
        "twenty": f"# Twenty\n\n{comparison(20, 'characters')}",
        "long": f"# Long\n\n| Key | Value |\n|---|---|\n| `{LONG}` | unbreakable |\n",
        "code": "# Code\n\n```python\ndef f():\n    return 'words'\n```\n",
    }
    for name, text in notes.items():
        (project / "content" / f"{name}.md").write_text(text)
    build_site(project, project / "site", statuses=(0, 1))
    with serving(project / "site") as address:
        yield address


def printed(page: Page, folder: Path) -> Path:
    """The page as a PDF on A4, turned where the page says so."""
    file = folder / "page.pdf"
    page.pdf(path=file, format="A4")
    return file


def text(file: Path) -> str:
    """The text of a PDF in the order in which it is drawn; a line may end with a hyphen's word."""
    command = ["pdftotext", "-raw", file, "-"]
    read = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return read.replace("-\n", "-")


def turned(file: Path) -> list[bool]:
    """For each sheet whether it lies on its side."""
    command = ["pdfinfo", "-l", "-1", file]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    sizes = re.findall(r"size: +([\d.]+) x ([\d.]+)", said)
    return [float(width) > float(height) for width, height in sizes]


def words(cells: list[str]) -> Counter[str]:
    """How often each word stands in some cells."""
    return Counter(word for cell in cells for word in cell.split())


def cells(page: Page) -> list[str]:
    """What each visible cell of the page's table says."""
    return page.locator("table").evaluate(
        """table => [...table.rows].filter(row => !row.hidden)
             .flatMap(row => [...row.cells].filter(cell => !cell.hidden))
             .map(cell => cell.textContent.trim())"""
    )


@pytest.mark.parametrize("note", ["eight", "twenty", specimens.WIDE])
def test_no_word_is_lost_or_broken(wide: str, visitor: Visitor, tmp_path: Path, note: str) -> None:
    """Every word of every cell and head is on paper as often as in the table, and whole."""
    page = visitor.open(f"{wide}{note}/")
    wanted = words(cells(page))
    assert len(wanted) > 20
    found = Counter(text(printed(page, tmp_path)).split())
    assert wanted - found == Counter()


def test_a_wide_table_lies_on_its_side(wide: str, visitor: Visitor, tmp_path: Path) -> None:
    """On a sheet of its own; the text around it stands upright, and so does what no sheet holds."""
    assert turned(printed(visitor.open(wide + "eight/"), tmp_path)) == [False, True, False]
    assert not any(turned(printed(visitor.open(wide + "twenty/"), tmp_path)))


def test_row_by_row_each_cell_has_its_column(wide: str, visitor: Visitor, tmp_path: Path) -> None:
    """What no sheet is wide enough for: `Option 2 No, since 1.4`, below the row's first cell."""
    page = visitor.open(f"{wide}{specimens.WIDE}/")
    lines = re.sub(r"\s+", " ", text(printed(page, tmp_path)))
    rows = re.split(r"Criterion (?=Criterion \d)", lines)
    assert len(rows) == specimens.ROWS + 1
    for number, row in enumerate(rows[1:]):
        assert row.startswith(f"Criterion {number + 1} ")
        for column in range(1, specimens.COLUMNS):
            value = "Yes" if (number + column) % 3 else "No, since 1.4"
            assert f"Option {column} {value}" in row


def test_marks_are_signs_row_by_row(wide: str, visitor: Visitor, tmp_path: Path) -> None:
    """A verdict shows where there is no column for it to stand in."""
    page = visitor.open(wide + "twenty/")
    lines = re.sub(r"\s+", " ", text(printed(page, tmp_path)))
    assert "Option4 ✓ Yes" in lines
    assert "Option1 × No" in lines
    assert "Option2 ◐ Partly, characters" in lines


def test_a_swapped_table_is_whole_on_paper(address: str, visitor: Visitor, tmp_path: Path) -> None:
    """A comparison of 33 rows has 34 columns then; taken back it is printed as it was."""
    page = visitor.open(address + NOTE + "?t1=swap")
    expect(page.locator("table.swapped")).to_be_visible()
    wanted = words(cells(page))
    found = Counter(text(printed(page, tmp_path)).split())
    assert wanted - found == Counter()
    box = page.locator(".table-scroll").first
    expect(box).to_have_class(re.compile("print-rows"))
    page.get_by_role("button", name="Reset").click()
    expect(box).to_have_class("table-scroll")
    assert not page.locator("[data-label]").count()


def test_every_sheet_has_the_head(address: str, visitor: Visitor, tmp_path: Path) -> None:
    """A table of several sheets names its columns on each, also where the names are buttons."""
    file = printed(visitor.open(address + NOTE), tmp_path)
    sheets = text(file).split("\f")
    last = next(index for index, sheet in enumerate(sheets) if "Endpoint in a" in sheet)
    assert last > 0
    for sheet in sheets[1 : last + 1]:
        assert re.search(r"^Feature\b", sheet, re.MULTILINE), sheet


def test_a_long_word_stays_on_the_sheet(wide: str, visitor: Visitor, tmp_path: Path) -> None:
    """It breaks, into more than letters, and the words beside it do not."""
    page = visitor.open(wide + "long/")
    read = text(printed(page, tmp_path))
    assert "unbreakable" in read
    parts = [part for part in re.findall(r"a+", read) if len(part) > 10]
    assert sum(map(len, parts)) == len(LONG)


def test_chosen_darkness_is_not_printed(wide: str, visitor: Visitor) -> None:
    """Code has the colours that it has on light ground."""
    colors: list[str] = []
    for scheme in ("light", "dark"):
        script = f"localStorage.setItem('waymark:scheme', '{scheme}')"
        page = visitor.open(wide + "code/", init_script=script, color_scheme="dark")
        page.emulate_media(media="print", color_scheme="dark")
        colors.append(page.locator(".hl-k").first.evaluate("e => getComputedStyle(e).color"))
    assert colors[0] == colors[1]
