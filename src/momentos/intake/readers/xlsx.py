""".xlsx and .xlsm: the package is checked while it is read, once. Macros, links and formulas are never followed."""

from pathlib import Path

import numpy as np
import pyarrow as pa

from momentos.domain.messages import Message, say
from momentos.intake.cells import Sheet
from momentos.intake.limits import Limits
from momentos.intake.readers.book import Book, SheetPart, part_of_kind, sheet_list, style_list, workbook_part
from momentos.intake.readers.package import Package
from momentos.intake.readers.shared_texts import read_texts
from momentos.intake.readers.sheet_by_cell import read_sheet
from momentos.intake.tally import Tally


def read(path: Path, limits: Limits) -> tuple[list[Sheet], list[Message]]:
    """Every sheet's cells, and what there is to tell. Raises ``Refused`` for a package that is not sound."""
    with Package(path, limits) as package:
        book = _open(package, limits)
        sheets = [_read_sheet(package, one, book) for one in book.sheets]
        return sheets, _notices(package)


def _open(package: Package, limits: Limits) -> Book:
    tally = Tally(limits)
    main = workbook_part(package)
    sheets, is_1904 = sheet_list(package, main)
    tally.check_sheets(len(sheets))
    shows = style_list(package, part_of_kind(package, main, "styles"))
    texts = part_of_kind(package, main, "sharedStrings")
    shared = pa.array([], pa.string()) if texts is None else read_texts(package.chunks(texts), texts, tally)
    return Book(sheets, is_1904, np.asarray(shows), shared, tally)


def _read_sheet(package: Package, sheet: SheetPart, book: Book) -> Sheet:
    if sheet.part is None:
        return Sheet(sheet.name, sheet.hidden)
    cells, formulas_without_value = read_sheet(package.chunks(sheet.part), sheet.part, sheet.name, book)
    return Sheet(sheet.name, sheet.hidden, [cells], formulas_without_value)


def _notices(package: Package) -> list[Message]:
    if any(name.endswith("vbaproject.bin") for name in package.names()):
        return [say("The workbook has macros. They were not run and are not needed.")]
    return []
