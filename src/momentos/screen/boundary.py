"""When something fails: what the person can put right is said as it is; the rest is one calm sentence and a code."""

import logging
import secrets

import streamlit as st

from momentos.domain.errors import Refused
from momentos.screen.language import t, tell
from momentos.screen.opened import warehouse
from momentos.screen.safe import as_text

_LOG = logging.getLogger("momentos")


def tell_calmly(error: Exception) -> bool:
    """Show the error to the person; ``True`` says that Streamlit need not show its own box.

    A bug goes to the log with its traceback under a code that the person can pass on; nothing of it is shown.
    """
    if isinstance(error, Refused):
        st.error(as_text(tell(error.message)), icon=":material/error:")
        return True
    code = secrets.token_hex(3).upper()
    _LOG.error("Reference %s", code, exc_info=error)
    st.error(
        t(
            "Something failed, and this page could not be shown whole. Reload it. If you had just changed or loaded "
            "something, look whether it is there. If it happens again, pass on this code: {code}",
            code=code,
        ),
        icon=":material/error:",
    )
    return True


def say_how_it_was_found() -> None:
    """On every page, what a person should know of the state in which the database was found, if anything."""
    notice = warehouse().notice
    if notice is not None:
        st.warning(as_text(tell(notice)), icon=":material/warning:")
