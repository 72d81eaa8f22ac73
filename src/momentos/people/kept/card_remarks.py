"""What people say of their own card: remarks with their answers, and that they have read how they are evaluated."""

from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, inner, need_card, need_lead, need_person
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry
from momentos.warehouse.journal_kinds import Names, kept_as


@kept_as("card_remark", subject=Names.EMPLOYEE, employee=Names.EMPLOYEE)
@dataclass(frozen=True)
class CardRemark:
    """What a person says of a figure of their card; the first ones named nobody but their author."""

    figure: str
    text: str
    employee: str | None = None


@kept_as("card_answer", subject=Names.ENTRY)
@dataclass(frozen=True)
class RemarkAnswer:
    """The answer to the remark whose number is the subject."""

    text: str


@kept_as("policy_read", subject=Names.EMPLOYEE)
@dataclass(frozen=True)
class PolicyRead:
    """That a person has read how they are evaluated, under this version of the policy (0: the starting one)."""

    version: int | None = None


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


def remark(
    warehouse: Warehouse, viewer: Viewer, employee: str, figure: str, text: str, *, at: datetime
) -> Entry[CardRemark]:
    """Keep what a person says of a figure. Raises ``Refused`` if nothing is said, or not by the person."""
    author = need_person(viewer, employee)
    return journal.write(warehouse, CardRemark(figure, _words(text), employee), fold(employee), author=author, at=at)


def answer(
    warehouse: Warehouse, viewer: Viewer, entry_no: int, text: str, *, author: str, at: datetime
) -> Entry[RemarkAnswer]:
    """Answer a remark; the last answer stands. Raises ``Refused`` to who does not lead, without words or a name, or if
    there is no such remark."""
    need_lead(viewer)
    signature = signed(author, say("An answer is signed: write your name."))
    given = RemarkAnswer(_words(text))
    with warehouse.transaction() as cursor:
        if entry_no not in {one.entry_no for one in journal.entries(cursor, CardRemark)}:
            raise NotFound(say("There is nothing with the number {number}.", number=entry_no))
        return journal.write_in(cursor, given, str(entry_no), author=signature, at=at)


@inner
def remarks(cursor: DuckDBPyConnection, employee: str | None = None) -> list[Remark]:
    """The remarks of one person, or of all, the latest first, each with its answer."""
    answers = journal.latest(cursor, RemarkAnswer)
    found = []
    for one in reversed(journal.entries(cursor, CardRemark, None if employee is None else fold(employee))):
        given = answers.get(str(one.entry_no))
        found.append(
            Remark(
                one.entry_no,
                one.author if one.said.employee is None else one.said.employee,
                one.author,
                one.said.figure,
                one.said.text,
                one.written_at,
                None if given is None else given.said.text,
                None if given is None else given.author,
            )
        )
    return found


def say_read(warehouse: Warehouse, viewer: Viewer, employee: str, version: int, *, at: datetime) -> Entry[PolicyRead]:
    """Keep that a person has read how they are evaluated, under this version of the policy (0: the starting one).
    Raises ``Refused`` if it is not the person who says it."""
    author = need_person(viewer, employee)
    return journal.write(warehouse, PolicyRead(version), fold(employee), author=author, at=at)


def reading(cursor: DuckDBPyConnection, viewer: Viewer, employee: str, version: int) -> Entry[PolicyRead] | None:
    """When the person said that they had read this version, and who signed it; empty if they have not. Raises
    ``Refused`` to who may not open the card."""
    need_card(viewer, employee)
    read = [one for one in journal.entries(cursor, PolicyRead, fold(employee)) if one.said.version == version]
    return read[-1] if read else None


def _words(text: str) -> str:
    if not text.strip():
        raise WrongInput(say("Nothing is written."))
    return text.strip()
