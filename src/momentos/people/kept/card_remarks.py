"""What people say of their own card: remarks with their answers, and that they have read how they are evaluated."""

from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.viewer import Viewer, need_lead, need_person
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry

REMARK, ANSWER, READ = "card_remark", "card_answer", "policy_read"


@dataclass(frozen=True)
class Remark:
    """A remark on a figure of one's own card, who signed it, and the answer where there is one."""

    entry_no: int
    employee: str
    author: str
    figure: str
    text: str
    written_at: datetime
    answer: str | None
    answered_by: str | None


def remark(warehouse: Warehouse, viewer: Viewer, employee: str, figure: str, text: str, *, at: datetime) -> Entry:
    """Keep what a person says of a figure. Raises ``Refused`` if nothing is said, or not by the person."""
    author = need_person(viewer, employee)
    value = {"employee": employee, "figure": figure, "text": _said(text)}
    return journal.write(warehouse, REMARK, fold(employee), value, author=author, at=at)


def answer(warehouse: Warehouse, viewer: Viewer, entry_no: int, text: str, *, author: str, at: datetime) -> Entry:
    """Answer a remark; the last answer stands. Raises ``Refused`` to who does not lead, without words or a name, or if
    there is no such remark."""
    need_lead(viewer)
    if not author.strip():
        raise WrongInput(say("An answer is signed: write your name."))
    value = {"text": _said(text)}
    with warehouse.transaction() as cursor:
        if entry_no not in {one.entry_no for one in journal.entries(cursor, REMARK)}:
            raise NotFound(say("There is nothing with the number {number}.", number=entry_no))
        return journal.write_in(cursor, ANSWER, str(entry_no), value, author=author.strip(), at=at)


def remarks(cursor: DuckDBPyConnection, employee: str | None = None) -> list[Remark]:
    """The remarks of one person, or of all, the latest first, each with its answer."""
    answers = journal.latest(cursor, ANSWER)
    found = []
    for one in reversed(journal.entries(cursor, REMARK, None if employee is None else fold(employee))):
        given = answers.get(str(one.entry_no))
        found.append(
            Remark(
                one.entry_no,
                str(one.value.get("employee", one.author)),
                one.author,
                str(one.value["figure"]),
                str(one.value["text"]),
                one.written_at,
                None if given is None else str(given.value["text"]),
                None if given is None else given.author,
            )
        )
    return found


def say_read(warehouse: Warehouse, viewer: Viewer, employee: str, version: int, *, at: datetime) -> Entry:
    """Keep that a person has read how they are evaluated, under this version of the policy (0: the starting one).
    Raises ``Refused`` if it is not the person who says it."""
    author = need_person(viewer, employee)
    return journal.write(warehouse, READ, fold(employee), {"version": version}, author=author, at=at)


def reading(cursor: DuckDBPyConnection, employee: str, version: int) -> Entry | None:
    """When the person said that they had read this version, and who signed it; empty if they have not."""
    read = [one for one in journal.entries(cursor, READ, fold(employee)) if one.value.get("version") == version]
    return read[-1] if read else None


def _said(text: str) -> str:
    if not text.strip():
        raise WrongInput(say("Nothing is written."))
    return text.strip()
