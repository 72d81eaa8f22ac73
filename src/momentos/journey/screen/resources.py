"""Money by area: today's, loaded or typed, and what the priorities propose for a budget with floors, as kept."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from momentos.analysis.priority import Measured
from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.domain.names import fold
from momentos.journey.kept.resource_plan import KeptPlan, ResourcePlan, keep_plan, kept_plan
from momentos.journey.pictures import allocation
from momentos.journey.questions.resources import Proposal, propose, todays_money, usual_budget
from momentos.journey.questions.spending import monthly_spending
from momentos.journey.words.resources import how_shared, proposed, uncertain, what_it_takes
from momentos.locales.writing import instant_text
from momentos.screen.asking import ask, warehouse
from momentos.screen.how import how
from momentos.screen.language import locale, t, tell
from momentos.screen.letting_in import leads_here
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.signing import signature
from momentos.screen.templates import template_button
from momentos.screen.viewer import viewer

_MOST_PERCENT = 100
_STEP_PERCENT = 5


def resources(areas: Mapping[str, Measured]) -> None:
    """The budget by area, with its controls; a sentence where no area has a priority yet."""
    if not areas:
        st.info(tell(what_it_takes()), icon=":material/info:")
        return
    loaded, kept = ask(monthly_spending), ask(kept_plan)
    typed = kept.plan.spending if loaded else _typed(areas, kept)
    plan = _controls(areas, loaded, kept, typed)
    try:
        found = propose(areas, todays_money(areas, loaded, plan), plan)
    except Refused as refused:
        st.warning(as_text(tell(refused.message)), icon=":material/warning:")
        _keep(plan, kept)
        return
    frame = pd.DataFrame(found.shares)
    show(
        allocation.allocation_bars,
        frame if found.has_today else frame.drop(columns="today"),
        key="allocation",
        legend=allocation.legend(style(), has_today=found.has_today),
        alt=t("Money by area, today and proposed"),
    )
    _say(found)
    how(map(tell, how_shared(found, areas, is_loaded=bool(loaded))))
    _keep(plan, kept)


def _typed(areas: Mapping[str, Measured], kept: KeptPlan) -> dict[str, float]:
    """Today's spending as typed here, where no sheet says it; that of areas not in view stays as it was kept."""
    with st.expander(t("Type what each area spends today, or upload it")):
        st.markdown(t("A month, in your currency. With the sheet of spending this fills itself in."))
        typed = dict(kept.plan.spending)
        with st.grid(3, min_column_width=200):
            for area in areas:
                typed[fold(area)] = st.number_input(
                    as_text(area),
                    min_value=0.0,
                    value=kept.plan.spending_of(area),
                    step=100.0,
                    format="%.0f",
                    key=_key("today", area, kept),
                    persist_state="session",
                )
        template_button(["spending"], key="template_spending")
    return {area: amount for area, amount in typed.items() if amount}


def _controls(
    areas: Mapping[str, Measured], loaded: Mapping[str, float], kept: KeptPlan, typed: Mapping[str, float]
) -> ResourcePlan:
    """The plan as it stands in the controls, which begin with what was kept."""
    usual = usual_budget(todays_money(areas, loaded, ResourcePlan(spending=typed)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        budget = st.number_input(
            t("Budget to share out, a month"),
            min_value=0.0,
            value=usual if kept.plan.budget is None else kept.plan.budget,
            step=max(round(usual / 20), 5) * 1.0,
            format="%.0f",
            key=_key("budget", f"{usual:.0f}", kept),
            persist_state="session",
            width=240,
        )
        floor = st.slider(
            t("Floor: share of today's money that each area keeps (%)"),
            0,
            _MOST_PERCENT,
            round(kept.plan.floor),
            _STEP_PERCENT,
            key=_key("floor", "", kept),
            persist_state="session",
            width=420,
        )
    follows = kept.plan.budget is None and budget == usual
    return ResourcePlan(None if follows else budget, float(floor), _floors(areas, floor, kept), typed)


def _floors(areas: Mapping[str, Measured], floor: int, kept: KeptPlan) -> dict[str, float]:
    """The floors of areas that have one of their own."""
    floors = dict(kept.plan.floors)
    with st.expander(t("A floor of its own for each area")), st.grid(3, min_column_width=220):
        for area in areas:
            own = st.slider(
                as_text(area),
                0,
                _MOST_PERCENT,
                round(kept.plan.floors.get(fold(area), floor)),
                _STEP_PERCENT,
                key=_key(f"floor_{floor}", area, kept),
                persist_state="session",
                format="%d %%",
            )
            floors[fold(area)] = float(own)
    return {area: own for area, own in floors.items() if own != floor}


def _key(what: str, of: str, kept: KeptPlan) -> str:
    """A widget's key; when another plan is kept, the controls begin anew with it."""
    return f"{what}_{of}_{kept.kept_at}"


def _keep(plan: ResourcePlan, kept: KeptPlan) -> None:
    """Who kept the plan that holds, and a way to keep the one on the screen in its place."""
    if kept.kept_at is not None:
        when = instant_text(kept.kept_at, locale())
        st.caption(as_text(t("Kept by {author} on {when}.", author=kept.author, when=when)))
    if plan == kept.plan:
        return
    if not leads_here(t("Keeping a budget asks for the lead's code; moving it here is a trial."), key="plan_code"):
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        author = signature()
        if st.button(t("Keep this budget and its floors"), icon=":material/save:", key="keep_plan"):
            try:
                keep_plan(warehouse(), viewer(), plan, author=author, at=clock.this_second())
            except Refused as refused:
                st.error(as_text(tell(refused.message)), icon=":material/error:")
            else:
                st.rerun()
    st.caption(t("What you move here is a trial until you keep it: then everybody sees it, and the terminal too."))


def _say(proposal: Proposal) -> None:
    """Who gains most, and who is uncertain."""
    judgement = proposed(proposal)
    if judgement.is_warning:
        st.warning(tell(judgement.words), icon=":material/warning:")
    elif judgement.has_priority:
        st.markdown(as_text(tell(judgement.words)))
    else:
        st.info(tell(judgement.words))
    doubted = uncertain(proposal.shares)
    if doubted is not None:
        st.caption(as_text(tell(doubted)))
