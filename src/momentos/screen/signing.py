"""Who signs what a person decides on the screen: asked once, and kept for the session."""

import streamlit as st

from momentos.screen.language import t
from momentos.screen.viewer import NAME_KEY, viewer


def signature() -> str:
    """The name typed in this session; empty while there is none."""
    st.text_input(
        t("Your name, which signs what you change"), key=NAME_KEY, persist_state="session", max_chars=80, width=320
    )
    return viewer().name
