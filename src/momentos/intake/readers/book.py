"""What all sheets of one .xlsx share: their names, the calendar, the number formats and the shared texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from momentos.domain.errors import Refused
from momentos.domain.messages import say
from momentos.intake.readers.formats import BUILT_IN, Shows, shown_as
from momentos.intake.readers.package import Package
from momentos.intake.readers.xml import Attributes
from momentos.intake.tally import Tally


@dataclass(frozen=True)
class SheetPart:
    """One worksheet: its name as people see it and the part that holds it. Chart sheets have no part."""

    name: str
    hidden: bool
    part: str | None


@dataclass(frozen=True)
class Book:
    sheets: tuple[SheetPart, ...]
    is_1904: bool
    shows: np.ndarray
    """What each cell style shows (``Shows``), by the style's number."""
    texts: pa.Array
    """The shared texts, by their number."""
    tally: Tally

    @cached_property
    def _listed(self) -> list[str]:
        return self.texts.to_pylist()

    @cached_property
    def text_lengths(self) -> np.ndarray:
        """Bytes of each shared text."""
        return pc.binary_length(self.texts).to_numpy(zero_copy_only=False)

    def shared_text(self, number: str, sheet: str) -> str:
        """The shared text a cell points at."""
        index = int(number) if number.isascii() and number.strip().isdigit() and len(number) < 12 else -1
        if not 0 <= index < len(self._listed):
            raise_no_such_text(sheet)
        return self._listed[index]


def raise_no_such_text(sheet: str) -> None:
    raise Refused(
        say(
            "The workbook is damaged: a cell of the sheet {sheet} points at a text that is not in the file. "
            "Open it in Excel, save it again and try with that copy.",
            sheet=sheet,
        )
    )


def workbook_part(package: Package) -> str:
    """The name of the part that lists the sheets, which need not be the usual one."""
    for kind, part in package.related("").values():
        if kind == "officeDocument" and part in package:
            return part
    if "xl/workbook.xml" in package:
        return "xl/workbook.xml"
    raise Refused(
        say(
            "The workbook is damaged: the list of its sheets is missing. Open it in Excel, save it again "
            "and try with that copy."
        )
    )


def sheet_list(package: Package, part: str) -> tuple[tuple[SheetPart, ...], bool]:
    """The worksheets in order, and whether days are counted from 1904."""
    related = package.related(part)
    elements = package.elements(part)
    is_1904 = any(
        path[-1] == "workbookPr" and attributes.get("date1904", "0").casefold() in ("1", "true", "on")
        for path, attributes in elements
    )
    sheets = [
        _sheet_part(attributes, related, package) for path, attributes in elements if path[-2:] == ("sheets", "sheet")
    ]
    return tuple(sheets), is_1904


def _sheet_part(attributes: Attributes, related: dict[str, tuple[str, str]], package: Package) -> SheetPart:
    kind, part = related.get(attributes.get("id", ""), ("", ""))
    is_worksheet = kind == "worksheet" and part in package
    hidden = attributes.get("state", "visible") != "visible"
    return SheetPart(attributes.get("name", ""), hidden, part if is_worksheet else None)


def part_of_kind(package: Package, part: str, kind: str) -> str | None:
    """The name of the related part of one kind (styles, sharedStrings), if there is one."""
    return next((name for found, name in package.related(part).values() if found == kind and name in package), None)


def style_list(package: Package, part: str | None) -> np.ndarray:
    """What each cell style shows."""
    if part is None:
        return np.zeros(0, dtype=np.uint8)
    own: dict[int, Shows] = {}
    used: list[int] = []
    for path, attributes in package.elements(part):
        if path[-2:] == ("numFmts", "numFmt"):
            own[_number(attributes.get("numFmtId"))] = shown_as(attributes.get("formatCode", ""))
        elif path[-2:] == ("cellXfs", "xf"):
            used.append(_number(attributes.get("numFmtId")))
    return np.array([own.get(one, BUILT_IN.get(one, Shows.NUMBER)) for one in used], dtype=np.uint8)


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 10 else 0


def check_declared_count(attributes: Iterable[tuple[str, str]], limit: int) -> None:
    """Refuses a list of shared texts that says it is longer than any workbook may be."""
    for name, value in attributes:
        if (
            name in ("count", "uniqueCount")
            and value.strip().lstrip("+-").isdigit()
            and not 0 <= _bounded(value) <= limit
        ):
            raise Refused(
                say(
                    "The workbook is refused: it announces {found} shared texts, which no real workbook has; "
                    "the limit is {limit}. Open it in Excel and save it again.",
                    found=value.strip()[:30],
                    limit=limit,
                )
            )


def _bounded(written: str) -> int:
    return int(written.strip()[:20])
