"""From a table as it was read, and the choices made about it, to rows ready to load and what is wrong with the rest."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets import DATASETS, Dataset, FieldType
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet, Severity
from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.anonymous import refuse_names
from momentos.intake.check import blank_rows, repeated_keys, skipped_rows
from momentos.intake.choices import RATING, Choices, checked
from momentos.intake.convert import ARROW_TYPES, Fault, Notice
from momentos.intake.convert.answered import as_array
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.report import DIFFERS, REQUIRED, Report, several_events
from momentos.intake.understanding import Understood, comparable, understood_columns
from momentos.intake.unpivot import content_names, unpivoted

LONGEST_PLAUSIBLE_SECONDS = 12 * 3600

FUTURE = Fault("future date", say("The date is in the future."), say("Check the date."))
LONG = Fault("long duration", say("The duration is longer than twelve hours."), say("Check the value and its unit."))
ENDS_FIRST = Fault("ends before it begins", say("The end is before the beginning."), say("Check both dates."))
UNDATED = Notice(
    "undated survey",
    say("The surveys of this table have no date, so they count in totals and in no month."),
    say("Choose one date for all of them, or name the column that holds it."),
    Severity.WARNING,
)
NO_ANSWER = Fault(
    "no answer",
    say("There is no answer in this row: no score and no comment."),
    say("Fill in what the customer answered, or remove the row."),
)
NO_ANSWER_TAKEN = Fault(
    "no answer taken",
    say("Nothing that is taken of this row is an answer: no score and no comment."),
    say("Answer what is asked about its columns, or say which one holds the answer; if none does, fill it in."),
)
NO_ROWS = Notice("no rows", say("There are headers here and no row below them."))
PAIRS_IN_ORDER = (("hired_on", "left_on"), ("since", "left_on"), ("occurred_at", "resolved_at"))


def prepare(table: RawTable, choices: Choices, *, today: date) -> CheckedSheet:
    """The table's rows, understood as chosen. A row with any cell that cannot be used is kept out, all of them named;
    but of a survey with a number of its own, a score that cannot be used is left out alone.

    ``Refused`` where the choices name what is not there, leave a required field without a column, or where a sheet that
    must be anonymous has a column that names people.
    """
    dataset = DATASETS[checked(table, choices).dataset]
    _require(dataset, choices)
    if dataset.is_anonymous:
        refuse_names(table)
    report = Report(table)
    if not table.row_count:
        report.sheet(None, NO_ROWS)
    understood = understood_columns(report, table, dataset, choices, today)
    numbered = _numbered(table, understood)
    unusable = _unusable(table, understood, numbered)
    in_doubt = _unusable(table, understood, _mask(table.row_count, []))
    skipped = skipped_rows(table, in_doubt, _emptied(table, understood))
    is_skipped = _mask(table.row_count, list(skipped))
    usable = pc.and_(pc.invert(unusable), pc.invert(is_skipped))
    silent = pc.and_not(usable, _answered(table, dataset, understood))
    kept = pc.and_not(usable, silent)
    _tell(report, understood, is_skipped, pc.and_(numbered, kept))
    report.skipped(skipped)
    _tell_silent(report, choices, understood, silent)
    rows, scores = _rows(table, dataset, understood, choices), _scores(understood)
    kept, repeated = _without_repeats(report, dataset, rows, kept)
    _warn(report, dataset, understood, kept, today)
    rows_kept = rows.filter(kept)
    more = {"ratings": unpivoted(rows_kept, {name: one.filter(kept) for name, one in scores.items()})} if scores else {}
    left_out = len(skipped) + repeated
    return CheckedSheet(
        table.sheet,
        table.header_rows[1],
        dataset.name,
        _mapping(table, choices),
        tuple(_name(table, one) for one in table.columns if one.letter not in {*choices.mapping, *choices.ratings}),
        rows_kept,
        table.row_count,
        table.row_count - rows_kept.num_rows - left_out,
        left_out,
        tuple(report.problems),
        more,
        {name: letter for letter, name in choices.mapping.items()},
        {touchpoint: letter for letter, touchpoint in choices.ratings.items()},
    )


def _require(dataset: Dataset, choices: Choices) -> None:
    given = {*choices.mapping.values(), *choices.constants}
    for field in dataset.required:
        if field.name not in given:
            raise WrongInput(
                say(
                    "{dataset} needs a column for {field}, and none was chosen.",
                    dataset=dataset.label,
                    field=field.label,
                )
            )


# Which rows can be used


def _numbered(table: RawTable, understood: list[Understood]) -> pa.Array:
    """Rows of a survey that say its number.

    The corrected survey will then be known for the same one. A survey without a number is known by all that it says:
    loaded without a wrong score, its correction would come as another survey and count twice.
    """
    number = next((one for one in understood if one.column is not None and one.field.name == "response"), None)
    return pa.repeat(pa.scalar(False), table.row_count) if number is None else pc.is_valid(number.converted.values)


def _unusable(table: RawTable, understood: list[Understood], numbered: pa.Array) -> pa.Array:
    """Rows with a cell that could not be understood and cannot be left out alone, or without a required value."""
    unusable = pa.repeat(pa.scalar(False), table.row_count)
    for one in understood:
        if one.converted.fault_of is not None:
            faulty = one.converted.is_faulty
            unusable = pc.or_(unusable, faulty if one.touchpoint is None else pc.and_not(faulty, numbered))
        if _is_required(one):
            unusable = pc.or_(unusable, pc.is_null(one.converted.values))
    return unusable


def _is_required(one: Understood) -> bool:
    return one.field.required and one.touchpoint is None


def _emptied(table: RawTable, understood: list[Understood]) -> pa.Array:
    """Rows in which half of the mapped columns or more are empty."""
    filled = pa.repeat(pa.scalar(0, pa.int64()), table.row_count)
    columns = [one for one in understood if one.column is not None]
    for one in columns:
        filled = pc.add(filled, pc.cast(pc.is_valid(one.converted.values), pa.int64()))
    return pc.less_equal(filled, len(columns) / 2)


def _answered(table: RawTable, dataset: Dataset, understood: list[Understood]) -> pa.Array:
    """The rows that say something: a survey without answers must not replace one with them.

    In a grid, a code that is no score (never used, does not apply) was answered all the same.
    """
    answered = pa.repeat(pa.scalar(not dataset.answers), table.row_count)
    for one in understood:
        if one.touchpoint is not None and one.column is not None:
            given = pc.and_not(pc.is_valid(as_array(one.column.values)), one.converted.is_faulty)
            answered = pc.or_(answered, given)
        elif one.field.name in dataset.answers:
            answered = pc.or_(answered, pc.is_valid(one.converted.values))
    return answered


def _tell_silent(report: Report, choices: Choices, understood: list[Understood], silent: pa.Array) -> None:
    """The rows without an answer, but for those whose answers cannot be used: of them each cell is told.

    Where something stands in a column that is not taken, it may be the answer.
    """
    for one in understood:
        if one.converted.fault_of is not None:
            silent = pc.and_not(silent, one.converted.is_faulty)
    taken = {*choices.mapping, *choices.ratings}
    others = tuple(column for column in report.table.columns if column.letter not in taken)
    says_no_more = blank_rows(replace(report.table, columns=others))
    for fault, rows in (
        (NO_ANSWER, pc.and_(silent, says_no_more)),
        (NO_ANSWER_TAKEN, pc.and_not(silent, says_no_more)),
    ):
        report.rows(pc.indices_nonzero(rows).to_pylist(), fault.problem, fault.cause, Severity.ERROR, fault.suggestion)


def _tell(report: Report, understood: list[Understood], is_skipped: pa.Array, without_score: pa.Array) -> None:
    """Everything to say about the columns and their cells; rows that may load ``without_score`` say so."""
    for one in understood:
        if one.column is None:
            continue
        report.notices(one.column, one.field, one.converted.notices)
        report.unknown(one.column, one.field, one.converted)
        alone = without_score if one.touchpoint is not None else pa.repeat(pa.scalar(False), len(without_score))
        report.faults(one.column, one.field, one.converted, is_skipped, alone)
        if _is_required(one):
            empty = pc.and_(pc.is_null(one.converted.values), pc.invert(one.converted.is_faulty))
            report.cells(one.column, one.field, pc.and_(empty, pc.invert(is_skipped)), REQUIRED, Severity.ERROR)


def _without_repeats(report: Report, dataset: Dataset, rows: pa.Table, kept: pa.Array) -> tuple[pa.Array, int]:
    """The rows to keep once keys that stand twice are settled, and how many were left out as saying nothing more.

    A row that repeats an earlier one in every cell is left out. Of things, a second description that contradicts the
    first is kept out too, and one that adds to it is kept: the load puts them together. Of events all that differ are
    kept, and it is told.
    """
    places = pc.indices_nonzero(kept).to_pylist()
    cells = (as_array(column.values).filter(kept) for column in report.table.columns)
    found = repeated_keys(rows.filter(kept), dataset, cells)
    causes = {places[one]: "repeated row" for one in found.exactly}
    causes |= {places[one]: "described again" for one in found.described}
    report.skipped(causes)
    left_out = list(causes)
    if dataset.is_of_things:
        refused = [places[one] for one in found.differing]
        report.rows(refused, DIFFERS.problem, DIFFERS.cause, Severity.ERROR)
        left_out += refused
    elif found.differing:
        report.sheet(dataset.key[0], several_events(dataset[dataset.key[0]], len(found.differing)))
    return pc.and_(kept, pc.invert(_mask(len(kept), left_out))), len(causes)


def _mask(length: int, positions: list[int]) -> pa.Array:
    if not positions:
        return pa.repeat(pa.scalar(False), length)
    return pc.is_in(pa.array(range(length), pa.int64()), pa.array(positions, pa.int64()))


# What deserves a look


def _warn(report: Report, dataset: Dataset, understood: list[Understood], kept: pa.Array, today: date) -> None:
    for one in understood:
        if one.column is None:
            continue
        if one.field.name == dataset.occurred:
            tomorrow = datetime.combine(today + timedelta(days=1), datetime.min.time())
            limit = pa.scalar(tomorrow).cast(one.converted.values.type)
            late = pc.greater_equal(one.converted.values, limit)
            report.cells(one.column, one.field, pc.and_(late, kept), FUTURE, Severity.WARNING)
        if one.field.type is FieldType.DURATION and one.field.name != "resolution_seconds":
            long = pc.greater(one.converted.values, LONGEST_PLAUSIBLE_SECONDS)
            report.cells(one.column, one.field, pc.and_(long, kept), LONG, Severity.WARNING)
    _warn_of_order(report, understood, kept)
    is_dated = any(one.field.name == dataset.occurred for one in understood)
    if dataset.occurred and not is_dated and not dataset[dataset.occurred].required:
        report.sheet(dataset.occurred, UNDATED)


def _warn_of_order(report: Report, understood: list[Understood], kept: pa.Array) -> None:
    by_name = {one.field.name: one for one in understood if one.column is not None}
    for begins, ends in PAIRS_IN_ORDER:
        if begins in by_name and ends in by_name:
            end = by_name[ends]
            first, last = by_name[begins].converted.values, end.converted.values
            if pa.types.is_timestamp(last.type):
                first, last = comparable(first, last)
            wrong = pc.less(last, first)
            report.cells(end.column, end.field, pc.and_(wrong, kept), ENDS_FIRST, Severity.WARNING)  # type: ignore[arg-type]


# The rows


def _rows(table: RawTable, dataset: Dataset, understood: list[Understood], choices: Choices) -> pa.Table:
    """One column for each stored field, in order, and the row's number in the sheet."""
    values = {one.field.name: one.converted.values for one in understood if one.touchpoint is None}
    columns = {
        field.name: values.get(field.name, pa.nulls(table.row_count, ARROW_TYPES[field.type]))
        for field in dataset.stored
    }
    if choices.ratings:
        columns["response"] = pc.coalesce(columns["response"], content_names(table))
    return pa.table({**columns, ROW_NUMBER: table.row_numbers})


def _scores(understood: list[Understood]) -> Mapping[str, pa.Array]:
    return {one.touchpoint: one.converted.values for one in understood if one.touchpoint is not None}


def _mapping(table: RawTable, choices: Choices) -> dict[str, str]:
    names = {column.letter: _name(table, column) for column in table.columns}
    mapping = {names[letter]: name for letter, name in choices.mapping.items()}
    return {**mapping, **{names[letter]: RATING for letter in choices.ratings}}


def _name(table: RawTable, column: Column) -> str:
    """The column's header, with its letter where the header is empty or stands twice."""
    headers = [one.header for one in table.columns]
    if not column.header:
        return column.letter
    return column.header if headers.count(column.header) == 1 else f"{column.header} ({column.letter})"
