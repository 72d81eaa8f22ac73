"""Buttons that draw a printed page when they are pressed, and not before."""

from collections.abc import Callable

import streamlit as st


def print_button(label: str, draw: Callable[[], bytes], *, file_name: str, key: str) -> None:
    """A PDF to download. ``draw`` runs when the button is pressed, outside of the page: it asks the session nothing."""
    st.download_button(
        label, draw, file_name=file_name, mime="application/pdf", icon=":material/print:", key=key, on_click="ignore"
    )
