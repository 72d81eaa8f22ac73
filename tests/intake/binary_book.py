"""Writes small .xlsb workbooks, record by record, as [MS-XLSB] lays them out: no free program writes the format."""

import struct
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

Value = str | float | bool | datetime | None

ROW, REAL, TRUTH, SHARED = 0, 5, 4, 7
TEXT_ITEM, FORMAT, STYLE = 19, 44, 47
BOOK, BOOK_END, SHEETS, SHEETS_END, SHEET_ENTRY = 131, 132, 143, 144, 156
SHEET, SHEET_END, EXTENT, DATA, DATA_END = 129, 130, 148, 145, 146
TEXTS, TEXTS_END = 159, 160
STYLES, STYLES_END, FORMATS, FORMATS_END, CELL_STYLES, CELL_STYLES_END = 278, 279, 615, 616, 617, 618
DATE_FORMAT, PLAIN, DATED = 164, 0, 1

_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/>
<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/>
<Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_binary_book(path: Path, sheet: str, rows: Sequence[Sequence[Value]]) -> Path:
    """One sheet whose rows begin at A1."""
    texts = list(dict.fromkeys(value for row in rows for value in row if isinstance(value, str)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _links([("officeDocument", "xl/workbook.bin")]))
        kinds = [
            ("worksheet", "worksheets/sheet1.bin"),
            ("styles", "styles.bin"),
            ("sharedStrings", "sharedStrings.bin"),
        ]
        package.writestr("xl/_rels/workbook.bin.rels", _links(kinds))
        package.writestr("xl/workbook.bin", _workbook(sheet))
        package.writestr("xl/worksheets/sheet1.bin", _sheet(rows, texts))
        package.writestr("xl/sharedStrings.bin", _texts(texts))
        package.writestr("xl/styles.bin", _styles())
    return path


def _links(targets: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def _workbook(sheet: str) -> bytes:
    entry = struct.pack("<LL", 0, 1) + _wide("rId1") + _wide(sheet)
    return b"".join(_record(*one) for one in ((BOOK,), (SHEETS,), (SHEET_ENTRY, entry), (SHEETS_END,), (BOOK_END,)))


def _sheet(rows: Sequence[Sequence[Value]], texts: Sequence[str]) -> bytes:
    extent = struct.pack("<LLLL", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    cells = b"".join(_row(number, row, texts) for number, row in enumerate(rows))
    return _record(SHEET) + _record(EXTENT, extent) + _record(DATA) + cells + _record(DATA_END) + _record(SHEET_END)


def _row(number: int, row: Iterable[Value], texts: Sequence[str]) -> bytes:
    header = struct.pack("<LLH3xL", number, 0, 300, 0)
    return _record(ROW, header) + b"".join(
        _cell(column, value, texts) for column, value in enumerate(row) if value is not None
    )


def _cell(column: int, value: Value, texts: Sequence[str]) -> bytes:
    if isinstance(value, str):
        return _record(SHARED, struct.pack("<LLL", column, PLAIN, texts.index(value)))
    if isinstance(value, bool):
        return _record(TRUTH, struct.pack("<LLB", column, PLAIN, value))
    if isinstance(value, datetime):
        days = (value - datetime(1899, 12, 30)).total_seconds() / 86_400
        return _record(REAL, struct.pack("<LLd", column, DATED, days))
    return _record(REAL, struct.pack("<LLd", column, PLAIN, float(value or 0)))


def _texts(texts: Sequence[str]) -> bytes:
    items = b"".join(_record(TEXT_ITEM, b"\0" + _wide(text)) for text in texts)
    return _record(TEXTS, struct.pack("<LL", len(texts), len(texts))) + items + _record(TEXTS_END)


def _styles() -> bytes:
    written = struct.pack("<H", DATE_FORMAT) + _wide("dd/mm/yyyy hh:mm")
    styles = b"".join(_record(STYLE, struct.pack("<HH12x", 0, number)) for number in (0, DATE_FORMAT))
    return b"".join((
        _record(STYLES), _record(FORMATS, struct.pack("<L", 1)), _record(FORMAT, written), _record(FORMATS_END),
        _record(CELL_STYLES, struct.pack("<L", 2)), styles, _record(CELL_STYLES_END), _record(STYLES_END),
    ))  # fmt: skip


def _wide(text: str) -> bytes:
    return struct.pack("<L", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _record(kind: int, body: bytes = b"") -> bytes:
    return _packed(kind) + _packed(len(body)) + body


def _packed(number: int) -> bytes:
    """Seven bits a byte, the highest bit saying that more follow."""
    found = b""
    while number >= 0x80:
        found += bytes([number & 0x7F | 0x80])
        number >>= 7
    return found + bytes([number])
