"""The shared texts of an .xlsx: every text of the workbook once, which cells point at by number."""

import re
from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pyarrow as pa

from momentos.intake.readers.book import check_declared_count
from momentos.intake.readers.markup import Grammar, Unusual, pieces, plain_texts, unescape, without_line_ends
from momentos.intake.readers.xml import Attributes, XmlChecker, local, parse
from momentos.intake.tally import Tally

ITEM, ITEM_END, TEXT, TEXT_EMPTY, TEXT_END = 1, 2, 3, 4, 5
GRAMMAR = Grammar(
    plain={
        b"<si>": ITEM, b"</si>": ITEM_END, b"<t>": TEXT, b'<t xml:space="preserve">': TEXT, b"<t/>": TEXT_EMPTY,
        b"</t>": TEXT_END,
    },
    named={},
    follows={
        None: (ITEM,), ITEM: (TEXT, TEXT_EMPTY, ITEM_END), TEXT: (TEXT_END,), TEXT_EMPTY: (ITEM_END,),
        TEXT_END: (ITEM_END,), ITEM_END: (ITEM,),
    },
    last=(ITEM_END,),
    holds_text=(TEXT,),
)  # fmt: skip

_OPENING = re.compile(rb"<sst[^<>]*>")


def read_texts(chunks: Callable[[], Iterator[bytes]], part: str, tally: Tally) -> pa.Array:
    """The texts in order; runs of rich text are joined, phonetic guides left out. Raises ``Refused``."""
    try:
        return pa.concat_arrays([pa.array([], pa.string()), *_by_block(chunks(), part, tally)])
    except Unusual:
        return _one_by_one(chunks(), part, tally)


def _by_block(chunks: Iterator[bytes], part: str, tally: Tally) -> Iterator[pa.Array]:
    """Many texts at a time, from a list written in the plain form."""

    def on_start(_: str, attributes: Attributes) -> None:
        check_declared_count(attributes.items(), tally.limits.cells)

    checker = XmlChecker(part, on_start)
    for kind, data in pieces(chunks, _OPENING, b"</si>", b"</sst>"):
        if kind == "rows":
            yield _texts(data)
        else:
            if b"<!" in data:
                raise Unusual
            checker.feed(data, is_last=kind == "after")
            if checker.encoding.upper() != "UTF-8":
                raise Unusual


def _texts(data: bytes) -> pa.Array:
    tags = GRAMMAR.take_apart(without_line_ends(data, (b"<si>", b"</si>", b"<t>", b"<t ")))
    items = np.flatnonzero(tags.codes == ITEM)
    filled = tags.codes[items + 1] == TEXT
    found = plain_texts(tags.texts_after(np.flatnonzero(tags.codes == TEXT)))
    if filled.all():
        return found
    which = np.cumsum(filled) - 1
    return pa.concat_arrays([found, pa.array([""])]).take(pa.array(np.where(filled, which, len(found))))


def _one_by_one(chunks: Iterable[bytes], part: str, tally: Tally) -> pa.Array:
    """Text by text, from a list written in whatever way."""
    texts: list[str] = []
    runs: list[str] = []
    depth = {"t": 0, "rPh": 0}

    def on_start(name: str, attributes: Attributes) -> None:
        match local(name):
            case "sst":
                check_declared_count(attributes.items(), tally.limits.cells)
            case "si":
                runs.clear()
            case "t" | "rPh" as tag:
                depth[tag] += 1

    def on_end(name: str) -> None:
        match local(name):
            case "si":
                texts.append(unescape("".join(runs)))
            case "t" | "rPh" as tag:
                depth[tag] -= 1

    def on_text(text: str) -> None:
        if depth["t"] and not depth["rPh"]:
            runs.append(text)

    parse(chunks, part, on_start, on_end, on_text)
    return pa.array(texts, type=pa.string())
