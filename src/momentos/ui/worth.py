"""What each moment is worth in money, on a screen."""

import pandas as pd
import streamlit as st

from momentos.charts import differences
from momentos.domain.messages import say
from momentos.queries.filters import Filters
from momentos.queries.worth import Worth, worth
from momentos.ui.asking import ask
from momentos.ui.figures import count_text
from momentos.ui.language import t
from momentos.ui.safe import as_text
from momentos.ui.showing import show, style

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
    if found.margin is None:
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
                margin=count_text(
                    100 * (found.margin if found.margin is not None and not pd.isna(found.margin) else 1)
                ),
            )
        )
    )
