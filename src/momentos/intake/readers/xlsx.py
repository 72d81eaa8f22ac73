""".xlsx and .xlsm: the package is checked while it is read, once. Macros, links and formulas are never followed."""

from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa

from momentos.domain.messages import Message, say
from momentos.intake.cells import Sheet
from momentos.intake.limits import Limits
from momentos.intake.progress import OnShare
from momentos.intake.readers import sheet_by_block, sheet_by_cell
from momentos.intake.readers.book import Book, SheetPart, part_of_kind, sheet_list, style_list, workbook_part
from momentos.intake.readers.markup import Unusual
from momentos.intake.readers.package import Package
from momentos.intake.readers.shared_texts import read_texts
from momentos.intake.tally import Tally


def read(path: Path, limits: Limits, on_share: OnShare | None = None) -> tuple[list[Sheet], list[Message]]:
    """Every sheet's cells, and what there is to tell. Raises ``Refused`` for a package that is not sound."""
    with Package(path, limits, on_share) as package:
        book = open_book(package, limits)
        sheets = [_read_sheet(package, one, book) for one in book.sheets]
        return sheets, _notices(package)


def open_book(package: Package, limits: Limits) -> Book:
    """What the sheets share, read and checked before any of them."""
    tally = Tally(limits)
    main = workbook_part(package)
    sheets, is_1904 = sheet_list(package, main)
    tally.check_sheets(len(sheets))
    shows = style_list(package, part_of_kind(package, main, "styles"))
    texts = part_of_kind(package, main, "sharedStrings")
    package.expect({part for part in (texts, *(one.part for one in sheets)) if part is not None})
    shared = pa.array([], pa.string()) if texts is None else read_texts(partial(package.chunks, texts), texts, tally)
    return Book(sheets, is_1904, np.asarray(shows), shared, tally)


def _read_sheet(package: Package, sheet: SheetPart, book: Book) -> Sheet:
    if sheet.part is None:
        return Sheet(sheet.name, sheet.hidden)
    counted = book.tally.counted
    try:
        pieces = list(sheet_by_block.read_sheet(package.chunks(sheet.part), sheet.part, sheet.name, book))
    except Unusual:
        book.tally.counted = counted
        pieces = [sheet_by_cell.read_sheet(package.chunks(sheet.part), sheet.part, sheet.name, book)]
    own_texts = [own for _, own, _ in pieces]
    found = Sheet(
        sheet.name,
        sheet.hidden,
        [cells for cells, _, _ in pieces],
        pa.concat_arrays([book.texts, *own_texts]) if any(map(len, own_texts)) else book.texts,
        sum(unanswered for _, _, unanswered in pieces),
    )
    book.tally.check_box(found.first_row, found.last_row, found.first_column, found.last_column, sheet.name)
    return found


def _notices(package: Package) -> list[Message]:
    if any(name.endswith("vbaproject.bin") for name in package.names()):
        return [say("The workbook has macros. They were not run and are not needed.")]
    return []
