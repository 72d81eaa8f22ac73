"""Names in the files that may be one with others: offered before loading, merged if the person says so."""

from collections.abc import Sequence

import streamlit as st
from duckdb import DuckDBPyConnection

from momentos.datasets.checked import CheckedSheet
from momentos.domain import clock
from momentos.intake.near_names import NearNames
from momentos.loading.alike_names import MOST_ASKED, asked_of, may_be_one
from momentos.loading.same_names import Named, said, say_apart, say_same, written_names
from momentos.loading.words import names as words
from momentos.screen.asking import ask, warehouse
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.upload.arriving import remembered
from momentos.screen.viewer import viewer

Pairs = dict[Named, list[tuple[str, str]]]


def offer_names(sheets: Sequence[CheckedSheet], key: str) -> Pairs:
    """The pairs that the person said are one; nothing is merged before the file is loaded."""
    found = remembered(
        f"names {key}",
        [warehouse().data_version(), [id(sheet) for sheet in sheets]],
        lambda: [(named, one) for named in Named for one in _near(sheets, named)][:MOST_ASKED],
    )
    if not found:
        return {}
    if not viewer().is_lead:
        st.caption(tell(words.perhaps_one(len(found), may_join=False)))
        return {}
    with st.expander(tell(words.perhaps_one(len(found), may_join=True)), key=f"names_{key}"):
        st.caption(t("Mark those that are the same: the first will be shown as the second, here and in later files."))
        return _marked(found, key)


def offer_loaded_names() -> None:
    """The same of what is loaded already: marked, and one button that merges; nothing where no two look like one."""
    found = ask(_near_loaded)
    if not found:
        return
    with st.expander(tell(words.perhaps_one_already(len(found))), key="loaded_names"):
        st.caption(t("Mark those that are the same: the first will be shown as the second, here and in later files."))
        chosen = _marked(found, "loaded")
        if st.button(t("Show them as one"), key="merge_loaded", disabled=not chosen, icon=":material/merge:"):
            merge(chosen)
            st.rerun()


def show_merged() -> None:
    """What was said to be one, each with its way back."""
    decided = ask(said)
    if not decided:
        return
    with st.expander(tell(words.shown_as_one(len(decided))), key="merged_names"):
        for one in reversed(decided):
            with st.container(horizontal=True, vertical_alignment="center", key=f"merged_{one.entry_no}"):
                st.markdown(as_text(tell(words.decision(one))), width="content")
                st.caption(as_text(tell(words.since_when(one))), width="content")
                if st.button(t("Tell them apart again"), key=f"apart_{one.entry_no}", type="tertiary"):
                    say_apart(warehouse(), viewer(), one.entry_no, author=viewer().name, at=clock.now())
                    st.rerun()


def _marked(found: Sequence[tuple[Named, NearNames]], key: str) -> Pairs:
    """One box for each pair, and one for all of them; the pairs that are marked."""
    chosen: Pairs = {}
    everything = st.toggle(t("All of them are the same"), key=f"all_names_{key}")
    for place, (named, one) in enumerate(found):
        label = as_text(tell(words.pair(named, one)))
        if not one.shown:
            st.markdown(f":orange[:material/warning:] {label}")
        elif st.checkbox(label, key=f"same_{key}_{place}", disabled=everything) or everything:
            chosen.setdefault(named, []).append((one.written, one.shown))
    return chosen


def merge(pairs: Pairs) -> None:
    """Remember what was said, once the file is in."""
    for named, same in pairs.items():
        say_same(warehouse(), viewer(), named, same, author=viewer().name, at=clock.now())


def _near(sheets: Sequence[CheckedSheet], named: Named) -> list[NearNames]:
    return asked_of(sheets, named, set(ask(written_names, named)), ask(said))


def _near_loaded(cursor: DuckDBPyConnection) -> list[tuple[Named, NearNames]]:
    """The names in use that may be one, of every kind."""
    found = [(named, one) for named in Named for one in may_be_one(named, written_names(cursor, named))]
    return [(named, one) for named, one in found if one.shown][:MOST_ASKED]
