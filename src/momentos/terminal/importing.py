"""What ``import`` does with its files: read, compare, load, and tell what became of every row."""

import getpass
import hashlib
import shlex
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from momentos.datasets.checked import CheckedSheet, Problem, Severity
from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.faults import why_incomplete, why_not_loaded
from momentos.domain.messages import Message, say
from momentos.intake.layouts import as_kept, layout_of
from momentos.intake.near_names import NearNames
from momentos.loading.alike_names import MOST_ASKED, asked_of
from momentos.loading.file_report import (
    FileReport,
    SheetReport,
    Status,
    as_it_stands,
    as_it_was_loaded,
    of_the_file,
    of_the_load,
    refused_for_strictness,
    sheet_report,
)
from momentos.loading.remembered_layouts import remember, remembered
from momentos.loading.same_names import Named, said, written_names
from momentos.loading.storing import Effect, foresee, store
from momentos.terminal.reading import ReadFile, ReadTable, Wishes, read_file
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import LoadedSheet, SheetOutcome, list_loads, loaded_then
from momentos.warehouse.loads import preview


def import_files(
    warehouse: Warehouse, paths: Sequence[Path], wishes: Wishes, *, is_dry: bool, is_strict: bool, at: datetime
) -> list[FileReport]:
    """Load every file, each in a transaction of its own; ``is_strict`` loads none of them if any row is bad.

    A file that fails is refused with a reason; what is done with the others does not depend on it.
    """
    if is_strict and not is_dry:
        reports = [_import_apart(warehouse, path, wishes, is_dry=True, is_foreseen=False, at=at) for path in paths]
        if any(report.status is Status.REFUSED or not report.is_whole for report in reports):
            return [refused_for_strictness(report) for report in reports]
    return [_import_apart(warehouse, path, wishes, is_dry=is_dry, is_foreseen=is_dry, at=at) for path in paths]


def _import_apart(
    warehouse: Warehouse, path: Path, wishes: Wishes, *, is_dry: bool, is_foreseen: bool, at: datetime
) -> FileReport:
    """What became of one file, whatever happens with it."""
    try:
        return _import(warehouse, path, wishes, is_dry=is_dry, is_foreseen=is_foreseen, at=at)
    except Exception as error:
        return _loaded_though_failed(warehouse, path, error, at) or _refused(path, why_not_loaded(error, path.name))


def _loaded_though_failed(warehouse: Warehouse, path: Path, error: Exception, at: datetime) -> FileReport | None:
    """The file as it was loaded, if what failed came after its rows were in; to say that it is not would be false."""
    sha256 = _sha256(path)
    with warehouse.cursor() as cursor:
        load = loaded_then(cursor, sha256 or "", at)
    if load is None:
        return None
    sheets = tuple(map(as_it_was_loaded, load.sheets))
    problem = of_the_file(why_incomplete(error, path.name), Severity.WARNING)
    return FileReport(path.name, sha256, Status.PARTLY, sheets, (problem,))


def _refused(path: Path, why: Message) -> FileReport:
    return FileReport(path.name or str(path), _sha256(path), Status.REFUSED, (), (of_the_file(why),))


def _ensure_can_be_read(path: Path) -> None:
    """``Refused`` where there is no such file, or none that can be opened."""
    try:
        if path.is_dir():
            raise WrongInput(say("{path} is a folder: name the files in it.", path=str(path)))
        with path.open("rb"):
            return
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(say("There is no file {path}. Check its name and its folder.", path=str(path))) from None
    except OSError:
        why = say("The file {path} cannot be opened. Check that you may read it.", path=str(path))
        raise WrongInput(why) from None


def _import(
    warehouse: Warehouse, path: Path, wishes: Wishes, *, is_dry: bool, is_foreseen: bool, at: datetime
) -> FileReport:
    """``is_foreseen`` tries the load out, to tell its effect: it takes as long as the load."""
    _ensure_can_be_read(path)
    read = read_file(path, wishes, today=at.date(), kept=_kept(warehouse))
    earlier = _loaded_before(warehouse, read.source.sha256)
    wanted = [one for one in read.tables if not one.is_left_out]
    if wanted and all(_place(one) in earlier for one in wanted):
        return _already_loaded(read, wanted, earlier)
    report = _load(warehouse, read, earlier, is_dry=is_dry, is_foreseen=is_foreseen, at=at)
    if report.status in (Status.LOADED, Status.PARTLY):
        _remember(warehouse, read, wishes, at)
    return report


def _kept(warehouse: Warehouse) -> dict[str, Mapping[str, Any]]:
    """How each layout was said to be read."""
    with warehouse.cursor() as cursor:
        return {layout: entry.said.layout for layout, entry in remembered(cursor).items()}


def _remember(warehouse: Warehouse, read: ReadFile, wishes: Wishes, at: datetime) -> None:
    """What was said of these tables holds for the next that look like them."""
    for one in read.tables:
        if one.wished is not None and (wishes.say_how or (wishes.hidden and one.table.hidden)):
            remember(warehouse, layout_of(one.table), as_kept(one.table, one.wished), author=author(), at=at)


