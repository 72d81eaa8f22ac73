"""Opens a workbook: past the gate, through a child process, into tables of headers and typed columns."""

import hashlib
from pathlib import Path

from momentos.datasets.checked import SourceFile
from momentos.intake.gate import identify
from momentos.intake.isolate import read_isolated
from momentos.intake.limits import Limits
from momentos.intake.progress import OnShare
from momentos.intake.raw_table import Workbook

DEFAULT_LIMITS = Limits()


def open_workbook(
    path: Path, name: str, *, limits: Limits = DEFAULT_LIMITS, on_share: OnShare | None = None
) -> Workbook:
    """Everything in the file that reads as a table; ``name`` is what the person calls the file.

    Raises ``Refused``, with a sentence that names what is wrong or the limit met and the way out, for a file that is
    not a spreadsheet, protected, damaged, hostile or too large. Nothing of such a file is kept. ``on_share`` hears how
    much is read, from 0 to 1, of files long enough and of a kind that tells.
    """
    kind = identify(path, name, limits)
    source = SourceFile(name=name, path=path, sha256=_sha256(path), size=path.stat().st_size)
    found = read_isolated(path, name, kind, limits, on_share)
    return Workbook(source, kind, found.tables, found.sheets, found.notices)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
