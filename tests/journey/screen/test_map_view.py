"""The map: beside another period, and the moments of truth by rule and by the data."""

from datetime import datetime

from tests.journey.screen.pages import cells, said
from tests.screen.test_findings import GOOD, answers, point
from tests.screen.test_pages import load


def of_month(month: int, *scores: float) -> list[dict]:
    given = answers("Caja", *scores)
    return [
        {**one, "response": f"{month}-{at}", "answered_at": datetime(2026, month, 5)} for at, one in enumerate(given)
    ]


def test_a_fall_beyond_chance_is_said_beside_the_period_before(screen, database):
    load(database, "touchpoints", [point("Caja", 3)])
    load(database, "responses", [*of_month(3, *[5.0] * 40), *of_month(4, *[1.0, 5.0] * 20)])

    app = screen("journey.py", period="custom", dates=["2026-04-01", "2026-04-30"], against="before", map_metric="csat")

    assert {"50,0 % · n = 40", "100,0 % · n = 40", "sí"} <= cells(app)


def test_where_there_is_nothing_to_compare_with_that_is_said(screen, database):
    load(database, "touchpoints", [point("Caja", 3)])
    load(database, "responses", of_month(4, *GOOD))

    app = screen("journey.py", period="custom", dates=["2026-04-01", "2026-04-30"], against="before", map_metric="csat")

    assert "Ahí no hay con qué comparar." in said(app)


def test_a_moment_of_truth_by_rule_waits_for_the_data(screen, database):
    load(database, "touchpoints", [point("Caja", 5), point("Web", 2)])
    load(database, "responses", of_month(4, *GOOD))

    assert "**Por regla; los datos no alcanzan para decirlo**  \nCaja" in said(screen("journey.py", period="all"))


def test_without_any_moment_of_truth_it_is_said_what_the_data_do_not_show(screen, database):
    load(database, "touchpoints", [point("Caja", 3), point("Web", 2)])
    load(database, "responses", of_month(4, *GOOD))

    assert "falta saber por los datos el peso de 2 de los 2." in said(screen("journey.py", period="all"))