def _load(
    warehouse: Warehouse,
    read: ReadFile,
    earlier: dict[tuple[str, int], LoadedSheet],
    *,
    is_dry: bool,
    is_foreseen: bool,
    at: datetime,
) -> FileReport:
    """Load the tables that can be loaded and were not before."""
    news = [one for one in read.tables if _place(one) not in earlier]
    ready = [one.checked for one in news if one.checked is not None]
    effect: Effect = {}
    same = _perhaps_known(warehouse, ready)
    if is_foreseen:
        outcomes, effect = foresee(warehouse, read.source, ready)
    else:
        outcomes = preview(warehouse, read.source, ready)
    status = _status(outcomes, sum(one.checked is None and not one.is_left_out for one in news))
    if status is not Status.REFUSED and is_dry:
        status = Status.WOULD
    elif status is not Status.REFUSED:
        how = [(one.table, one.choices, ()) for one in news if one.choices is not None]
        outcomes = store(warehouse, read.source, ready, how, author=author(), at=at)
    told = iter(outcomes)
    sheets = tuple(_not_loaded(one) if one.checked is None else sheet_report(one.checked, next(told)) for one in news)
    problems = (
        *(of_the_load(one.sheet, danger) for one in outcomes for danger in one.dangers),
        *read.problems,
        *(problem for one in news for problem in one.problems),
        *same,
        *(of_the_load(one.sheet, warning) for one in outcomes for warning in one.warnings),
    )
    return FileReport(read.source.name, read.source.sha256, status, sheets, problems, effect)


def _perhaps_known(warehouse: Warehouse, sheets: Sequence[CheckedSheet]) -> list[Problem]:
    """Touchpoints that may be one with others, as when a survey's questions were worded anew: asked, never merged."""
    with warehouse.cursor() as cursor:
        found = asked_of(sheets, Named.TOUCHPOINT, written_names(cursor, Named.TOUCHPOINT), said(cursor))
    return [_perhaps(one) for one in found if one.shown][:MOST_ASKED]


def _perhaps(one: NearNames) -> Problem:
    words = {"written": one.written, "shown": one.shown}
    question = say("Is «{written}» the touchpoint «{shown}»? They are kept apart until you say so.", **words)
    names = {name: _quoted(value) for name, value in words.items()}
    how = say("To show it as that one: momentos names --of touchpoint --same {written} {shown}", **names)
    return Problem("", "", "", "touchpoint", one.written, question, how, Severity.WARNING, f"names: {one.written}")


def _quoted(name: str) -> str:
    """As one word of a command line: in double quotes, which every shell knows, wherever they do."""
    return shlex.quote(name) if set(name) & set('"$`\\!') else f'"{name}"'


def _status(outcomes: Sequence[SheetOutcome], blocked: int) -> Status:
    """A file of which no row can be used is refused."""
    if not any(one.loaded or one.unchanged for one in outcomes):
        return Status.REFUSED
    return Status.PARTLY if blocked or any(one.rejected for one in outcomes) else Status.LOADED


def _not_loaded(one: ReadTable) -> SheetReport:
    """A table that waits for an answer: all of its rows are kept out; or skipped, where its sheet is hidden."""
    headers = tuple(column.header or column.letter for column in one.table.columns)
    count = one.table.row_count
    rejected, skipped = (0, count) if one.is_left_out else (count, 0)
    return SheetReport(
        one.table.sheet, one.table.header_rows[1], one.dataset, {}, headers, count, 0, rejected, skipped, 0, 0, None
    )


def _loaded_before(warehouse: Warehouse, sha256: str) -> dict[tuple[str, int], LoadedSheet]:
    """The tables of this very file that some load, not undone, brought in."""
    with warehouse.cursor() as cursor:
        loads = [load for load in list_loads(cursor) if load.sha256 == sha256 and not load.is_undone]
    return {(sheet.outcome.sheet, sheet.header_row): sheet for load in loads for sheet in load.sheets}


def _place(one: ReadTable) -> tuple[str, int]:
    return one.table.sheet, one.table.header_rows[1]


def _already_loaded(
    read: ReadFile, wanted: Sequence[ReadTable], earlier: dict[tuple[str, int], LoadedSheet]
) -> FileReport:
    """Nothing to do: what was loaded then is unchanged now."""
    found = [earlier[_place(one)] for one in wanted]
    message = say(
        "This file is already loaded. To read it in another way, undo that load first: momentos undo {load}",
        load=found[0].outcome.load_id,
    )
    sheets = tuple(map(as_it_stands, found))
    problem = of_the_file(message, Severity.INFO)
    return FileReport(read.source.name, read.source.sha256, Status.ALREADY, sheets, (problem,))


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def author() -> str:
    """Who is at the terminal; a container may not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "terminal"
