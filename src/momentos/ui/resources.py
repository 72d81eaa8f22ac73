"""Money by area: today's, loaded or typed, and what the priorities propose for a budget with floors."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from momentos.analysis.priority import AreaShare, FloorsExceedBudgetError, Measured, allocate
from momentos.charts import impact
from momentos.queries.spending import monthly_spending
from momentos.ui.asking import ask
from momentos.ui.figures import count_text
from momentos.ui.language import t
from momentos.ui.safe import as_text
from momentos.ui.showing import show, style
from momentos.ui.templates import template_button

_FIRST_BUDGET = 100.0
_MOST_PERCENT = 100


def resources(areas: Mapping[str, Measured]) -> None:
    """The budget by area, with its controls; a sentence where no area has a priority yet."""
    if not areas:
        st.info(t("To share a budget out, the touchpoints need an area, an impact and scores."), icon=":material/info:")
        return
    loaded = ask(monthly_spending)
    today = {area: loaded.get(area, 0.0) for area in areas} if loaded else _typed(list(areas))
    budget, floors = _controls(today, areas)
    try:
        shares = allocate(budget, areas, floors, today)
    except FloorsExceedBudgetError:
        st.warning(t("The floors add up to more than the budget: lower one of them or raise the budget."))
        return
    has_today = any(today.values())
    frame = pd.DataFrame(shares)
    show(
        impact.allocation_bars,
        frame if has_today else frame.drop(columns="today"),
        key="allocation",
        legend=impact.allocation_legend(style(), has_today=has_today),
        alt=t("Money by area, today and proposed"),
    )
    _say(shares, has_today=has_today)


def _typed(areas: list[str]) -> dict[str, float]:
    """Today's spending as typed here, where no sheet says it."""
    with st.expander(t("Type what each area spends today, or upload it")):
        st.markdown(t("A month, in your currency. With the sheet of spending this fills itself in."))
        with st.grid(3, min_column_width=200):
            typed = {
                area: st.number_input(
                    as_text(area),
                    min_value=0.0,
                    step=100.0,
                    format="%.0f",
                    key=f"today_{area}",
                    persist_state="session",
                )
                for area in areas
            }
        template_button(["spending"], key="template_spending")
    return typed


def _controls(today: Mapping[str, float], areas: Mapping[str, Measured]) -> tuple[float, dict[str, float]]:
    """The budget, and each area's floor as a share of what it has today, or of an equal part."""
    spent = sum(today.values())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        budget = st.number_input(
            t("Budget to share out, a month"),
            min_value=0.0,
            value=float(round(spent)) if spent else _FIRST_BUDGET,
            step=max(round(spent / 20), 5) * 1.0,
            format="%.0f",
            key=f"budget_{round(spent)}",
            persist_state="session",
            width=240,
        )
        floor_for_all = st.slider(
            t("Floor: share of today's money that each area keeps (%)"),
            0,
            _MOST_PERCENT,
            50,
            5,
            key="floor_for_all",
            persist_state="session",
            width=420,
        )
    floors = dict.fromkeys(areas, floor_for_all)
    with st.expander(t("A floor of its own for each area")), st.grid(3, min_column_width=220):
        for area in areas:
            floors[area] = st.slider(
                as_text(area), 0, _MOST_PERCENT, floor_for_all, 5, key=f"floor_{area}_{floor_for_all}", format="%d %%"
            )
    base = today if spent else dict.fromkeys(areas, budget / len(areas))
    return budget, {area: base[area] * floors[area] / 100 for area in areas}


def _say(shares: tuple[AreaShare, ...], *, has_today: bool) -> None:
    """Who gains most, who is uncertain, and what is left over."""
    weighing = [one for one in shares if one.share > 0]
    unsure = [one.area for one in weighing if one.is_uncertain]
    if not weighing:
        st.info(t("No area is behind a touchpoint that misses its target: only the floors are proposed."))
    elif len(unsure) == len(weighing):
        st.warning(
            t(
                "Nothing is sure here: with these answers the priority of every area may be nothing. Look at a longer "
                "period before moving money."
            ),
            icon=":material/warning:",
        )
    else:
        sure = (one for one in weighing if not one.is_uncertain)
        st.markdown(as_text(_first_words(max(sure, key=lambda one: one.share), has_today=has_today)))
    if unsure:
        st.caption(as_text(t("Uncertain, because its priority may be nothing: {areas}.", areas=", ".join(unsure))))


def _first_words(first: AreaShare, *, has_today: bool) -> str:
    values = {"area": first.area, "share": count_text(100 * first.share), "proposed": count_text(first.proposed)}
    if not has_today:
        return t("{area} holds {share} % of the priority: it would get {proposed} a month.", **values)
    return t(
        "{area} holds {share} % of the priority: it would get {proposed} a month, and gets {today}.",
        **values,
        today=count_text(first.today),
    )
