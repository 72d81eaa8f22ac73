"""Giving a recognition: kept with who gives it, when, and the fact it rests on; taken back like any entry."""

from dataclasses import dataclass
from datetime import date, datetime

from momentos.domain.errors import NotAllowed, WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.signature import signed
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry
from momentos.warehouse.journal_kinds import Names, kept_as


@kept_as("recognition", subject=Names.EMPLOYEE, employee=Names.EMPLOYEE)
@dataclass(frozen=True)
class GivenRecognition:
    """Whom the author thanks, for what, and what it rests on; ``fact`` names the proposal it came from."""

    employee: str = ""
    reason: str = ""
    proof: str = ""
    fact: str = ""
    occurred_on: date | None = None


def recognise(
    warehouse: Warehouse,
    employee: str,
    reason: str,
    proof: str,
    *,
    occurred_on: date | None,
    author: str,
    at: datetime,
    fact: str = "",
) -> Entry[GivenRecognition]:
    """Give the recognition; ``fact`` names the proposal it came from.

    Raises ``Refused`` without a name, without a reason, without proof, or to oneself.
    """
    signature = signed(author, say("A recognition is signed: write your name."))
    if not reason.strip() or not proof.strip():
        raise WrongInput(say("A recognition says what for, and rests on a comment, a case or a figure."))
    if fold(author) == fold(employee):
        raise NotAllowed(say("Nobody recognises themselves: let somebody else do it."))
    given = GivenRecognition(employee, reason.strip(), proof.strip(), fact, occurred_on)
    return journal.write(warehouse, given, fold(employee), author=signature, at=at)
