"""What each moment is worth in money, on a screen."""

from typing import Any

import streamlit as st

from momentos.charts import differences
from momentos.domain.messages import say
from momentos.domain.samples import WORTH_EACH_SIDE
from momentos.figures.filters import Filters
from momentos.journey.questions.worth import Worth, worth
from momentos.screen.asking import ask
from momentos.screen.how import how
from momentos.screen.language import t
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import count_text

_DEFAULT_MARGIN = 30


def money_worth(filters: Filters) -> None:
    """Later spending, satisfied less dissatisfied, × margin, by touchpoint; or what is missing to know it."""
    found = ask(worth, filters)
    if found.rows.empty:
        st.info(
            t("It takes purchases of the same customers who answer surveys, and {days} days after.", days=found.days),
            icon=":material/upload_file:",
        )
        return
    is_known = found.margin is not None
    if not is_known:
        margin = st.slider(
            t("Margin: what is left of each sale (%)"),
            0,
            100,
            _DEFAULT_MARGIN,
            key="margin",
            persist_state="session",
            width=420,
        )
        found = ask(worth, filters, found.days, margin / 100)
    rows = found.rows.assign(name=found.rows["touchpoint"], n=found.rows["satisfied"] + found.rows["dissatisfied"])
    show(
        differences.difference_rows,
        rows.sort_values("value", ascending=False, na_position="last"),
        unit=say("{value}"),
        key="worth",
        legend=differences.legend(style()),
        alt=t("Money per customer, satisfied against dissatisfied"),
    )
    _say(found)
    how(_how(found, is_known=is_known))


def _how(found: Worth, *, is_known: bool) -> list[str]:
    """The method and, of each touchpoint with a figure, what both sides spent."""
    known = found.rows[found.rows["value"].notna()].sort_values("value", ascending=False)
    margin = t("Margin: that of the purchases themselves, {margin} % of what was sold.", margin=_percent(found))
    rows: Any = known.itertuples()
    return [
        t(
            "Satisfied (4 or 5) against dissatisfied at each touchpoint, by the first score each customer gave there; "
            "what each bought in the {days} days after it.",
            days=count_text(found.days),
        ),
        t("Only customers who could be watched for all of those days count; who bought nothing counts as nothing."),
        margin if is_known else t("Margin: {margin} %, as set above.", margin=_percent(found)),
        *(
            t(
                "{touchpoint}: {satisfied_mean} a customer of {satisfied} satisfied, {dissatisfied_mean} of "
                "{dissatisfied} dissatisfied, before the margin.",
                touchpoint=one.touchpoint,
                satisfied_mean=count_text(one.satisfied_mean),
                satisfied=count_text(one.satisfied),
                dissatisfied_mean=count_text(one.dissatisfied_mean),
                dissatisfied=count_text(one.dissatisfied),
            )
            for one in rows
        ),
        t("Range: 95 % interval of the difference of two means (Welch)."),
        t("Least: {each} customers on each side.", each=count_text(WORTH_EACH_SIDE)),
        t("It is an association: it does not prove that one thing causes the other."),
    ]


def _percent(found: Worth) -> str:
    return count_text(100 * (1.0 if found.margin is None else found.margin))


def _say(found: Worth) -> None:
    known = found.rows[found.rows["value"].notna()]
    sure = known[known["low"] > 0]
    if sure.empty:
        st.markdown(t("No difference in money is sure yet."))
        return
    first = sure.sort_values("value").iloc[-1]
    values = {name: count_text(first[name]) for name in ("value", "low", "high", "at_stake", "dissatisfied")}
    st.markdown(
        as_text(
            t(
                "Each customer satisfied at «{touchpoint}» leaves {value} more of margin in {days} days than a "
                "dissatisfied one ({low} to {high}). Its {dissatisfied} dissatisfied customers: {at_stake}.",
                touchpoint=first["touchpoint"],
                days=count_text(found.days),
                **values,
            )
        )
    )
    st.caption(
        as_text(
            t(
                "Margin of {margin} %. Range of 95 %. Satisfied customers may have bought more before too: it is an "
                "association.",
                margin=_percent(found),
            )
        )
    )
