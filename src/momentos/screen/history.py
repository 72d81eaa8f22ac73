"""The list of loads: what came in, when, who brought it, and a way back."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from momentos.datasets import DATASETS
from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.loading.redo import can_redo, redo
from momentos.loading.screen_edit import SCREEN_EDIT
from momentos.loading.storing import effect_of
from momentos.locales.writing import day_text, instant_text
from momentos.sample import SAMPLE_AUTHOR
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import short_table
from momentos.screen.language import locale, t, tell
from momentos.screen.load_effects import effect_table
from momentos.screen.safe import as_text
from momentos.screen.upload.columns import column_words
from momentos.screen.upload.questions import NOT_LOADED
from momentos.screen.viewer import still_for_leads, viewer
from momentos.screen.working import work
from momentos.screen.writing import count_text
from momentos.warehouse.files import is_kept, kept_file
from momentos.warehouse.history import LoadedSheet, LoadRecord, SheetOutcome, list_loads
from momentos.warehouse.undo import undo

LOADS_A_PAGE = 10


def show_loads() -> None:
    """The loads, the latest first, each with its undo."""
    loads = ask(list_loads)
    if not loads:
        st.caption(t("Nothing has been loaded yet."))
        return
    shown = loads[:LOADS_A_PAGE] if not st.session_state.get("all_loads") else loads
    for load in shown:
        _show_load(load)
    if len(loads) > LOADS_A_PAGE:
        st.toggle(t("Show all {n} loads", n=count_text(len(loads))), key="all_loads")


def outcome_text(outcome: SheetOutcome) -> str:
    """What became of one sheet, in one line; only counts that are not zero are told beside the loaded ones."""
    counts = [
        (t("of them in place of earlier ones: {n}", n=count_text(outcome.replaced)), outcome.replaced),
        (t("already there, unchanged: {n}", n=count_text(outcome.unchanged)), outcome.unchanged),
        (t("kept out: {n}", n=count_text(outcome.rejected)), outcome.rejected),
        (t("skipped on purpose: {n}", n=count_text(outcome.skipped)), outcome.skipped),
    ]
    loaded = count_text(outcome.loaded)
    first = t("rows loaded: {n}", n=loaded) if outcome.load_id else t("rows to load: {n}", n=loaded)
    told = [first, *(text for text, count in counts if count)]
    return t("{dataset}: {counts}", dataset=tell(DATASETS[outcome.dataset].label), counts=" · ".join(told))


def sheet_and_outcome(outcome: SheetOutcome, all_of_the_file: Sequence[SheetOutcome]) -> str:
    """The same with the sheet's name before it, where the file has several."""
    words = outcome_text(outcome)
    return f"{outcome.sheet} · {words}" if len(all_of_the_file) > 1 else words


def period_text(outcomes: Iterable[SheetOutcome]) -> str:
    """The days that the rows speak of; empty if they are not dated."""
    outcomes = list(outcomes)
    first = min((one.first_on for one in outcomes if one.first_on), default=None)
    last = max((one.last_on for one in outcomes if one.last_on), default=None)
    if first is None or last is None:
        return ""
    if first == last:
        return t("On {day}", day=day_text(first, locale()))
    return t("From {first} to {last}", first=day_text(first, locale()), last=day_text(last, locale()))


def _show_load(load: LoadRecord) -> None:
    with st.container(border=True, key=f"load_{load.load_no}"):
        words, action = st.columns([5, 1], vertical_alignment="center")
        with words:
            st.markdown(f"**{as_text(file_text(load.file_name))}**")
            st.caption(as_text(_when_and_who(load)))
            outcomes = [sheet.outcome for sheet in load.sheets]
            lines = [*(sheet_and_outcome(one, outcomes) for one in outcomes), period_text(outcomes)]
            st.caption("  \n".join(as_text(line) for line in lines if line))
        with action:
            if load.is_undone:
                st.badge(t("Undone"), color="gray")
            if viewer().is_lead:
                _offer_way_back(load)
        _show_more(load)


def file_text(name: str) -> str:
    """The file's name, or that there was none."""
    return t("Edited on screen") if name == SCREEN_EDIT else name


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
        lines = [(header, column_words(dataset, target)) for header, target in sheet.mapping.items()]
        lines += [(header, column_words(dataset, NOT_LOADED)) for header in sheet.unmapped]
        if lines:
            where = t("Sheet «{sheet}», headers in row {row}", sheet=sheet.outcome.sheet, row=sheet.header_row)
            st.caption(as_text(where))
            short_table(pd.DataFrame(lines, columns=[t("Column in the sheet"), t("Taken as")]), alt=where)


def _when_and_who(load: LoadRecord) -> str:
    when = instant_text(load.loaded_at, locale())
    told = t("{when} · {who}", when=when, who=_who(load.author)) if load.author else when
    if not load.is_undone or load.undone_at is None:
        return told
    return t("{loaded} · undone on {when}", loaded=told, when=instant_text(load.undone_at, locale()))


def _who(author: str) -> str:
    return t("sample company") if author == SAMPLE_AUTHOR else author


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
