"""Small frames that pictures are drawn from, and every picture by name."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from momentos.charts.control import control_chart
from momentos.charts.customers import cohort_grid, pareto
from momentos.charts.differences import difference_rows
from momentos.charts.hours import hour_grid
from momentos.charts.service import breakdown, histogram, sparkline, trend
from momentos.charts.style import Style
from momentos.domain.messages import say
from momentos.facts import METRICS
from momentos.journey.pictures.allocation import allocation_bars
from momentos.journey.pictures.emotional_curve import emotional_curve
from momentos.journey.pictures.impact import assigned_against_derived
from momentos.journey.pictures.moments_map import moments_map
from momentos.journey.pictures.penalty import penalty_bars
from momentos.journey.pictures.priority_matrix import priority_matrix
from momentos.people.pictures.board import team_board
from momentos.people.pictures.funnel import funnel

CSAT, INTERACTIONS, WAIT = METRICS["csat"], METRICS["interactions"], METRICS["wait"]
STAGES = ("Descubrir", "Elegir", "Comprar", "Recibir", "Usar", "Resolver", "Renovar")
QUADRANTS = ("fix first", "keep up", "fix later", "leave as it is", "unclassified")

Pictures = dict[str, Callable[[list[str], Style], go.Figure]]


def touchpoints(names: list[str], seed: int = 3) -> pd.DataFrame:
    """A journey of these touchpoints over seven stages, one of them without a score."""
    random = np.random.default_rng(seed)
    count = len(names)
    score = np.round(random.uniform(2, 4.8, count), 1)
    score[count // 2] = np.nan
    frame = pd.DataFrame(
        {
            "touchpoint": names,
            "stage": [STAGES[at * len(STAGES) // count] for at in range(count)],
            "position": range(1, count + 1),
            "impact": random.integers(1, 6, count).astype(float),
            "score": score,
            "n": np.where(np.isnan(score), 0, random.integers(5, 2500, count)),
        }
    )
    frame["low"], frame["high"] = frame["score"] - 0.2, frame["score"] + 0.2
    frame["is_priority"] = (frame["impact"] >= 4) & (frame["score"] < 3.2)
    frame["quadrant"] = [QUADRANTS[at % len(QUADRANTS)] for at in range(count)]
    return frame


def figures(names: list[str], column: str) -> pd.DataFrame:
    """A figure with its interval for each name."""
    value = np.linspace(60, 90, len(names))
    return pd.DataFrame({column: names, "value": value, "n": 200, "low": value - 6, "high": value + 6})


def people(names: list[str]) -> pd.DataFrame:
    bands = [("above", "same", "below", None)[at % 4] for at in range(len(names))]
    return figures(names, "employee").assign(band=bands, missing=[0 if band else 7 for band in bands])


def _impacts(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "touchpoint": names,
            "assigned": 4.0,
            "derived": 3.0,
            "low": 2.0,
            "high": 4.0,
            "n": 300,
            "missing": 0,
            "verdict": "data suggest less",
        }
    )


def _hours(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"weekday": [0, 1], "hour": [9, 10], "value": [30.0, 60.0], "n": [12, 3]})


def _points(names: list[str]) -> pd.DataFrame:
    return figures(names, "period").assign(signal=["outside"] + [None] * (len(names) - 1))


def _money(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"area": names, "proposed": 10.0, "today": 8.0, "is_uncertain": False})


def _penalties(names: list[str]) -> pd.DataFrame:
    sides = {"penalty": -0.8, "penalty_low": -1.1, "penalty_high": -0.5, "reward": 0.3, "reward_low": -0.1}
    rest = {"reward_high": 0.7, "lows": 40, "highs": 90, "pattern": "basic"}
    return pd.DataFrame({"touchpoint": names, **sides, **rest})


def _differences(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"name": names, "value": -9.0, "low": -14.0, "high": -4.0, "n": 452, "missing": 0})


def _cohorts(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"cohort": names, "age": 0, "value": 100.0, "n": 30})


def _reasons(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"reason": names, "n": range(1, len(names) + 1)})


def _scores(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"score": [1, 2, 3, 4, 5], "n": [3, 2, 6, 30, 40]})


PICTURES: Pictures = {
    "moments map": lambda names, style: moments_map(touchpoints(names), style),
    "emotional curve": lambda names, style: emotional_curve(touchpoints(names), style),
    "trend": lambda names, style: trend(figures(names, "period"), CSAT, style, 80),
    "breakdown": lambda names, style: breakdown(figures(names, "area"), CSAT, style, mean=75),
    "breakdown of a count": lambda names, style: breakdown(figures(names, "area"), INTERACTIONS, style),
    "histogram": lambda names, style: histogram(_scores(names), style),
    "sparkline": lambda names, style: sparkline([1.0, None, 3.0], style),
    "hour grid": lambda names, style: hour_grid(_hours(names), WAIT, style),
    "control chart": lambda names, style: control_chart(_points(names), CSAT, style, 75, 80),
    "team board": lambda names, style: team_board(people(names), 75, CSAT, style),
    "funnel": lambda names, style: funnel(figures(names, "employee"), 40, CSAT, style),
    "assigned against derived": lambda names, style: assigned_against_derived(_impacts(names), style),
    "priority matrix": lambda names, style: priority_matrix(touchpoints(names), 3.7, style),
    "penalty and reward": lambda names, style: penalty_bars(_penalties(names), style),
    "differences": lambda names, style: difference_rows(_differences(names), style, unit=say("{value} %")),
    "allocation": lambda names, style: allocation_bars(_money(names), style),
    "cohort grid": lambda names, style: cohort_grid(_cohorts(names), style),
    "pareto": lambda names, style: pareto(_reasons(names), style),
}
"""Every picture there is, drawn with these names for whatever it names."""


@pytest.fixture(params=PICTURES)
def picture(request: pytest.FixtureRequest) -> Callable[[list[str], Style], go.Figure]:
    return PICTURES[request.param]


@pytest.fixture(params=[Style(), Style(mode="dark", compact=True), Style(scale=1.6)], ids=["wide", "phone", "meeting"])
def style(request: pytest.FixtureRequest) -> Style:
    return request.param
