"""A load with everything that is remembered beside it: how it was read, and what it changed in the main figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.datasets.checked import CheckedSheet, SourceFile
from momentos.facts import METRICS
from momentos.figures.totals import totals
from momentos.loading.redo import Read, note_choices
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import SheetOutcome
from momentos.warehouse.journal_kinds import kept_as
from momentos.warehouse.loads import check_author, commit, rehearse

Effect = dict[str, tuple[float | None, float | None]]
"""By metric, its value before a load and after it, where they differ; ``None`` where nothing was measured."""


@kept_as("load_effect")
@dataclass(frozen=True)
class LoadEffect:
    """What the load that is the subject changed in the main figures; a metric may be gone since."""

    figures: Effect


def store(
    warehouse: Warehouse,
    source: SourceFile,
    sheets: Sequence[CheckedSheet],
    read: Read,
    *,
    author: str,
    at: datetime,
) -> list[SheetOutcome]:
    """``commit``, with how the tables were read and the figures before and after written into the journal.

    Raises ``Refused`` as ``commit`` does, or if it is signed as the invented company.
    """
    check_author(author)
    before = _figures(warehouse)
    outcomes = commit(warehouse, source, sheets, author=author, at=at)
    load_id = outcomes[0].load_id
    note_choices(warehouse, load_id, read, author=author, at=at)
    changed = _changed(before, _figures(warehouse))
    journal.write(warehouse, LoadEffect(changed), load_id, author=author, at=at)
    return outcomes


def foresee(
    warehouse: Warehouse, source: SourceFile, sheets: Sequence[CheckedSheet]
) -> tuple[list[SheetOutcome], Effect]:
    """What ``store`` would say now, and what it would change in the figures; nothing is stored."""
    before = _figures(warehouse)
    outcomes, after = rehearse(warehouse, source, sheets, totals)
    return outcomes, _changed(before, after)


def effect_of(cursor: DuckDBPyConnection, load_id: str) -> Effect:
    """What the load changed, as it was written down when it was stored."""
    entry = journal.latest(cursor, LoadEffect, load_id).get(load_id)
    found = entry.said.figures if entry else {}
    return {name: (before, after) for name, (before, after) in found.items() if name in METRICS}


def _figures(warehouse: Warehouse) -> dict[str, float]:
    with warehouse.cursor() as cursor:
        return totals(cursor)


def _changed(before: Mapping[str, float], after: Mapping[str, float]) -> Effect:
    names = [name for name in METRICS if before.get(name) != after.get(name)]
    return {name: (before.get(name), after.get(name)) for name in names}
