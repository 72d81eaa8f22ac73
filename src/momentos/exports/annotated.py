"""A person's own workbook back: formats kept, wrong cells red with a comment, a first sheet that lists them."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import momentos
from momentos.datasets.checked import Problem, Severity
from momentos.datasets.marks import PROBLEMS_MARK
from momentos.domain.messages import Translate, say
from momentos.exports.workbook import Table, sheet_name, workbook

MOST_MARKED = 5_000
"""More comments than this make a workbook that nobody can open in good time."""

LONGEST_COMMENT = 1_500
WAIT_SECONDS = 180
REWRITABLE = ("xlsx",)

_PACKAGE_FOLDER = str(Path(momentos.__file__).parents[1])
_START = "import sys; sys.path[:0] = [sys.argv.pop(1)]; from momentos.exports.marking import main; main(sys.argv[1:])"


class TableRead(Protocol):
    """One table as it was read: ``row_numbers`` count from 1; a column has its letter, header and values."""

    @property
    def sheet(self) -> str: ...
    @property
    def header_rows(self) -> tuple[int, int]: ...
    @property
    def columns(self) -> Sequence[Any]: ...
    @property
    def row_numbers(self) -> Any: ...


def annotated(
    path: Path, kind: str, tables: Sequence[TableRead], problems: Iterable[Problem], translate: Translate
) -> bytes:
    """An .xlsx. Of a file that cannot be rewritten as it is (csv, xls, ods…), its tables in a new workbook, marked.

    At most ``MOST_MARKED`` cells are marked and listed, errors first.
    """
    told = _told(problems, translate)
    with tempfile.TemporaryDirectory(prefix="momentos-") as folder:
        if kind in REWRITABLE and (marked := _marked(path, told, Path(folder))) is not None:
            return marked
        plain = Path(folder) / "plain.xlsx"
        plain.write_bytes(_as_workbook(tables, told))
        marked = _marked(plain, told, Path(folder))
        if marked is None:
            raise RuntimeError("a workbook that we wrote ourselves could not be marked")
        return marked


def _told(problems: Iterable[Problem], translate: Translate) -> dict[str, Any]:
    """Everything the marking process needs, in the reader's language."""
    order = (Severity.ERROR, Severity.WARNING)
    grave = [one for one in problems if one.cell and one.severity in order]
    grave.sort(key=lambda one: order.index(one.severity))
    headings = (
        say("Sheet"), say("Cell"), say("Column"), say("Found"), say("What is wrong"), say("What to do"),
    )  # fmt: skip
    return {
        "name": say("Problems").render(translate),
        "title": PROBLEMS_MARK.render(translate),
        "headings": [one.render(translate) for one in headings],
        "notes": [_note(one, translate) for one in grave[:MOST_MARKED]],
    }


def _note(one: Problem, translate: Translate) -> dict[str, Any]:
    problem = one.problem.render(translate)
    todo = one.suggestion.render(translate) if one.suggestion else ""
    return {
        "sheet": one.sheet,
        "cell": one.cell,
        "severity": str(one.severity),
        "comment": f"{problem} {todo}".strip()[:LONGEST_COMMENT],
        "line": [one.sheet, one.cell, one.column, one.found, problem, todo],
    }


def _marked(path: Path, told: dict[str, Any], folder: Path) -> bytes | None:
    """The workbook marked in a process of its own; ``None`` if that did not end well."""
    job, target = folder / "job.json", folder / "marked.xlsx"
    job.write_text(json.dumps(told), encoding="utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _START, _PACKAGE_FOLDER, str(path.resolve()), str(job), str(target)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            timeout=WAIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return target.read_bytes() if done.returncode == 0 and target.exists() else None


def _as_workbook(tables: Sequence[TableRead], told: dict[str, Any]) -> bytes:
    """The tables at the rows and columns they had, one sheet each sheet, so that the cells' addresses hold."""
    names = list(dict.fromkeys(table.sheet for table in tables))
    pages: list[Table] = []
    renamed: dict[str, str] = {}
    for name in names:
        renamed[name] = sheet_name(name, list(renamed.values()))
        pages.append(_page(renamed[name], [table for table in tables if table.sheet == name]))
    for note in told["notes"]:
        note["sheet"] = renamed.get(note["sheet"], note["sheet"])
    return workbook(pages)


def _page(name: str, tables: Sequence[TableRead]) -> Table:
    cells: dict[int, dict[int, Any]] = {}
    for table in tables:
        rows = table.row_numbers.to_pylist()
        for column in table.columns:
            place = _column_number(column.letter)
            if table.header_rows[1]:
                cells.setdefault(table.header_rows[1], {})[place] = column.header
            for row, value in zip(rows, column.values.to_pylist(), strict=True):
                if value is not None:
                    cells.setdefault(row, {})[place] = value
    width = max((max(row) for row in cells.values() if row), default=1)
    lines = [[cells.get(row, {}).get(place) for place in range(1, width + 1)] for row in range(1, max(cells) + 1)]
    headers = ["" if value is None else str(value) for value in lines[0]]
    return Table(name, headers, lines[1:])


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number
