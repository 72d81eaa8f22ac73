"""No metric judges by a target that nobody set; one that somebody took is in every answer."""

from datetime import datetime
from pathlib import Path

import pytest

from momentos.domain.viewer import LEADS, Viewer
from momentos.facts import METRICS
from momentos.figures.measure import measured_metrics
from momentos.figures.monitor import monitor
from momentos.figures.taken_targets import take_target
from momentos.figures.targets import held_metrics
from momentos.warehouse.connection import Warehouse
from tests.figures.company import company, full_row

ANA = {"author": "Ana", "at": datetime(2026, 5, 3, 12)}
ANSWERS = [
    full_row("responses", answered_at=datetime(2026, 1 + month, 1 + day), csat=5.0 if day < 9 + month % 2 else 2.0)
    for month in range(6)
    for day in range(20)
]


def take(folder: Path, key: str, value: float) -> None:
    with Warehouse.open(folder / "company.duckdb") as warehouse:
        take_target(warehouse, Viewer("Ana", frozenset({LEADS})), key, value, **ANA)


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_what_the_trade_suggests_is_nobodys_target(tmp_path, metric) -> None:
    assert metric.target is None
    with company(tmp_path) as cursor:
        assert held_metrics(cursor)[metric.key].target is None


def test_without_a_target_a_control_chart_neither_draws_nor_assures_one(tmp_path) -> None:
    with company(tmp_path, responses=ANSWERS) as cursor:
        found = monitor(cursor, held_metrics(cursor)["csat"])
    assert (found.target, found.assurance) == (None, None)


def test_a_target_somebody_took_is_in_the_metrics_that_screens_and_commands_work_with(tmp_path) -> None:
    with company(tmp_path, responses=ANSWERS):
        pass
    take(tmp_path, "csat", 90)
    with company(tmp_path) as cursor:
        targets = {one.key: one.target for one in measured_metrics(cursor)}
        found = monitor(cursor, held_metrics(cursor)["csat"])
    assert targets == {"csat": 90, "score": None}
    assert (found.target, str(found.assurance)) == (90, "never met")
