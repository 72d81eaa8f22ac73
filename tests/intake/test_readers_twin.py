"""The fast way of reading a sheet gives what the slow and obvious one gives, or leaves the sheet to it."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from momentos.domain.errors import Refused
from momentos.intake.cells import as_texts, joined
from momentos.intake.limits import Limits
from momentos.intake.readers import shared_texts, sheet_by_block, sheet_by_cell
from momentos.intake.readers.book import Book
from momentos.intake.readers.markup import Unusual
from momentos.intake.tally import Tally
from tests.intake.hostile import garbled, sheet_xml, texts_xml

SEEDS = int(os.environ.get("MOMENTOS_MUTANTS", "200")) * 10
TEXTS = pa.array(["Ana", "Luis", "", "Sofía & Cía", "<b>"])
SHOWS = np.array([0, 1, 2, 3, 4, 5], dtype=np.uint8)
VARIED = sheet_xml(
    '<row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c><c r="E1" s="4" t="str"><v>a &amp; b</v></c></row>'
    '<row r="2" ht="15.5" customHeight="1"/>'
    '<row r="3"><c r="A3" s="1"><v>45000</v></c><c r="B3" s="2"><v>45000.5104166667</v></c><c r="C3" s="3"><v>0.25</v></c>'
    '<c r="D3" s="4"><v>1.5</v></c><c r="E3" s="5"><v>0.85</v></c><c r="AB3"><v>-1.5E-3</v></c></row>'
    '<row r="4"><c r="A4"><f>SUM(A1:A3)&gt;0</f><v>7</v></c><c r="B4"><f t="shared" ref="B4:B9" si="0">1+1</f></c><c r="C4" t="b"><v>1</v></c>'
    '<c r="D4" t="e"><v>#N/A</v></c><c r="E4" t="inlineStr"><is><t xml:space="preserve"> dos </t></is></c><c r="F4" s="2"/></row>'
    '<row r="1048576"><c r="XFD1048576" t="s"><v>2</v></c></row>'
)


def book() -> Book:
    return Book((), False, SHOWS, TEXTS, Tally(Limits()))


Read = tuple[list[int], list[str | None], list[int], int]


def fast(data: bytes) -> Read:
    own = book()
    pieces = list(sheet_by_block.read_sheet(iter([data]), "hoja.xml", "Hoja1", own))
    return _comparable(
        [cells for cells, _, _ in pieces], [texts for _, texts, _ in pieces], sum(one[2] for one in pieces)
    )


def slow(data: bytes) -> Read:
    cells, texts, unanswered = sheet_by_cell.read_sheet(iter([data]), "hoja.xml", "Hoja1", book())
    return _comparable([cells], [texts], unanswered)


def _comparable(pieces: list, texts: list[pa.Array], unanswered: int) -> Read:
    if not pieces:
        return [], [], [], unanswered
    cells = joined(pieces)
    written = as_texts(cells, pa.concat_arrays([TEXTS, *texts]))
    return cells.places.tolist(), written.to_pylist(), cells.kinds.tolist(), unanswered


def test_a_sheet_with_every_kind_of_cell_reads_alike_both_ways() -> None:
    assert fast(VARIED.encode()) == slow(VARIED.encode())


def test_the_fast_way_reads_every_kind_of_cell() -> None:
    _, texts, _, unanswered = fast(VARIED.encode())

    assert texts == [
        "Ana", "Sofía & Cía", "a & b",
        "2023-03-15", "2023-03-15 12:15:00", "06:00:00", "36:00:00", "85 %", "-0.0015",
        "7", "TRUE", "#N/A", " dos ",
    ]  # fmt: skip
    assert unanswered == 1


def test_mutants_of_a_sheet_never_read_differently_the_fast_way() -> None:
    content = VARIED.encode()
    read_fast = 0
    for seed in range(SEEDS):
        mutant = garbled(content, random.Random(seed))
        try:
            found = fast(mutant)
        except Unusual:
            continue
        except Refused:
            with pytest.raises(Refused):
                slow(mutant)
            continue
        read_fast += 1
        assert found == slow(mutant), f"seed {seed}"

    assert read_fast > SEEDS / 20


def test_mutants_of_the_shared_texts_never_read_differently_the_fast_way() -> None:
    content = texts_xml(("Empleado", "a &amp; b &#225;", "_x000D_fin", "", "ñandú")).encode()
    for seed in range(SEEDS):
        mutant = garbled(content, random.Random(seed))
        try:
            found = pa.concat_arrays(
                [pa.array([], pa.string()), *shared_texts._by_block(iter([mutant]), "t", Tally(Limits()))]
            )
        except (Unusual, Refused):
            continue
        assert found.to_pylist() == shared_texts._one_by_one(iter([mutant]), "t", Tally(Limits())).to_pylist(), seed


@pytest.mark.parametrize("size", [1, 7, 100, 1_000])
def test_where_the_pieces_are_cut_makes_no_difference(size: int) -> None:
    data = VARIED.encode()

    def chunks() -> Iterator[bytes]:
        return (data[start : start + size] for start in range(0, len(data), size))

    pieces = list(sheet_by_block.read_sheet(chunks(), "hoja.xml", "Hoja1", book()))

    read = _comparable(
        [cells for cells, _, _ in pieces], [texts for _, texts, _ in pieces], sum(one[2] for one in pieces)
    )
    assert read == slow(data)


def test_real_workbooks_read_alike_both_ways(real_data: Path) -> None:
    from momentos.intake.readers import xlsx
    from momentos.intake.readers.package import Package

    compared = 0
    for path in [*real_data.glob("uglyxlsx/*/*.xlsx"), *real_data.glob("*/*.xlsx")]:
        if path.name == "example_password.xlsx":
            continue
        with Package(path, Limits()) as package:
            opened = xlsx.open_book(package, Limits())
            for sheet in opened.sheets:
                if sheet.part is None:
                    continue
                data = b"".join(package.chunks(sheet.part))[:20_000_000]
                try:
                    pieces = list(sheet_by_block.read_sheet(iter([data]), sheet.part, sheet.name, opened))
                except Unusual:
                    continue
                cells, _, _ = sheet_by_cell.read_sheet(iter([data]), sheet.part, sheet.name, opened)
                both = joined([one for one, _, _ in pieces]) if pieces else cells
                assert np.array_equal(both.places, cells.places), (path.name, sheet.name)
                assert np.array_equal(both.kinds, cells.kinds)
                assert np.array_equal(both.numbers, cells.numbers)
                compared += 1

    assert compared > 60
