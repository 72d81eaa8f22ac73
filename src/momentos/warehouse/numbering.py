"""Whether a sheet's ids mean the things they meant before, or number other things from the start again.

Two surveys may both call their answers 1, 2, 3…: taking the second for corrections of the first would destroy it. So
where many ids are already known and what stands beside them mostly disagrees, the sheet gets a numbering of its own (a
*scope*), which later loads of the same survey are recognised by in the same way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset, Repeats
from momentos.datasets.checked import CheckedSheet
from momentos.domain.messages import Message, say
from momentos.warehouse import staging
from momentos.warehouse.connection import one_value
from momentos.warehouse.staging import COMMON_SCOPE

ENOUGH_KNOWN_IDS = 30
"""Ids already known from which a sheet can be told to number other things."""
SAME_THINGS_AGREEMENT = 0.5
"""Mean share of agreeing cells below which known ids are other things."""


@dataclass
class Numberings:
    """The scope of each sheet that has one of its own, by its place in the file, and the sheets whose scope is new."""

    scopes: dict[int, int] = field(default_factory=dict)
    datasets: dict[int, tuple[str, ...]] = field(default_factory=dict)
    warnings: dict[int, Message] = field(default_factory=dict)

    def scopes_of(self, dataset: str) -> dict[int, int]:
        return {sheet_no: scope for sheet_no, scope in self.scopes.items() if dataset in self.datasets[sheet_no]}

    def warnings_of(self, sheet_no: int) -> tuple[Message, ...]:
        return (self.warnings[sheet_no],) if sheet_no in self.warnings else ()

    def remember(self, cursor: DuckDBPyConnection, load_no: int) -> None:
        """Keep which numberings the load used, so that later loads of the same things find them."""
        used = {(dataset, scope) for sheet_no, scope in self.scopes.items() for dataset in self.datasets[sheet_no]}
        for dataset, scope in sorted(used):
            cursor.execute("insert into load_scopes values (?, ?, ?)", [load_no, dataset, scope])


@dataclass(frozen=True)
class _Evidence:
    """How many of the sheet's ids the scope knows, and the mean share of cells that agree there (1 if none tells)."""

    scope: int
    known: int
    agreement: float

    @property
    def is_other_things(self) -> bool:
        return self.known >= ENOUGH_KNOWN_IDS and self.agreement < SAME_THINGS_AGREEMENT

    @property
    def weight(self) -> float:
        return self.known * self.agreement


def find(cursor: DuckDBPyConnection, sheets: Sequence[CheckedSheet]) -> Numberings:
    """The numbering of every sheet, whose rows are staged with the common one."""
    found = Numberings()
    new_scope = int(str(one_value(cursor, "select coalesce(max(scope), 0) + 1 from load_scopes")))
    for sheet_no, sheet in enumerate(sheets):
        events = tuple(name for name in (sheet.dataset, *sheet.more) if _is_numbered(DATASETS[name]))
        if sheet.dataset not in events:
            continue
        others = _scopes_in_use(cursor, sheet.dataset)
        if not others and _replacing(cursor, sheet.dataset, sheet_no) < ENOUGH_KNOWN_IDS:
            continue
        best = max(
            (_evidence(cursor, events, sheet_no, scope) for scope in (COMMON_SCOPE, *others)),
            key=lambda evidence: evidence.weight,
        )
        if best.is_other_things:
            found.warnings[sheet_no] = _kept_apart(sheet.sheet, best)
            best = _Evidence(new_scope, 0, 1)
        if best.scope != COMMON_SCOPE:
            found.scopes[sheet_no] = best.scope
            found.datasets[sheet_no] = events
    return found


def _is_numbered(dataset: Dataset) -> bool:
    return dataset.repeats is Repeats.KEEP and bool(dataset.key)


def _scopes_in_use(cursor: DuckDBPyConnection, dataset: str) -> list[int]:
    rows = cursor.execute("select distinct scope from load_scopes where dataset = ? order by scope", [dataset])
    return [scope for (scope,) in rows.fetchall()]


def _replacing(cursor: DuckDBPyConnection, dataset: str, sheet_no: int) -> int:
    """How many rows of the sheet would take the place of others in the common numbering."""
    question = f"select count(*) from {staging.staged(dataset)} where sheet_no = ? and fate = ?"
    return int(str(one_value(cursor, question, [sheet_no, staging.REPLACING])))


def _evidence(cursor: DuckDBPyConnection, events: tuple[str, ...], sheet_no: int, scope: int) -> _Evidence:
    """What the sheet's own dataset says; where nothing there can be compared, what its other rows say."""
    known = 0
    for name in events:
        dataset = DATASETS[name]
        keys = staging.keys_of(name)
        if scope != COMMON_SCOPE:
            keys = "tried_keys"
            staging.identify(cursor, dataset, {sheet_no: scope}, into=keys)
        count, agreement = _agreement(cursor, dataset, keys, sheet_no)
        known = known or count
        if agreement is not None:
            return _Evidence(scope, known, agreement)
    return _Evidence(scope, known, 1)


def _agreement(cursor: DuckDBPyConnection, dataset: Dataset, keys: str, sheet_no: int) -> tuple[int, float | None]:
    """Ids of the sheet that are known, and the mean over them of the share of cells filled on both sides that agree."""
    pairs = list(_compared(dataset))
    agreeing = " + ".join(f"coalesce((staged.{one} = stored.{one})::integer, 0)" for one in pairs)
    compared = " + ".join(f"(staged.{one} is not null and stored.{one} is not null)::integer" for one in pairs)
    row = cursor.execute(
        f"""
        select
            count(*),
            avg(case when ({compared}) > 0 then ({agreeing}) / ({compared}) end)
        from {keys} as keys
        join {staging.incoming(dataset.name)} as staged using (file_place)
        join current_{dataset.name} as stored on stored.record_key = keys.record_key
        where keys.sheet_no = ?
            and keys.has_id
        """,
        [sheet_no],
    ).fetchone()
    return row if row else (0, None)


def _compared(dataset: Dataset) -> Iterator[str]:
    for one in dataset.stored:
        if one.name not in dataset.key:
            yield f"{one.name}_key" if one.is_folded else one.name


def _kept_apart(sheet: str, evidence: _Evidence) -> Message:
    return say(
        "{count} ids of the sheet {sheet} were already known, but what stands beside them is different: they were "
        "taken for another numbering, and both are kept. If they are corrections, undo the earlier load first.",
        count=evidence.known,
        sheet=sheet,
    )
