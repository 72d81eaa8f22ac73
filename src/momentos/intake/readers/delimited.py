""".csv, .tsv and .txt: which characters, which delimiter, and every field as the text it is."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from momentos.domain.errors import WrongInput
from momentos.domain.messages import Message, say
from momentos.intake.cells import Sheet, sheet_from_texts
from momentos.intake.limits import Limits
from momentos.intake.tally import Tally

DELIMITERS = ",;\t|"
SPACES = " "
"""Stands for columns aligned with runs of spaces."""
WITHOUT_MEANING = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Bytes that cp1252 leaves undefined; a file that has them is in some other encoding."""

_SPACES = re.compile(r"[ ]+")


def read(path: Path, name: str, limits: Limits) -> tuple[list[Sheet], list[Message]]:
    """The file as one sheet of texts, and what there is to tell. Raises ``Refused``."""
    csv.field_size_limit(limits.cell_characters * 4)
    text, notices = decode(path.read_bytes(), name)
    delimiter = find_delimiter(text)
    rows = _rows(text, delimiter, name)
    notices += _ragged(rows)
    tally = Tally(limits)
    width = max(map(len, rows), default=0)
    tally.check_box(1, max(len(rows), 1), 1, max(width, 1), name)
    sheet = sheet_from_texts(Path(name).stem or name, rows)
    tally.count(sheet.cell_count, name)
    return [sheet], notices


def decode(content: bytes, name: str) -> tuple[str, list[Message]]:
    """The text: by its byte order mark, else strict UTF-8, else Windows-1252, which is told."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_utf16(content, name), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        if WITHOUT_MEANING & set(content):
            raise WrongInput(
                say(
                    "The file {file} is neither in UTF-8 nor in the Windows encoding, so its accents cannot be read. "
                    "Save it again as «CSV UTF-8».",
                    file=name,
                )
            ) from None
        notice = say(
            "The file {file} is not in UTF-8; it was read in the Windows encoding (cp1252). Look at the accents.",
            file=name,
        )
        return content.decode("cp1252"), [notice]


def _decode_utf16(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise WrongInput(
            say("The file {file} begins as UTF-16 and breaks off. Save it again as «CSV UTF-8».", file=name)
        ) from error


def find_delimiter(text: str) -> str:
    """The delimiter that cuts most lines into one and the same number of fields, two or more, over the whole file."""
    lines = [line for line in text.splitlines() if line.strip()]
    agreements = {one: _agreement(lines, one) for one in DELIMITERS}
    best = max(DELIMITERS, key=lambda one: agreements[one])
    if agreements[best] > 0:
        return best
    widths = Counter(len(_SPACES.split(line.strip())) for line in lines)
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    return SPACES if width > 1 and count >= 0.9 * len(lines) else DELIMITERS[0]


def _agreement(lines: list[str], delimiter: str) -> float:
    """Share of lines with the most common number of delimiters outside quotes; 0 where that number is 0.

    More columns break a tie: in ``1,5;2,5;3,5`` both cut every line alike.
    """
    counts = Counter(_count_outside_quotes(line, delimiter) for line in lines)
    number, lines_with_it = max(
        ((number, count) for number, count in counts.items() if number), key=lambda one: one[1], default=(0, 0)
    )
    return lines_with_it / len(lines) + min(number, 100) / 1_000 if number else 0.0


def _count_outside_quotes(line: str, delimiter: str) -> int:
    return line.count(delimiter) if '"' not in line else sum(part.count(delimiter) for part in line.split('"')[::2])


def _rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    if "\x00" in text:
        raise WrongInput(
            say(
                "The file {file} holds bytes that no text has. Save it again as .csv or .xlsx from its program.",
                file=name,
            )
        )
    try:
        rows = [_trimmed(row) for row in _split(text, delimiter)]
    except csv.Error as error:
        raise WrongInput(
            say(
                "The file {file} cannot be cut into fields: a quotation mark is probably never closed, or a field "
                "is too long. Save it again as .xlsx or .csv from its program.",
                file=name,
            )
        ) from error
    return rows


def _split(text: str, delimiter: str) -> Iterator[list[str]]:
    if delimiter == SPACES:
        return (_SPACES.split(line.strip()) if line.strip() else [] for line in text.splitlines())
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _trimmed(row: list[str]) -> list[str]:
    """Without the empty fields at the end, which are only delimiters."""
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def _ragged(rows: list[list[str]]) -> list[Message]:
    """Tells of rows with more fields than nearly all others have: most often a stray delimiter inside a text."""
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return []
    usual = max(widths, key=lambda width: (widths[width], width))
    over = [
        number for number, row in enumerate(rows, start=1) if len(row) > usual and widths[len(row)] < 0.05 * len(rows)
    ]
    if not over:
        return []
    return [
        say(
            "Rows with more fields than the others: {count} (the first is row {row}). "
            "A delimiter inside a text is the usual cause; nothing was dropped.",
            count=len(over),
            row=over[0],
        )
    ]
