"""One bad moment, on a screen: customers with one against customers alike without any."""

import pandas as pd
import streamlit as st

from momentos.charts import differences
from momentos.domain.messages import say
from momentos.domain.outcomes import Outcome
from momentos.figures.filters import Filters
from momentos.journey.questions.bad_moment import EVERYWHERE, BadMoments, bad_moments
from momentos.journey.words.bad_moment import DIFFERENCES, aftermath, how_compared, what_it_takes
from momentos.screen.asking import ask
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style


def one_bad_moment(filters: Filters) -> None:
    """The sentence, then the difference by the area where it happened; what is missing where it cannot be told."""
    moments = ask(bad_moments, filters)
    everywhere = {outcome: matched for outcome in DIFFERENCES if (matched := moments.of(EVERYWHERE, outcome))}
    if not everywhere:
        st.info(tell(what_it_takes()), icon=":material/upload_file:")
        return
    outcome = _pick_outcome(list(everywhere))
    st.markdown(as_text(tell(aftermath(everywhere[outcome], outcome, moments.days))))
    st.caption(as_text(tell(DIFFERENCES[outcome])))
    show(
        differences.difference_rows,
        _frame(moments, outcome),
        unit=say("{value}"),
        key="bad_moment",
        legend=differences.legend(style()),
        alt=t("One bad moment, by area"),
    )
    how(map(tell, how_compared(moments, everywhere[outcome])))


def _pick_outcome(outcomes: list[Outcome]) -> Outcome:
    if len(outcomes) == 1:
        return outcomes[0]
    return Outcome(pick("after", t("Afterwards"), list(map(str, outcomes)), words=_outcome_label, form="row"))


def _outcome_label(outcome: str) -> str:
    return t("Do they buy again?") if outcome == Outcome.BUYS_AGAIN else t("Do they recommend us?")


def _frame(moments: BadMoments, outcome: Outcome) -> pd.DataFrame:
    rows = [
        {
            "name": moment.area or t("All areas"),
            "value": moment.matched.difference,
            "low": moment.matched.interval.low,
            "high": moment.matched.interval.high,
            "n": moment.matched.exposed,
            "missing": moment.matched.missing,
        }
        for moment in moments.rows
        if moment.outcome is outcome
    ]
    return pd.DataFrame(rows).astype({"value": float, "low": float, "high": float})
