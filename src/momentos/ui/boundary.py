"""When something fails: what the person can put right is said as it is; the rest is one calm sentence and a code."""

import logging
import secrets

import streamlit as st

from momentos.domain.errors import Refused
from momentos.ui.language import t, tell
from momentos.ui.safe import as_text

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
            "Something failed while showing this page. Your data is safe. Reload the page and, if it happens again, "
            "pass on this code: {code}",
            code=code,
        ),
        icon=":material/error:",
    )
    return True
