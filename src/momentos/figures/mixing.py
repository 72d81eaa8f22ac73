"""Whether a figure is of two surveys of different kinds, which ask other people on other occasions.

While they are not kept apart, what their mix does from one period to another is no change of either.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.figures.filters import Filters
from momentos.figures.measure import fact_for
from momentos.figures.source import grouped, source_for
from momentos.warehouse.connection import one_value
from momentos.warehouse.questionnaires import CONTACT, RELATION

KINDS = [CONTACT, RELATION]


@dataclass(frozen=True)
class Mixture:
    """How many of a figure's answers are of surveys about one contact, and of surveys about the whole relation; none of
    either where all surveys there are, whenever, are of one kind."""

    contact: int = 0
    relation: int = 0

    @property
    def is_mixed(self) -> bool:
        return self.contact > 0 and self.relation > 0


def mixture(
    cursor: DuckDBPyConnection,
    metric: Metric,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    by: Sequence[Dimension] = (),
    *,
    with_unknown: bool = False,
) -> Mixture:
    """The answers behind the metric under these filters; with ``by``, those that are in one of its groups, or
    ``with_unknown`` all among which it tells groups apart, as ``whole_of`` takes them."""
    found = answers_by_kind(cursor, metric, by, filters, with_unknown=with_unknown)
    return Mixture(*(int(found[kind].sum()) for kind in KINDS))


def answers_by_kind(
    cursor: DuckDBPyConnection,
    metric: Metric,
    by: Sequence[Dimension] = (),
    filters: Filters = Filters(),  # noqa: B008 - frozen
    *,
    with_unknown: bool = False,
) -> pd.DataFrame:
    """One row per group, as ``measure`` makes them: the dimensions, and the answers measured, ``contact, relation``.

    What is not known makes a group of its own only ``with_unknown``. No rows for what is not asked in surveys, nor
    where all surveys there are, whenever, are of one kind.
    """
    fact = fact_for(cursor, metric, {*by, *filters.where})
    if not fact.is_surveyed or not _are_of_two_kinds(cursor):
        return pd.DataFrame(columns=[*map(str, by), *KINDS])
    columns = {kind: f"coalesce(sum({metric.denominator}) filter (about = '{kind}'), 0)::bigint" for kind in KINDS}
    return grouped(cursor, source_for(fact, by, filters), columns, by, filters, with_unknown=with_unknown)


def _are_of_two_kinds(cursor: DuckDBPyConnection) -> bool:
    return one_value(cursor, "select count(distinct about) from questionnaires") == len(KINDS)
