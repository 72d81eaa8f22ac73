"""Two spellings of one person: merged by a word, in every figure, and taken back."""

import pytest

from momentos.datasets.checked import CheckedSheet
from momentos.domain.dimensions import Dimension
from momentos.domain.errors import WrongInput
from momentos.domain.viewer import OWNER
from momentos.facts import METRICS
from momentos.figures.measure import measure
from momentos.journey.questions.spending import monthly_spending
from momentos.loading.same_names import Named, said, say_apart, say_same, undeclared_areas, written_names
from momentos.warehouse.connection import Warehouse
from tests.warehouse.conftest import Load
from tests.warehouse.sheets import NOON, Row, sheet_of

SAME = [("Tomas Gil", "Tomás Gil")]


def interactions(*rows: Row) -> CheckedSheet:
    return sheet_of("interactions", rows)


@pytest.fixture
def two_spellings(warehouse: Warehouse, load: Load) -> Warehouse:
    load(
        interactions(
            {"occurred_at": NOON, "employee": "Tomás Gil"},
            {"occurred_at": NOON, "employee": "Tomas Gil"},
            {"occurred_at": NOON, "employee": "Tomas Gil"},
            {"occurred_at": NOON, "employee": "Ana Paz"},
        )
    )
    return warehouse


def by_person(warehouse: Warehouse) -> dict[str, float]:
    with warehouse.cursor() as cursor:
        found = measure(cursor, METRICS["interactions"], [Dimension.EMPLOYEE])
    return dict(zip(found[Dimension.EMPLOYEE], found["value"], strict=True))


def test_names_said_to_be_one_are_counted_as_one(two_spellings: Warehouse) -> None:
    say_same(two_spellings, OWNER, Named.EMPLOYEE, SAME, author="ana", at=NOON)

    assert by_person(two_spellings) == {"Ana Paz": 1, "Tomás Gil": 3}
    with two_spellings.cursor() as cursor:
        assert written_names(cursor, Named.EMPLOYEE) == {"Ana Paz": 1, "Tomás Gil": 3}


def test_taking_it_back_tells_them_apart_again(two_spellings: Warehouse) -> None:
    (decision,) = say_same(two_spellings, OWNER, Named.EMPLOYEE, SAME, author="ana", at=NOON)

    say_apart(two_spellings, OWNER, decision.entry_no, author="ana", at=NOON)

    assert by_person(two_spellings) == {"Ana Paz": 1, "Tomas Gil": 2, "Tomás Gil": 1}
    with two_spellings.cursor() as cursor:
        assert said(cursor) == []


def test_the_decision_holds_for_what_is_loaded_later(two_spellings: Warehouse, load: Load) -> None:
    say_same(two_spellings, OWNER, Named.EMPLOYEE, SAME, author="ana", at=NOON)

    load(interactions({"occurred_at": NOON, "employee": "tomas  gil", "channel": "Web"}))

    assert by_person(two_spellings) == {"Ana Paz": 1, "Tomás Gil": 4}


def test_a_name_cannot_be_shown_as_one_that_is_shown_as_it(two_spellings: Warehouse) -> None:
    say_same(two_spellings, OWNER, Named.EMPLOYEE, SAME, author="ana", at=NOON)

    with pytest.raises(WrongInput, match="one name already"):
        say_same(two_spellings, OWNER, Named.EMPLOYEE, [("Tomás Gil", "Tomas Gil")], author="ana", at=NOON)


def by(warehouse: Warehouse, dimension: Dimension) -> dict[str, float]:
    with warehouse.cursor() as cursor:
        found = measure(cursor, METRICS["interactions"], [dimension])
    return dict(zip(found[dimension], found["value"], strict=True))


STAFF = [
    {"employee": "E1", "area": "Ventas", "site": "Norte", "supervisor": "Luz Gil"},
    {"employee": "E2", "area": "Venta", "site": "Nrote", "supervisor": "Lúz Gil"},
]
CALLS = [
    {"occurred_at": NOON, "employee": "E1", "channel": "Teléfono", "reason": "Reclamo"},
    {"occurred_at": NOON, "employee": "E2", "channel": "Telefono", "reason": "Reclamos"},
]


@pytest.mark.parametrize(
    ("named", "written", "shown"),
    [
        (Named.AREA, "Venta", "Ventas"),
        (Named.SITE, "Nrote", "Norte"),
        (Named.SUPERVISOR, "Lúz Gil", "Luz Gil"),
        (Named.CHANNEL, "Telefono", "Teléfono"),
        (Named.REASON, "Reclamos", "Reclamo"),
    ],
)
def test_areas_channels_and_the_like_are_merged_and_told_apart_too(
    warehouse: Warehouse, load: Load, named: Named, written: str, shown: str
) -> None:
    load(sheet_of("employees", STAFF), interactions(*CALLS))
    dimension = Dimension(named)
    assert by(warehouse, dimension) == {written: 1, shown: 1}

    (decision,) = say_same(warehouse, OWNER, named, [(written, shown)], author="ana", at=NOON)

    assert by(warehouse, dimension) == {shown: 2}
    with warehouse.cursor() as cursor:
        assert written_names(cursor, named) == {shown: 2}

    say_apart(warehouse, OWNER, decision.entry_no, author="ana", at=NOON)

    assert by(warehouse, dimension) == {written: 1, shown: 1}


def test_an_area_that_only_money_is_spent_under_is_told_until_it_is_another(warehouse: Warehouse, load: Load) -> None:
    spent = [
        {"month": NOON.date().replace(day=1), "area": area, "kind": "acquire", "amount": 100.0}
        for area in ("Ventas", "Bentas")
    ]
    load(sheet_of("employees", STAFF), sheet_of("spending", spent))
    with warehouse.cursor() as cursor:
        assert undeclared_areas(cursor) == {"Bentas": 1}

    say_same(warehouse, OWNER, Named.AREA, [("Bentas", "Ventas")], author="ana", at=NOON)

    with warehouse.cursor() as cursor:
        assert undeclared_areas(cursor) == {}
        assert monthly_spending(cursor) == {"Ventas": 200}
