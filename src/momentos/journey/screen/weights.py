"""What stands for loyalty and whose answers count, as picked on a screen, and the impact that follows from it."""

import streamlit as st

from momentos.domain.messages import Message, say
from momentos.domain.outcomes import OUTCOME_DAYS, Outcome
from momentos.figures.filters import Filters
from momentos.figures.loyalty import Loyalty, default_loyalty, offered_outcomes
from momentos.journey.questions.impact import JourneyImpact, journey_impact
from momentos.journey.questions.impact_lack import Lack
from momentos.journey.words.loyalty import what_is_missing, what_to_do
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.slow import ask_slowly
from momentos.screen.templates import template_button

_DAYS = ("30", "60", "90", "180")
_SPANS: dict[str, Message] = {"all": say("All the history"), "period": say("Only the period above")}


def pick_loyalty(filters: Filters) -> Loyalty:
    """The outcome and, for deeds, within how many days; only what the data hold is offered."""
    offered = ask(offered_outcomes)
    usual = ask(default_loyalty, filters)
    if not offered:
        return usual
    outcome = Outcome(
        pick(
            "loyalty",
            t("What stands for loyalty"),
            [str(one) for one in offered],
            words=lambda one: tell(Outcome(one).label),
            default=str(usual.outcome),
            width=260,
        )
    )
    if not outcome.is_share:
        return Loyalty(outcome)
    days = pick("within", t("Within"), _DAYS, words=_days_words, default=str(OUTCOME_DAYS), width=160)
    return Loyalty(outcome, int(days))


def pick_span(filters: Filters) -> Filters:
    """The filters over all the history up to the period's end, or over the period alone.

    Weights change slowly and need many answers: all the history unless picked otherwise.
    """
    span = pick("span", t("Answers of"), list(_SPANS), words=lambda one: tell(_SPANS[one]), width=240)
    return filters if span == "period" else all_history(filters)


def all_history(filters: Filters) -> Filters:
    """Everything up to the end of the period."""
    return filters.within(None, filters.to_on)


def weigh(filters: Filters, loyalty: Loyalty | None = None) -> JourneyImpact:
    """The impact according to the data, with its progress on the screen."""
    return ask_slowly(journey_impact, filters, loyalty, saying=t("Weighing the touchpoints against each other…"))


def loyalty_controls(filters: Filters) -> tuple[Filters, Loyalty]:
    """The pickers of a page, in one line."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="loyalty_controls"):
        chosen = pick_span(filters)
        return chosen, pick_loyalty(chosen)


def no_loyalty(found: JourneyImpact) -> None:
    """Scores without anything that stands for loyalty beside them: what to do about it."""
    with box(tell(what_is_missing(found))):
        st.markdown(tell(what_to_do(found)))
        if found.lack is Lack.NO_QUESTION:
            template_button(["responses", "ratings", "purchases"], key="template_loyalty")


def _days_words(days: str) -> str:
    return t("{days} days", days=days)
