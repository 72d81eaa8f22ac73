"""Publishing the pulse of a quarter: once, when it has ended, and as it then stands.

Answers are never read by a screen. What is shown is what was published, kept in the journal: a few fixed groups of at
least five people. Answers that arrive later change nothing that was shown, so that nobody can compare a figure before
and after to learn what the few in between said.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.domain.samples import PULSE_GROUP
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, need_lead
from momentos.people.meanings.pulse_groups import ITEMS, TOGETHER, Groups, Quarter, groups
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry
from momentos.warehouse.journal_kinds import kept_as

ASKED_FROM = 0.5
"""Share of a quarter's answers with an item from which it counts as asked."""

Sums = dict[str, tuple[float, float]]
"""By item: the sum of the answers and of their squares."""


@dataclass(frozen=True)
class Group:
    """One published group: its areas (none: everybody), its people, and the sums of what they answered."""

    areas: tuple[str, ...]
    n: int
    sums: Sums


@kept_as("pulse_published")
@dataclass(frozen=True)
class PublishedPulse:
    """What was published of the quarter that is the subject, and the loads whose answers it sums."""

    items: tuple[str, ...]
    loads: tuple[int, ...]
    groups: tuple[Group, ...]

    def as_plain(self) -> dict[str, Any]:
        groups = [{"areas": list(of.areas), "n": of.n, "sums": _as_lists(of.sums)} for of in self.groups]
        return {"items": list(self.items), "loads": list(self.loads), "groups": groups}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "PublishedPulse":
        groups = tuple(Group(tuple(of["areas"]), of["n"], _as_pairs(of["sums"])) for of in value["groups"])
        return cls(tuple(value["items"]), tuple(value["loads"]), groups)


def _as_lists(sums: Sums) -> dict[str, list[float]]:
    return {name: list(both) for name, both in sums.items()}


def _as_pairs(sums: Mapping[str, list[float]]) -> Sums:
    return {name: (both[0], both[1]) for name, both in sums.items()}


@dataclass(frozen=True)
class Publication:
    """What is shown of a quarter: everybody first, then each area shown, then the others as one group."""

    quarter: Quarter
    items: tuple[str, ...]
    groups: tuple[Group, ...]
    author: str
    published_on: date


@dataclass(frozen=True)
class Waiting:
    """A quarter with answers that is not shown: how many whole answers it has, whether it has ended, and whether it
    was shown before with other answers, and so cannot be again."""

    quarter: Quarter
    n: int
    has_ended: bool
    was_shown: bool

    @property
    def is_ready(self) -> bool:
        return self.has_ended and not self.was_shown and not self.missing

    @property
    def missing(self) -> int:
        """Answers without which nothing of the quarter can be shown."""
        return max(PULSE_GROUP - self.n, 0)


def publications(cursor: DuckDBPyConnection) -> list[Publication]:
    """The quarters shown, oldest first. One of whose loads some were undone is shown only if the same answers are
    there again."""
    held = {number for (number,) in cursor.execute("select load_no from loads where undone_by is null").fetchall()}
    found = []
    for entry in journal.latest(cursor, PublishedPulse).values():
        one = _publication(entry)
        if held.issuperset(entry.said.loads) or list(one.groups) == _grouped(*_answers(cursor, one.quarter)):
            found.append(one)
    return sorted(found, key=lambda one: one.quarter)


def waiting(cursor: DuckDBPyConnection, today: date) -> list[Waiting]:
    """The quarters with answers and without a publication that is shown, oldest first."""
    shown = {one.quarter for one in publications(cursor)}
    ever = {Quarter.from_key(key) for key in journal.latest(cursor, PublishedPulse)}
    rows = cursor.execute("select answered_on, count(*) from current_pulse group by all").fetchall()
    quarters = {Quarter.of(day) for day, _ in rows if day is not None}
    return [
        Waiting(one, len(_answers(cursor, one)[1]), one.last_day < today, one in ever)
        for one in sorted(quarters - shown)
    ]


