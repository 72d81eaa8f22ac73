"""The code that opens what only leads see and do. There is no login: see docs/decisions.md.

It is the one in ``MOMENTOS_LEAD_CODE``, else the one set on the screen, of which only a salted scrypt hash is kept.
"""

import hashlib
import hmac
import os
import secrets
from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotAllowed, NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.settings import set_setting, setting

LEAD_CODE_VARIABLE = "MOMENTOS_LEAD_CODE"
LEAD_CODE = "lead_code"
SHORTEST_CODE = 8
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
        raise NotAllowed(
            say("The lead's code is set by whoever installed Momentos, in {name}.", name=LEAD_CODE_VARIABLE)
        )
    if len(code.strip()) < SHORTEST_CODE:
        raise WrongInput(say("A lead's code has at least {n} characters.", n=SHORTEST_CODE))
    signature = signed(author, say("Whoever sets the code signs it: write your name."))
    salt = secrets.token_bytes(16)
    kept = f"{salt.hex()}${_hashed(code, salt).hex()}"
    set_setting(warehouse, LEAD_CODE, kept, author=signature, at=at)


def clear_lead_code(warehouse: Warehouse, viewer: Viewer, *, author: str, at: datetime) -> None:
    """Forget the code set on the screen. Raises ``Refused`` to who does not lead, if none is set there, or if the
    machine sets one."""
    need_lead(viewer)
    if is_code_of_the_machine():
        raise NotAllowed(
            say("The lead's code is set by whoever installed Momentos, in {name}.", name=LEAD_CODE_VARIABLE)
        )
    with warehouse.cursor() as cursor:
        is_set = bool(setting(cursor, LEAD_CODE))
    if not is_set:
        raise NotFound(say("No lead's code is set."))
    set_setting(warehouse, LEAD_CODE, "", author=author, at=at)


def check_code_of_the_machine() -> None:
    """Raises ``Refused`` if the environment sets a code that is easily guessed."""
    if 0 < len(_code_of_the_machine()) < SHORTEST_CODE:
        raise WrongInput(
            say(
                "The lead's code in {name} has fewer than {n} characters, so it opens nothing: set a longer one there.",
                name=LEAD_CODE_VARIABLE,
                n=SHORTEST_CODE,
            )
        )


def is_lead_code(cursor: DuckDBPyConnection, code: str) -> bool:
    """Whether this is the lead's code; nothing is while none is set. Raises ``Refused`` if the environment's is too
    short."""
    check_code_of_the_machine()
    named = _code_of_the_machine()
    if named:
        return hmac.compare_digest(named.encode(), code.strip().encode())
    kept = setting(cursor, LEAD_CODE)
    if not kept:
        return False
    salt, expected = kept.split("$")
    return hmac.compare_digest(_hashed(code, bytes.fromhex(salt)), bytes.fromhex(expected))


def _code_of_the_machine() -> str:
    return os.environ.get(LEAD_CODE_VARIABLE, "").strip()


def _hashed(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(code.strip().encode(), salt=salt, n=_N, r=_R, p=_P)
