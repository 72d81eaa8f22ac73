"""What will not be loaded, told in colour beside the button that loads: columns, rows, whole sheets, open questions."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from momentos.datasets.checked import CheckedSheet
from momentos.domain.messages import Message
from momentos.intake.choices import Choices
from momentos.intake.contents import is_empty
from momentos.intake.raw_table import Column, RawTable
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text

MOST_NAMED = 30


@dataclass(frozen=True)
class StaysOut:
    """What of one file, or of one sheet of it, stays out: all (``is_whole``), or these columns of ``of`` that hold
    something and ``rows`` of ``of_rows``, which cannot be used; ``unanswered`` are the questions nobody answered."""

    place: str
    is_whole: bool = False
    unanswered: tuple[Message, ...] = ()
    columns: tuple[str, ...] = ()
    of: int = 0
    rows: int = 0
    of_rows: int = 0


def left_out(
    table: RawTable, choices: Choices, sheet: CheckedSheet, place: str, unanswered: tuple[Message, ...]
) -> StaysOut | None:
    """The columns with something in them that are no field, and how many rows cannot be used; ``None`` if all of the
    table is in. What was skipped on purpose, such as totals, is no loss."""
    taken = {*choices.mapping, *choices.ratings}
    full = [column for column in table.columns if column.letter in taken or not is_empty(column)]
    left = tuple(_name(table, column) for column in full if column.letter not in taken)
    if not left and not unanswered and not sheet.rejected:
        return None
    return StaysOut(place, unanswered=unanswered, columns=left, of=len(full), rows=sheet.rejected, of_rows=sheet.read)


def _name(table: RawTable, column: Column) -> str:
    """The column's header, with its letter where another column has the same."""
    if not column.header:
        return column.letter
    is_alone = [one.header for one in table.columns].count(column.header) == 1
    return column.header if is_alone else f"{column.header} ({column.letter})"


def tell_what_stays_out(found: Iterable[StaysOut]) -> None:
    """For each place a line of its rows and one of its columns, and below them a line for each question without an
    answer; nothing if all is in."""
    lines = [line for one in found for line in _lines(one)]
    if lines:
        st.warning("\n".join(lines), icon=":material/content_cut:", title=t("Stays out of the load"))


def _lines(one: StaysOut) -> list[str]:
    told = [line for line in (_of_rows(one), _of_columns(one)) if line]
    if one.is_whole:
        told = [t("{place}: all of it stays out.", place=one.place)]
    elif one.unanswered and not one.columns:
        told.append(t("{place}: not everything is answered.", place=one.place))
    asked = [t("Not answered: {question}", question=tell(question)) for question in one.unanswered]
    return [*(f"- {as_text(line)}" for line in told), *(f"    - {as_text(line)}" for line in asked)]


def _of_columns(one: StaysOut) -> str:
    names = ", ".join(one.columns[:MOST_NAMED]) + (" …" if len(one.columns) > MOST_NAMED else "")
    words = {"place": one.place, "n": count_text(len(one.columns)), "all": count_text(one.of), "names": names}
    if len(one.columns) == 1:
        return t("{place}: 1 of {all} columns stays out: {names}", **words)
    return t("{place}: {n} of {all} columns stay out: {names}", **words) if one.columns else ""


def _of_rows(one: StaysOut) -> str:
    words = {"place": one.place, "n": count_text(one.rows), "all": count_text(one.of_rows)}
    if one.rows == 1:
        return t("{place}: 1 of {all} rows stays out; why is said at its table", **words)
    return t("{place}: {n} of {all} rows stay out; why is said at their table", **words) if one.rows else ""
