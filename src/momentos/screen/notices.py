"""What is so on every page, in one line below the menu: invented figures, and that no code is asked for."""

import streamlit as st

from momentos.sample import is_sample
from momentos.screen.asking import ask
from momentos.screen.language import t
from momentos.screen.sample import say_it_is_sample
from momentos.screen.viewer import is_code_asked


def notices() -> None:
    """The line; nothing where a code is asked for and the figures are the company's own."""
    is_invented, is_open = ask(is_sample), not is_code_asked()
    if is_invented:
        with st.container(border=True, key="sample_notice", horizontal=True, vertical_alignment="center"):
            say_it_is_sample()
    if is_open:
        with st.container(key="open_notice", horizontal=True, vertical_alignment="center"):
            _say_it_is_open()


def _say_it_is_open() -> None:
    words = t("No code is set: everybody who opens this address may see and do everything.")
    st.caption(f":material/lock_open: {words}", width="content")
    st.page_link(st.session_state["pages"]["policy"], label=t("Set a code"), icon=":material/key:", width="content")
