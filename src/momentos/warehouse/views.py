"""The views: what is current, and what is measured. Made anew at every start, from the files in ``sql/``."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset
from momentos.facts import FACTS
from momentos.facts.interactions import DEFAULT_SERVICE_LEVEL_SECONDS
from momentos.facts.measured import view_of
from momentos.warehouse.dataset_tables import LOAD_COLUMNS, columns_of
from momentos.warehouse.history import SCREEN_EDIT

_FOLDER = Path(__file__).parent / "sql"


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def view_statements() -> list[str]:
    """Every statement that makes a view, each after those it reads from."""
    service_level = read_sql("service_level").format(default_seconds=DEFAULT_SERVICE_LEVEL_SECONDS)
    return [
        *(_described(dataset) for dataset in DATASETS.values() if dataset.is_of_things),
        *(_current(dataset) for dataset in DATASETS.values()),
        read_sql("same_names"),
        read_sql("people_seen"),
        read_sql("numbered_interactions"),
        service_level,
        *(view_of(fact) for fact in FACTS.values()),
        read_sql("reasons"),
        read_sql("known"),
    ]


def create_views(cursor: DuckDBPyConnection) -> None:
    for statement in view_statements():
        cursor.execute(statement)


def described(dataset: str) -> str:
    """The descriptions of things, each with what earlier ones say and it leaves out."""
    return f"described_{dataset}"


def _current(dataset: Dataset) -> str:
    rows = described(dataset.name) if dataset.is_of_things else dataset.name
    return (
        f"create or replace view current_{dataset.name} as"
        f" select * from {rows} where superseded_by is null and is_gone is not true"
    )


def _described(dataset: Dataset) -> str:
    """One row per row of the dataset, its empty fields filled from the load before it that says something there.

    A sheet that lacks a column, or leaves a cell empty, takes nothing away. What was drawn on a screen is meant whole:
    what it leaves empty is empty, and only what was said since fills it. The rows stay as they were said, so undoing
    a load needs to know nothing of this.
    """
    said = [column for column in columns_of(dataset) if column not in LOAD_COLUMNS]
    filled = [f"last_value({column} ignore nulls) over so_far as {column}" for column in said]
    columns = ",\n    ".join([*filled, *LOAD_COLUMNS])
    return f"""
        create or replace view {described(dataset.name)} as
        with told_again as (
            select distinct record_key from {dataset.name} where superseded_by is not null
        ),
        whole as (
            select load_no from loads where file_name = '{SCREEN_EDIT}'
        ),
        several as (
            select
                rows.*,
                count(whole.load_no) over (partition by record_key order by load_no) as drawing
            from {dataset.name} as rows
            semi join told_again using (record_key)
            left join whole using (load_no)
        )
        select {", ".join(columns_of(dataset))}
        from {dataset.name}
        anti join told_again using (record_key)
        union all
        select
    {columns}
        from several
        window so_far as (partition by record_key, drawing order by load_no)
    """
