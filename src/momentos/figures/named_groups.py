"""A metric by group behind the viewer: groups that are somebody's name are for whoever leads."""

from collections.abc import Iterable

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import PEOPLE_DIMENSIONS, Dimension
from momentos.domain.metrics import Metric
from momentos.domain.viewer import Viewer, need_lead
from momentos.facts import dimensions_of
from momentos.figures.filters import Filters
from momentos.figures.measure import measure


def offered_to(viewer: Viewer, metric: Metric, groups: Iterable[Dimension]) -> list[Dimension]:
    """Those of the groups that the metric has and the viewer may see it by, in the order they came."""
    known = dimensions_of(metric)
    return [by for by in groups if by in known and (viewer.is_lead or by not in PEOPLE_DIMENSIONS)]


def seen_groups(
    cursor: DuckDBPyConnection, viewer: Viewer, metric: Metric, by: Dimension, filters: Filters
) -> pd.DataFrame:
    """A metric by group, good and bad alike; by somebody's name for a lead alone, else ``Refused``."""
    if by in PEOPLE_DIMENSIONS:
        need_lead(viewer)
    return measure(cursor, metric, (by,), filters)
