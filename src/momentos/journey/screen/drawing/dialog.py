"""One touchpoint in a dialog: what it is, its place, the votes on its impact, and splitting, merging or retiring it."""

from datetime import date
from typing import Any

import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.impact import IMPACT_LABELS
from momentos.domain.touchpoint import Touchpoint
from momentos.facts import METRICS
from momentos.figures.catalogue import values_of
from momentos.figures.filters import Filters
from momentos.journey.meanings import journey_edits
from momentos.journey.meanings.journey_edits import Journey, in_order
from momentos.journey.questions.journey import names_in
from momentos.journey.questions.touchpoint import rows_behind
from momentos.journey.screen.drawing.applying import apply
from momentos.journey.screen.drawing.votes import vote_form
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.viewer import viewer


def new_touchpoint(journey: Journey, today: date) -> None:
    """A dialog for a touchpoint that is not there yet."""

    @st.dialog(t("New touchpoint"), width="medium")
    def show() -> None:
        with st.form("new_touchpoint_form", border=False):
            said = _fields(Touchpoint(""), "new", journey_edits.stages(journey, today))
            if st.form_submit_button(t("Add it"), type="primary"):
                name = said.pop("name")
                apply(lambda: journey_edits.create(journey, name, today, **said))

    show()


def edit_touchpoint(journey: Journey, key: str, today: date) -> None:
    """The dialog of a touchpoint."""
    one = journey[key]

    @st.dialog(t("Edit the touchpoint"), width="large")
    def show() -> None:
        what, place, impact, more = st.tabs(
            [t("What it is"), t("Its place"), t("Its impact"), t("Split, merge, retire")]
        )
        with what, st.form("touchpoint_form", border=False):
            said = _fields(one, key, None)
            if st.form_submit_button(t("Keep the changes"), type="primary"):
                apply(lambda: journey_edits.describe(journey, key, today, **said))
        with place:
            _place(journey, one, today)
        with impact:
            vote_form(one)
        with more:
            _more(journey, one, today)

    show()


def _fields(one: Touchpoint, key: str, stages: list[str] | None) -> dict[str, Any]:
    """What is said of a touchpoint; the stage only where ``stages`` are offered."""
    said: dict[str, Any] = {
        "name": st.text_input(t("Name"), value=one.shown, key=f"name_{key}", max_chars=120),
    }
    if stages is not None:
        said["stage"] = st.selectbox(
            t("Stage"),
            stages,
            index=None,
            key=f"stage_{key}",
            accept_new_options=True,
            placeholder=t("Choose or write"),
        )
    said["description"] = _long(t("What the customer lives there"), one.description, f"description_{key}")
    said["promise"] = _long(t("Promise to the customer"), one.promise, f"promise_{key}")
    left, right = st.columns(2)
    with left:
        said["area"] = _one_of(t("Area that answers for it"), one.area, ask(values_of, Dimension.AREA), f"area_{key}")
        said["channels"] = _some_of(t("Channels"), one.channels, ask(values_of, Dimension.CHANNEL), f"channels_{key}")
        said["impact"] = st.select_slider(
            t("Impact in the sheet"),
            [None, *IMPACT_LABELS],
            value=None if one.impact is None else round(one.impact),
            format_func=_impact_words,
            key=f"impact_{key}",
        )
    with right:
        staff = ask(values_of, Dimension.EMPLOYEE)
        said["responsible"] = _some_of(t("People responsible"), one.responsible, staff, f"responsible_{key}")
        said["people"] = _some_of(t("People taking part"), one.people, staff, f"people_{key}")
        said["metrics"] = _some_of(
            t("Metrics it is judged by"),
            one.metrics,
            [tell(metric.label) for metric in METRICS.values()],
            f"metrics_{key}",
        )
        target, review = st.columns(2)
        said["target"] = target.number_input(
            t("Target score (1–5)"), 1.0, 5.0, value=one.target, step=0.1, key=f"target_{key}"
        )
        said["review_on"] = review.date_input(
            t("Review date"), value=one.review_on, format="DD/MM/YYYY", key=f"review_{key}"
        )
    if one.impact is not None and said["impact"] == round(one.impact):
        said["impact"] = one.impact
    return said | ({"impact": float(said["impact"])} if said["impact"] is not None else {})


def _impact_words(impact: int | None) -> str:
    if impact is None:
        return t("not assigned")
    return t("{impact} · {word}", impact=impact, word=tell(IMPACT_LABELS[impact]))


def _long(label: str, value: str | None, key: str) -> str | None:
    return st.text_area(label, value=value or "", key=key, height=68, max_chars=500).strip() or None


def _one_of(label: str, value: str | None, known: list[str], key: str) -> str | None:
    options = list(dict.fromkeys([*([value] if value else []), *known]))
    index = 0 if value else None
    return st.selectbox(
        label, options, index=index, key=key, format_func=str, accept_new_options=True, placeholder=t("Choose or write")
    )


def _some_of(label: str, written: str | None, known: list[str], key: str) -> str | None:
    """Several values, kept as the sheet writes them: separated by commas."""
    values = names_in(written or "")
    chosen = st.multiselect(
        label,
        list(dict.fromkeys([*values, *known])),
        default=values,
        key=key,
        format_func=str,
        accept_new_options=True,
        placeholder=t("Choose or write"),
    )
    return written if chosen == values else ", ".join(chosen) or None


def _place(journey: Journey, one: Touchpoint, today: date) -> None:
    stage = _one_of(t("Stage"), one.stage, journey_edits.stages(journey, today), f"to_stage_{one.key}")
    beside = [other for other in in_order(journey, today) if other.stage == stage and other.key != one.key]
    names: dict[str | None, str] = {
        None: t("At the beginning of the stage"),
        **{other.key: other.shown for other in beside},
    }
    after = st.selectbox(
        t("After"), list(names), index=len(names) - 1, format_func=names.__getitem__, key=f"after_{one.key}"
    )
    if st.button(t("Move it there"), type="primary", key=f"move_{one.key}"):
        apply(lambda: journey_edits.move(journey, one.key, today, stage=stage, after=after))


def _more(journey: Journey, one: Touchpoint, today: date) -> None:
    st.markdown(t("**Split it in two.** This one keeps its history; the new one starts beside it."))
    name = st.text_input(t("Name of the new one"), key=f"split_name_{one.key}", max_chars=120)
    if st.button(t("Split it"), key=f"split_{one.key}", icon=":material/call_split:"):
        apply(lambda: journey_edits.split(journey, one.key, today, name=name))
    others = {other.key: other.shown for other in in_order(journey, today) if other.key != one.key}
    if others:
        st.markdown(t("**Merge it into another.** What was measured at both counts under the other."))
        into = st.selectbox(t("Into"), list(others), format_func=others.__getitem__, key=f"into_{one.key}")
        if st.button(t("Merge it"), key=f"merge_{one.key}", icon=":material/call_merge:"):
            apply(lambda: journey_edits.merge(journey, one.key, today, into=into))
    st.markdown(t("**Take it off the map.** It is not deleted: its history is kept and it can be brought back."))
    if st.button(t("Retire it"), key=f"retire_{one.key}", icon=":material/archive:"):
        has_history = not ask(rows_behind, viewer(), one.shown, Filters()).empty
        apply(lambda: journey_edits.retire(journey, one.key, today, has_history=has_history))
