"""Giving a recognition: kept with who gives it, when, and the fact it rests on; taken back like any entry."""

from datetime import date, datetime

from momentos.domain.errors import NotAllowed, WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry

RECOGNITION = "recognition"


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
) -> Entry:
    """Give the recognition; ``fact`` names the proposal it came from.

    Raises ``Refused`` without a name, without a reason, without proof, or to oneself.
    """
    if not author.strip():
        raise WrongInput(say("A recognition is signed: write your name."))
    if not reason.strip() or not proof.strip():
        raise WrongInput(say("A recognition says what for, and rests on a comment, a case or a figure."))
    if fold(author) == fold(employee):
        raise NotAllowed(say("Nobody recognises themselves: let somebody else do it."))
    value = {
        "employee": employee,
        "reason": reason.strip(),
        "proof": proof.strip(),
        "fact": fact,
        "occurred_on": occurred_on.isoformat() if occurred_on else None,
    }
    return journal.write(warehouse, RECOGNITION, fold(employee), value, author=author.strip(), at=at)
