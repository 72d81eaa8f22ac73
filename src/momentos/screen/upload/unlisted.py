"""People and touchpoints that the data name and no sheet lists, to be listed from here; areas that nobody has, to be
shown as one that somebody has."""

import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.figures.catalogue import values_of
from momentos.intake.near_names import likeliest
from momentos.loading.alike_names import may_be_one
from momentos.loading.same_names import Named, say_same, undeclared_areas, written_names
from momentos.loading.unlisted_names import create, unlisted
from momentos.loading.words import names as words
from momentos.screen.asking import ask, warehouse
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.viewer import viewer


def offer_unlisted() -> None:
    """One folded list for each kind of name, nothing where all are listed."""
    for named in words.LISTED_BY_SHEETS:
        names = ask(unlisted, named)
        if names:
            with st.expander(tell(words.unlisted_names(named, len(names))), key=f"unlisted_{named}"):
                _offer(named, names)
    areas = ask(undeclared_areas)
    if areas:
        with st.expander(tell(words.areas_of_nobody(len(areas))), key="areas"):
            _offer_areas(areas)


def _offer(named: Named, names: list[str]) -> None:
    """All are picked but those that may be another's name in other letters: that is to be said first."""
    doubtful = {one.written for one in may_be_one(named, ask(written_names, named)) if one.shown}
    picked = st.multiselect(
        t("Which ones to list"),
        names,
        default=[name for name in names if name not in doubtful],
        format_func=str,
        key=f"picked_{named}_{len(names)}",
    )
    area = st.selectbox(
        t("The area they belong to, if it is one"),
        sorted({*ask(values_of, Dimension.AREA), *ask(undeclared_areas)}),
        index=None,
        accept_new_options=True,
        placeholder=t("Choose an area, or write a new one"),
        key=f"area_of_{named}_{len(names)}",
        width=420,
    )
    if doubtful & set(names):
        st.caption(tell(words.WHY_NOT_PICKED))
    if st.button(t("Add them to the list"), key=f"create_{named}", disabled=not picked, icon=":material/add:"):
        create(warehouse(), viewer(), named, picked, area=area or "", author=viewer().name, at=clock.now())
        st.rerun()


def _offer_areas(areas: dict[str, int]) -> None:
    """Each area beside those in use, the likeliest first and none picked; one button shows it as that one."""
    known = ask(values_of, Dimension.AREA)
    st.caption(tell(words.SPENDING_OF_NOBODY))
    for place, (area, rows) in enumerate(areas.items()):
        likely = likeliest(area, known)
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"area_{place}"):
            into = st.selectbox(
                as_text(tell(words.area_is(area, rows))),
                sorted(known, key=lambda one: one != likely),
                index=None,
                format_func=str,
                placeholder=t("Choose an area"),
                key=f"area_as_{area}",
                width=320,
            )
            if st.button(t("Show it as this area"), key=f"merge_area_{area}", disabled=into is None):
                say_same(warehouse(), viewer(), Named.AREA, [(area, str(into))], author=viewer().name, at=clock.now())
                st.rerun()
