"""Two projects of extremes: notes that a page must bear, and that no guide would show.

Too bulky or too dull to be kept as files, they are written anew where they are needed.
"""

from pathlib import Path

COLUMNS, ROWS, LINES = 30, 25, 5000

# What each note is called in its URL.
WIDE, LONG, EMPTY, STALE, WORDS = "wide-table", "long-code", "empty", "stale", "long-words"


def write(folder: Path) -> Path:
    """Write the left-to-right project; answers its folder."""
    notes = {
        WIDE: f"# A table of {COLUMNS} columns\n\nIt scrolls in its own box.\n\n{_wide_table()}",
        LONG: f"# Code of {LINES:,} lines\n\nA program.\n\n{_long_code()}\n\nThe end.\n",
        EMPTY: "",
        STALE: (
            "---\nreviewed: 2024-01-15\nreview_in: 6 months\nowner: Platform team\n---\n"
            "#storage\n# Backups of the database\n\nA dump goes to the object store.\n\n"
            "## Restore\n\nAsk the team on call.\n"
        ),
        WORDS: (
            f"# {'Donaudampfschifffahrts' * 4}gesellschaft\n\n#{'nested/' * 12}tag\n\n"
            f"A word of {'very' * 60}long parts, `code_{'without_a_break_' * 12}`, and "
            f"https://example.com/{'path/' * 40}.\n\n"
            f"| {'Option' * 10} | B |\n|---|---|\n| {'value' * 30} | no |\n\n"
            f"> [!warning] {'Mind' * 40}\n> {'and' * 80}\n"
        ),
    }
    return _project(folder, "title: Extremes\nhistory: none\n", notes)


def write_right_to_left(folder: Path) -> Path:
    """Write a project in Arabic, with a bit of everything; answers its folder."""
    decision = (
        "## أيهما نستخدم؟\n\n- Use **Postgres** if:\n  - several machines write\n"
        "- Use **SQLite** if:\n  - one process writes\n\nWhen in doubt, start with Postgres.\n"
    )
    notes = {
        "databases": (
            "---\ntags: [تخزين, قواعد/بيانات]\n---\n# قواعد البيانات\n\n"
            "نحتفظ بالبيانات في قاعدة واحدة، و`psql` هو الأداة. انظر [[النسخ الاحتياطي]].\n\n"
            "| المعيار | Postgres | SQLite |\n|---|---|---|\n"
            "| خادم | نعم | لا |\n| عدة كتّاب معًا | نعم | لا |\n\n"
            f"{decision}\n## الأوامر\n\n```sh\npg_dump --format=custom docs > docs.dump\n```\n\n"
            "1. أولًا\n2. ثانيًا\n   - فرع\n\n> [!tip] نصيحة\n> جرّب أولًا.\n\n"
            "حاشية[^1].\n\n[^1]: نص الحاشية.\n"
        ),
        "backups": (
            "---\ntags: [تخزين]\n---\n# النسخ الاحتياطي\n\nكل ليلة. انظر [[قواعد البيانات]].\n"
        ),
    }
    return _project(folder, "title: دليل المنصة\nlanguage: ar\nhistory: none\n", notes)


def _project(folder: Path, configuration: str, notes: dict[str, str]) -> Path:
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "waymark.yml").write_text(configuration)
    for name, text in notes.items():
        (content / f"{name}.md").write_text(text)
    return folder


def _wide_table() -> str:
    rows = [["Criterion", *(f"Option {column}" for column in range(1, COLUMNS))]]
    rows.append(["---"] * COLUMNS)
    for row in range(ROWS):
        cells = ("Yes" if (row + column) % 3 else "No, since 1.4" for column in range(1, COLUMNS))
        rows.append([f"Criterion {row + 1}", *cells])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _long_code() -> str:
    lines = (
        f"def step_{number}(value: int) -> int:  # the {number}th"
        if number % 2
        else f"    return value * {number} + len('{'x' * (number % 120)}')"
        for number in range(1, LINES + 1)
    )
    return '```python title="steps.py" linenos\n' + "\n".join(lines) + "\n```"
