"""The team board's table and its explanation."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.samples import TOP_PLACES
from momentos.domain.viewer import Viewer
from momentos.locales.writing import number_writer
from momentos.people.meanings.policy import Policy
from momentos.people.questions.board import each, have_nothing_alike
from momentos.people.questions.raw_ranking import raw_ranking, why_it_is_wrong
from momentos.people.words.policy import like_with_like
from momentos.screen.figure_table import text_table
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text, figure_text, interval_text

NAMES_SHOWN = 6

_BANDS: dict[str, Message] = {
    "above": say("Above the team"),
    "same": say("Cannot be told apart"),
    "below": say("Below the team"),
}


def board_for_chart(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the fair figure as the value to draw; those whose figure is not for this viewer left out."""
    drawn = rows[~_is_hidden(rows)]
    return drawn.assign(value=drawn["score"])


def say_the_rest(rows: pd.DataFrame) -> None:
    """Who is not drawn, by alphabet: those not clearly above the team, and those with answers missing."""
    hidden = rows[_is_hidden(rows)].sort_values("employee")
    alike = [str(name) for name in hidden.loc[hidden["missing"] == 0, "employee"]]
    short = [
        t("{name} ({n})", name=name, n=count_text(missing))
        for name, missing in zip(hidden["employee"], hidden["missing"], strict=True)
        if missing
    ]
    if alike:
        _say_names(t("Not clearly above the team: {n}.", n=count_text(len(alike))), alike)
    if short:
        _say_names(t("Answers are missing to compare them, as many as each name says."), short)


def _say_names(sentence: str, names: list[str]) -> None:
    st.markdown(f"**{as_text(sentence)}** {', '.join(as_text(one) for one in names)}")


def are_all_equal(rows: pd.DataFrame) -> bool:
    """Whether everybody has one and the same figure, as where nobody's row can say otherwise."""
    return len(rows) > 1 and bool(rows["observed"].notna().all()) and rows["observed"].nunique() == 1


def _is_hidden(rows: pd.DataFrame) -> pd.Series:
    return rows["score"].isna()


def how_to_read_it(by: Dimension, viewer: Viewer) -> str:
    """One line under the board's title."""
    if by not in (Dimension.EMPLOYEE, Dimension.SUPERVISOR) or viewer.is_lead:
        return t(
            "The mark is the fair figure, the line its 95 % interval, and shape and colour say the group. The order "
            "inside a group means nothing."
        )
    return t(
        "The mark is the fair figure and the line its 95 % interval, of those who stand out. Everybody else's figures "
        "are seen by each person on their card and by whoever leads."
    )


def board_table(rows: pd.DataFrame, metric: Metric, *, whose: str) -> None:
    """The exact numbers, folded away."""
    with st.expander(t("See the numbers")):
        table = pd.DataFrame(
            {
                whose: rows["employee"].astype(str),
                t("Area"): rows["area"].fillna("").astype(str),
                t("Result"): [
                    _band(band, missing) for band, missing in zip(rows["band"], rows["missing"], strict=True)
                ],
                t("Fair figure"): [_figure(metric, value) for value in rows["score"]],
                t("95 % interval"): [
                    interval_text(metric, low, high) for low, high in zip(rows["low"], rows["high"], strict=True)
                ],
                t("As measured"): [_figure(metric, value) for value in rows["observed"]],
                t("Expected in the same cases"): [_figure(metric, value) for value in rows["expected"]],
                t("Answers or cases (n)"): [count_text(n) for n in rows["n"]],
                t("Probability of being above"): [_chance(p) for p in rows["p_above"]],
                t("Probability of being among the best three"): [_chance(p) for p in rows["p_top3"]],
            }
        )
        text_table(table, alt=t("{metric} per person", metric=tell(metric.label)))


