"""What all sheets of one .xlsx share: their names, the calendar, the number formats and the shared texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NoReturn

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.cells import Cells
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
    def _sizes(self) -> np.ndarray:
        """Bytes of each shared text."""
        return pc.binary_length(self.texts).to_numpy(zero_copy_only=False)

    @cached_property
    def _lengths(self) -> np.ndarray:
        """Characters of each shared text."""
        return pc.utf8_length(self.texts).to_numpy(zero_copy_only=False)

    @cached_property
    def _empty_texts(self) -> np.ndarray:
        return np.flatnonzero(self._sizes == 0)

    def check_text_numbers(self, numbers: np.ndarray, sheet: str) -> None:
        """The shared texts a sheet's cells point at exist, and written out stay within the limits."""
        if not len(numbers):
            return
        if numbers.min() < 0 or numbers.max() >= len(self.texts):
            raise_no_such_text(sheet)
        chosen = numbers.astype(np.int64)
        self.tally.check_text_length(int(self._lengths[chosen].max()), sheet)
        self.tally.count_text(int(self._sizes[chosen].sum()), sheet)

    def check_own_texts(self, texts: pa.Array, sheet: str) -> None:
        """Texts that stand in the sheet itself stay within the limits."""
        if len(texts):
            self.tally.check_text_length(pc.max(pc.utf8_length(texts)).as_py(), sheet)
            self.tally.count_text(pc.sum(pc.binary_length(texts)).as_py(), sheet)

    def without_empty_texts(self, cells: Cells) -> Cells:
        """A cell that points at a shared text of no characters is an empty cell."""
        if not len(self._empty_texts):
            return cells
        return cells.pick(~(cells.is_text & np.isin(cells.numbers, self._empty_texts)))

    def shows_of(self, styles: np.ndarray) -> np.ndarray:
        """What each of these cell styles shows; a style that is not in the list shows a number."""
        if not len(self.shows):
            return np.zeros(len(styles), dtype=np.uint8)
        return np.where(styles < len(self.shows), self.shows[np.minimum(styles, len(self.shows) - 1)], Shows.NUMBER)


def raise_no_such_text(sheet: str) -> NoReturn:
    raise WrongInput(
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
    raise WrongInput(
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
            raise WrongInput(
                say(
                    "The workbook is refused: it announces {found} shared texts, which no real workbook has; "
                    "the limit is {limit}. Open it in Excel and save it again.",
                    found=value.strip()[:30],
                    limit=limit,
                )
            )


def _bounded(written: str) -> int:
    return int(written.strip()[:20])
