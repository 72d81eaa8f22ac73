"""The sample company: shown on request, told of as long as it is there, and one action that takes it away."""

import streamlit as st

from momentos.sample import empty_sample, load_sample
from momentos.sample.words import INVENTED, SAMPLE_DATA
from momentos.screen.asking import warehouse
from momentos.screen.language import t, tell
from momentos.screen.letting_in import leads_here
from momentos.screen.viewer import viewer
from momentos.screen.working import work


def sample_button() -> None:
    """A button that loads the sample company."""
    if st.button(t("See it with sample data"), icon=":material/storefront:", key="load_sample"):
        work("sample", t("Loading the sample company…"), load_sample, warehouse())
        st.rerun()


def say_it_is_sample() -> None:
    """Says that the figures are invented, and offers to begin for real."""
    st.badge(tell(SAMPLE_DATA), icon=":material/storefront:", color="orange")
    st.caption(tell(INVENTED), width="stretch")
    if st.button(t("Empty it and start with mine"), key="empty_sample", type="tertiary"):
        _confirm_emptying()


def _confirm_emptying() -> None:
    @st.dialog(t("Start with your own data?"))
    def ask_first() -> None:
        st.markdown(t("The sample company will be taken out: what you loaded yourself stays."))
        if not leads_here(t("Emptying it asks for the lead's code."), key="empty_code"):
            return
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(t("Leave it")):
                st.rerun()
            if st.button(t("Empty it"), type="primary", key="empty_for_sure"):
                work("empty", t("Emptying…"), empty_sample, warehouse(), viewer())
                st.rerun()

    ask_first()
