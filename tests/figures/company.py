"""Small companies for tests: rows as plain dictionaries, put into a warehouse of their own."""

import random
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from momentos.datasets import DATASETS
from momentos.warehouse import touched
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.dataset_tables import ARROW_TYPES, COLUMN_TYPES, folded_fields
from momentos.warehouse.folding import fold_column

Rows = Sequence[Mapping[str, Any]]


@contextmanager
def company(folder: Path, **rows: Rows):
    """A cursor on a warehouse that holds these rows: ``company(tmp_path, responses=[{"csat": 5}])``."""
    with Warehouse.open(folder / "company.duckdb") as warehouse:
        with warehouse.transaction() as cursor:
            for dataset, some in rows.items():
                insert(cursor, dataset, some)
            touched.derive_again(cursor)
        with warehouse.cursor() as cursor:
            yield cursor


def insert(cursor: Any, dataset: str, rows: Rows) -> None:
    """Rows as a load would leave them; fields that are not given are empty."""
    stored = DATASETS[dataset].stored
    unknown = {name for row in rows for name in row} - {field.name for field in stored}
    assert not unknown, f"{dataset} has no {unknown}"
    columns = {
        field.name: pa.array([row.get(field.name) for row in rows], ARROW_TYPES[COLUMN_TYPES[field.type]])
        for field in stored
    }
    keys = {f"{field.name}_key": fold_column(columns[field.name]) for field in folded_fields(DATASETS[dataset])}
    places = pa.array(range(1, len(rows) + 1), pa.int32())
    table = pa.table(
        {
            **columns,
            **keys,
            "load_no": pa.array([1] * len(rows), pa.int32()),
            "sheet": pa.array(["Hoja1"] * len(rows)),
            "row_number": places,
            "record_key": places,
            "content_hash": places,
            "superseded_by": pa.nulls(len(rows), pa.int32()),
        }
    )
    cursor.register("given", table)
    cursor.execute(f"insert into {dataset} by name from given")
    cursor.unregister("given")


def full_row(dataset: str, **given: Any) -> dict[str, Any]:
    """A row with every stored field, empty unless given."""
    return {**{field.name: None for field in DATASETS[dataset].stored}, **given}


def invented_company(seed: int = 7, cases: int = 400) -> dict[str, list[dict[str, Any]]]:
    """Every dataset, with the holes, the odd spellings and the unlisted names of real sheets."""
    chance = random.Random(seed)
    touchpoints = [
        full_row("touchpoints", touchpoint="T1", name="Entra", stage="Llegar", position=1.0, area="Piso", impact=3.0),
        full_row("touchpoints", touchpoint="T2", name="Paga", stage="Comprar", position=2.0, area="Caja", impact=5.0),
        full_row("touchpoints", touchpoint="Espera", stage="Recibir", position=3.0, impact=4.0),
    ]
    employees = [
        full_row("employees", employee="E1", name="Ana Ruiz", area="Caja", supervisor="Marta", site="Centro"),
        full_row("employees", employee="E2", name="Luis Mora", area="Piso", supervisor="Marta", site="Norte"),
        full_row("employees", employee="E3", name="Iván Peña", supervisor="Raúl", site="Norte"),
    ]
    customers = [
        full_row("customers", customer=f"C{number}", segment=("Frecuente", "Nuevo", None)[number % 3])
        for number in range(12)
    ]
    whose = ["E1", "ANA  RUIZ", "e2", "Luis Mora", "E3", "Pedro Suelto", None]
    where = ["T1", "entra", "T2", "Paga", "espera", "Reclama", None]

    def some(values: Sequence[Any]) -> Any:
        return chance.choice(values)

    def moment() -> datetime:
        return datetime(2025, 11, 20) + timedelta(minutes=chance.randrange(200 * 24 * 60))

    def seconds(longest: int) -> float | None:
        return some([None, 0.0, float(chance.randrange(longest)), float(chance.randrange(longest))])

    interactions = [
        full_row(
            "interactions",
            interaction=f"I{number}",
            occurred_at=moment(),
            customer=some(["C1", "c2", "C3", "C11", "X9", None]),
            employee=some(whose),
            touchpoint=some(where),
            channel=some(["Tienda", "Teléfono", None]),
            reason=some(["Consulta", "Reclamo", None]),
            wait_seconds=seconds(60),
            handle_seconds=seconds(900),
            resolution_seconds=seconds(90_000),
            answered=some(["yes", "yes", "no", "other", None]),
            resolved=some([True, True, False, None]),
            first_contact=some([True, False, None]),
            escalated=some([True, False, False, None]),
            reopened=some([True, False, False, None]),
        )
        for number in range(cases)
    ]
    responses = [
        full_row(
            "responses",
            response=f"R{number}",
            answered_at=some([moment(), moment(), moment(), None]),
            customer=some(["C1", "C2", "C4", None]),
            employee=some(whose),
            touchpoint=some(where),
            channel=some(["Tienda", "Web", None]),
            nps=some([None, *map(float, range(11))]),
            csat=some([None, 1.0, 2.0, 3.0, 4.0, 5.0, 4.5]),
            ces=some([None, *map(float, range(1, 8))]),
        )
        for number in range(cases)
    ]
    ratings = [
        full_row(
            "ratings",
            response=f"R{chance.randrange(cases)}",
            answered_at=moment(),
            touchpoint=some(where[:-1]),
            employee=some(whose),
            channel=some(["Tienda", None]),
            score=some([1.0, 2.0, 3.0, 4.0, 5.0]),
        )
        for _ in range(cases)
    ]
    return {
        "touchpoints": touchpoints,
        "employees": employees,
        "customers": customers,
        "interactions": interactions,
        "responses": responses,
        "ratings": ratings,
    }


FIRST_DAY, LAST_DAY = date(2025, 11, 20), date(2026, 6, 8)
