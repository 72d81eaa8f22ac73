"""``momentos priorities``: first what matters and fails, with its reason, then a budget by area."""

from datetime import datetime

import pytest

from momentos.domain.viewer import OWNER
from momentos.journey.kept.resource_plan import ResourcePlan, keep_plan
from momentos.warehouse.connection import Warehouse
from tests.terminal.terminal import Terminal

SPENDING = """Mes,Área,Tipo de gasto,Monto
01/01/2026,Caja,retención,300
01/01/2026,Logística,retención,100
"""


def shares(terminal: Terminal, *options: str) -> dict[str, dict]:
    return {row["area"]: row for row in terminal.json("priorities", *options)["areas"]}


def keep(terminal: Terminal, plan: ResourcePlan) -> None:
    with Warehouse.open(terminal.folder / "momentos.duckdb") as warehouse:
        keep_plan(warehouse, OWNER, plan, author="Ana", at=datetime(2026, 3, 1))


def test_every_touchpoint_has_a_reason_in_the_readers_language(company: Terminal) -> None:
    answer = company.json("priorities")
    assert {row["touchpoint"] for row in answer["rows"]} == {"Caja", "Entrega"}
    assert answer["basis"] == "assigned"
    reasons = {row["touchpoint"]: row["reason"] for row in answer["rows"]}
    assert reasons["Entrega"] == "Faltan 29 respuestas para juzgarlo: tiene 1, con nota 2,0."
    in_english = company.json("priorities", "--lang", "en")["rows"]
    assert {row["touchpoint"]: row["reason"] for row in in_english}["Entrega"].startswith("29 more answers are needed")


@pytest.fixture
def two_areas(terminal: Terminal) -> Terminal:
    """The till meets its target and the delivery misses it; both areas spend something."""
    points = "Etapa,Punto de contacto,Área,Impacto\nComprar,Caja,Caja,4\nRecibir,Entrega,Logística,5\n"
    surveys = "Encuesta,Fecha,Punto de contacto,Satisfacción\n" + "".join(
        f"R-{n},05/01/2026,{'Caja' if n % 2 else 'Entrega'},{5 if n % 2 else 2}\n" for n in range(1, 81)
    )
    files = {"puntos.csv": points, "encuestas.csv": surveys, "gasto.csv": SPENDING}
    terminal.json("import", "--day-first", *(terminal.write(name, text) for name, text in files.items()))
    return terminal


def test_a_budget_is_shared_by_area_beside_todays_spending(two_areas: Terminal) -> None:
    terminal = two_areas
    areas = shares(terminal, "--budget", "1000")
    assert {area: one["today"] for area, one in areas.items()} == {"Logística": 100, "Caja": 300}
    assert {area: one["proposed"] for area, one in areas.items()} == {"Logística": 850, "Caja": 150}
    assert shares(terminal, "--floor", "0")["Logística"]["proposed"] == 400
    assert shares(terminal, "--floor", "caja=100")["Caja"]["proposed"] == 300
    assert "Logística" in terminal.run("priorities").output

    keep(terminal, ResourcePlan(2000.0, 10.0, {"caja": 90.0}))
    assert {area: one["proposed"] for area, one in shares(terminal).items()} == {"Logística": 1730, "Caja": 270}
    assert shares(terminal, "--floor", "20")["Caja"]["floor"] == 60


def test_floors_above_the_budget_and_unknown_areas_are_refused(two_areas: Terminal) -> None:
    assert "suman más" in two_areas.run("priorities", "--budget", "10", "--floor", "100", status=1).stderr
    assert "Caja" in two_areas.run("priorities", "--floor", "Cocina=10", status=1).stderr
    two_areas.run("priorities", "--floor", "Caja=130", status=2)


def test_nothing_loaded_says_what_to_do(terminal: Terminal) -> None:
    assert "momentos import" in terminal.run("priorities").output


def test_a_target_outside_the_scale_is_wrong_usage(terminal: Terminal) -> None:
    terminal.run("priorities", "--target", "9", status=2)


def test_without_a_target_nothing_is_judged_and_a_trial_judges_all_without_being_kept(two_areas: Terminal) -> None:
    for row in two_areas.json("priorities")["rows"]:
        assert (row["target"], row["goal"], row["quadrant"]) == (None, 5, None)
    tried = two_areas.json("priorities", "--target", "4")["rows"]
    assert [(row["touchpoint"], row["target"], row["quadrant"]) for row in tried] == [
        ("Entrega", 4, "fix first"),
        ("Caja", 4, "keep up"),
    ]
    assert two_areas.json("priorities")["rows"][0]["target"] is None


def test_the_companys_target_orders_the_list_and_the_journey_says_the_same(two_areas: Terminal) -> None:
    two_areas.run("targets", "--set", "score=4", "--author", "Ana")
    listed = two_areas.json("priorities")["rows"]
    placed = {row["touchpoint"]: (row["priority"], row["quadrant"]) for row in two_areas.json("journey")["rows"]}
    assert placed == {row["touchpoint"]: (row["priority"], row["quadrant"]) for row in listed}
    assert [row["quadrant"] for row in listed] == ["fix first", "keep up"]
