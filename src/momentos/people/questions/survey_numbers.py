"""Whether a survey's number is one that its reader knows, or a name that we made up for a survey without one."""

import re
from collections.abc import Sequence

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.datasets.responses import RESPONSES
from momentos.domain.viewer import inner
from momentos.warehouse.history import LoadedSheet, find_load

_MADE_UP = re.compile(r"[0-9a-f]{18}(-\d+)?")
"""As ``intake.unpivot`` names a survey after what it holds."""


def is_own_number(number: str | None, sheets: Sequence[LoadedSheet]) -> bool:
    """Whether the number stands in the survey's sheet: one of ``sheets``, those of its load with its sheet's name."""
    if not number:
        return False
    known = [one for one in sheets if one.outcome.dataset == RESPONSES.name and one.mapping]
    if any("response" in one.mapping.values() for one in known):
        return True
    return not known and _MADE_UP.fullmatch(number) is None


@inner
def own_numbers(cursor: DuckDBPyConnection, surveys: pd.DataFrame) -> pd.Series:
    """The number by which a reader finds each survey: its contact's, else its own, else none.

    ``surveys``: ``interaction, number, load_id, sheet``.
    """
    loads = {load_id: find_load(cursor, load_id) for load_id in surveys["load_id"].unique()}
    found = []
    for interaction, number, load_id, sheet in surveys[["interaction", "number", "load_id", "sheet"]].itertuples(
        index=False, name=None
    ):
        load = loads[load_id]
        beside = [one for one in load.sheets if one.outcome.sheet == sheet] if load else []
        written = None if pd.isna(number) else str(number)
        own = written if is_own_number(written, beside) else None
        found.append(own if pd.isna(interaction) else interaction)
    return pd.Series(found, surveys.index, dtype=object)
