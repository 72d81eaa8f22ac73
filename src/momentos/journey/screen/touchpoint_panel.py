"""One touchpoint close by: trend with limits, scores, voices, who and what stands behind it, and what changed."""

from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.signals import Verdict
from momentos.charts import control
from momentos.charts.service import histogram
from momentos.datasets import DATASETS
from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.figures.mixing import mixture
from momentos.figures.monitor import fitting_period, monitored
from momentos.journey.kept.votes import mark_reviewed
from momentos.journey.questions.drawing_changes import last_review
from momentos.journey.questions.touchpoint import MOST_ROWS, rows_behind, score_spread, voices
from momentos.journey.screen.drawing.looking_back import show_changes
from momentos.journey.screen.moments import pick_touchpoint, show_facts, touchpoint_facts
from momentos.journey.words.moments import NOT_MEASURED
from momentos.journey.words.touchpoint import NO_VOICES, described, place, trend_title, trend_verdict, what_changed
from momentos.loading.screen_edit import described_touchpoints
from momentos.locales.writing import day_text, instant_text
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import text_table
from momentos.screen.history import file_text
from momentos.screen.language import locale, t, tell
from momentos.screen.letting_in import leads_here
from momentos.screen.mixed import say_mixture
from momentos.screen.periods import history_of
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.viewer import viewer
from momentos.screen.writing import count_text

_VOICES_SHOWN = 6
_TREND_SHARE = 0.55
"""Part of the screen's width that the trend has, beside the facts."""


def touchpoint_in_detail(shown: pd.DataFrame, rows: pd.DataFrame, metric: Metric, filters: Filters) -> None:
    """Everything known of the touchpoint picked of those ``shown`` on the map, under the filters of the page."""
    touchpoint = pick_touchpoint(shown)
    row = rows[rows["touchpoint"] == touchpoint].iloc[0]
    here = filters.only(Dimension.TOUCHPOINT, row.touchpoint)
    picture, facts = st.columns([3, 2], gap="large")
    with picture:
        _trend(row, metric, here)
    with facts:
        touchpoint_facts(row, filters)
        _described(row)
        _promise(row)
    scores, said = st.columns([2, 3], gap="large")
    with scores:
        st.subheader(t("How the scores are spread"), anchor=False)
        spread = ask(score_spread, row.touchpoint, filters)
        st.caption(t("n = {n}", n=count_text(spread["n"].sum())))
        show(histogram, spread, key="spread", alt=t("How the scores are spread"))
    with said:
        _voices(row, filters)
    _since_review(row)
    _rows_behind(row, filters)


def _trend(row: pd.Series, metric: Metric, here: Filters) -> None:
    """The control chart of all the history, with its verdict in a sentence."""
    target = metric.target
    if metric.key == "score":
        target = None if pd.isna(row.target) else float(row.target)
    history = history_of(here)
    measured = ask(measure, metric, (Dimension.MONTH,), history)
    period = fitting_period(measured)
    if period is not Dimension.MONTH:
        measured = ask(measure, metric, (period,), history)
    title = tell(trend_title(metric, period))
    st.subheader(as_text(title), anchor=False)
    found = monitored(measured, metric, period, target, is_mixed=ask(mixture, metric, history).is_mixed)
    if found.points.empty:
        st.markdown(tell(NOT_MEASURED))
        return
    verdict = trend_verdict(found.verdict)
    if verdict is None:
        say_mixture(metric, history)
    else:
        st.caption(as_text(tell(verdict)))
    show(
        control.control_chart,
        found.points,
        metric,
        key="touchpoint_trend",
        share=_TREND_SHARE,
        legend=control.legend(style(), has_target=target is not None, has_limits=found.verdict is not Verdict.MIXED),
        alt=title,
        centre=found.centre,
        target=target,
    )


def _described(row: pd.Series) -> None:
    """What the drawing says of it besides: who answers for it, where, and how and when it is judged."""
    touchpoint = ask(described_touchpoints).get(row.touchpoint_key)
    if touchpoint is not None:
        show_facts(described(touchpoint))


def _promise(row: pd.Series) -> None:
    """The promise, as written. A score says how content customers are, and not whether this was kept."""
    if isinstance(row.promise, str):
        st.markdown(f"**{t('Promise')}**  \n{as_text(row.promise)}")


def _voices(row: pd.Series, filters: Filters) -> None:
    found = ask(voices, row.touchpoint, filters)
    st.subheader(t("What customers say"), anchor=False)
    if found.empty:
        st.caption(tell(NO_VOICES))
        return
    st.caption(t("The lowest scores first."))
    one: Any
    for one in found.head(_VOICES_SHOWN).itertuples():
        score = "–" if pd.isna(one.score) else style().number(one.score, 0 if one.score == round(one.score) else 1)
        when = "" if pd.isna(one.answered_at) else day_text(one.answered_at.date(), locale())
        st.markdown(f"**{score}** · {as_text(one.comment)}")
        st.caption(
            as_text(
                t(
                    "{when} · {file}, {cell}",
                    when=when,
                    file=file_text(one.file_name),
                    cell=tell(place(one.cell, one.sheet, one.row_number)),
                )
            )
        )


def _since_review(row: pd.Series) -> None:
    """What was changed in the drawing since somebody last looked, and a way to say that one looks now."""
    reviewed: datetime | None = ask(last_review, row.touchpoint_key)
    with st.expander(tell(what_changed(reviewed))):
        show_changes(row.touchpoint_key, reviewed)
        if not viewer().is_lead:
            st.caption(t("To mark it as reviewed, write the lead's code below."))
        elif st.button(t("Mark as reviewed now"), icon=":material/task_alt:", key="mark_reviewed"):
            mark_reviewed(warehouse(), viewer(), row.touchpoint_key, author=viewer().name, at=clock.now())
            st.rerun()


def _rows_behind(row: pd.Series, filters: Filters) -> None:
    """The rows themselves, each with its load, sheet and row, asked for only when wanted."""
    asks = t("The rows behind these figures name who attended: they ask for the lead's code.")
    if not leads_here(asks, key="rows_code") or not st.toggle(t("See the rows behind these figures"), key="see_rows"):
        return
    found = ask(rows_behind, viewer(), row.touchpoint, filters)
    if len(found) == MOST_ROWS:
        st.caption(t("The latest {n}.", n=count_text(MOST_ROWS)))
    text_table(
        pd.DataFrame(
            {
                t("What"): [tell(DATASETS[name].label) for name in found["dataset"]],
                t("When"): ["–" if pd.isna(at) else instant_text(at, locale()) for at in found["occurred_at"]],
                t("Who attended"): found["employee"].fillna("–"),
                t("Channel"): found["channel"].fillna("–"),
                t("Score"): ["–" if pd.isna(score) else style().number(score, 1) for score in found["score"]],
                t("File"): [file_text(name) for name in found["file_name"]],
                t("Cell"): [
                    tell(place(*one)) for one in zip(found["cell"], found["sheet"], found["row_number"], strict=True)
                ],
            }
        ),
        alt=t("See the rows behind these figures"),
    )
