"""Which texts mean which employee."""

from pathlib import Path

from momentos.warehouse import authors
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.migrate import bring_up_to_date
from momentos.warehouse.shown_names import employees_meant
from tests.figures.company import company


def test_codes_names_and_names_as_they_are_shown_mean_their_employee(tmp_path: Path) -> None:
    staff = [
        {"employee": "E1", "name": "Ana Ruiz"},
        {"employee": "E2", "name": "ANA  Ruiz"},
        {"employee": "E3", "name": "Luis Mora"},
    ]
    with company(tmp_path, employees=staff) as cursor:
        meant = employees_meant(cursor)
    assert meant["e1"] == {"e1"}
    assert meant["ana ruiz (e1)"] == {"e1"}
    assert meant["luis mora"] == meant["e3"] == {"e3"}
    assert "ana ruiz" not in meant


def test_whoever_signed_before_their_texts_were_kept_folded_is_known_from_the_next_opening(
    warehouse: Warehouse,
) -> None:
    with warehouse.transaction() as cursor:
        cursor.execute("insert into journal values (1, 'target', 'csat', '{}', ' ANA  Gil', now()::timestamp, null)")
        cursor.execute("update state set derived_from = null")
    bring_up_to_date(warehouse)
    with warehouse.cursor() as cursor:
        assert cursor.execute(f"from {authors.TABLE}").fetchall() == [(" ANA  Gil", "ana gil")]
