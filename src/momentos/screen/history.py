"""The list of loads: what came in, when, who brought it, and a way back."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from momentos.datasets import DATASETS
from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.intake.choices import IGNORED
from momentos.loading.redo import can_redo, redo
from momentos.loading.screen_edit import SCREEN_EDIT
from momentos.loading.storing import effect_of
from momentos.loading.words import load as words
from momentos.loading.words.outcome import outcome_of_sheet, period_of
from momentos.loading.words.table import column_taken_as
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import short_table
from momentos.screen.language import t, tell
from momentos.screen.load_effects import effect_table
from momentos.screen.safe import as_text
from momentos.screen.viewer import still_for_leads, viewer
from momentos.screen.working import work
from momentos.screen.writing import count_text
from momentos.warehouse.history import LoadedSheet, LoadRecord, list_loads
from momentos.warehouse.kept_files import is_kept, kept_file
from momentos.warehouse.undo import undo

LOADS_A_PAGE = 10


def show_loads() -> None:
    """The loads, the latest first, each with its undo."""
    loads = ask(list_loads)
    if not loads:
        st.caption(tell(words.NOTHING_LOADED))
        return
    shown = loads[:LOADS_A_PAGE] if not st.session_state.get("all_loads") else loads
    for load in shown:
        _show_load(load)
    if len(loads) > LOADS_A_PAGE:
        st.toggle(t("Show all {n} loads", n=count_text(len(loads))), key="all_loads")


def _show_load(load: LoadRecord) -> None:
    with st.container(border=True, key=f"load_{load.load_no}"):
        what, action = st.columns([5, 1], vertical_alignment="center")
        with what:
            st.markdown(f"**{as_text(file_text(load.file_name))}**")
            st.caption(as_text(tell(words.when_and_who(load))))
            outcomes = [sheet.outcome for sheet in load.sheets]
            lines = [*(outcome_of_sheet(one, outcomes) for one in outcomes), period_of(outcomes)]
            st.caption("  \n".join(as_text(tell(line)) for line in lines if line is not None))
        with action:
            if load.is_undone:
                st.badge(t("Undone"), color="gray")
            if viewer().is_lead:
                _offer_way_back(load)
        _show_more(load)


def file_text(name: str) -> str:
    """The file's name, or that there was none."""
    return tell(words.file_name(name))


def _offer_way_back(load: LoadRecord) -> None:
    if load.is_undone:
        _offer_redo(load)
    elif st.button(t("Undo"), key=f"undo_{load.load_no}", icon=":material/undo:", width="stretch"):
        _confirm_undo(load)


def _offer_redo(load: LoadRecord) -> None:
    if not can_redo(warehouse(), load):
        return
    if st.button(t("Load again"), key=f"redo_{load.load_no}", icon=":material/redo:", width="stretch"):
        loading, told = t("Loading {file}…", file=load.file_name), t("{file} is loaded again.", file=load.file_name)
        _carry_out(redo, load, loading, told)


def _carry_out(change: Callable[..., object], load: LoadRecord, doing: str, done: str) -> None:
    """Undo or load again, with what is told meanwhile and afterwards; what is refused is said in its own sentence."""
    try:
        work(
            f"{change.__name__} {load.load_id}",
            doing,
            change,
            warehouse(),
            viewer(),
            load.load_id,
            author=viewer().name,
            at=clock.now(),
        )
    except Refused as refused:
        st.error(as_text(tell(refused.message)), icon=":material/error:")
        return
    st.session_state["told"] = done
    st.rerun()


def _show_more(load: LoadRecord) -> None:
    """The file as it came, for leads and unless answers in it were promised to stay unseen; and the figures before and
    after."""
    effect = ask(effect_of, load.load_id)
    is_promised = any(DATASETS[one.outcome.dataset].is_anonymous for one in load.sheets)
    may_download = viewer().is_lead and not is_promised and is_kept(warehouse(), load.sha256)
    if not may_download and not effect:
        return
    with st.expander(t("The file, how it was read, and what it changed"), key=f"more_{load.load_no}"):
        if may_download:
            st.download_button(
                t("Download the file as it came"),
                still_for_leads(kept_file(warehouse(), viewer(), load.sha256).read_bytes),
                file_name=Path(load.file_name).name,
                key=f"original_{load.load_no}",
                icon=":material/download:",
                on_click="ignore",
            )
        if load.file_name != SCREEN_EDIT:
            _show_mapping(load.sheets)
        if effect:
            effect_table(effect)


def _show_mapping(sheets: Sequence[LoadedSheet]) -> None:
    """What each column of the load's sheets was taken for, those left out too."""
    for sheet in sheets:
        dataset = DATASETS[sheet.outcome.dataset]
        lines = [(header, tell(column_taken_as(dataset, target))) for header, target in sheet.mapping.items()]
        lines += [(header, tell(column_taken_as(dataset, IGNORED))) for header in sheet.unmapped]
        if lines:
            where = tell(words.where_it_was_read(sheet))
            st.caption(as_text(where))
            short_table(pd.DataFrame(lines, columns=[t("Column in the sheet"), t("Taken as")]), alt=where)


def _confirm_undo(load: LoadRecord) -> None:
    @st.dialog(t("Undo this load?"))
    def ask_first() -> None:
        st.markdown(
            t(
                "The rows of **{file}** will be taken out, and what they replaced will be brought back. The load stays "
                "in this list as undone.",
                file=as_text(file_text(load.file_name)),
            )
        )
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(t("Leave it")):
                st.rerun()
            if st.button(t("Undo the load"), type="primary", key="undo_for_sure"):
                done = t("The load of {file} was undone.", file=file_text(load.file_name))
                _carry_out(undo, load, t("Undoing…"), done)

    ask_first()
