"""What a load would replace outside the days it covers is said before it is loaded."""

from datetime import datetime
from pathlib import Path
from typing import Any

from momentos.domain.messages import Message
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import list_loads
from momentos.warehouse.loads import preview
from tests.warehouse.conftest import Load
from tests.warehouse.sheets import Row, file_of, sheet_of
from tests.warehouse.test_undo import undo_load


def days(month: int, *numbers: int, wait: float = 10.0) -> list[dict[str, Any]]:
    """Calls of the first days of a month, one a day, with these numbers."""
    return [
        {"interaction": f"{number}", "occurred_at": datetime(2026, month, day, 9), "wait_seconds": wait}
        for day, number in enumerate(numbers, start=1)
    ]


def foreseen(warehouse: Warehouse, folder: Path, *rows: list[Row], dataset: str = "interactions") -> list[Message]:
    sheets = [sheet_of(dataset, one, sheet=f"Hoja{place}") for place, one in enumerate(rows, start=1)]
    outcomes = preview(warehouse, file_of(folder, content=b"next"), sheets)
    return [danger for outcome in outcomes for danger in outcome.dangers]


def test_next_months_file_with_the_same_numbers_says_what_it_would_replace(
    warehouse: Warehouse, load: Load, tmp_path: Path
) -> None:
    load(sheet_of("interactions", days(4, 1, 2)))
    load(sheet_of("interactions", days(5, 3, 4, 5)))

    (danger,) = foreseen(warehouse, tmp_path, days(6, 1, 3, 5, 99))
    origins = "L00001 (datos.xlsx), L00002 (datos.xlsx)"
    assert danger.values == {"count": 3, "months": "04/2026, 05/2026", "loads": origins}


def test_a_corrected_file_of_the_same_days_replaces_without_a_word(
    warehouse: Warehouse, load: Load, tmp_path: Path
) -> None:
    load(sheet_of("interactions", days(5, 1, 2, 3)))
    assert foreseen(warehouse, tmp_path, days(5, 1, 2, 3, wait=20.0)) == []


def test_the_period_is_the_whole_files_and_rows_that_stay_as_they_are_count_for_it(
    warehouse: Warehouse, load: Load, tmp_path: Path
) -> None:
    load(sheet_of("interactions", days(4, 1, 2)))
    assert len(foreseen(warehouse, tmp_path, days(5, 1, 2))) == 1
    assert foreseen(warehouse, tmp_path, days(5, 1, 2), days(4, 8, 9)) == []


def test_what_an_undone_load_brought_or_replaced_never_counts(warehouse: Warehouse, load: Load, tmp_path: Path) -> None:
    load(sheet_of("interactions", days(4, 1)))
    (may,) = load(sheet_of("interactions", days(5, 1, 2)))
    undo_load(warehouse, may.load_id)
    (danger,) = foreseen(warehouse, tmp_path, days(6, 1, 2))
    assert danger.values == {"count": 1, "months": "04/2026", "loads": "L00001 (datos.xlsx)"}


def test_rows_that_only_go_count_too_and_stay_in_the_record_of_the_load(
    warehouse: Warehouse, load: Load, tmp_path: Path
) -> None:
    load(sheet_of("interactions", [*days(4, 1), *days(5, 1)]))
    (june,) = load(sheet_of("interactions", days(6, 1)))
    assert [one.values["count"] for one in june.dangers] == [2]
    with warehouse.cursor() as cursor:
        assert list_loads(cursor)[0].sheets[0].outcome == june


def test_a_sheet_without_dates_says_nothing(warehouse: Warehouse, load: Load, tmp_path: Path) -> None:
    load(sheet_of("customers", [{"customer": "C1", "segment": "Oro"}]))
    assert foreseen(warehouse, tmp_path, [{"customer": "C1", "segment": "Plata"}], dataset="customers") == []
    load(sheet_of("responses", [{"response": "R1", "csat": 4.0}]))
    assert foreseen(warehouse, tmp_path, [{"response": "R1", "csat": 5.0}], dataset="responses") == []


def test_what_replaced_events_said_and_the_sheet_lacks_is_told_field_by_field(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [{**one, "channel": "Web", "reason": None} for one in days(5, 1, 2)]))
    (later,) = load(sheet_of("interactions", days(5, 1, 3, wait=5.0)))
    assert [(one.values["count"], str(one.values["field"])) for one in later.warnings] == [(1, "Channel")]
