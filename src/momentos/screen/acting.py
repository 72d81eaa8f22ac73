"""Doing what somebody asked for on the screen, or saying why it cannot be done."""

from collections.abc import Callable

import streamlit as st

from momentos.domain.errors import Refused
from momentos.screen.language import tell
from momentos.screen.safe import as_text


def act(action: Callable[[], object]) -> None:
    """Do it and draw the page anew; what is refused is said in its own sentence."""
    try:
        action()
    except Refused as refused:
        st.error(as_text(tell(refused.message)))
        return
    st.rerun()
