"""What a page shows while there is nothing to show: what to upload, a template, and a look at the sample company."""

import streamlit as st

from momentos.datasets import DATASETS
from momentos.queries.catalogue import datasets_present
from momentos.ui.asking import ask
from momentos.ui.cards import card
from momentos.ui.language import t, tell
from momentos.ui.safe import as_text
from momentos.ui.sample import sample_button
from momentos.ui.templates import template_button


def welcome() -> None:
    """The first page of a company that has not uploaded anything."""
    with st.container(border=True):
        st.header(t("Start with the spreadsheets you already have"), anchor=False)
        st.markdown(
            t(
                "Calls, visits, surveys, staff: drop them as they are, from any system. Momentos recognises what each "
                "sheet holds, asks only what it cannot know, and tells you what is wrong cell by cell before loading."
            )
        )
        with st.container(horizontal=True):
            upload_link(is_main=True)
            template_button(list(DATASETS), key="template_all")
            sample_button()
    what_each_sheet_unlocks()


def nothing_measured() -> None:
    """A page whose sheets are missing: which they are and what they would show."""
    with st.container(border=True):
        st.header(t("There is nothing to measure here yet"), anchor=False)
        st.markdown(t("Either the sheet has not been uploaded, or the period and filters above leave nothing in."))
        with st.container(horizontal=True):
            upload_link(is_main=True)
            template_button(["interactions", "responses", "employees"], key="template_measures")
    what_each_sheet_unlocks()


def no_journey() -> None:
    """The map without touchpoints."""
    with st.container(border=True):
        st.header(t("The map needs the touchpoints of your journey"), anchor=False)
        st.markdown(
            t(
                "Draw it here, starting from a journey of your trade, or bring one sheet with one row a touchpoint: "
                "its stage, its order and how much it weighs from 1 to 5. Scores come from your surveys."
            )
        )
        with st.container(horizontal=True):
            _drawing_link()
            upload_link()
            template_button(["touchpoints", "responses"], key="template_journey")


def what_each_sheet_unlocks(*, is_folded: bool = False) -> None:
    """Every spreadsheet still missing, with what it would show."""
    missing = [one for one in ask(datasets_present) if not one.is_present]
    if not missing:
        return
    title = t("What each spreadsheet unlocks")
    with st.expander(title) if is_folded else card(title):
        for one in missing:
            st.markdown(f"**{as_text(tell(one.dataset.label))}** · {as_text(tell(one.dataset.unlocks))}")


def _drawing_link() -> None:
    """A button to the page where the journey is drawn."""
    if st.button(t("Draw the journey"), type="primary", icon=":material/route:", key="to_drawing"):
        st.switch_page(st.session_state["pages"]["drawing"])


def upload_link(*, is_main: bool = False) -> None:
    """A button to the page where data are uploaded."""
    if st.button(
        t("Upload data"), type="primary" if is_main else "secondary", icon=":material/upload_file:", key="to_upload"
    ):
        st.switch_page(st.session_state["pages"]["upload"])
