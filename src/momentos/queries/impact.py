"""What the answers say of each touchpoint's impact, beside what was assigned."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.impact import Evidence, ImpactReport, derived_impact, impact_verdict
from momentos.analysis.satisfied_gap import Loyal, gap_impact, satisfied_gap
from momentos.domain.metrics import METRICS, Metric
from momentos.domain.samples import IMPACT_TENTATIVE_RESPONDENTS
from momentos.queries.filters import Filters

_RESPONDENTS_READ = 20_000
"""Respondents above which a share of them, always the same ones, stands for all: what that adds in doubt is little."""

# One row per score of a survey that also has a loyalty answer. A survey's number is looked for in the load the score
# came with, and elsewhere if only one survey has it.
_RATED = """
    with answers as (
        select
            load_no,
            response_key,
            {loyalty} as loyalty
        from current_responses
        where response_key is not null
            and {loyalty} is not null
            and {window}
    ),
    alone as (
        select
            response_key,
            any_value(loyalty) as loyalty
        from answers
        group by all
        having count(*) = 1
    )
    select
        dense_rank() over (order by ratings.load_no, ratings.response_key) - 1 as respondent,
        names.touchpoint,
        ratings.score,
        coalesce(answers.loyalty, alone.loyalty) as loyalty
    from current_ratings as ratings
    join touchpoint_names as names on names.key = ratings.touchpoint_key
    left join answers using (load_no, response_key)
    left join alone on alone.response_key = ratings.response_key
    where coalesce(answers.loyalty, alone.loyalty) is not null
        and hash(ratings.load_no, ratings.response_key) % {one_in} = 0
"""

# One row per touchpoint and side: satisfied there, or not, with the recommendation of those customers.
_SIDES = """
    select
        names.touchpoint,
        csat >= 4 as is_satisfied,
        count(*) as n,
        sum(case when nps >= 9 then 1 when nps <= 6 then -1 else 0 end)::double as net,
        sum(case when nps >= 9 or nps <= 6 then 1 else 0 end)::double as squares
    from current_responses
    join touchpoint_names as names on names.key = current_responses.touchpoint_key
    where csat is not null
        and nps is not null
        and {window}
    group by all
"""


@dataclass(frozen=True)
class JourneyImpact:
    """Derived impact of every touchpoint with scores.

    ``loyalty`` is the metric whose answer stood for loyalty. ``rows`` has one row a touchpoint: ``touchpoint,
    assigned``; ``derived`` level 1–5 with ``low, high`` (90 %); ``share`` of what the scores explain, 0 to 1;
    ``strength``, loyalty per extra point (or the gap between satisfied and dissatisfied), with ``strength_low,
    strength_high``; ``n``; ``missing`` answers; ``verdict``. What cannot be said is empty.
    """

    report: ImpactReport
    loyalty: Metric
    rows: pd.DataFrame


def journey_impact(
    cursor: DuckDBPyConnection,
    filters: Filters = Filters(),  # noqa: B008 - frozen
) -> JourneyImpact:
    """From surveys that score several touchpoints, if enough do; else from surveys about one touchpoint each.

    Only the window of the filters counts. The recommendation answer stands for loyalty; where fewer than the smallest
    sample gave one, the overall score does.
    """
    loyalty = _loyalty(cursor, filters)
    rated = _rated(cursor, loyalty, filters)
    several = (rated.groupby("respondent").size() > 1).sum()
    if several >= IMPACT_TENTATIVE_RESPONDENTS:
        report = _from_grid(rated)
    else:
        loyalty, report = METRICS["nps"], gap_impact(_gaps(cursor, filters))
    return JourneyImpact(report, loyalty, _rows(report, _assigned(cursor)))


def _loyalty(cursor: DuckDBPyConnection, filters: Filters) -> Metric:
    window, days = _window(filters)
    sql = f"select count(nps), count(csat) from current_responses where {window}"
    recommended, rated = cursor.execute(sql, days).fetchone() or (0, 0)
    return METRICS["nps" if recommended >= min(IMPACT_TENTATIVE_RESPONDENTS, rated or 1) else "csat"]


def _rated(cursor: DuckDBPyConnection, loyalty: Metric, filters: Filters) -> pd.DataFrame:
    window, days = _window(filters)
    counted = cursor.execute(f"select count(*) from current_responses where {window}", days).fetchone()
    one_in = max(1, (counted[0] if counted else 0) // _RESPONDENTS_READ)
    return cursor.execute(_RATED.format(loyalty=loyalty.key, window=window, one_in=one_in), days).df()


def _from_grid(rated: pd.DataFrame) -> ImpactReport:
    places, touchpoints = pd.factorize(rated["touchpoint"], sort=True)
    scores = np.full((rated["respondent"].max() + 1, len(touchpoints)), np.nan)
    loyalty = np.full(len(scores), np.nan)
    scores[rated["respondent"], places] = rated["score"]
    loyalty[rated["respondent"]] = rated["loyalty"]
    return derived_impact(list(touchpoints), scores, loyalty)


def _gaps(cursor: DuckDBPyConnection, filters: Filters) -> dict[str, Any]:
    window, days = _window(filters)
    sides = cursor.execute(_SIDES.format(window=window) + " order by all", days).fetchall()
    heard = {(touchpoint, satisfied): Loyal(*sums) for touchpoint, satisfied, *sums in sides}
    nobody = Loyal(0, 0, 0)
    return {
        touchpoint: satisfied_gap(heard.get((touchpoint, True), nobody), heard.get((touchpoint, False), nobody))
        for touchpoint in dict.fromkeys(touchpoint for touchpoint, _ in heard)
    }


def _assigned(cursor: DuckDBPyConnection) -> dict[str, float]:
    found = cursor.execute("select touchpoint, impact from known_touchpoints where impact is not null")
    return dict(found.fetchall())


def _rows(report: ImpactReport, assigned: dict[str, float]) -> pd.DataFrame:
    nobody_yet = report.missing_respondents if report.evidence is Evidence.NONE else 0
    columns = [
        "touchpoint", "assigned", "derived", "low", "high", "share", "strength", "strength_low", "strength_high", "n",
        "missing", "verdict",
    ]  # fmt: skip
    rows = [
        (
            one.key,
            assigned.get(one.key),
            one.level,
            one.low,
            one.high,
            one.share,
            one.strength,
            one.strength_interval.low,
            one.strength_interval.high,
            one.visits,
            max(one.missing_visits, nobody_yet),
            impact_verdict(assigned.get(one.key), one.low, one.high, report.evidence),
        )
        for one in report.touchpoints
    ]
    frame = pd.DataFrame(rows, columns=columns)
    frame["verdict"] = [None if row[-1] is None else str(row[-1]) for row in rows]
    return frame.astype(dict.fromkeys(columns[1:9], float))


def _window(filters: Filters) -> tuple[str, list[Any]]:
    conditions = list(_ends(filters))
    return " and ".join(["true", *(sql for sql, _ in conditions)]), [day for _, day in conditions]


def _ends(filters: Filters) -> Iterator[tuple[str, Any]]:
    if filters.from_on is not None:
        yield "answered_at::date >= ?", filters.from_on
    if filters.to_on is not None:
        yield "answered_at::date <= ?", filters.to_on
