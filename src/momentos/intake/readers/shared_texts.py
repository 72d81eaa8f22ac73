"""The shared texts of an .xlsx: every text of the workbook once, which cells point at by number."""

from collections.abc import Iterable

import pyarrow as pa

from momentos.intake.readers.book import check_declared_count
from momentos.intake.readers.sheet_by_cell import unescape
from momentos.intake.readers.xml import Attributes, local, parse
from momentos.intake.tally import Tally


def read_texts(chunks: Iterable[bytes], part: str, tally: Tally) -> pa.Array:
    """The texts in order; runs of rich text are joined, phonetic guides left out."""
    texts: list[str] = []
    pieces: list[str] = []
    depth = {"t": 0, "rPh": 0}

    def on_start(name: str, attributes: Attributes) -> None:
        match local(name):
            case "sst":
                check_declared_count(attributes.items(), tally.limits.cells)
            case "si":
                pieces.clear()
            case "t" | "rPh" as tag:
                depth[tag] += 1

    def on_end(name: str) -> None:
        match local(name):
            case "si":
                texts.append(unescape("".join(pieces)))
            case "t" | "rPh" as tag:
                depth[tag] -= 1

    def on_text(text: str) -> None:
        if depth["t"] and not depth["rPh"]:
            pieces.append(text)

    parse(chunks, part, on_start, on_end, on_text)
    return pa.array(texts, type=pa.string())
