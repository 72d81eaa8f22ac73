"""What a page shows while there is nothing to show: what to upload, a template, and a look at the sample company."""

from contextlib import AbstractContextManager

import streamlit as st

from momentos.datasets import DATASETS
from momentos.figures.catalogue import datasets_present
from momentos.figures.words.missing import sheets_to_come, why_nothing_is_measured
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.sample import sample_button
from momentos.screen.templates import template_button


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
    is_empty = not any(one.is_present for one in ask(datasets_present))
    with st.container(border=True):
        st.header(t("There is nothing to measure here yet"), anchor=False)
        st.markdown(tell(why_nothing_is_measured(is_empty=is_empty)))
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


def no_impact_yet() -> None:
    """The map of touchpoints that nobody has given an impact: what to do, and where."""
    with st.container(border=True):
        st.markdown(
            t(
                "The touchpoints below come from your own sheets. Say the stage of each one and how much it weighs, "
                "from 1 to 5, and the map puts them in order."
            )
        )
        with st.container(horizontal=True):
            _drawing_link()
            template_button(["touchpoints"], key="template_journey")


def what_each_sheet_unlocks(*, is_folded: bool = False) -> None:
    """Every spreadsheet still missing, with what it would show."""
    missing = [one for one in ask(datasets_present) if not one.is_present]
    if not missing:
        return
    with _unlocking(len(missing), is_folded=is_folded):
        for one in missing:
            st.markdown(f"**{as_text(tell(one.dataset.label))}** · {as_text(tell(one.dataset.unlocks))}")


def _unlocking(missing: int, *, is_folded: bool) -> AbstractContextManager[object]:
    """Where the missing sheets are told: folded away, or a card for who begins."""
    if not is_folded:
        return box(t("What each spreadsheet unlocks"), t("One is enough to begin; each one more shows more."))
    return st.expander(tell(sheets_to_come(missing)))


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
