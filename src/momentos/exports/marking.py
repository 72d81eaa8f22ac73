"""The process in which a person's own workbook is marked: alone with the file, limited, started by ``annotated``.

A workbook that reads well can still hang the library that rewrites it, so this never runs where the screens do.
"""

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

MEMORY_BYTES, SECONDS = 4 << 30, 120

RED, ORANGE = "FFFFB3B0", "FFFFE0B2"
"""Fills for a row that is kept out, and for a cell that deserves a look."""

WIDTHS = (24, 10, 28, 28, 60, 60)
AUTHOR = "Momentos"


def main(arguments: list[str]) -> None:
    """``workbook job.json target.xlsx``: the workbook with its cells marked and the list of them as its first sheet."""
    source, job, target = map(Path, arguments)
    confine()
    told = json.loads(job.read_text(encoding="utf-8"))
    mark(source, told, target)


def confine() -> None:
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def mark(source: Path, told: dict[str, Any], target: Path) -> None:
    """Formats and formulas stay as they are; macros and links to other files are left behind."""
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    book = load_workbook(source, keep_vba=False, keep_links=False)
    fills = {name: PatternFill("solid", fgColor=colour) for name, colour in (("error", RED), ("warning", ORANGE))}
    for note in told["notes"]:
        if note["sheet"] in book.sheetnames:
            cell = book[note["sheet"]][note["cell"]]
            cell.fill = fills[note["severity"]]
            with contextlib.suppress(AttributeError):
                cell.comment = Comment(note["comment"], AUTHOR, height=120, width=300)
    _write_list(book, told)
    book.active = 0
    book.save(target)


def _write_list(book: Any, told: dict[str, Any]) -> None:
    """The first sheet. Text is written as text, whatever it begins with; links lead into this workbook alone."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    page = book.create_sheet(told["name"], 0)
    lines = [[told["title"]], told["headings"], *(note["line"] for note in told["notes"])]
    for row, line in enumerate(lines, start=1):
        for column, text in enumerate(line, start=1):
            cell = page.cell(row, column)
            cell.value = text
            cell.data_type = "s"
    for cell in (page["A1"], *page[2]):
        cell.font = Font(bold=True)
    for row, note in enumerate(told["notes"], start=3):
        link = page.cell(row, 2)
        place = f"'{note['sheet'].replace(chr(39), chr(39) * 2)}'!{note['cell']}"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=place)
        link.font = Font(underline="single", color="FF1F4E9E")
    for letter, width in zip("ABCDEF", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    page.freeze_panes = "A3"


if __name__ == "__main__":
    main(sys.argv[1:])
