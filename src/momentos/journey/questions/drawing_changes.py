"""What changed in the journey's drawing: field by field, who said otherwise, when, and in which load."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.domain.names import fold
from momentos.journey.kept.votes import ImpactVote, TouchpointReview
from momentos.warehouse.journal import entries

_FIELDS = tuple(field.name for field in DATASETS["touchpoints"].stored if field.name != "touchpoint")


@dataclass(frozen=True)
class Change:
    """One touchpoint described otherwise by one load, or voted on, or looked at.

    ``kind`` is «described», «changed», «voted» or «reviewed»; ``fields`` holds what was said before and after.
    """

    touchpoint_key: str
    touchpoint: str
    kind: str
    fields: dict[str, tuple[Any, Any]]
    author: str
    at: datetime
    load_id: str | None


def changes(
    cursor: DuckDBPyConnection, touchpoint_key: str | None = None, since: datetime | None = None
) -> list[Change]:
    """Every change that was not undone, the latest first; of one touchpoint, or since a moment, if given."""
    found = [*_described(cursor), *_decided(cursor)]
    kept = [one for one in found if touchpoint_key in (None, one.touchpoint_key) and (since is None or one.at > since)]
    return sorted(kept, key=lambda one: one.at, reverse=True)


def last_review(cursor: DuckDBPyConnection, touchpoint_key: str) -> datetime | None:
    """When the touchpoint was last looked at; ``None`` if nobody said so."""
    return max((one.written_at for one in entries(cursor, TouchpointReview, touchpoint_key)), default=None)


def _described(cursor: DuckDBPyConnection) -> list[Change]:
    """Each description beside the one before it of the same touchpoint."""
    rows = cursor.execute(
        f"""
        select
            touchpoint_key,
            coalesce(name, touchpoint),
            load_id,
            author,
            loaded_at,
            {", ".join(f"touchpoints.{field}" for field in _FIELDS)}
        from described_touchpoints as touchpoints
        join loads using (load_no)
        where touchpoint_key is not null
        order by touchpoint_key, load_no
        """
    ).fetchall()
    found: list[Change] = []
    before: dict[str, tuple[Any, ...]] = {}
    for key, shown, load_id, author, at, *said in rows:
        earlier = before.get(key)
        told = {} if earlier is None else _differences(earlier, tuple(said))
        if earlier is None or told:
            found.append(Change(key, shown, "changed" if told else "described", told, author, at, load_id))
        before[key] = tuple(said)
    return found


def _differences(before: tuple[Any, ...], after: tuple[Any, ...]) -> dict[str, tuple[Any, Any]]:
    return {field: (old, new) for field, old, new in zip(_FIELDS, before, after, strict=True) if old != new}


def _decided(cursor: DuckDBPyConnection) -> list[Change]:
    shown = dict(cursor.execute("select distinct touchpoint_key, touchpoint from touchpoint_names").fetchall())
    votes = entries(cursor, ImpactVote)
    last: dict[tuple[str, str], float] = {}
    found = []
    for one in votes:
        place = (one.subject, fold(one.author))
        told = {"impact": (last.get(place), one.said.impact)}
        last[place] = one.said.impact
        found.append(
            Change(one.subject, shown.get(one.subject, one.subject), "voted", told, one.author, one.written_at, None)
        )
    reviewed = [
        Change(
            review.subject,
            shown.get(review.subject, review.subject),
            "reviewed",
            {},
            review.author,
            review.written_at,
            None,
        )
        for review in entries(cursor, TouchpointReview)
    ]
    return [*found, *reviewed]
