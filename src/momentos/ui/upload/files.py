"""The uploaded files, one after another: each table reviewed, and what will load."""

import streamlit as st

from momentos.intake.families import families
from momentos.ui.language import t, tell
from momentos.ui.safe import as_text
from momentos.ui.upload.arriving import Arrival, arrivals, remembered
from momentos.ui.upload.confirming import Ready, confirm, forget_result, show_what_will_load, tell_result
from momentos.ui.upload.naming import offer_loaded_names, offer_names, show_merged
from momentos.ui.upload.tables import Blocked, Reviewed, review
from momentos.ui.upload.unlisted import offer_unlisted
from momentos.ui.viewer import viewer


def upload_files() -> None:
    """The whole way from dropped files to their result."""
    files = arrivals()
    if files:
        forget_result()
    tell_result()
    if not files and viewer().is_lead:
        offer_loaded_names()
        offer_unlisted()
        show_merged()
    reviewed = [_review_file(one) for one in files]
    ready = [one for one in reviewed if one is not None]
    if files:
        confirm(ready, is_blocked=len(ready) < sum(one.workbook is not None for one in files))


def _review_file(arrival: Arrival) -> Ready | None:
    """``None`` if the file was refused or one of its tables waits for an answer."""
    with st.container(border=True, key=f"file_{arrival.key}"):
        st.header(as_text(arrival.name), anchor=False)
        if arrival.workbook is None:
            if arrival.refusal:
                st.error(as_text(tell(arrival.refusal)), icon=":material/error:")
            return None
        _say_notices(arrival)
        tables, is_blocked = arrival.workbook.tables, False
        whole = remembered(f"families {arrival.key}", [], lambda: families(tables))
        reviewed: list[Reviewed | None] = []
        for place, (table, family) in enumerate(zip(tables, whole, strict=True)):
            try:
                reviewed.append(review(arrival, table, place, family))
            except Blocked:
                is_blocked = True
        if is_blocked:
            return None
        kept = tuple(one for one in reviewed if one is not None)
        same = offer_names([one.sheet for one in kept], arrival.key)
        ready = Ready(arrival, kept, same)
        show_what_will_load(ready)
        return ready


def _say_notices(arrival: Arrival) -> None:
    """What is to be known of the whole file, and of sheets that hold no table."""
    assert arrival.workbook is not None
    for notice in arrival.workbook.notices:
        st.info(as_text(tell(notice)), icon=":material/info:")
    for sheet in arrival.workbook.sheets:
        if sheet.why_empty is not None:
            why = t("Sheet «{sheet}»: {why}", sheet=sheet.name, why=tell(sheet.why_empty))
            st.caption(as_text(why))
