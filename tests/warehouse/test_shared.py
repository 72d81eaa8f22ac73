"""Which interactions several people attended, whichever loads said so."""

from datetime import datetime

from momentos.domain.dimensions import Dimension
from momentos.domain.viewer import OWNER
from momentos.facts import INTERACTIONS, METRICS, RESPONSES, Fact
from momentos.figures.filters import Filters
from momentos.people.meanings.policy import Credit
from momentos.people.questions.credit import credited_sums, has_shared_cases
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.undo import undo
from tests.warehouse.conftest import Load
from tests.warehouse.content import assert_summaries_equal_facts
from tests.warehouse.sheets import sheet_of
from tests.warehouse.test_loads import MONDAY, TUESDAY, call

AT = datetime(2026, 6, 1, 9)
BEGUN, ENDED = call("T1", employee="Ana", resolved=False), call("T1", TUESDAY, employee="Luis", resolved=True)


def counted(warehouse: Warehouse, fact: Fact, key: str, credit: Credit) -> dict[str, tuple[float, float]]:
    """By person, the metric's numerator and denominator."""
    with warehouse.cursor() as cursor:
        rows = credited_sums(cursor, fact, METRICS[key], (Dimension.EMPLOYEE,), Filters(), credit)
    return {row.employee: (row.numerator, row.denominator) for row in rows.itertuples()}


def solved(warehouse: Warehouse, credit: Credit) -> dict[str, tuple[float, float]]:
    """By person, how many cases were solved of how many."""
    return counted(warehouse, INTERACTIONS, "resolution", credit)


def shared(warehouse: Warehouse) -> bool:
    with warehouse.cursor() as cursor:
        return has_shared_cases(cursor)


def test_a_case_whose_second_person_comes_with_a_later_file_is_shared_as_if_both_came_at_once(
    warehouse: Warehouse, load: Load
) -> None:
    load(sheet_of("interactions", [BEGUN]))
    assert not shared(warehouse)
    load(sheet_of("interactions", [BEGUN, ENDED]))

    assert shared(warehouse)
    assert solved(warehouse, Credit.LAST) == {"Luis": (1, 1)}
    assert solved(warehouse, Credit.FIRST) == {"Ana": (1, 1)}
    assert solved(warehouse, Credit.SHARED) == {"Ana": (0.5, 0.5), "Luis": (0.5, 0.5)}
    assert_summaries_equal_facts(warehouse, [INTERACTIONS])

    undo(warehouse, OWNER, "L00002", author="Marta", at=AT)
    assert not shared(warehouse)
    assert_summaries_equal_facts(warehouse, [INTERACTIONS])


def test_a_corrected_person_is_no_second_one(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [BEGUN, call("T2", employee="Rosa")]))
    load(sheet_of("interactions", [call("T1", employee="Luis", resolved=False)]))
    assert not shared(warehouse)


def numbered(at: datetime, employee: str, reason: str) -> list[dict[str, object]]:
    """Forty calls, counted from 1."""
    return [call(str(one), at, employee=employee, reason=reason, channel=reason) for one in range(1, 41)]


def test_a_survey_whose_number_two_cases_have_counts_as_it_is_written(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [*numbered(MONDAY, "Ana", "Pago"), call("40", TUESDAY, employee="Eva")]))
    survey = {"interaction": "40", "employee": "Eva", "answered_at": TUESDAY, "csat": 5.0}
    load(sheet_of("responses", [survey]))
    assert counted(warehouse, RESPONSES, "csat", Credit.FIRST) == {"Ana": (1, 1)}

    load(sheet_of("interactions", [*numbered(TUESDAY, "Luis", "Envío"), call("40", TUESDAY, employee="Iván")]))
    assert counted(warehouse, RESPONSES, "csat", Credit.FIRST) == {"Eva": (1, 1)}


def test_numbers_that_begin_again_are_other_cases(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", numbered(MONDAY, "Ana", "Pago")))
    load(sheet_of("interactions", numbered(TUESDAY, "Luis", "Envío")))
    assert not shared(warehouse)
    assert len(solved(warehouse, Credit.LAST)) == len(solved(warehouse, Credit.AS_WRITTEN))
    load(sheet_of("interactions", [*numbered(TUESDAY, "Luis", "Envío"), call("40", TUESDAY, employee="Eva")]))
    with warehouse.cursor() as cursor:
        (numbering,) = cursor.execute("select distinct numbering from shared_interactions").fetchone() or (None,)
    assert numbering not in (None, 0)
