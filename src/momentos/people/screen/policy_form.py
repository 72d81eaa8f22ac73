"""Writing a policy: start from a ready one, change what one wants, see at once what keeps it from being published, and
what past periods would have shown under it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from momentos.domain import clock
from momentos.domain.viewer import Viewer
from momentos.facts import METRICS
from momentos.people.kept.policies import Version, first_free_day, publish
from momentos.people.meanings.policy import (
    CASE_DIMENSIONS,
    PERIOD_MONTHS,
    READY_POLICIES,
    Audience,
    Award,
    Credit,
    Policy,
    PolicyThreshold,
    ReadyPolicy,
    WeighedMetric,
    comparable_metrics,
    newly_weighed,
)
from momentos.people.meanings.policy_problems import problems
from momentos.people.questions.awards import out_of_reach
from momentos.people.screen.policy import show_simulation
from momentos.people.words.awards import hurdle
from momentos.people.words.policy_versions import as_it_is, will_hold
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.signing import signature
from momentos.screen.viewer import viewer

_THRESHOLDS = ("handle_time", "interactions")


@dataclass(frozen=True)
class Draft:
    """A policy being written, the name it would have, and whether anything keeps it from being published."""

    policy: Policy
    title: str
    is_sound: bool


def draft_a_policy(policy: Policy, name: str, history: Sequence[Version], today: date) -> None:
    """Writing a policy, and at once what past periods would have shown under the one that holds and under the draft."""
    draft = _write_policy(viewer(), history, today)
    _try_on_past_data(viewer(), policy, name, draft)


def _write_policy(viewer: Viewer, history: Sequence[Version], today: date) -> Draft:
    """The form, what is wrong with what it says, and publishing it; answers the draft as it stands."""
    with box(
        t("Write a policy"),
        t("Whatever is published holds for a whole period: the rules do not change during the game."),
    ):
        ready = _pick_ready(history[-1] if history else None)
        policy = _fields(ready)
        unsound = problems(policy)
        for problem in unsound or [hurdle(one, policy) for one in ask(out_of_reach, policy, today)]:
            st.warning(as_text(tell(problem)), icon=":material/rule:")
        suggested = ready.policy.name or tell(ready.label)
        title = st.text_input(t("Name of the policy"), value=suggested, key=f"title_{ready.key}", max_chars=80)
        author = signature()
        st.caption(as_text(tell(will_hold(ask(first_free_day, policy, today)))))
        if st.button(
            t("Publish"), type="primary", disabled=bool(unsound) or not author or not title, key="publish_policy"
        ):
            act(
                lambda: publish(warehouse(), viewer, replace(policy, name=title), author=author, at=clock.this_second())
            )
    return Draft(policy, title, not unsound)


def _try_on_past_data(viewer: Viewer, policy: Policy, name: str, draft: Draft) -> None:
    """What past periods would have shown under the policy that holds and under the draft."""
    with box(
        t("What past periods would have shown"),
        t(
            "The same data under both policies. «By luck» is how many of those recognised are not expected "
            "to be truly better."
        ),
    ):
        if not draft.is_sound:
            st.caption(t("Put the draft right to try it on past data."))
            return
        names = t("A: {policy}", policy=name), t("B: {policy}", policy=draft.title)
        show_simulation(viewer, policy, draft.policy, names)


def _pick_ready(last: Version | None) -> ReadyPolicy:
    """The policy to start from: the last one published, where there is any, or a ready one."""
    offered = READY_POLICIES if last is None else (as_it_is(last), *READY_POLICIES)
    ready = st.selectbox(
        t("Start from"), offered, format_func=lambda one: tell(one.label), key="ready_policy", filter_mode=None
    )
    ready = ready or offered[0]
    st.caption(as_text(tell(ready.good_for)))
    return ready


def _fields(ready: ReadyPolicy) -> Policy:
    """The fields, filled with the ready policy; answers what they say now, sound or not."""
    base = ready.policy
    metrics = _metrics(ready)
    left, right = st.columns(2)
    with left:
        awards = st.multiselect(
            t("What is recognised"),
            list(Award),
            default=list(base.awards),
            format_func=lambda one: tell(one.label),
            key=f"awards_{ready.key}",
            placeholder=t("Choose"),
        )
        case_mix = st.multiselect(
            t("What makes two cases alike"),
            list(CASE_DIMENSIONS),
            default=list(base.case_mix),
            format_func=lambda one: tell(one.label),
            key=f"cases_{ready.key}",
            placeholder=t("Nothing: all cases are alike"),
        )
        credit = st.selectbox(
            t("A case with several people counts to"),
            list(Credit),
            index=list(Credit).index(base.credit),
            format_func=lambda one: tell(one.label),
            key=f"credit_{ready.key}",
            filter_mode=None,
        )
        audience = st.selectbox(
            t("Who sees what"),
            list(Audience),
            index=list(Audience).index(base.audience),
            format_func=lambda one: tell(one.label),
            key=f"audience_{ready.key}",
            filter_mode=None,
        )
        thresholds = tuple(one for key in _THRESHOLDS if (one := _threshold(key, ready)) is not None)
    with right:
        numbers = _numbers(ready)
    return replace(
        base,
        metrics=metrics,
        thresholds=thresholds,
        awards=tuple(awards),
        case_mix=tuple(case_mix),
        credit=credit or base.credit,
        audience=audience or base.audience,
        **numbers,
    )


def _metrics(ready: ReadyPolicy) -> tuple[WeighedMetric, ...]:
    known = {one.key: one for one in ready.policy.metrics}
    chosen = st.multiselect(
        t("Metrics that give points"),
        [one.key for one in comparable_metrics() if one.key != "handle_time"],
        default=list(known),
        format_func=lambda key: tell(METRICS[key].label),
        key=f"metrics_{ready.key}",
        placeholder=t("Choose"),
    )
    found = []
    for key in chosen:
        start = known.get(key) or newly_weighed(key)
        label = as_text(tell(METRICS[key].label))
        name, weight, minimum, excellent = st.columns([2, 1, 1, 1], vertical_alignment="center")
        name.markdown(f"**{label}**")
        found.append(
            WeighedMetric(
                key,
                weight.number_input(
                    t("Weight"), value=float(start.weight), step=5.0, format="%g", key=f"weight_{ready.key}_{key}"
                ),
                minimum.number_input(
                    t("Worth 0"), value=float(start.minimum), format="%g", key=f"minimum_{ready.key}_{key}"
                ),
                excellent.number_input(
                    t("Worth 100"), value=float(start.excellent), format="%g", key=f"excellent_{ready.key}_{key}"
                ),
            )
        )
    return tuple(found)


def _threshold(key: str, ready: ReadyPolicy) -> PolicyThreshold | None:
    """A limit that must be met, where a number is written."""
    is_volume = key == "interactions"
    label = (
        t("At least so many contacts (optional)")
        if is_volume
        else t("Mean handle time of at most, in seconds (optional)")
    )
    known = next((one for one in ready.policy.thresholds if one.key == key), PolicyThreshold(key))
    start = known.at_least if is_volume else known.at_most
    value = st.number_input(
        label, value=start, min_value=0.0, step=10.0, format="%g", key=f"threshold_{ready.key}_{key}"
    )
    if value is None:
        return None
    return PolicyThreshold(key, at_least=value) if is_volume else PolicyThreshold(key, at_most=value)


def _numbers(ready: ReadyPolicy) -> dict[str, Any]:
    base, key = ready.policy, ready.key

    def whole(label: str, name: str, low: int = 0) -> int:
        return int(st.number_input(label, value=int(getattr(base, name)), min_value=low, step=1, key=f"{name}_{key}"))

    period = st.selectbox(
        t("Months of a period"),
        PERIOD_MONTHS,
        index=PERIOD_MONTHS.index(base.period_months),
        key=f"period_months_{key}",
        filter_mode=None,
    )
    return {
        "period_months": period or base.period_months,
        "window_days": whole(t("Days that count"), "window_days", 1),
        "own_n": whole(t("Answers to see one's own figure"), "own_n", 1),
        "band_n": whole(t("Answers to be placed in a group"), "band_n", 1),
        "award_n": whole(t("Answers to be recognised"), "award_n", 1),
        "k": whole(t("Imaginary answers with the team's average (k)"), "k"),
        "standard": st.number_input(
            t("Points of the standard"), value=base.standard, step=5.0, format="%g", key=f"standard_{key}"
        ),
        "winners": whole(t("Prizes of the raffle"), "winners", 1),
    }
