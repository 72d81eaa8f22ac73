"""The views: what is current, and what is measured. Made anew at every start, from the files in ``sql/``."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.domain.metrics import DEFAULT_SERVICE_LEVEL_SECONDS, Fact

_FOLDER = Path(__file__).parent / "sql"


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def view_statements() -> list[str]:
    """Every statement that makes a view, each after those it reads from."""
    service_level = read_sql("service_level").format(default_seconds=DEFAULT_SERVICE_LEVEL_SECONDS)
    return [
        *(_current(name) for name in DATASETS),
        read_sql("same_names"),
        read_sql("people_seen"),
        read_sql("numbered_interactions"),
        service_level,
        *(read_sql(f"{fact}_measured") for fact in Fact),
        read_sql("reasons"),
        read_sql("known"),
    ]


def create_views(cursor: DuckDBPyConnection) -> None:
    for statement in view_statements():
        cursor.execute(statement)


def _current(dataset: str) -> str:
    return f"create or replace view current_{dataset} as select * from {dataset} where superseded_by is null"
