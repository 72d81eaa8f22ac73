"""The sample company: shown on request, with a notice as long as it is there and one action that takes it away."""

import streamlit as st

from momentos.sample import empty_sample, is_sample, load_sample
from momentos.ui.asking import ask, warehouse
from momentos.ui.language import t
from momentos.ui.working import work


def sample_button() -> None:
    """A button that loads the sample company."""
    if st.button(t("See it with sample data"), icon=":material/storefront:", key="load_sample"):
        work("sample", t("Loading the sample company…"), load_sample, warehouse())
        st.rerun()


def sample_notice() -> None:
    """Says on every page that the figures are invented, and offers to begin for real."""
    if not ask(is_sample):
        return
    with st.container(border=True, key="sample_notice", horizontal=True, vertical_alignment="center"):
        st.badge(t("Sample data"), icon=":material/storefront:", color="orange")
        st.caption(t("Everything you see is an invented company."), width="stretch")
        if st.button(t("Empty it and start with mine"), key="empty_sample", type="tertiary"):
            _confirm_emptying()


def _confirm_emptying() -> None:
    @st.dialog(t("Start with your own data?"))
    def ask_first() -> None:
        st.markdown(t("The sample company will be taken out: what you loaded yourself stays."))
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(t("Leave it")):
                st.rerun()
            if st.button(t("Empty it"), type="primary", key="empty_for_sure"):
                work("empty", t("Emptying…"), empty_sample, warehouse())
                st.rerun()

    ask_first()
