"""From a file on disk to sheets ready to load, with the choices that were given on the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from momentos.datasets import DATASETS
from momentos.datasets.checked import CheckedSheet, Problem, Severity, SourceFile
from momentos.domain.errors import NotFound, Refused, WrongInput
from momentos.domain.faults import why_not_read
from momentos.domain.messages import Message, say
from momentos.intake.choices import RATING, Choices, column_called, mapped
from momentos.intake.convert.numbers import parse_number
from momentos.intake.families import as_the_family, families
from momentos.intake.layouts import as_chosen, layout_of
from momentos.intake.opening import open_workbook
from momentos.intake.preparing import prepare
from momentos.intake.questions import hidden_question, questions
from momentos.intake.raw_table import RawTable, Workbook
from momentos.intake.recognise import default_choices, recognise
from momentos.intake.report import left_out_above
from momentos.intake.sheet_proposal import Doubt
from momentos.intake.text import fold

NOTHING: Mapping[str, Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True)
class Wishes:
    """What was said on the command line about every table: its dataset, columns, constants and order of dates.

    ``no_answer`` has, by header, the codes of a column of scores that stand for no answer, as written: ``9,99``.
    ``hidden`` says whether hidden sheets are to be loaded, ``None`` where nothing was said.
    """

    dataset: str | None = None
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    hidden: bool | None = None
    no_answer: Mapping[str, str] = field(default_factory=dict)

    @property
    def say_how(self) -> bool:
        """Whether anything was said about how the tables are to be read."""
        return bool(self.dataset or self.columns or self.constants or self.no_answer) or self.day_first is not None


@dataclass(frozen=True)
class ReadTable:
    """One table: ready to load (``checked``), or not, and then ``problems`` say what has to be answered first.

    ``choices`` are how it was read; ``wished`` is what of that holds for other files too. ``is_left_out`` tells a table
    of a hidden sheet that nobody asked for: none of its rows waits for an answer.
    """

    table: RawTable
    dataset: str | None
    checked: CheckedSheet | None
    problems: tuple[Problem, ...]
    choices: Choices | None = None
    wished: Choices | None = None
    is_left_out: bool = False


@dataclass(frozen=True)
class ReadFile:
    """One file: its tables, and what is to be said of the file as a whole."""

    source: SourceFile
    tables: tuple[ReadTable, ...]
    problems: tuple[Problem, ...]


def read_file(path: Path, wishes: Wishes, *, today: date, kept: Mapping[str, Mapping[str, Any]] = NOTHING) -> ReadFile:
    """Every table found in every sheet (or in the one wished). ``kept`` is what was decided before, by layout.

    A table that fails is not ready and says why; the others are read. ``Refused`` if there is nothing to read, or a
    wish fits no table.
    """
    workbook = open_workbook(path, path.name)
    tables = _wanted(workbook, wishes)
    read = tuple(
        _read_apart(table, family, wishes, today, kept.get(layout_of(table)))
        for table, family in zip(tables, families(tables), strict=True)
    )
    _refuse_unfit(wishes, tables, read)
    return ReadFile(workbook.source, read, tuple(_of_the_file(workbook)))


def _wanted(workbook: Workbook, wishes: Wishes) -> list[RawTable]:
    if wishes.sheet is not None and wishes.sheet not in [sheet.name for sheet in workbook.sheets]:
        names = ", ".join(sheet.name for sheet in workbook.sheets)
        raise NotFound(say("There is no sheet called {name}. There are: {names}", name=wishes.sheet, names=names))
    tables = [table for table in workbook.tables if wishes.sheet in (None, table.sheet)]
    if not tables:
        reasons = [
            sheet.why_empty for sheet in workbook.sheets if sheet.why_empty and wishes.sheet in (None, sheet.name)
        ]
        raise WrongInput(reasons[0] if reasons else say("No table was found in {file}.", file=workbook.source.name))
    return tables


def _read_apart(
    table: RawTable, family: RawTable, wishes: Wishes, today: date, kept: Mapping[str, Any] | None
) -> ReadTable:
    """The table read, or why it is not: the others of its file do not fall with it."""
    try:
        return _read(table, family, wishes, today, kept)
    except Exception as error:
        why = why_not_read(error, table.sheet)
        return ReadTable(
            table, None, None, (Problem(table.sheet, "", "", None, "", why, None, Severity.ERROR, "sheet"),)
        )


def _read(table: RawTable, family: RawTable, wishes: Wishes, today: date, kept: Mapping[str, Any] | None) -> ReadTable:
    """What is wished now goes before what was decided for the layout, and that before what is recognised."""
    before = as_chosen(table, kept) if kept is not None else None
    left_out = _left_out(table, wishes, before)
    if left_out is not None:
        return ReadTable(table, None, None, (left_out,), is_left_out=True)
    if before is not None and wishes.dataset not in (None, before.dataset):
        before = None
    proposal = recognise(family, today=today, dataset=before.dataset if before else wishes.dataset)
    wished = _as_wished(table, before or default_choices(proposal), wishes)
    choices = as_the_family(wished, family, table)
    doubts = [one for one in questions(proposal, choices) if one.blocks or before is None]
    asked = tuple(_asked(table, doubt) for doubt in doubts)
    if any(doubt.blocks for doubt in doubts):
        return ReadTable(table, proposal.dataset, None, asked)
    checked = prepare(table, choices, today=today)
    told = (_as_before(table),) if before else asked
    return ReadTable(table, checked.dataset, checked, (*told, *_not_asked(checked, told)), choices, wished)


def _left_out(table: RawTable, wishes: Wishes, before: Choices | None) -> Problem | None:
    """Why a table of a hidden sheet is not loaded; ``None`` where it is: not hidden, named, or asked for."""
    doubt = hidden_question(table)
    if doubt is None or wishes.sheet == table.sheet or wishes.hidden:
        return None
    if wishes.hidden is None:
        is_known = before is not None and fold(table.sheet) in before.hidden_sheets
        return None if is_known else _asked(table, doubt)
    message = say("The sheet {sheet} is hidden and was left out, as was asked.", sheet=table.sheet)
    return Problem(table.sheet, "", "", None, "", message, None, Severity.INFO, "hidden sheet")


def _not_asked(checked: CheckedSheet, asked: Sequence[Problem]) -> list[Problem]:
    """The problems, less what a question already says: that the day was taken to come first."""
    dates = {one.field for one in asked if one.cause == "question: dates"}
    return [one for one in checked.problems if one.cause != "day first assumed" or one.field not in dates]


def _as_before(table: RawTable) -> Problem:
    message = say(
        "Read as it was decided for this layout before. To decide anew: momentos layouts --forget {layout}",
        layout=layout_of(table)[:8],
    )
    return Problem(table.sheet, "", "", None, "", message, None, Severity.INFO, "remembered layout")


def _as_wished(table: RawTable, choices: Choices, wishes: Wishes) -> Choices:
    """The choices with every wish that fits this table."""
    if choices.dataset not in DATASETS:
        return choices
    fitting = {header: target for header, target in wishes.columns.items() if _why_not(table, choices, header) is None}
    choices = mapped(table, choices, fitting)
    constants = {name: text for name, text in wishes.constants.items() if name in DATASETS[choices.dataset]}
    return replace(
        choices,
        mapping={letter: name for letter, name in choices.mapping.items() if name not in constants},
        constants={**choices.constants, **constants},
        day_first=choices.day_first if wishes.day_first is None else wishes.day_first,
        not_scores={**choices.not_scores, **_codes(table, choices, wishes)},
        hidden_sheets=choices.hidden_sheets | ({fold(table.sheet)} if table.hidden and wishes.hidden else set()),
    )


def _codes(table: RawTable, choices: Choices, wishes: Wishes) -> dict[str, frozenset[float]]:
    """The codes for "no answer" of the columns of this table that were named."""
    fitting = {header: codes for header, codes in wishes.no_answer.items() if _why_not(table, choices, header) is None}
    return {column_called(table, header).letter: _numbers(codes) for header, codes in fitting.items()}


def _numbers(codes: str) -> frozenset[float]:
    """``9,99`` as numbers."""
    numbers = [parse_number(code, decimal_comma=False) for code in codes.split(",")]
    if None in numbers:
        raise WrongInput(say("{codes} is no list of codes: write numbers with commas between, 9,99.", codes=codes))
    return frozenset(number for number in numbers if number is not None)


def _why_not(table: RawTable, choices: Choices, header: str) -> Message | None:
    """Why no column of the table can be meant by the header, if none can."""
    try:
        mapped(table, choices, {header: "-"})
    except Refused as refusal:
        return refusal.message
    return None


def _refuse_unfit(wishes: Wishes, tables: Sequence[RawTable], read: Sequence[ReadTable]) -> None:
    """A wish that fits nowhere is a mistake to be told, not to be passed over."""
    for header in (*wishes.columns, *wishes.no_answer):
        reasons = [_why_not(table, Choices(next(iter(DATASETS)), {}), header) for table in tables]
        if None not in reasons:
            raise NotFound(reasons[0] or say("No column is called {header}.", header=header))
    known = [DATASETS[one.dataset] for one in read if one.dataset]
    for name in wishes.constants:
        if known and not any(name in dataset for dataset in known):
            raise NotFound(say("{dataset} has no field called {name}.", dataset=known[0].label, name=name))


def _asked(table: RawTable, doubt: Doubt) -> Problem:
    """A question as a problem to solve: what blocks is an error, the rest holds as proposed."""
    headers = {column.letter: column.header or column.letter for column in table.columns}
    return Problem(
        sheet=table.sheet,
        cell=f"{doubt.letters[0]}{table.header_rows[1]}" if doubt.letters else "",
        column=", ".join(headers[letter] for letter in doubt.letters),
        field=doubt.field,
        found=", ".join(doubt.samples),
        problem=doubt.question,
        suggestion=_how_to_answer(doubt, headers),
        severity=Severity.ERROR if doubt.blocks else Severity.WARNING,
        cause=f"question: {doubt.kind}",
    )


def _how_to_answer(doubt: Doubt, headers: Mapping[str, str]) -> Message | None:
    header = headers[doubt.letters[0]] if doubt.letters else ""
    if doubt.kind == "grid":
        options = " ".join(f'--map "{headers[letter]}={RATING}"' for letter in doubt.letters)
        return say("If so, say it: {options}", options=options)
    if doubt.kind == "not scores":
        codes = ",".join(code.replace(",", ".") for code in doubt.samples)
        options = " ".join(f'--no-answer "{headers[letter]}={codes}"' for letter in doubt.letters)
        return None if doubt.accepted else say("If so, say it: {options}", options=options)
    if doubt.kind == "dataset":
        if doubt.field is not None:
            return say(
                "Say which one it is: --dataset {dataset}, or another. If it is none, it stays out.",
                dataset=doubt.field,
            )
        return say("Say which one it is: --dataset NAME. If it is none, it stays out.")
    if doubt.kind == "column":
        return say('Say what it is: --map "{header}={field}"', header=header, field=doubt.field)
    if doubt.kind == "missing":
        return say(
            'Say which column it is: --map "Header={field}", or one value for all: --set {field}=…', field=doubt.field
        )
    if doubt.kind == "undated":
        return say("Give one date to all: --set {field}=2026-01-31", field=doubt.field)
    if doubt.kind == "hidden":
        return say("Load it with --hidden, or leave it out with --no-hidden.")
    if doubt.kind == "dates":
        return say("Say which comes first: --day-first or --month-first")
    return None


def _of_the_file(workbook: Workbook) -> list[Problem]:
    """What was noticed while opening, what stands above tables, and the sheets in which there was no table."""
    noticed = [("", notice) for notice in workbook.notices]
    above = [(table.sheet, told) for table in workbook.tables if (told := left_out_above(table)) is not None]
    empty = [(sheet.name, sheet.why_empty) for sheet in workbook.sheets if sheet.why_empty is not None]
    return [
        Problem(sheet, "", "", None, "", message, None, Severity.INFO, "workbook")
        for sheet, message in [*noticed, *above, *empty]
    ]
