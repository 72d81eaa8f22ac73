"""What the answers say of each touchpoint's impact, beside what was assigned."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.impact import Evidence, ImpactReport, derived_impact, impact_verdict
from momentos.analysis.penalty import PenaltyReward, penalty_reward
from momentos.analysis.satisfied_gap import gap_impact
from momentos.domain.dimensions import JOURNEY_DIMENSIONS
from momentos.domain.samples import IMPACT_TENTATIVE_RESPONDENTS
from momentos.figures.filters import Filters
from momentos.figures.loyalty import Loyalty, default_loyalty
from momentos.figures.source import shown_values
from momentos.journey.questions.impact_answers import (
    grid,
    loyalty_of,
    rated_scores,
    satisfied_gaps,
    scores_without_loyalty,
)
from momentos.journey.questions.impact_lack import Lack, why_silent, why_unheard
from momentos.journey.questions.journey import retired_touchpoints

COLUMNS = [
    "touchpoint", "assigned", "derived", "low", "high", "share", "strength", "strength_low", "strength_high", "n",
    "missing", "verdict",
]  # fmt: skip


@dataclass(frozen=True)
class JourneyImpact:
    """Derived impact of every touchpoint with scores.

    ``loyalty`` is what stood for it. ``rows`` has one row a touchpoint: ``touchpoint, assigned``; ``derived`` level
    1–5 with ``low, high`` (90 %); ``share`` of what the scores explain, 0 to 1; ``strength``, loyalty per extra point
    (or the gap between satisfied and dissatisfied), with ``strength_low, strength_high``; ``n``; ``missing`` answers;
    ``verdict``. What cannot be said is empty. ``patterns`` says whether each touchpoint punishes or pays, where surveys
    score several. ``lack`` says why none of the rows could be weighed, ``None`` where one could, where the scores were
    held against loyalty and do not explain it, or where nothing is scored; ``loyal`` is how many answers have
    loyalty where none has it beside scores.
    """

    report: ImpactReport
    loyalty: Loyalty
    rows: pd.DataFrame
    patterns: tuple[PenaltyReward, ...] = ()
    lack: Lack | None = None
    loyal: int = 0

    @property
    def missing(self) -> int:
        """How many answers more would let something be weighed: in all, or at the touchpoint that is nearest to it."""
        if self.lack is Lack.TOO_FEW_EACH:
            return int(self.short["missing"].iloc[0])
        is_enough = self.lack in (None, Lack.ALONE, Lack.ALIKE)
        return 0 if is_enough else self.report.missing_respondents

    @property
    def short(self) -> pd.DataFrame:
        """The rows of touchpoints that lack answers, the nearest to enough first."""
        return self.rows[self.rows["missing"] > 0].sort_values("missing", kind="stable")


def journey_impact(
    cursor: DuckDBPyConnection,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    loyalty: Loyalty | None = None,
    progress: Callable[[float], None] | None = None,
) -> JourneyImpact:
    """From surveys that score several touchpoints, if enough do; else from surveys about one touchpoint each. Where
    neither are enough, those that are more say how many are missing.

    For deeds (buying again, staying) it is the other way round: what was done after one contact is held against that
    contact, before looking at surveys of the whole journey.

    ``loyalty`` is ``default_loyalty`` unless given. The filters' window and respondents count in the weights; its area,
    stage or touchpoint only leave out rows. ``progress`` hears fractions up to 1.
    """
    loyalty = loyalty or default_loyalty(cursor, filters)
    patterns: tuple[PenaltyReward, ...] = ()
    report = gap_impact(satisfied_gaps(cursor, loyalty, filters))
    if not (loyalty.outcome.is_share and report.evidence is not Evidence.NONE):
        rated = rated_scores(cursor, loyalty, filters)
        several = rated[rated.groupby("respondent")["touchpoint"].transform("size") > 1]
        heard = several["respondent"].nunique()
        if heard >= IMPACT_TENTATIVE_RESPONDENTS:
            keys, scores = grid(rated)
            known = loyalty_of(rated)
            report = derived_impact(keys, scores, known, progress=progress)
            patterns = penalty_reward(keys, scores, known)
        elif heard > report.respondents and report.evidence is Evidence.NONE:
            several = several.assign(respondent=pd.factorize(several["respondent"])[0])
            report = derived_impact(*grid(several), loyalty_of(several))
    lack, loyal = (Lack.TOO_FEW, 0) if report.evidence is Evidence.NONE else (None, 0)
    if not report.touchpoints:
        report = scores_without_loyalty(cursor, filters)
        lack, loyal = why_unheard(cursor, loyalty, filters) if report.touchpoints else (None, 0)
    rows = _in_filters(cursor, _rows(report, _assigned(cursor)), filters)
    lack = lack or why_silent(report, rows)
    shown = tuple(one for one in patterns if one.key in set(rows["touchpoint"]))
    return JourneyImpact(report, loyalty, rows, shown, lack, loyal)


def _assigned(cursor: DuckDBPyConnection) -> dict[str, float]:
    found = cursor.execute("select touchpoint, impact from known_touchpoints where impact is not null")
    return dict(found.fetchall())


def _rows(report: ImpactReport, assigned: dict[str, float]) -> pd.DataFrame:
    nobody_yet = report.missing_respondents if report.evidence is Evidence.NONE else 0
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
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["verdict"] = [None if row[-1] is None else str(row[-1]) for row in rows]
    return frame.astype(dict.fromkeys(COLUMNS[1:9], float))


def _in_filters(cursor: DuckDBPyConnection, rows: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Only the touchpoints on the map today, of the area, stage or name that the filters hold to.

    The scores of retired ones stay in the weights: they were part of what those customers went through.
    """
    rows = rows[~rows["touchpoint"].isin(retired_touchpoints(cursor))].reset_index(drop=True)
    for dimension in JOURNEY_DIMENSIONS:
        if dimension in filters.where:
            shown = shown_values(cursor, dimension, filters.where[dimension])
            sql = f"select touchpoint from known_touchpoints where list_contains(?::varchar[], {dimension})"
            kept = {touchpoint for (touchpoint,) in cursor.execute(sql, [shown]).fetchall()}
            rows = rows[rows["touchpoint"].isin(kept)].reset_index(drop=True)
    return rows
