"""The codes that open what only leads see, and each person's own card. There is no login: see docs/decisions.md.

The lead's code is the one in ``MOMENTOS_LEAD_CODE``, else the one set on the screen, of which only a salted scrypt hash
is kept. A person's code follows from their name and a secret of this database, so that none is kept at all.
"""

import base64
import hashlib
import hmac
import os
import secrets
from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.domain.errors import Refused
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.settings import set_setting, setting

LEAD_CODE_VARIABLE = "MOMENTOS_LEAD_CODE"
LEAD_CODE, CARD_SECRET = "lead_code", "card_secret"
SHORTEST_CODE = 8
_CARD_CODE_LENGTH = 8
_N, _R, _P = 2**14, 8, 1


def mark_of_lead_code(cursor: DuckDBPyConnection) -> str:
    """What changes whenever the lead's code does, and does not tell it; empty while there is none, and everybody at
    this address sees what leads see."""
    return mark_of_the_machine() or setting(cursor, LEAD_CODE) or ""


def mark_of_the_machine() -> str:
    """The same for the code of the environment alone."""
    named = _code_of_the_machine()
    return hashlib.sha256(named.encode()).hexdigest() if named else ""


def is_code_of_the_machine() -> bool:
    """Whether the code comes from the environment, and so cannot be changed on the screen."""
    return bool(_code_of_the_machine())


def set_lead_code(warehouse: Warehouse, viewer: Viewer, code: str, *, author: str, at: datetime) -> None:
    """Keep the hash of a new code. Raises ``Refused`` to who does not lead, or if it is short, unsigned, or set by the
    machine."""
    need_lead(viewer)
    if is_code_of_the_machine():
        raise Refused(say("The lead's code is set by whoever installed Momentos, in {name}.", name=LEAD_CODE_VARIABLE))
    if len(code.strip()) < SHORTEST_CODE:
        raise Refused(say("A lead's code has at least {n} characters.", n=SHORTEST_CODE))
    if not author.strip():
        raise Refused(say("Whoever sets the code signs it: write your name."))
    salt = secrets.token_bytes(16)
    kept = f"{salt.hex()}${_hashed(code, salt).hex()}"
    set_setting(warehouse, LEAD_CODE, kept, author=author.strip(), at=at)
    make_card_secret(warehouse, author=author.strip(), at=at)


def clear_lead_code(warehouse: Warehouse, *, author: str, at: datetime) -> None:
    """Forget the code set on the screen: whoever can run the terminal has the file anyway. Raises ``Refused`` if none
    is set there, or if the machine sets one."""
    if is_code_of_the_machine():
        raise Refused(say("The lead's code is set by whoever installed Momentos, in {name}.", name=LEAD_CODE_VARIABLE))
    with warehouse.cursor() as cursor:
        is_set = bool(setting(cursor, LEAD_CODE))
    if not is_set:
        raise Refused(say("No lead's code is set."))
    set_setting(warehouse, LEAD_CODE, "", author=author, at=at)


def make_card_secret(warehouse: Warehouse, *, author: str, at: datetime) -> None:
    """Draw the secret that people's codes follow from, once."""
    with warehouse.cursor() as cursor:
        is_there = bool(setting(cursor, CARD_SECRET))
    if not is_there:
        set_setting(warehouse, CARD_SECRET, secrets.token_hex(32), author=author, at=at)


def is_lead_code(cursor: DuckDBPyConnection, code: str) -> bool:
    """Whether this is the lead's code; nothing is while none is set."""
    named = _code_of_the_machine()
    if named:
        return hmac.compare_digest(named.encode(), code.strip().encode())
    kept = setting(cursor, LEAD_CODE)
    if not kept:
        return False
    salt, expected = kept.split("$")
    return hmac.compare_digest(_hashed(code, bytes.fromhex(salt)), bytes.fromhex(expected))


def card_code(cursor: DuckDBPyConnection, employee: str) -> str | None:
    """The code of a person's own card, for their lead to hand over; ``None`` while there is no secret yet."""
    secret = setting(cursor, CARD_SECRET)
    if not secret:
        return None
    digest = hmac.digest(bytes.fromhex(secret), fold(employee).encode(), "sha256")
    return base64.b32encode(digest).decode()[:_CARD_CODE_LENGTH].lower()


def is_card_code(cursor: DuckDBPyConnection, employee: str, code: str) -> bool:
    """Whether this is the code of the person's own card."""
    expected = card_code(cursor, employee)
    return expected is not None and hmac.compare_digest(expected.encode(), code.strip().lower().encode())


def _code_of_the_machine() -> str:
    return os.environ.get(LEAD_CODE_VARIABLE, "").strip()


def _hashed(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(code.strip().encode(), salt=salt, n=_N, r=_R, p=_P)
