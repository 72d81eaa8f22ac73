"""Bugs as they are told: to us with their traceback and no data, to the person in a calm sentence with a code."""

import logging
import secrets

from momentos.domain.errors import Refused
from momentos.domain.messages import Message, say

_LOG = logging.getLogger("momentos")


class Hushed(Exception):
    """Stands in the log for an error, by the name of its kind: what an error says may quote a cell."""


def note(error: Exception) -> str:
    """Write the error to the log with its traceback and without its words; the code under which it stands there."""
    code = secrets.token_hex(3).upper()
    _LOG.error("Reference %s", code, exc_info=_hushed(error))
    return code


def why_not_read(error: Exception, sheet: str) -> Message:
    """Why one sheet is not loaded though the rest is: the refusal itself, or that it is our fault."""
    if isinstance(error, Refused):
        return error.message
    return say(
        "Something failed in the program while it read the sheet {sheet}: none of its rows is loaded, and the others "
        "go on. If it happens again, pass on this code: {code}",
        sheet=sheet,
        code=note(error),
    )


def why_not_loaded(error: Exception, file: str) -> Message:
    """Why one file is not loaded though the others are."""
    if isinstance(error, Refused):
        return error.message
    return say(
        "Something failed in the program with the file {file}: nothing of it is loaded, and the others go on. If it "
        "happens again, pass on this code: {code}",
        file=file,
        code=note(error),
    )


def why_incomplete(error: Exception, file: str) -> Message:
    """What to say of a file whose rows were in before something failed."""
    return say(
        "Something failed in the program after the rows of {file} were in: they are loaded, and what is remembered "
        "beside them may be missing. If it happens again, pass on this code: {code}",
        file=file,
        code=note(error),
    )


def why_not_shown(error: Exception) -> Message:
    """Why a part of a page is not there though the rest is."""
    if isinstance(error, Refused):
        return error.message
    return say(
        "Something failed in this part of the page; the rest of it goes on. If it happens again, pass on this code: "
        "{code}",
        code=note(error),
    )


def _hushed(error: BaseException) -> Hushed:
    """The error's kind and where it was raised, and the same of the one that led to it."""
    hushed = Hushed(type(error).__qualname__).with_traceback(error.__traceback__)
    earlier = error.__cause__ or error.__context__
    hushed.__cause__ = _hushed(earlier) if earlier is not None else None
    return hushed
