"""A person's own workbook comes back marked, and once corrected it brings in exactly the rows that were kept out."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.terminal.terminal import Terminal

BAD = "31/02/2026"
FORMULA = "=1+1"
HEADERS = ("Fecha", "Agente", "Espera")


@pytest.fixture
def calls(tmp_path: Path) -> str:
    """Three calls, one on a day that is in no calendar and one whose wait is no duration."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Llamadas d'hoy"
    for row in (HEADERS, ("13/02/2026", "Ana Ruiz", 30), (BAD, "Ana Ruiz", 50), ("14/02/2026", "Luis", "mucho")):
        page.append(row)
    page["A1"].font = Font(bold=True, color="FF00AA00")
    page.column_dimensions["A"].width = 33
    page["C4"].value = FORMULA
    page["C4"].data_type = "s"
    book.save(tmp_path / "llamadas.xlsx")
    return str(tmp_path / "llamadas.xlsx")


def test_wrong_cells_are_red_with_a_comment_and_listed_with_links(terminal: Terminal, calls: str) -> None:
    target = terminal.folder / "marcado.xlsx"

    terminal.json("import", calls, "--marked", str(target), "--lang", "es", status=3)

    book = openpyxl.load_workbook(target)
    listed, page = book.worksheets
    assert page["A3"].fill.fgColor.rgb == "FFFFB3B0"
    assert page["A3"].comment.text.startswith("Ese día no existe en el calendario.")
    assert page["A2"].comment is None
    assert page["A1"].font.color.rgb == "FF00AA00"
    assert page.column_dimensions["A"].width == 33
    assert [cell.value for cell in listed[3]][:4] == ["Llamadas d'hoy", "A3", "Fecha", BAD]
    assert listed["B3"].hyperlink.location == "'Llamadas d''hoy'!A3"


def test_text_that_looks_like_a_formula_stays_text(terminal: Terminal, calls: str) -> None:
    target = terminal.folder / "marcado.xlsx"

    terminal.json("import", calls, "--marked", str(target), status=3)

    listed = openpyxl.load_workbook(target).worksheets[0]
    (found,) = [row[3] for row in listed.iter_rows(min_row=3) if row[1].value == "C4"]
    assert (found.value, found.data_type) == (FORMULA, "s")


def test_the_corrected_workbook_brings_in_the_rows_that_were_kept_out(terminal: Terminal, calls: str) -> None:
    target = terminal.folder / "marcado.xlsx"
    terminal.json("import", calls, "--marked", str(target), status=3)
    book = openpyxl.load_workbook(target)
    page = book.worksheets[1]
    page["A3"] = "28/02/2026"
    page["C4"] = 70
    book.save(target)

    (report,) = terminal.json("import", str(target))

    (sheet,) = report["sheets"]
    assert (sheet["read"], sheet["loaded"], sheet["unchanged"], sheet["rejected"]) == (3, 2, 1, 0)


def test_a_text_file_comes_back_as_a_workbook(terminal: Terminal) -> None:
    target = terminal.folder / "marcado.xlsx"
    text = f"{','.join(HEADERS)}\n13/02/2026,Ana Ruiz,30\n{BAD},Ana Ruiz,50\n14/02/2026,Luis,20\n"

    terminal.json("import", terminal.write("llamadas.csv", text), "--marked", str(target), status=3)

    page = openpyxl.load_workbook(target).worksheets[1]
    assert [cell.value for cell in page[1]] == list(HEADERS)
    assert page["A3"].value == BAD
    assert page["A3"].fill.fgColor.rgb == "FFFFB3B0"
    assert page["A3"].comment is not None
