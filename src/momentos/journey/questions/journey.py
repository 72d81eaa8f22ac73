"""The journey: every touchpoint in order, how it goes, how much it weighs, and who stands behind it."""

from datetime import date
from typing import Any

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import JOURNEY_DIMENSIONS, Dimension
from momentos.domain.impact import is_moment_of_truth
from momentos.domain.viewer import inner
from momentos.facts import FACTS, METRICS, Fact
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.figures.source import conditions, shown_values, source_for
from momentos.figures.targets import held_metrics
from momentos.journey.questions.reach import reach
from momentos.journey.questions.weighing import weighed

PEOPLE_SHOWN = 12

# One row per touchpoint that a sheet lists or a fact names; those that only facts name come last.
_TOUCHPOINTS = """
    select
        known.touchpoint,
        known.stage,
        known.position,
        known.area,
        known.impact,
        listed.promise,
        listed.people,
        known.is_listed,
        known.touchpoint_key,
        listed.target
    from known_touchpoints as known
    left join current_touchpoints as listed using (touchpoint_key)
    where known.retired_on is null
        or known.retired_on > coalesce(?, current_date)
    order by not known.is_listed, known.position nulls last, listed.row_number, known.touchpoint
"""


def journey(
    cursor: DuckDBPyConnection,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    target: float | None = None,
    on: date | None = None,
) -> pd.DataFrame:
    """One row per touchpoint, in the order of the journey; those that only facts name come last, without a stage.

    Those retired by the day ``on`` (today unless given) are left out.

    ``touchpoint, stage, position, area, impact`` (as assigned), ``is_moment_of_truth, promise, people`` (who attend: as
    the sheet says, else those who did, by how often), ``is_listed``; the mean ``score`` 1–5 with ``n, low, high``;
    ``csat`` in per cent with ``csat_low, csat_high``; ``interactions``; ``reach`` 0 to 1; ``target``; ``gap`` to its
    ``goal``; ``priority`` = impact × gap × reach with ``priority_low, priority_high``; ``quadrant`` of the priority
    matrix (these as ``weighing.weighed`` says); and ``touchpoint_key``. Not measured is NaN, with n 0.

    The target is the touchpoint's own, else the one the company took for the mean score, else NaN: nobody set one. A
    ``target`` given here is a trial: it stands for all of them.
    """
    rows = _in_filters(cursor, cursor.execute(_TOUCHPOINTS, [on]).df(), filters)
    score = _figures(cursor, "score", filters)[["value", "n", "low", "high"]]
    csat = _figures(cursor, "csat", filters)[["value", "low", "high"]]
    counts = _figures(cursor, "interactions", filters)["value"]
    rows = rows.join(score.rename(columns={"value": "score"}), on="touchpoint")
    rows = rows.join(csat.set_axis(["csat", "csat_low", "csat_high"], axis="columns"), on="touchpoint")
    rows["n"] = rows["n"].fillna(0).astype("int64")
    rows["interactions"] = rows["touchpoint"].map(counts).fillna(0).astype("int64")
    rows["reach"] = rows["touchpoint"].map(reach(cursor, filters)).astype(float)
    rows["is_moment_of_truth"] = [is_moment_of_truth(impact) for impact in rows["impact"]]
    rows["people"] = _people(rows, who_attended(cursor, filters))
    rows["target"] = _targets(cursor, rows["target"].astype(float), target)
    return weighed(rows)


def retired_touchpoints(cursor: DuckDBPyConnection, on: date | None = None) -> set[str]:
    """The touchpoints that are off the map on a day, today unless given."""
    sql = "select touchpoint from known_touchpoints where retired_on <= coalesce(?, current_date)"
    return {touchpoint for (touchpoint,) in cursor.execute(sql, [on]).fetchall()}


def _in_filters(cursor: DuckDBPyConnection, touchpoints: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Only the touchpoints that the filters leave on the map."""
    for dimension in JOURNEY_DIMENSIONS:
        if dimension in filters.where:
            shown = shown_values(cursor, dimension, filters.where[dimension])
            touchpoints = touchpoints[touchpoints[dimension].isin(shown)]
    return touchpoints.reset_index(drop=True)


def _figures(cursor: DuckDBPyConnection, key: str, filters: Filters) -> pd.DataFrame:
    return measure(cursor, METRICS[key], (Dimension.TOUCHPOINT,), filters).set_index(str(Dimension.TOUCHPOINT))


@inner
def who_attended(cursor: DuckDBPyConnection, filters: Filters) -> dict[str, list[str]]:
    """Who attends at each touchpoint, most often first."""
    cases, values = zip(*(_attended(cursor, fact, filters) for fact in _naming_both()), strict=True)
    often = cursor.execute(
        f"select touchpoint, employee from ({' union all '.join(cases)})"
        " group by all order by touchpoint, sum(cases) desc, employee",
        [value for some in values for value in some],
    ).fetchall()
    people: dict[str, list[str]] = {}
    for touchpoint, employee in often:
        people.setdefault(touchpoint, []).append(employee)
    return people


def _naming_both() -> list[Fact]:
    """The facts whose rows name a touchpoint and an employee."""
    both = {Dimension.TOUCHPOINT, Dimension.EMPLOYEE}
    return [fact for fact in FACTS.values() if both <= set(fact.dimensions)]


def _attended(cursor: DuckDBPyConnection, fact: Fact, filters: Filters) -> tuple[str, list[Any]]:
    """The cases of one fact by touchpoint and employee, in SQL, and the values for its question marks."""
    source = source_for(fact, (Dimension.TOUCHPOINT, Dimension.EMPLOYEE), filters)
    found = conditions(cursor, filters, source)
    where = " and ".join(["employee is not null", "touchpoint is not null", *(one.sql for one in found)])
    sql = f"select touchpoint, employee, sum({fact}) as cases from {source} where {where} group by all"
    return sql, [value for one in found for value in one.values]


def _people(rows: pd.DataFrame, attended: dict[str, list[str]]) -> list[list[str]]:
    return [
        names_in(written) if isinstance(written, str) else attended.get(touchpoint, [])[:PEOPLE_SHOWN]
        for touchpoint, written in zip(rows["touchpoint"], rows["people"], strict=True)
    ]


def names_in(written: str) -> list[str]:
    """The people that a sheet names in one cell."""
    return [name for part in written.replace(";", ",").split(",") if (name := part.strip())]


def _targets(cursor: DuckDBPyConnection, own: pd.Series, trial: float | None) -> pd.Series:
    if trial is not None:
        return pd.Series(float(trial), index=own.index)
    company = held_metrics(cursor)["score"].target
    return own if company is None else own.fillna(company)
