"""What will load, told before it does; the one button that loads it; and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from momentos.datasets.checked import CheckedSheet, SourceFile
from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.domain.faults import why_incomplete, why_not_loaded
from momentos.domain.messages import Message
from momentos.intake.layouts import as_kept, layout_of
from momentos.loading.remembered_layouts import remember
from momentos.loading.stays_out import StaysOut
from momentos.loading.storing import Effect, foresee, store
from momentos.loading.words.load import already_loaded
from momentos.loading.words.outcome import NOTHING_TO_LOAD, figures_that_change, file_is_in, outcome_and_period
from momentos.screen.apart import tell_fault
from momentos.screen.asking import ask, warehouse
from momentos.screen.language import t, tell
from momentos.screen.load_effects import effect_table
from momentos.screen.safe import as_text
from momentos.screen.upload.arriving import Arrival, clear_arrivals, remembered
from momentos.screen.upload.marked import offer_marked
from momentos.screen.upload.naming import Pairs, merge
from momentos.screen.upload.staying_out import tell_what_stays_out
from momentos.screen.upload.table_review import Reviewed
from momentos.screen.viewer import NAME_KEY, viewer
from momentos.screen.working import Effort, work
from momentos.warehouse.history import SheetOutcome, find_file, loaded_then
from momentos.warehouse.loads import preview

MOST_REHEARSED = 200_000
"""With more rows, the figures after the load are worked out only if somebody asks: it takes as long as loading."""

_TOLD = "loads_told"
_IS_NEW = "upload_told_is_new"


@dataclass(frozen=True)
class Ready:
    """One file: its tables that are understood, how many rows of them would load, and what of it stays out."""

    arrival: Arrival
    reviewed: tuple[Reviewed, ...]
    same_names: Pairs
    to_load: int
    stays_out: tuple[StaysOut, ...]

    @property
    def sheets(self) -> tuple[CheckedSheet, ...]:
        return tuple(one.sheet for one in self.reviewed)

    @property
    def rows(self) -> int:
        return sum(sheet.read for sheet in self.sheets)


def show_what_will_load(ready: Ready) -> int:
    """The counts of one file, as they would be if it were loaded now; how many rows that is."""
    workbook = ready.arrival.workbook
    if workbook is None or not ready.sheets:
        return 0
    wants_effect = ready.rows <= MOST_REHEARSED or st.session_state.get(f"effect_{ready.arrival.key}", False)
    try:
        outcomes, effect = _foreseen(ready, workbook.source, wants_effect)
    except Refused as refused:
        st.error(as_text(tell(refused.message)), icon=":material/error:")
        return 0
    before = ask(find_file, workbook.source.sha256)
    if before and not any(one.loaded for one in outcomes):
        st.info(as_text(tell(already_loaded(before.loaded_at))), icon=":material/task_alt:")
    with st.container(border=True, key=f"will_load_{ready.arrival.key}"):
        title = t("What will load")
        st.markdown(f"**{title}**")
        _show_outcomes(outcomes)
        if ready.rows > MOST_REHEARSED:
            st.toggle(
                t("See which figures would change; with this many rows it takes a while"),
                key=f"effect_{ready.arrival.key}",
            )
        if effect is not None:
            _show_effect(effect, ready.arrival.key)
        offer_marked(workbook, ready.sheets, ready.arrival.key)
    return sum(one.loaded for one in outcomes)


def _foreseen(ready: Ready, source: SourceFile, wants_effect: bool) -> tuple[list[SheetOutcome], Effect | None]:
    """The counts, and what the figures would become where it is wanted; worked out once for the same rows."""
    name = f"foreseen {ready.arrival.key} {wants_effect}"
    saying = t("Comparing with what is loaded…")

    def counted() -> tuple[list[SheetOutcome], Effect | None]:
        if wants_effect:
            return work(name, saying, foresee, warehouse(), source, ready.sheets, effort=_to_load(ready))
        compared = Effort("compare", ready.rows)
        return work(name, saying, preview, warehouse(), source, ready.sheets, effort=compared), None

    return remembered(name, [warehouse().data_version(), [id(sheet) for sheet in ready.sheets]], counted)


def confirm(files: Sequence[Ready]) -> None:
    """What stays out, the person's name and the button; loading clears the uploader and tells the result."""
    loadable = [one for one in files if one.to_load]
    tell_what_stays_out(one for file in files for one in file.stays_out)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            t("Your name, for the list of loads"), key=NAME_KEY, persist_state="session", max_chars=80, width=320
        )
        label = t("Load 1 file") if len(loadable) <= 1 else t("Load {n} files", n=len(loadable))
        pressed = st.button(label, type="primary", icon=":material/check:", key="confirm_load", disabled=not loadable)
    if not loadable:
        st.caption(tell(NOTHING_TO_LOAD))
    if pressed:
        st.session_state[_TOLD] = [(one.arrival.name, _load_apart(one)) for one in loadable]
        st.session_state[_IS_NEW] = True
        clear_arrivals()
        st.rerun()


