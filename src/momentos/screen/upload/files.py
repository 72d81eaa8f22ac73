"""The uploaded files, one after another: each table reviewed, and what will load."""

from dataclasses import replace

import streamlit as st

from momentos.domain.faults import why_not_loaded, why_not_read
from momentos.intake.families import families
from momentos.intake.raw_table import RawTable
from momentos.loading.stays_out import StaysOut
from momentos.loading.words.table import no_table_in
from momentos.screen.apart import apart, tell_fault
from momentos.screen.language import tell
from momentos.screen.safe import as_text
from momentos.screen.upload.arriving import Arrival, arrivals, remembered
from momentos.screen.upload.confirming import Ready, confirm, forget_result, show_what_will_load, tell_result
from momentos.screen.upload.naming import offer_loaded_names, offer_names, show_merged
from momentos.screen.upload.table_review import Outcome, review
from momentos.screen.upload.unlisted import offer_unlisted
from momentos.screen.viewer import viewer


def upload_files() -> None:
    """The whole way from dropped files to their result; what fails in it is told in its place."""
    with apart():
        _upload_files()


def _upload_files() -> None:
    files = arrivals()
    if files:
        forget_result()
    tell_result()
    if not files and viewer().is_lead:
        for offer in (offer_loaded_names, offer_unlisted, show_merged):
            with apart():
                offer()
    ready = [_review_apart(one) for one in files]
    if files:
        confirm(ready)


def _review_apart(arrival: Arrival) -> Ready:
    """The file as it will load; one that fails is told in its place and stays out, and the others go on."""
    with st.container(border=True, key=f"file_{arrival.key}"):
        st.header(as_text(arrival.name), anchor=False)
        try:
            return _review_file(arrival)
        except Exception as error:
            tell_fault(why_not_loaded(error, arrival.name))
            return _refused(arrival)


def _refused(arrival: Arrival) -> Ready:
    """It stays out, which its own place tells."""
    return Ready(arrival, (), {}, 0, ())


def _review_file(arrival: Arrival) -> Ready:
    """The file's tables, each drawn; what of them waits for an answer or failed stays out."""
    if arrival.workbook is None:
        if arrival.refusal:
            tell_fault(arrival.refusal)
        return _refused(arrival)
    _say_notices(arrival)
    tables = arrival.workbook.tables
    whole = remembered(f"families {arrival.key}", [], lambda: families(tables))
    outcomes = [
        _review_table(arrival, table, place, family)
        for place, (table, family) in enumerate(zip(tables, whole, strict=True))
    ]
    reviewed = tuple(one for one, _ in outcomes if one is not None)
    same = offer_names([one.sheet for one in reviewed], arrival.key) if reviewed else {}
    ready = Ready(arrival, reviewed, same, 0, tuple(one for _, one in outcomes if one is not None))
    return replace(ready, to_load=show_what_will_load(ready))


def _review_table(arrival: Arrival, table: RawTable, place: int, family: RawTable) -> Outcome:
    try:
        return review(arrival, table, place, family)
    except Exception as error:
        tell_fault(why_not_read(error, table.sheet))
        return None, StaysOut(f"{arrival.name} · {table.sheet}", is_whole=True)


def _say_notices(arrival: Arrival) -> None:
    """What is to be known of the whole file, and of sheets that hold no table."""
    assert arrival.workbook is not None
    for notice in arrival.workbook.notices:
        st.info(as_text(tell(notice)), icon=":material/info:")
    for sheet in arrival.workbook.sheets:
        if sheet.why_empty is not None:
            st.caption(as_text(tell(no_table_in(sheet.name, sheet.why_empty))))
