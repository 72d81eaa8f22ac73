"""Why touchpoints cannot be weighed, where there are scores."""

from enum import StrEnum

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.impact import ImpactReport
from momentos.analysis.survey_quality import Caution
from momentos.figures.filters import Filters
from momentos.figures.loyalty import Loyalty, loyal_surveys, offered_outcomes


class Lack(StrEnum):
    """Why the touchpoints cannot be weighed, where there are scores."""

    NO_QUESTION = "nothing stands for loyalty"
    NOBODY_HERE = "nobody answered for loyalty under these filters"
    NOT_YET = "too early to tell what was done after the answers"
    APART = "no answer has loyalty together with scores"
    TOO_FEW = "too few answers"
    TOO_FEW_EACH = "too few answers at the touchpoints"
    ALONE = "no other touchpoint to compare with"
    ALIKE = "the answers vary too little"


def why_silent(report: ImpactReport, rows: pd.DataFrame) -> Lack | None:
    """Why enough answers weigh none of these touchpoints; ``None`` where they were weighed and explain nothing."""
    if rows.empty or rows["derived"].notna().any():
        return None
    is_short = rows["missing"] > 0
    if any(one.caution is Caution.UNEXPLAINED for one in report.warnings) and not is_short.all():
        return None
    if is_short.any():
        return Lack.TOO_FEW_EACH
    return Lack.ALONE if len(report.touchpoints) == 1 else Lack.ALIKE


def why_unheard(cursor: DuckDBPyConnection, loyalty: Loyalty, filters: Filters) -> tuple[Lack, int]:
    """Why no score has loyalty beside it, and how many answers have loyalty all the same."""
    words = {one for one in offered_outcomes(cursor) if not one.is_share}
    if not loyalty.outcome.is_share and not words:
        return Lack.NO_QUESTION, 0
    surveys = loyal_surveys(cursor, loyalty, filters)
    sql = f"with {surveys.ctes} select count(loyalty) from loyal"
    counted = cursor.execute(sql, surveys.values).fetchone()
    loyal = int(counted[0]) if counted else 0
    if loyal:
        return Lack.APART, loyal
    return (Lack.NOT_YET if loyalty.outcome.is_share else Lack.NOBODY_HERE), 0
