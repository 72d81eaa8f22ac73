"""Every real workbook through the whole way in, without help: what was recognised, what was asked, what it cost.

``python benchmarks/intake_trials.py [FOLDER]`` writes ``docs/intake-trials.md``. Without a folder, the one with real
spreadsheets beside the checkout.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from momentos.datasets.checked import Severity
from momentos.domain.errors import Refused
from momentos.terminal.reading import ReadFile, ReadTable, Wishes, read_file

CHECKOUT = Path(__file__).parents[1]
REPORT = CHECKOUT / "docs" / "intake-trials.md"
REAL_DATA = CHECKOUT.parent / "shared" / "data"
READABLE = frozenset([".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".doc", ".docx", ".ppt"])
LONGEST = 110

HEAD = """# Intake trials

What became of every file of a folder of real spreadsheets when nobody helped. Written by
`python benchmarks/intake_trials.py`; the folder is not part of the repository.

A table that was not recognised is not loaded: the person is asked what it is. Rows read are always rows ready to load
plus rows kept out plus rows skipped on purpose. Seconds are on the clock, process start included.

| File | Sheet | Taken for | Columns taken | Asked | Read | To load | Kept out | Skipped | Reconciled | Seconds |
|---|---|---|---|---|---:|---:|---:|---:|---|---:|
"""


@dataclass(frozen=True)
class Trial:
    """One file: what was read of it, or why it was refused, and how long that took."""

    name: str
    read: ReadFile | None
    refusal: str
    seconds: float


def files_of(folder: Path) -> list[Path]:
    """Every file that somebody could take for a spreadsheet."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in READABLE)


def tried(path: Path, folder: Path) -> Trial:
    """The file read as the command line would read it if nothing were said about it."""
    began = time.perf_counter()
    name = path.relative_to(folder).as_posix()
    try:
        read = read_file(path, Wishes(), today=date.today())
    except Refused as refusal:
        return Trial(name, None, str(refusal), time.perf_counter() - began)
    return Trial(name, read, "", time.perf_counter() - began)


def reconciles(one: ReadTable) -> bool:
    """Whether every row is accounted for; a table that waits for an answer must say which."""
    if one.checked is None:
        return any(problem.severity is Severity.ERROR for problem in one.problems)
    sheet = one.checked
    return sheet.read == one.table.row_count == sheet.rows.num_rows + sheet.rejected + sheet.skipped


def lines(trial: Trial) -> Iterator[str]:
    """The file's rows of the report."""
    seconds = f"{trial.seconds:.1f}"
    if trial.read is None:
        yield _row(trial.name, "", f"refused: {trial.refusal}", *[""] * 7, seconds)
        return
    for one in trial.read.tables:
        yield _row(trial.name, one.table.sheet, *_told(one), "yes" if reconciles(one) else "NO", seconds)


def _told(one: ReadTable) -> tuple[str, ...]:
    asked = "; ".join(str(problem.problem) for problem in one.problems if problem.cause.startswith("question"))
    if one.checked is None:
        return one.dataset or "not known", "", asked, str(one.table.row_count), "0", str(one.table.row_count), "0"
    sheet = one.checked
    taken = f"{len(sheet.mapping)} of {len(one.table.columns)}"
    counts = (sheet.read, sheet.rows.num_rows, sheet.rejected, sheet.skipped)
    return sheet.dataset, taken, asked, *map(str, counts)


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    bare = " ".join(text.replace("|", "/").split())
    return bare if len(bare) <= LONGEST else f"{bare[: LONGEST - 1]}…"


def summary(trials: list[Trial]) -> str:
    """The totals, in one paragraph."""
    tables = [one for trial in trials if trial.read for one in trial.read.tables]
    known = [one for one in tables if one.checked is not None]
    refused = sum(trial.read is None for trial in trials)
    rows = sum(one.table.row_count for one in tables)
    wrong = sum(not reconciles(one) for one in tables)
    return (
        f"\n{len(trials)} files, {refused} of them refused with a reason; {len(tables)} tables with {rows:,} rows, of"
        f" which {len(known)} tables were recognised without help. Tables that do not reconcile: {wrong}.\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=REAL_DATA)
    parser.add_argument("-o", "--output", type=Path, default=REPORT)
    given = parser.parse_args()
    trials = [tried(path, given.folder) for path in files_of(given.folder)]
    body = "\n".join(line for trial in trials for line in lines(trial))
    given.output.write_text(f"{HEAD}{body}\n{summary(trials)}", encoding="utf-8")
    print(summary(trials).strip())


if __name__ == "__main__":
    main()
