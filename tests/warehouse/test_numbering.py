"""Ids that start again from 1: corrections of the earlier rows, or another survey?"""

from datetime import datetime
from typing import Any

from momentos.domain.viewer import OWNER
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.undo import undo
from tests.warehouse.conftest import Load
from tests.warehouse.content import current_content, whole_content
from tests.warehouse.sheets import NOON, sheet_of

Rows = list[dict[str, Any]]


def survey(year: int, count: int = 40, **changes: Any) -> Rows:
    """Answers numbered from 1, each year its own."""
    return [
        {
            "response": str(one),
            "answered_at": datetime(year, 5, 1 + one % 28),
            "customer": f"C{year}-{one}",
            "channel": "Web",
            "nps": float((one * year) % 11),
            **changes,
        }
        for one in range(1, count + 1)
    ]


def grid(rows: Rows, score: float) -> Rows:
    return [
        {"response": row["response"], "touchpoint": touchpoint, "score": score}
        for row in rows
        for touchpoint in ("Llegada", "Salida")
    ]


def test_another_survey_with_the_same_numbers_is_kept_beside_the_first(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("responses", survey(2017)))
    (outcome,) = load(sheet_of("responses", survey(2018)))

    assert (outcome.loaded, outcome.replaced) == (40, 0)
    assert "another numbering" in str(outcome.warnings[0])
    assert len(current_content(warehouse)["responses"]) == 80


def test_what_the_same_rows_say_of_touchpoints_goes_with_them(warehouse: Warehouse, load: Load) -> None:
    first, second = survey(2017), survey(2018)
    load(sheet_of("responses", first, more={"ratings": grid(first, 4.0)}))
    load(sheet_of("responses", second, more={"ratings": grid(second, 4.0)}))
    assert len(current_content(warehouse)["ratings"]) == 160


def test_corrections_replace_the_rows_they_correct(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("responses", survey(2017)))
    (outcome,) = load(sheet_of("responses", survey(2017, nps=5.0)))
    assert outcome.replaced >= 30
    assert outcome.warnings == ()
    assert len(current_content(warehouse)["responses"]) == 40


def test_a_corrected_second_survey_finds_its_own_rows(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("responses", survey(2017)))
    load(sheet_of("responses", survey(2018)))
    (outcome,) = load(sheet_of("responses", survey(2018, channel="Tienda")))

    assert (outcome.loaded, outcome.replaced, outcome.warnings) == (40, 40, ())
    assert len(current_content(warehouse)["responses"]) == 80
    (corrected_first,) = load(sheet_of("responses", survey(2017, count=5, channel="Tienda")))
    assert corrected_first.replaced == 5


def test_a_third_survey_gets_a_numbering_of_its_own_too(warehouse: Warehouse, load: Load) -> None:
    for year in (2017, 2018, 2019):
        load(sheet_of("responses", survey(year)))
    (again,) = load(sheet_of("responses", survey(2018)))
    assert again.unchanged == 40
    assert len(current_content(warehouse)["responses"]) == 120


def test_a_few_known_ids_are_taken_for_corrections(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("responses", survey(2017, count=29)))
    (outcome,) = load(sheet_of("responses", survey(2018, count=29)))
    assert outcome.replaced == 29


def test_a_numbering_of_its_own_is_undone_with_its_load(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("responses", survey(2017)))
    before = whole_content(warehouse)
    (second,) = load(sheet_of("responses", survey(2018)))
    undo(warehouse, OWNER, second.load_id, author="ana", at=NOON)
    assert whole_content(warehouse) == before


def test_undoing_the_load_that_found_a_numbering_leaves_it_to_those_that_use_it(
    warehouse: Warehouse, load: Load
) -> None:
    load(sheet_of("responses", survey(2017)))
    (second,) = load(sheet_of("responses", survey(2018)))
    load(sheet_of("responses", survey(2018, channel="Tienda")))
    undo(warehouse, OWNER, second.load_id, author="ana", at=NOON)
    (again,) = load(sheet_of("responses", survey(2018, channel="Tienda")))
    assert again.unchanged == 40


def test_people_described_anew_are_the_same_people(warehouse: Warehouse, load: Load) -> None:
    staff = [{"employee": f"E{one}", "area": "Caja", "site": "Centro"} for one in range(40)]
    load(sheet_of("employees", staff))
    (outcome,) = load(sheet_of("employees", [{**person, "area": "Piso", "site": "Norte"} for person in staff]))
    assert (outcome.replaced, outcome.warnings) == (40, ())
