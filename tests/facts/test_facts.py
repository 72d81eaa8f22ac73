"""What every fact must keep, and what its dimensions are."""

from pathlib import Path

import pytest

from momentos.datasets import DATASETS
from momentos.domain.dimensions import THINGS, Dimension
from momentos.facts import FACTS, INTERACTIONS, METRICS, RESPONSES, Fact, dimensions_of
from momentos.facts.fact import Grain
from momentos.warehouse.connection import Warehouse

ALL = pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)


@ALL
def test_its_sql_gives_what_it_declares(tmp_path: Path, fact: Fact) -> None:
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse, warehouse.cursor() as cursor:
        given = {name for name, *_ in cursor.execute(f"describe ({fact.sql})").fetchall()}
    declared = {*fact.carries, *fact.measures, *(f"{name}_key" for name in fact.names)}
    always = {"record_key", "load_no", "occurred_at", *(["sheet"] if fact.is_surveyed else [])}
    assert given == declared | always


@ALL
def test_its_rows_come_from_datasets_that_date_them(fact: Fact) -> None:
    assert [name for name in fact.datasets if DATASETS[name].occurred is None] == []


@ALL
def test_it_counts_its_rows_under_its_own_name(fact: Fact) -> None:
    assert fact.measures[0] == fact.name


@ALL
def test_what_it_names_is_a_thing_or_a_dimension(fact: Fact) -> None:
    assert set(fact.names) <= {*THINGS, *map(str, Dimension)}


@ALL
def test_its_grains_are_of_what_it_names(fact: Fact) -> None:
    assert {dimension for grain in fact.grains for dimension in grain.dimensions} <= set(fact.dimensions)


def test_a_fact_has_the_dimensions_of_what_its_rows_name() -> None:
    bought = Fact("bought", "one purchase", ("purchases",), ("customer",), ("bought",), (Grain((Dimension.SEGMENT,)),))
    assert bought.dimensions == bought.offered == (Dimension.SEGMENT,)


def test_an_area_is_known_of_who_names_a_touchpoint_or_an_employee() -> None:
    for name in ("touchpoint", "employee"):
        visits = Fact("visits", "one visit", (), (name,), ("visits",), ())
        assert Dimension.AREA in visits.dimensions
    assert Dimension.AREA not in Fact("visits", "one visit", (), ("channel",), ("visits",), ()).dimensions


def test_the_reason_of_a_contact_is_its_own_and_that_of_a_survey_is_looked_up() -> None:
    assert Dimension.REASON in INTERACTIONS.dimensions
    assert Dimension.REASON in RESPONSES.offered
    assert Dimension.REASON not in RESPONSES.dimensions


def test_every_metric_of_service_can_be_asked_by_everything_but_periods() -> None:
    assert {len(dimensions_of(metric)) for metric in METRICS.values()} == {9}
