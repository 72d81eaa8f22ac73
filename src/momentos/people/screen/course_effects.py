"""What came after each course, on the screen: the trained beside colleagues of their area not yet trained."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.charts import differences
from momentos.domain.messages import Message
from momentos.domain.metrics import Metric
from momentos.domain.samples import TRAINING_ANSWERS, TRAINING_DAYS
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.figures.measure import measured_metrics
from momentos.locales.units import scale_for
from momentos.locales.writing import number_writer
from momentos.people.questions.training_effect import CourseEffect, course_effects
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.how import how
from momentos.screen.language import locale, t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import count_text, figure_text

_COMPARED = ("score", "csat", "nps", "ces", "fcr", "resolution")


def before_and_after(filters: Filters) -> None:
    """Course by course, what can be said and what cannot be measured."""
    with box(
        t("Before and after each course"),
        t(
            "How much more the trained gained than colleagues of their area who had not taken it yet, over the same "
            "{days} days before and after.",
            days=count_text(TRAINING_DAYS),
        ),
    ):
        keys = [one.key for one in ask(measured_metrics) if one.key in _COMPARED]
        if not keys:
            st.info(t("It takes surveys or cases that name who attended."), icon=":material/upload_file:")
            return
        ordered = [one for one in _COMPARED if one in keys]
        metric = METRICS[pick("effect_on", t("Figure"), ordered, words=lambda one: tell(METRICS[one].label), width=300)]
        effects = ask(course_effects, metric, filters.within(None, None))
        known = [one for one in effects if not one.effect.missing]
        if known:
            _draw(known, metric)
        for one in known:
            _say(one, metric)
        for one in effects:
            if one.effect.missing:
                st.markdown(f"- {as_text(_not_measurable(one))}")
        if not effects:
            st.info(t("Nobody has completed a course yet."), icon=":material/school:")
        st.warning(
            t(
                "If those sent on the course were going through a bad spell, part of the improvement would "
                "have come by "
                "itself: after a bad spell most people go back to their usual figure."
            ),
            icon=":material/trending_up:",
        )
        _how_effects()


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


def _say(one: CourseEffect, metric: Metric) -> None:
    effect = one.effect
    assert effect.value is not None
    assert effect.trained_mean is not None
    assert effect.others_mean is not None
    write = number_writer(locale())
    values = {
        "course": one.course,
        "gain": write(abs(effect.value), metric.decimals),
        "low": write(effect.interval.low or 0.0, metric.decimals),
        "high": write(effect.interval.high or 0.0, metric.decimals),
    }
    if not effect.interval.is_known:
        told = t("«{course}»: no difference is sure yet.", course=one.course)
    elif not effect.is_real:
        told = t("«{course}»: no difference is sure yet ({low} to {high}).", **values)
    elif effect.value > 0:
        told = t("«{course}»: the trained gained {gain} more than the others ({low} to {high}).", **values)
    else:
        told = t("«{course}»: the trained gained {gain} less than the others ({low} to {high}).", **values)
    st.markdown(f"**{as_text(told)}**")
    st.caption(
        as_text(
            t(
                "{trained} trained people: from {before} to {after}. {others} colleagues not yet trained, over "
                "the same "
                "days: from {others_before} to {others_after}.",
                trained=count_text(effect.trained),
                before=figure_text(metric, effect.trained_mean.before),
                after=figure_text(metric, effect.trained_mean.after),
                others=count_text(effect.others),
                others_before=figure_text(metric, effect.others_mean.before),
                others_after=figure_text(metric, effect.others_mean.after),
            )
        )
    )
    if effect.started_lower:
        st.warning(
            as_text(
                t(
                    "Those sent on «{course}» surely started lower than their colleagues: part of what they gained is "
                    "the way back to their usual figure.",
                    course=one.course,
                )
            ),
            icon=":material/warning:",
        )


def _not_measurable(one: CourseEffect) -> str:
    """Why nothing can be said of the course."""
    effect = one.effect
    if one.completed == one.unwatched:
        return t(
            "«{course}»: not measurable yet. The data do not cover {days} days before and after anybody's course.",
            course=one.course,
            days=count_text(TRAINING_DAYS),
        )
    if effect.unmatched and effect.unmatched >= effect.trained:
        return t(
            "«{course}»: not measurable. Hardly any colleague of the same area was still without it, so there "
            "is nobody "
            "to compare with.",
            course=one.course,
        )
    return t(
        "«{course}»: not measurable. It takes at least {n} more people trained, or not yet trained, with "
        "enough answers.",
        course=one.course,
        n=count_text(effect.missing),
    )


def _how_effects() -> None:
    how(
        [
            t(
                "Of each trained person: the figure of the {days} days after the course less that of the {days} days "
                "before.",
                days=count_text(TRAINING_DAYS),
            ),
            t(
                "Less the same difference, over the same days, of people of their area who had not completed "
                "the course "
                "by the end of those days. Everybody counts the same."
            ),
            t("A person counts with {n} answers or more on each side.", n=count_text(TRAINING_ANSWERS)),
            t(
                "The interval of 95 % takes people as the units; with one date for all it is Welch's. Difference in "
                "differences, Callaway and Sant'Anna (2021)."
            ),
            t("It is an association: who was sent on the course may differ in other ways."),
        ]
    )
