"""Which days a change touched, fact by fact, and bringing names and summaries up to date with it."""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.domain.dimensions import THINGS
from momentos.facts import FACTS
from momentos.warehouse import authors, passages, questionnaires, shared, shown_names, summaries

_SHOWN = {*THINGS.values(), *(name for fact in FACTS.values() for name in fact.datasets)}
"""The datasets whose rows decide how touchpoints, people, channels… are shown."""

_SURVEYS = {name for fact in FACTS.values() if fact.is_surveyed for name in fact.datasets}


def note_touched_days(cursor: DuckDBPyConnection, dataset: str, load_no: int) -> None:
    """Remember the days of the rows that the load brought, or took the place of. Call before they are deleted."""
    occurred = DATASETS[dataset].occurred
    counted = [fact.name for fact in FACTS.values() if dataset in fact.datasets]
    if not counted or occurred is None:
        return
    cursor.execute("create temp table if not exists touched (fact varchar, day date)")
    for fact in counted:
        cursor.execute(
            f"insert into touched select distinct ?, {occurred}::date from {dataset}"
            " where load_no = ? or superseded_by = ?",
            [fact, load_no, load_no],
        )


def derive_again(cursor: DuckDBPyConnection) -> None:
    """Make all that is worked out from the rows and the journal anew, as this version declares it."""
    questionnaires.make_again(cursor)
    summaries.make_again(cursor)
    passages.make_again(cursor)
    shared.make_again(cursor)
    authors.make_again(cursor)


def questions() -> list[str]:
    """What all that is worked out from the rows is filled from."""
    of_facts = (passages.QUESTION, shared.QUESTION, questionnaires.QUESTION)
    return [*shown_names.questions(), *summaries.questions(), *of_facts]


def refresh_derived(cursor: DuckDBPyConnection, datasets: Iterable[str]) -> None:
    """Make names and summaries agree again with the rows, after the noted days of these datasets changed."""
    changed = set(datasets)
    cursor.execute("create temp table if not exists touched (fact varchar, day date)")
    cursor.execute("create or replace temp table touched_days as select distinct day from touched")
    if cursor.execute("from touched_days limit 1").fetchone():
        passages.refresh_days(cursor, "touched_days")
    renamed = shown_names.refresh_names(cursor) if changed & _SHOWN else set()
    is_retold = bool(changed & _SURVEYS) and questionnaires.look_again(cursor)
    if renamed - {"customer_names"}:
        summaries.refresh_all(cursor)
        return
    if is_retold:
        summaries.refresh_surveys(cursor)
    if "customers" in changed:
        summaries.refresh_of_customers(cursor)
    for fact in FACTS.values():
        cursor.execute(
            "create or replace temp table touched_days as select distinct day from touched where fact = ?", [fact.name]
        )
        if cursor.execute("from touched_days limit 1").fetchone():
            summaries.refresh_days(cursor, fact, "touched_days")
