"""Bringing a database file up to what this version of the program expects, after a backup of what it held."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset
from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.warehouse import dataset_tables, questionnaires, touched, views
from momentos.warehouse.backup import back_up
from momentos.warehouse.connection import Warehouse, one_value
from momentos.warehouse.failures import of_a_newer_version

_FOLDER = Path(__file__).parent / "migrations"

_MIGRATIONS_TABLE = """
    create table if not exists migrations (
        number integer not null,
        name varchar not null,
        made_at timestamp not null default current_localtimestamp()
    )
"""


@dataclass(frozen=True)
class Migration:
    """One numbered step, never edited once published."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """All steps in order, from ``migrations/<number>_<name>.sql``."""
    return tuple(
        Migration(int(path.stem[:4]), path.stem[5:], path.read_text(encoding="utf-8"))
        for path in sorted(_FOLDER.glob("[0-9]*.sql"))
    )


def bring_up_to_date(
    warehouse: Warehouse,
    steps: Sequence[Migration] | None = None,
    datasets: Mapping[str, Dataset] = DATASETS,
) -> None:
    """Take the steps not yet taken, add the columns newly declared, and make views and summaries fit them.

    All in one transaction, and nothing at all where nothing is declared otherwise. A file that already holds something
    is backed up before its tables change.
    Raises ``Refused`` for a file that a newer version has changed, or that is not ours.
    """
    steps = migrations() if steps is None else steps
    with warehouse.cursor() as cursor:
        taken = _taken(cursor)
        pending = [step for step in steps if step.number not in taken]
        is_new = not _tables(cursor)
        if not is_new and not taken:
            raise WrongInput(say("{file} holds other tables: it is not a Momentos database.", file=warehouse.path.name))
        if taken - {step.number for step in steps}:
            raise of_a_newer_version(warehouse.path)
        recipe = _recipe(datasets)
        if not pending and one_value(cursor, "select derived_from from state") == recipe:
            return
        if not is_new and (pending or dataset_tables.missing_columns(cursor, datasets)):
            back_up(warehouse)
        _change(cursor, pending, datasets, recipe)


def _recipe(datasets: Mapping[str, Dataset]) -> str:
    """A short text that changes whenever tables, hashes, views, names or summaries are declared otherwise, and with the
    DuckDB that made them: its ``hash``, by which people are followed, promises nothing from one version to another."""
    columns = [f"{name}: {dataset_tables.columns_of(dataset)}" for name, dataset in datasets.items()]
    made = [dataset_tables.hashing(datasets), *views.view_statements(), *touched.questions()]
    parts = [duckdb.__version__, *columns, *made]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _change(
    cursor: DuckDBPyConnection, pending: Sequence[Migration], datasets: Mapping[str, Dataset], recipe: str
) -> None:
    cursor.execute("begin")
    try:
        cursor.execute(_MIGRATIONS_TABLE)
        for step in pending:
            cursor.execute(step.sql)
            cursor.execute("insert into migrations (number, name) values (?, ?)", [step.number, step.name])
        dataset_tables.add_missing_columns(cursor, datasets)
        dataset_tables.hash_again(cursor, datasets)
        cursor.execute(views.read_sql("names"))
        cursor.execute(questionnaires.TABLE)
        views.create_views(cursor)
        touched.derive_again(cursor)
        cursor.execute("update state set derived_from = ?", [recipe])
        cursor.execute("commit")
    except BaseException:
        cursor.execute("rollback")
        raise


def _taken(cursor: DuckDBPyConnection) -> set[int]:
    if "migrations" not in _tables(cursor):
        return set()
    return {number for (number,) in cursor.execute("select number from migrations").fetchall()}


def _tables(cursor: DuckDBPyConnection) -> set[str]:
    rows = cursor.execute("select table_name from duckdb_tables() where database_name = current_database()")
    return {name for (name,) in rows.fetchall()}