def say_weak_comparisons(rows: pd.DataFrame) -> None:
    """Whose cases hardly anybody else has: there a person is compared with themselves."""
    weak = rows.loc[rows["is_weak_comparison"].astype(bool), "employee"].astype(str).tolist()
    if not weak:
        return
    if have_nothing_alike(rows):
        text = t("Each of them attends cases that hardly any other has: there is nothing alike to compare them by.")
        st.info(as_text(text), icon=":material/balance:")
        return
    shown = ", ".join(weak[:NAMES_SHOWN])
    if len(weak) > NAMES_SHOWN:
        text = t("The comparison is weak for {names} and {n} more: hardly anybody else has cases like theirs.",
                 names=shown, n=count_text(len(weak) - NAMES_SHOWN))  # fmt: skip
    else:
        text = t("The comparison is weak for {names}: hardly anybody else has cases like theirs.", names=shown)
    st.info(as_text(text), icon=":material/balance:")


def say_unknown_cases(found: Sequence[tuple[Dimension, float]]) -> None:
    """What the policy compares by, and the rows do not say."""
    for one, share in found:
        dimension = tell(one.label)
        if share == 0:
            text = t("{dimension} is not used to compare here: no row says it.", dimension=dimension)
        else:
            text = t(
                "{dimension} is known for {share} % of the cases only; the others are compared among themselves.",
                dimension=dimension,
                share=number_writer(locale())(100 * share, 0),
            )
        st.caption(as_text(text))


def say_movements(changes: pd.DataFrame, *, is_lead: bool) -> None:
    """Who really changed since the period before; said of the worse only to a lead."""
    if changes.empty:
        return
    better = changes.loc[changes["movement"] == "better", "employee"].astype(str).tolist()
    worse = changes.loc[changes["movement"] == "worse", "employee"].astype(str).tolist() if is_lead else []
    if better:
        st.success(as_text(t("Really better than in the period before: {names}.", names=", ".join(better))))
    if worse:
        st.warning(as_text(t("Really worse than in the period before: {names}.", names=", ".join(worse))))
    if not better and not worse:
        st.caption(t("Nobody's movement since the period before is more than chance."))


def show_raw_ranking(rows: pd.DataFrame, metric: Metric, team: float) -> None:
    """The claims of a bare ranking and why they do not hold, behind a toggle."""
    if not st.toggle(t("What a bare ranking would have claimed"), key="raw_ranking"):
        return
    podium = raw_ranking(rows, metric).head(TOP_PLACES)
    st.markdown(
        "\n".join(
            t(
                "{place}. {name}: {value}, n = {n}",
                place=place,
                name=as_text(row.employee),
                value=as_text(_figure(metric, row.observed)),
                n=count_text(row.n),
            )
            for place, row in enumerate(each(podium), start=1)
        )
    )
    reasons = why_it_is_wrong(rows, metric, team, lambda value: _figure(metric, value))
    for reason in reasons:
        st.markdown(f"- {as_text(tell(reason))}")
    if not reasons:
        st.caption(t("Here the bare ranking and the fair comparison agree."))


def funnel_frame(rows: pd.DataFrame, team: float) -> pd.DataFrame:
    """For the funnel: the team's share plus how far each is from what is expected in the same cases."""
    value = (team + rows["observed"] - rows["expected"]).clip(0, 100)
    return pd.DataFrame({"employee": rows["employee"], "value": value, "n": rows["n"]})


def say_how_it_is_compared(policy: Policy) -> None:
    """How the comparison is made, for whoever asks in the meeting."""
    with st.expander(t("How people are compared")):
        st.markdown(
            t(
                "- **Like with like.** {like}\n"
                "- **The same doubt for all.** Everybody starts from the team's figure, as if they had {k} average "
                "answers more: few answers move it little.\n"
                "- **Three groups and no ranking.** Above, below, or impossible to tell apart from the team. The order "
                "inside a group means nothing.\n"
                "- **At least {minimum} answers.** With fewer, the board says how many are missing and says no more.",
                like=as_text(tell(like_with_like(policy))),
                k=count_text(policy.k),
                minimum=count_text(policy.band_n),
            )
        )


def _band(band: object, missing: int) -> str:
    if isinstance(band, str):
        return tell(_BANDS[band])
    return t("1 answer missing") if missing == 1 else t("{n} answers missing", n=count_text(missing))


def _figure(metric: Metric, value: float) -> str:
    return "" if pd.isna(value) else figure_text(metric, value)


def _chance(p: float | None) -> str:
    """A probability in per cent; nothing where it is not known, or not for this viewer."""
    return "" if p is None or pd.isna(p) else t("{value} %", value=number_writer(locale())(100 * p, 0))