def publish(
    warehouse: Warehouse, viewer: Viewer, quarter: Quarter, *, author: str, at: datetime
) -> Entry[PublishedPulse]:
    """Publish the quarter. Raises ``Refused`` to who does not lead, without a name, before it ends, for too few people,
    or a second time, whatever became of the answers of the first."""
    need_lead(viewer)
    signature = signed(author, say("A pulse is published by somebody: write your name."))
    if quarter.last_day >= at.date():
        raise WrongInput(
            say("The quarter {quarter} has not ended: later answers would be left out.", quarter=quarter.label)
        )
    with warehouse.transaction() as cursor:
        if journal.entries(cursor, PublishedPulse, quarter.key):
            raise WrongInput(
                say(
                    "The quarter {quarter} was already published. It is not published twice: comparing both would tell "
                    "what a few people said.",
                    quarter=quarter.label,
                )
            )
        items, answers = _answers(cursor, quarter)
        found = _grouped(items, answers)
        if found is None:
            raise WrongInput(
                say("It takes {n} whole answers to show anything of a quarter, and there are fewer.", n=PULSE_GROUP)
            )
        loads = tuple(sorted({load_no for load_no, _, _ in answers}))
        pulse = PublishedPulse(items, loads, tuple(found))
        return journal.write_in(cursor, pulse, quarter.key, author=signature, at=at)


def _answers(
    cursor: DuckDBPyConnection, quarter: Quarter
) -> tuple[tuple[str, ...], list[tuple[int, str, dict[str, float]]]]:
    """The items asked in the quarter, and every answer that has all of them: its load, its area, its scores."""
    rows = cursor.execute(
        f"""
        select
            load_no,
            coalesce(
                labels.label,
                first_value(area) over (partition by area_key order by load_no, row_number)
            ),
            {", ".join(ITEMS)}
        from current_pulse
        left join labels on labels.dimension = 'area' and labels.key = area_key
        where year(answered_on) = ?
            and quarter(answered_on) = ?
            and area is not null
        order by load_no, sheet, row_number
        """,
        [quarter.year, quarter.number],
    ).fetchall()
    answered = {item: sum(row[2 + place] is not None for row in rows) for place, item in enumerate(ITEMS)}
    items = tuple(item for item, count in answered.items() if count > ASKED_FROM * len(rows))
    scored = [(load_no, area, dict(zip(ITEMS, scores, strict=True))) for load_no, area, *scores in rows]
    whole = [
        (load_no, area, {item: float(scores[item]) for item in items})
        for load_no, area, scores in scored
        if items and all(scores[item] is not None for item in items)
    ]
    return items, whole


def _grouped(items: tuple[str, ...], answers: list[tuple[int, str, dict[str, float]]]) -> list[Group] | None:
    by_area: dict[str, list[dict[str, float]]] = defaultdict(list)
    for _, area, scores in answers:
        by_area[area].append(scores)
    split: Groups | None = groups({area: len(some) for area, some in by_area.items()})
    if split is None:
        return None
    wanted: list[tuple[str, ...]] = [()]
    if split.is_split:
        wanted += [(area,) for area in split.shown] + ([split.together] if split.together else [])
    return [_summed(areas, by_area, items) for areas in wanted]


def _summed(areas: tuple[str, ...], by_area: Mapping[str, list[dict[str, float]]], items: tuple[str, ...]) -> Group:
    some = [scores for area in (areas or tuple(by_area)) for scores in by_area[area]]
    values = {item: [scores[item] for scores in some] for item in items}
    values[TOGETHER] = [sum(scores.values()) / len(items) for scores in some]
    return Group(
        areas,
        len(some),
        {name: (round(sum(of), 9), round(sum(one**2 for one in of), 9)) for name, of in values.items()},
    )


def _publication(entry: Entry[PublishedPulse]) -> Publication:
    quarter = Quarter.from_key(entry.subject)
    return Publication(quarter, entry.said.items, entry.said.groups, entry.author, entry.written_at.date())
