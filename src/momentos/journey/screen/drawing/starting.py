"""An empty journey: one to start from, the touchpoints that the data already name, or a workbook."""

import streamlit as st

from momentos.domain.touchpoint import Touchpoint
from momentos.journey.meanings import journey_edits
from momentos.journey.meanings.journey_edits import Edit
from momentos.journey.meanings.starting_journeys import STARTING_JOURNEYS, StartingJourney
from momentos.journey.screen.drawing.applying import apply
from momentos.journey.words.drawing import undescribed
from momentos.screen.box import box
from momentos.screen.empty import upload_link
from momentos.screen.language import reader, t, tell, translate
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.templates import template_button
from momentos.screen.viewer import viewer


def start_somewhere() -> None:
    """Six kinds of business to choose from, with their touchpoints to look at before taking them."""
    with box(
        t("Start from a journey like yours"),
        t(
            "Then rename, move, split or remove what is not yours. The impact of each is a first guess for you to "
            "correct."
        ),
    ):
        kind = pick(
            "start",
            t("Kind of business"),
            list(STARTING_JOURNEYS),
            words=lambda one: tell(STARTING_JOURNEYS[one].label),
            form="row",
        )
        chosen = STARTING_JOURNEYS[kind]
        _preview(chosen)
        with st.container(horizontal=True):
            if viewer().is_lead and st.button(
                t("Start with this journey"), type="primary", icon=":material/route:", key="take_start"
            ):
                apply(lambda: Edit(tuple(chosen.touchpoints(translate()))))
            upload_link()
            template_button(["touchpoints"], key="template_drawing")


def offer_undescribed(names: list[str], journey: journey_edits.Journey) -> None:
    """The touchpoints that only the data name, to be put on the map."""
    if not names:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(reader().words(undescribed(names), quote=as_text), width="stretch")
        if viewer().is_lead and st.button(t("Add them to the journey"), icon=":material/add:", key="add_undescribed"):
            apply(lambda: _added(names, journey))


def _added(names: list[str], journey: journey_edits.Journey) -> Edit:
    last = max((one.position for one in journey.values() if one.position is not None), default=0.0)
    return Edit(tuple(Touchpoint(name, position=last + place) for place, name in enumerate(names, start=1)))


def _preview(chosen: StartingJourney) -> None:
    by_stage: dict[str, list[str]] = {}
    for point in chosen.points:
        by_stage.setdefault(tell(point.stage), []).append(f"{as_text(tell(point.name))} · {point.impact}")
    with st.grid(4, min_column_width=220):
        for stage, points in by_stage.items():
            with st.container():
                st.markdown(f"**{as_text(stage)}**\n\n" + "\n".join(f"- {point}" for point in points))
