"""What the board compares: which figure, of whom, whose a shared case is, and with whose eyes it is seen."""

from dataclasses import dataclass

import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.domain.viewer import Viewer
from momentos.facts import METRICS, dimensions_of
from momentos.figures.measure import measured_metrics
from momentos.people.meanings.policy import POINTS, Credit, Policy
from momentos.people.questions.credit import has_shared_cases
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.letting_in import lead_switch
from momentos.screen.metrics import PEOPLE_METRIC
from momentos.screen.picking import pick

COMPARED = (Dimension.EMPLOYEE, Dimension.SUPERVISOR, Dimension.AREA, Dimension.SITE)
_FIRST = ("csat", "nps", "fcr", "resolution", "handle_time")
"""What is opened on, where nothing that the policy weighs is measured."""
_GROUP, _CREDIT = "board_by", "board_credit"


@dataclass(frozen=True)
class Choices:
    """What was picked, and the viewer as the board should know them."""

    metric: Metric
    by: Dimension
    credit: Credit
    viewer: Viewer


def pick_board(policy: Policy) -> Choices | None:
    """The row of choices above the board; ``None`` while nothing is measured that compares people."""
    judged = [one for one in ask(measured_metrics) if one.key in METRICS and one.direction != "neither"]
    offered = [one.key for one in judged if Dimension.EMPLOYEE in dimensions_of(one)]
    if not offered:
        return None
    keys = [*offered, POINTS.key]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = pick(
            PEOPLE_METRIC,
            t("Metric"),
            keys,
            words=lambda one: tell(POINTS.label if one == POINTS.key else METRICS[one].label),
            default=next((one for one in (*policy.weights, *_FIRST) if one in keys), keys[0]),
            width=300,
        )
        by = pick(
            _GROUP,
            t("Compare"),
            [str(one) for one in COMPARED],
            words=lambda one: tell(Dimension(one).label),
            width=180,
        )
        credit = _pick_credit(policy)
    viewer = lead_switch()
    return Choices(POINTS if key == POINTS.key else METRICS[key], Dimension(by), credit, viewer)


def _pick_credit(policy: Policy) -> Credit:
    """Only where some case names several people; else as the policy says, which then makes no difference."""
    if not ask(has_shared_cases):
        return policy.credit
    picked = pick(
        _CREDIT,
        t("A case with several people counts to"),
        [str(one) for one in Credit],
        words=lambda one: tell(Credit(one).label),
        default=str(policy.credit),
        width=280,
    )
    return Credit(picked)
