"""The code of each person's own card: drawn at random for their lead to hand over, void as soon as a name changes.

A code follows from a random value in the journal and a secret of this database, and neither tells it alone. With the
value are kept the name shown that day and all the texts that meant the person. A sheet that gives the person's code
another name, or names said to be one, would let theirs open somebody else's figures: it opens nothing until it is drawn
again.
"""

import base64
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import Names, kept_as
from momentos.warehouse.settings import set_setting, setting
from momentos.warehouse.shown_names import employees_meant

CARD_SECRET = "card_secret"
_LENGTH = 8


class CodeState(StrEnum):
    """What became of a person's code."""

    HOLDS = "holds"
    NOT_DRAWN = "not drawn"
    CHANGED = "changed"
    """Drawn for a name that means somebody else, or more than one person, by now."""
    LEFT = "left"


@dataclass(frozen=True)
class CardCode:
    """A person's code, for their lead; ``None`` unless it holds."""

    employee: str
    state: CodeState
    code: str | None


@kept_as("card_code", subject=Names.EMPLOYEE, name=Names.EMPLOYEE, known_as=Names.EMPLOYEE)
@dataclass(frozen=True)
class DrawnCode:
    """The random value of a code, the name shown on the day it was drawn, and all the texts that meant its person."""

    name: str
    known_as: tuple[str, ...]
    mark: str


@dataclass(frozen=True)
class Proof:
    """That somebody wrote the right code: whose, and a mark that changes when it is drawn again."""

    person: str
    mark: str


Meant = Mapping[str, frozenset[str]]
"""By folded text, the keys of the employees it may mean."""


@dataclass(frozen=True)
class _Person:
    """Somebody by their key (the folded code; the folded name where no sheet gives a code), and all that means them."""

    key: str
    employee: str
    known_as: tuple[str, ...]
    left_on: date | None


def draw_codes(warehouse: Warehouse, viewer: Viewer, employees: Sequence[str], *, author: str, at: datetime) -> None:
    """Draw a code for each of these people; the one before, if any, opens nothing any more.

    Raises ``Refused`` to who does not lead, or where a name means nobody or several people.
    """
    need_lead(viewer)
    _make_secret(warehouse, author=author, at=at)
    with warehouse.transaction() as cursor:
        meant = employees_meant(cursor)
        for employee in employees:
            person = _person(cursor, meant, employee)
            if person is None:
                raise NotFound(say("{name} is nobody's name, or several people's: it has no code.", name=employee))
            drawn = DrawnCode(person.employee, person.known_as, secrets.token_hex(16))
            journal.write_in(cursor, drawn, person.key, author=author, at=at)


def codes_of(cursor: DuckDBPyConnection, viewer: Viewer, employees: Sequence[str], day: date) -> tuple[CardCode, ...]:
    """The codes of these people's cards, for a lead to hand over; else ``Refused``."""
    need_lead(viewer)
    meant = employees_meant(cursor)
    return tuple(_code_of(cursor, meant, employee, day) for employee in employees)


def proof_of(cursor: DuckDBPyConnection, employee: str, code: str, day: date) -> Proof | None:
    """What is proven by writing this code for this person's card; nothing where it is not the right one."""
    person = _person(cursor, employees_meant(cursor), employee)
    mark = None if person is None else _mark(cursor, person, day)
    if person is None or mark is None:
        return None
    is_right = hmac.compare_digest(_code(cursor, mark).encode(), code.strip().lower().encode())
    return Proof(person.key, mark) if is_right else None


def still_proven(cursor: DuckDBPyConnection, proofs: Sequence[Proof], day: date) -> frozenset[str]:
    """The folded names of those whose card is still open to whoever brought these proofs."""
    meant = employees_meant(cursor)
    people = [(one, _person_with(cursor, meant, one.person)) for one in proofs]
    return frozenset(
        fold(person.employee) for one, person in people if person and _mark(cursor, person, day) == one.mark
    )


def _code_of(cursor: DuckDBPyConnection, meant: Meant, employee: str, day: date) -> CardCode:
    person = _person(cursor, meant, employee)
    if person is None:
        return CardCode(employee, CodeState.NOT_DRAWN, None)
    state = _state(person, _drawn(cursor, person), day)
    mark = _mark(cursor, person, day)
    return CardCode(employee, state, None if mark is None else _code(cursor, mark))


def _mark(cursor: DuckDBPyConnection, person: _Person, day: date) -> str | None:
    """The random value of the person's code; nothing unless it holds."""
    drawn = _drawn(cursor, person)
    return drawn.mark if drawn and _state(person, drawn, day) is CodeState.HOLDS else None


def _state(person: _Person, drawn: DrawnCode | None, day: date) -> CodeState:
    if person.left_on is not None and person.left_on < day:
        return CodeState.LEFT
    if drawn is None:
        return CodeState.NOT_DRAWN
    is_same = (fold(drawn.name), drawn.known_as) == (fold(person.employee), person.known_as)
    return CodeState.HOLDS if is_same else CodeState.CHANGED


def _drawn(cursor: DuckDBPyConnection, person: _Person) -> DrawnCode | None:
    entry = journal.latest(cursor, DrawnCode, person.key).get(person.key)
    return None if entry is None else entry.said


def _person(cursor: DuckDBPyConnection, meant: Meant, employee: str) -> _Person | None:
    """The one person whose card opens under this name; nobody where it could be the card of two."""
    keys = meant.get(fold(employee), frozenset())
    return _person_with(cursor, meant, *keys) if len(keys) == 1 else None


def _person_with(cursor: DuckDBPyConnection, meant: Meant, key: str) -> _Person | None:
    """The person with this key, if they have a card that nobody else's name opens."""
    rows = cursor.execute(
        "select key, employee from employee_names where employee_key = ? order by key", [key]
    ).fetchall()
    if not rows:
        return None
    employee = rows[0][1]
    others = meant[fold(employee)] - {key}
    left = cursor.execute("select max(left_on) from current_employees where employee_key = ?", [key]).fetchone()
    return None if others else _Person(key, employee, tuple(name for name, _ in rows), left[0] if left else None)


def _make_secret(warehouse: Warehouse, *, author: str, at: datetime) -> None:
    with warehouse.cursor() as cursor:
        is_there = bool(setting(cursor, CARD_SECRET))
    if not is_there:
        set_setting(warehouse, CARD_SECRET, secrets.token_hex(32), author=author, at=at)


def _code(cursor: DuckDBPyConnection, mark: str) -> str:
    secret = setting(cursor, CARD_SECRET) or ""
    digest = hmac.digest(bytes.fromhex(secret), bytes.fromhex(mark), "sha256")
    return base64.b32encode(digest).decode()[:_LENGTH].lower()
