"""One bad moment, on a screen: customers with one against customers alike without any."""

from typing import Any

import pandas as pd
import streamlit as st

from momentos.charts import differences
from momentos.domain.messages import Message, say
from momentos.domain.outcomes import Outcome
from momentos.figures.filters import Filters
from momentos.journey.questions.bad_moment import BAD_SCORE, DAYS_BEFORE, EVERYWHERE, BadMoments, bad_moments
from momentos.screen.asking import ask
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import count_text

_DIFFERENCES: dict[Outcome, Message] = {
    Outcome.BUYS_AGAIN: say(
        "Customers of every 100 who buy again, more or fewer than of those alike without a bad moment:"
    ),
    Outcome.RECOMMENDATION: say("Points of recommendation, more or fewer than those alike without a bad moment:"),
}


def one_bad_moment(filters: Filters) -> None:
    """The sentence, then the difference by the area where it happened; what is missing where it cannot be told."""
    found = ask(bad_moments, filters)
    outcomes = [one for one in _DIFFERENCES if found.of(EVERYWHERE, one) is not None]
    if not outcomes:
        st.info(
            t("It takes scores that name the customer, and a recommendation or purchases of the same customers."),
            icon=":material/upload_file:",
        )
        return
    outcome = Outcome(
        pick("after", t("Afterwards"), [str(one) for one in outcomes], words=_outcome_words, form="row")
        if len(outcomes) > 1
        else outcomes[0]
    )
    st.markdown(as_text(_sentence(found, outcome)))
    st.caption(as_text(tell(_DIFFERENCES[outcome])))
    show(
        differences.difference_rows,
        _frame(found, outcome),
        unit=say("{value}"),
        key="bad_moment",
        legend=differences.legend(style()),
        alt=t("One bad moment, by area"),
    )
    _how(found, outcome)


def _outcome_words(outcome: str) -> str:
    return t("Do they buy again?") if outcome == Outcome.BUYS_AGAIN else t("Do they recommend us?")


def _sentence(found: BadMoments, outcome: Outcome) -> str:
    one: Any = found.of(EVERYWHERE, outcome)
    if one.missing:
        return t("{missing} more customers are needed on the thinner side.", missing=count_text(one.missing))
    values = {
        "bad": count_text(one.exposed_mean),
        "none": count_text(one.others_mean),
        "change": count_text(abs(one.difference)),
        "ends": _ends(one.interval.low, one.interval.high),
        "days": count_text(found.days),
    }
    if outcome is Outcome.BUYS_AGAIN:
        if one.difference < 0:
            return t(
                "After one bad moment {bad} of every 100 customers buy again within {days} days; of customers alike "
                "without any, {none}: {change} fewer ({ends}).",
                **values,
            )
        return t(
            "After one bad moment {bad} of every 100 customers buy again within {days} days; of customers alike "
            "without any, {none}: not fewer ({ends}).",
            **{name: value for name, value in values.items() if name != "change"},
        )
    return t(
        "After one bad moment the recommendation index is {bad}; of customers alike without any, {none}: {change} "
        "points apart ({ends}).",
        **{name: value for name, value in values.items() if name != "days"},
    )


def _ends(low: float, high: float) -> str:
    ends = sorted((abs(low), abs(high))) if low * high > 0 else (low, high)
    return t("{low} to {high}", low=count_text(ends[0]), high=count_text(ends[1]))


def _frame(found: BadMoments, outcome: Outcome) -> pd.DataFrame:
    rows = [
        {
            "name": one.area or t("All areas"),
            "value": one.matched.difference,
            "low": one.matched.interval.low,
            "high": one.matched.interval.high,
            "n": one.matched.exposed,
            "missing": one.matched.missing,
        }
        for one in found.rows
        if one.outcome is outcome
    ]
    frame = pd.DataFrame(rows)
    return frame.astype({"value": float, "low": float, "high": float})


def _how(found: BadMoments, outcome: Outcome) -> None:
    one: Any = found.of(EVERYWHERE, outcome)
    lines = [
        t("A bad moment is a score of {score} or less; the first of each customer counts.", score=BAD_SCORE),
        t(
            "Each is compared with customers without any bad moment who came as often in the {days} days before, in "
            "the same quarter of the year.",
            days=count_text(DAYS_BEFORE),
        ),
        t("Coming is a purchase.") if found.by_purchases else t("Coming is a contact: no purchases are loaded."),
        t(
            "{exposed} customers with a bad moment, {others} without; {unmatched} had nobody like them.",
            exposed=count_text(one.exposed),
            others=count_text(one.others),
            unmatched=count_text(one.unmatched),
        ),
        t("What follows is looked for in the {days} days after. Intervals of 95 %.", days=count_text(found.days)),
        t("It is an association: it does not prove that one thing causes the other."),
    ]
    how(lines)
