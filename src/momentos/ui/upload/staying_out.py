"""What will not be loaded, told in colour beside the button that loads: columns, whole sheets, open questions."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from momentos.domain.messages import Message
from momentos.intake.choices import Choices
from momentos.intake.contents import is_empty
from momentos.intake.tables import Column, RawTable
from momentos.ui.figures import count_text
from momentos.ui.language import t, tell
from momentos.ui.safe import as_text

MOST_NAMED = 30


@dataclass(frozen=True)
class StaysOut:
    """What of one file, or of one sheet of it, stays out: all (``is_whole``) or these columns of ``of`` that hold
    something; ``unanswered`` are the questions that nobody answered."""

    place: str
    is_whole: bool = False
    unanswered: tuple[Message, ...] = ()
    columns: tuple[str, ...] = ()
    of: int = 0


def columns_left_out(table: RawTable, choices: Choices, place: str, unanswered: tuple[Message, ...]) -> StaysOut | None:
    """The columns with something in them that are no field; ``None`` if all of the table is in."""
    taken = {*choices.mapping, *choices.ratings}
    full = [column for column in table.columns if column.letter in taken or not is_empty(column)]
    left = tuple(_name(table, column) for column in full if column.letter not in taken)
    if not left and not unanswered:
        return None
    return StaysOut(place, unanswered=unanswered, columns=left, of=len(full))


def _name(table: RawTable, column: Column) -> str:
    """The column's header, with its letter where another column has the same."""
    if not column.header:
        return column.letter
    is_alone = [one.header for one in table.columns].count(column.header) == 1
    return column.header if is_alone else f"{column.header} ({column.letter})"


def tell_what_stays_out(found: Iterable[StaysOut]) -> None:
    """One line for each place, and below it a line for each question without an answer; nothing if all is in."""
    lines = [line for one in found for line in _lines(one)]
    if lines:
        st.warning("\n".join(lines), icon=":material/content_cut:", title=t("Stays out of the load"))


def _lines(one: StaysOut) -> list[str]:
    names = ", ".join(one.columns[:MOST_NAMED]) + (" …" if len(one.columns) > MOST_NAMED else "")
    words = {"place": one.place, "n": count_text(len(one.columns)), "all": count_text(one.of), "names": names}
    if one.is_whole:
        head = t("{place}: all of it stays out.", place=one.place)
    elif len(one.columns) == 1:
        head = t("{place}: 1 of {all} columns stays out: {names}", **words)
    elif one.columns:
        head = t("{place}: {n} of {all} columns stay out: {names}", **words)
    else:
        head = t("{place}: not everything is answered.", place=one.place)
    asked = [t("Not answered: {question}", question=tell(question)) for question in one.unanswered]
    return [f"- {as_text(head)}", *(f"    - {as_text(line)}" for line in asked)]
