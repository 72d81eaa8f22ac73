"""What each moment is worth in money, on a screen."""

import streamlit as st

from momentos.charts import differences
from momentos.domain.messages import say
from momentos.figures.filters import Filters
from momentos.journey.questions.worth import worth
from momentos.journey.words.worth import NOTHING_SURE, how_valued, what_it_takes, with_what_margin, worth_most
from momentos.screen.asking import ask
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style

_DEFAULT_MARGIN = 30


def money_worth(filters: Filters) -> None:
    """Later spending, satisfied less dissatisfied, × margin, by touchpoint; or what is missing to know it."""
    found = ask(worth, filters)
    if found.rows.empty:
        st.info(tell(what_it_takes(found)), icon=":material/upload_file:")
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
    most = worth_most(found)
    if most is None:
        st.markdown(tell(NOTHING_SURE))
    else:
        st.markdown(as_text(tell(most)))
        st.caption(as_text(tell(with_what_margin(found))))
    how(map(tell, how_valued(found, is_known=is_known)))
