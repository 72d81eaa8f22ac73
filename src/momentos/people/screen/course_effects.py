"""What came after each course, on the screen: the trained beside colleagues of their area not yet trained."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.charts import differences
from momentos.domain.messages import Message
from momentos.domain.metrics import Metric
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.figures.measure import measured_metrics
from momentos.locales.units import scale_for
from momentos.people.questions.training_effect import CourseEffect, comparable, course_effects
from momentos.people.words import course_effects as words
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style


def before_and_after(filters: Filters) -> None:
    """Course by course, what can be said and what cannot be measured."""
    with box(t("Before and after each course"), tell(words.WHAT_IS_COMPARED)):
        compared = comparable(ask(measured_metrics))
        if not compared:
            st.info(tell(words.WHAT_IT_TAKES), icon=":material/upload_file:")
            return
        labels = {metric.key: tell(metric.label) for metric in compared}
        metric = METRICS[pick("effect_on", t("Figure"), list(labels), words=labels.__getitem__, width=300)]
        effects = ask(course_effects, metric, filters.within(None, None))
        known = [one for one in effects if not one.effect.missing]
        if known:
            _draw(known, metric)
        for one in known:
            _say(one, metric)
        for one in effects:
            if one.effect.missing:
                st.markdown(f"- {as_text(tell(words.why_not_measurable(one)))}")
        if not effects:
            st.info(tell(words.NOBODY_COMPLETED), icon=":material/school:")
        st.warning(tell(words.PART_COMES_BY_ITSELF), icon=":material/trending_up:")
        how(map(tell, words.HOW_IT_IS_COMPARED))


def _draw(known: Sequence[CourseEffect], metric: Metric) -> None:
    frame = pd.DataFrame(
        [
            {
                "name": one.course,
                "value": one.effect.value,
                "low": one.effect.interval.low,
                "high": one.effect.interval.high,
                "n": one.effect.trained,
                "missing": 0,
            }
            for one in known
        ]
    ).astype({"low": float, "high": float})
    show(
        differences.difference_rows,
        frame,
        unit=_unit(metric),
        decimals=metric.decimals,
        key="training_effect",
        legend=differences.legend(style()),
        alt=t("Before and after each course"),
    )


def _unit(metric: Metric) -> Message:
    wording: Message = scale_for(metric, [1.0]).wording
    return wording


def _say(course: CourseEffect, metric: Metric) -> None:
    st.markdown(f"**{as_text(tell(words.what_came_after(course, metric)))}**")
    st.caption(as_text(tell(words.before_and_after(course, metric))))
    started_lower = words.started_lower(course)
    if started_lower is not None:
        st.warning(as_text(tell(started_lower)), icon=":material/warning:")
