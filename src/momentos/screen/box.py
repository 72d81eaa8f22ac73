"""A bordered box with a title and one line that says how to read what is in it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from momentos.screen.safe import as_text


@contextmanager
def box(title: str, how_to_read: str = "") -> Iterator[None]:
    """Everything drawn inside stands in the box."""
    with st.container(border=True):
        st.header(as_text(title), anchor=False)
        if how_to_read:
            st.caption(as_text(how_to_read))
        yield
