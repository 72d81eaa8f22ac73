"""A metric by group behind the viewer: groups that are somebody's name are for whoever leads."""

from collections.abc import Iterable

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.domain.viewer import Viewer, need_lead
from momentos.figures.filters import Filters
from momentos.figures.measure import measure

NAMING_PEOPLE = (Dimension.EMPLOYEE, Dimension.SUPERVISOR)
"""The groups that are somebody's name."""


def offered_to(viewer: Viewer, groups: Iterable[Dimension]) -> list[Dimension]:
    """Those of the groups by which the viewer may see a metric, in the order they came."""
    return [by for by in groups if viewer.is_lead or by not in NAMING_PEOPLE]


def seen_groups(
    cursor: DuckDBPyConnection, viewer: Viewer, metric: Metric, by: Dimension, filters: Filters
) -> pd.DataFrame:
    """A metric by group, good and bad alike; by somebody's name for a lead alone, else ``Refused``."""
    if by in NAMING_PEOPLE:
        need_lead(viewer)
    return measure(cursor, metric, (by,), filters)
