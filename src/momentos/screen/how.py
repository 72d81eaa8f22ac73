"""The small window behind a figure that says how it was computed."""

from collections.abc import Iterable

import streamlit as st

from momentos.screen.language import t
from momentos.screen.safe import as_text


def how(lines: Iterable[str]) -> None:
    """One line a step, as plain text; empty ones are left out."""
    with st.popover(t("How was this computed?"), icon=":material/info:", type="tertiary"):
        st.markdown("\n".join(f"- {as_text(line)}" for line in lines if line))
