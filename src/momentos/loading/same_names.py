"""Names that somebody said are one: remembered, effective wherever names are shown, and taken back with a word.

Facts keep what was written. The journal keeps each decision under ``same_name``, and the tables of names follow it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import Names, kept_as
from momentos.warehouse.touched import refresh_derived


class Named(StrEnum):
    """Whose names can be said to be one."""

    EMPLOYEE = "employee"
    TOUCHPOINT = "touchpoint"
    AREA = "area"
    CHANNEL = "channel"
    REASON = "reason"
    SITE = "site"
    SUPERVISOR = "supervisor"


WRITTEN_IN: Mapping[Named, tuple[str, ...]] = {
    Named.AREA: ("touchpoints", "employees", "spending"),
    Named.CHANNEL: ("interactions", "responses", "ratings"),
    Named.REASON: ("interactions",),
    Named.SITE: ("employees",),
    Named.SUPERVISOR: ("employees",),
}
"""The datasets whose rows carry names that have no list of their own."""


@kept_as(
    "same_name",
    may_name=lambda said: said.dimension in (Named.EMPLOYEE, Named.SUPERVISOR),
    from_key=Names.EMPLOYEE,
    into_key=Names.EMPLOYEE,
    written=Names.EMPLOYEE,
    shown=Names.EMPLOYEE,
)
@dataclass(frozen=True)
class SaidSame:
    """That one text of a dimension is shown as another; the keys are both texts, folded."""

    dimension: Named
    from_key: str
    into_key: str
    written: str
    shown: str


@dataclass(frozen=True)
class SameName:
    """One decision: ``written`` is shown as ``shown``."""

    entry_no: int
    named: Named
    written: str
    shown: str
    author: str
    written_at: datetime


def say_same(
    warehouse: Warehouse, viewer: Viewer, named: Named, pairs: Iterable[tuple[str, str]], *, author: str, at: datetime
) -> list[SameName]:
    """From now on each first text of a pair is shown as its second.

    ``Refused`` to who does not lead, where both are one text already, or the second is itself shown as the first.
    """
    need_lead(viewer)
    made = []
    for written, shown in pairs:
        from_key, into_key = fold(written), fold(shown)
        with warehouse.cursor() as cursor:
            into_root = _shown_as(cursor, named, into_key)
        if not from_key or not into_key or from_key in (into_key, into_root):
            raise WrongInput(say("{one} and {other} are one name already.", one=written, other=shown))
        same = SaidSame(named, from_key, into_key, written, shown)
        entry = journal.write(warehouse, same, f"{named}: {from_key}", author=author, at=at)
        made.append(_same_name(entry))
    if made:
        _refresh(warehouse)
    return made


def say_apart(warehouse: Warehouse, viewer: Viewer, entry_no: int, *, author: str, at: datetime) -> None:
    """Take a decision back: both names are shown as they were. ``Refused`` to who does not lead, or if there is no such
    decision."""
    need_lead(viewer)
    with warehouse.cursor() as cursor:
        if entry_no not in [one.entry_no for one in said(cursor)]:
            raise NotFound(say("There is no decision number {number} about names.", number=entry_no))
    journal.withdraw(warehouse, entry_no, author=author, at=at)
    _refresh(warehouse)


def said(cursor: DuckDBPyConnection) -> list[SameName]:
    """The decisions that hold, oldest first."""
    return [_same_name(entry) for entry in journal.latest(cursor, SaidSame).values()]


def written_names(cursor: DuckDBPyConnection, named: Named) -> dict[str, int]:
    """Every name still shown as itself, listed or only written in facts, with the rows that carry it."""
    if named in WRITTEN_IN:
        return _written_labels(cursor, named)
    rows = cursor.execute(
        f"""
        with written as (
            select {named}_key as key from current_interactions
            union all
            select {named}_key from current_responses
            union all
            select {named}_key from current_ratings
        ),
        counted as (
            select names.{named}_key as key, count(*) as times
            from written
            join {named}_names as names on names.key = written.key
            group by all
        )
        select any_value({named}), coalesce(any_value(times), 0)
        from {named}_names as names
        left join counted on counted.key = names.{named}_key
        group by names.{named}_key
        """
    ).fetchall()
    return dict(rows)


def _written_labels(cursor: DuckDBPyConnection, named: Named) -> dict[str, int]:
    written = " union all ".join(
        f"select {named}_key as key, {named} as text from current_{one}" for one in WRITTEN_IN[named]
    )
    rows = cursor.execute(
        f"""
        select coalesce(labels.label, written.text) as shown, count(*)
        from ({written}) as written
        left join same_names as same on same.dimension = ? and same.key = written.key
        left join labels on labels.dimension = ? and labels.key = coalesce(same.into_key, written.key)
        where written.key is not null
        group by all
        """,
        [named, named],
    ).fetchall()
    return dict(rows)


def undeclared_areas(cursor: DuckDBPyConnection) -> dict[str, int]:
    """Areas that money is spent under and no touchpoint or employee has, with how many rows name each."""
    rows = cursor.execute(
        """
        select any_value(area), count(*)
        from current_spending
        where area_key is not null
            and area_key not in (select key from labels where dimension = 'area')
            and area_key not in (
                select key from same_names
                where dimension = 'area' and into_key in (select key from labels where dimension = 'area')
            )
        group by area_key
        order by 1
        """
    ).fetchall()
    return dict(rows)


def _shown_as(cursor: DuckDBPyConnection, named: Named, key: str) -> str:
    row = cursor.execute("select into_key from same_names where dimension = ? and key = ?", [named, key]).fetchone()
    return row[0] if row else key


def _same_name(entry: journal.Entry[SaidSame]) -> SameName:
    same = entry.said
    return SameName(entry.entry_no, same.dimension, same.written, same.shown, entry.author, entry.written_at)


def _refresh(warehouse: Warehouse) -> None:
    with warehouse.transaction() as cursor:
        refresh_derived(cursor, ("employees", "touchpoints"))
