"""The journey as a list to be drawn: stages in order, and in each its touchpoints with what can be done to them."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from momentos.domain.touchpoint import Touchpoint
from momentos.journey.meanings import journey_edits
from momentos.journey.meanings.journey_edits import Edit, Journey, in_order
from momentos.journey.screen.drawing.applying import apply
from momentos.journey.screen.drawing.dialog import edit_touchpoint, new_touchpoint
from momentos.journey.words.drawing import what_is_known, why_off_the_map
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.viewer import viewer
from momentos.screen.writing import count_text


def show_journey(journey: Journey, impacts: dict[str, float], today: date) -> None:
    """Stage after stage; ``impacts`` by key, as they count today. Only whoever leads gets buttons to change it."""
    order = in_order(journey, today)
    names = journey_edits.stages(journey, today)
    if viewer().is_lead and st.button(t("New touchpoint"), icon=":material/add:", key="new_touchpoint"):
        new_touchpoint(journey, today)
    for place, stage in enumerate([*names, None]):
        inside = [one for one in order if (one.stage or None) == stage]
        if inside:
            with st.container(border=True, key=f"stage_{place}"):
                _stage_head(journey, stage, place, len(names), today)
                for at, one in enumerate(inside):
                    _touchpoint(journey, inside, at, one, impacts.get(one.key), today)
    _off_the_map(journey, today)


def _stage_head(journey: Journey, stage: str | None, place: int, count: int, today: date) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(as_text(stage or t("Without a stage")), anchor=False, width="stretch")
        if stage is None or not viewer().is_lead:
            return
        with st.popover(t("Stage"), icon=":material/edit:"):
            name = st.text_input(t("Name of the stage"), value=stage, key=f"stage_name_{place}", max_chars=80)
            if st.button(t("Rename it"), key=f"rename_stage_{place}"):
                apply(lambda: journey_edits.rename_stage(journey, stage, today, name=name))
            if st.button(t("Move it earlier"), key=f"stage_up_{place}", disabled=place == 0):
                apply(lambda: journey_edits.move_stage(journey, stage, today, steps=-1))
            if st.button(t("Move it later"), key=f"stage_down_{place}", disabled=place == count - 1):
                apply(lambda: journey_edits.move_stage(journey, stage, today, steps=1))


def _touchpoint(
    journey: Journey,
    inside: list[Touchpoint],
    at: int,
    one: Touchpoint,
    impact: float | None,
    today: date,
) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{as_text(one.shown)}**")
            st.caption(as_text(" · ".join(map(tell, what_is_known(one, impact)))))
        if not viewer().is_lead:
            return
        with st.container(horizontal=True, width="content"):
            if st.button("↑", key=f"up_{one.key}", disabled=at == 0, help=t("Move it earlier")):
                before = inside[at - 2].key if at > 1 else None
                apply(lambda: journey_edits.move(journey, one.key, today, stage=one.stage, after=before))
            if st.button("↓", key=f"down_{one.key}", disabled=at == len(inside) - 1, help=t("Move it later")):
                after = inside[at + 1].key
                apply(lambda: journey_edits.move(journey, one.key, today, stage=one.stage, after=after))
            if st.button(t("Edit"), key=f"edit_{one.key}", icon=":material/edit:"):
                edit_touchpoint(journey, one.key, today)


def _off_the_map(journey: Journey, today: date) -> None:
    """Those that left the map, with a way back."""
    gone = [one for one in journey.values() if not journey_edits.is_on_map(journey, one, today)]
    if not gone:
        return
    with st.expander(t("Off the map: {n}", n=count_text(len(gone)))):
        for one in gone:
            other = journey_edits.counts_under(journey, one)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(as_text(tell(why_off_the_map(one, other))), width="stretch")
                if not viewer().is_lead:
                    continue
                if other is not None and st.button(t("Separate it again"), key=f"separate_{one.key}"):
                    _put_back(journey_edits.separate, journey, one.key, today)
                elif other is None and st.button(t("Bring it back"), key=f"bring_back_{one.key}"):
                    _put_back(journey_edits.bring_back, journey, one.key, today)


def _put_back(
    make: Callable[[Journey, str, date], Edit],
    journey: Journey,
    key: str,
    on: date,
) -> None:
    apply(lambda: make(journey, key, on))