def _load_apart(one: Ready) -> list[SheetOutcome] | Message:
    """What became of one file, or why it is not loaded; the others do not fall with it."""
    now = clock.now()
    try:
        return _load(one, now)
    except Exception as error:
        workbook = one.arrival.workbook
        is_in = workbook is not None and ask(loaded_then, workbook.source.sha256, now) is not None
        return (why_incomplete if is_in else why_not_loaded)(error, one.arrival.name)


def tell_result() -> None:
    """What became of the files just loaded, until other files arrive; once where whoever is far down sees it too."""
    is_new = st.session_state.pop(_IS_NEW, False)
    told: list[tuple[str, list[SheetOutcome] | Message]] = st.session_state.get(_TOLD, [])
    for name, outcomes in told:
        if isinstance(outcomes, Message):
            tell_fault(outcomes)
            continue
        words = tell(file_is_in(name, outcomes))
        with st.container(border=True):
            st.markdown(f":green[:material/check_circle:] **{as_text(words)}**")
            _show_outcomes(outcomes)
        if is_new:
            st.toast(as_text(words), icon=":material/check_circle:")
    is_any_in = any(not isinstance(outcomes, Message) for _, outcomes in told)
    if is_any_in and st.button(t("See what the data say"), type="primary", icon=":material/home:", key="to_home"):
        st.switch_page(st.session_state["pages"]["home"])
    undone = st.session_state.pop("told", None)
    if undone:
        st.toast(as_text(undone), icon=":material/undo:")


def forget_result() -> None:
    """When new files arrive, what was told of the last ones goes."""
    st.session_state.pop(_TOLD, None)


def _load(one: Ready, now: datetime) -> list[SheetOutcome]:
    assert one.arrival.workbook is not None
    saying = t("Loading {file}…", file=one.arrival.name)
    author = viewer().name
    outcomes = work(
        f"load {one.arrival.key}",
        saying,
        store,
        warehouse(),
        one.arrival.workbook.source,
        one.sheets,
        [(table.table, table.choices, table.repairs) for table in one.reviewed],
        author=author,
        at=now,
        effort=_to_load(one),
    )
    for table in one.reviewed:
        if table.is_decided:
            remember(warehouse(), layout_of(table.table), as_kept(table.table, table.choices), author=author, at=now)
    merge(one.same_names)
    return outcomes


def _to_load(ready: Ready) -> Effort:
    """Trying a load out and loading are one and the same work."""
    return Effort("load", ready.rows)


def _show_effect(effect: Effect, key: str) -> None:
    """What the figures would become."""
    words = tell(figures_that_change(effect))
    if not effect:
        st.caption(words)
        return
    with st.expander(words, key=f"changes_{key}"):
        effect_table(effect)


def _show_outcomes(outcomes: Sequence[SheetOutcome]) -> None:
    for outcome in outcomes:
        st.markdown(as_text(tell(outcome_and_period(outcome, outcomes))))
        for danger in outcome.dangers:
            st.error(as_text(tell(danger)), icon=":material/dangerous:")
        for warning in outcome.warnings:
            st.caption(f":orange[:material/warning:] {as_text(tell(warning))}")
