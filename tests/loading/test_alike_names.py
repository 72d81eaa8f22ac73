"""Names that may be one, each kind looked at as it deserves."""

from momentos.loading.alike_names import asked_of, may_be_one, names_in
from momentos.loading.same_names import Named, SameName
from tests.warehouse.sheets import NOON, sheet_of


def asked(named: Named, written: dict[str, int], known: tuple[str, ...] = ()) -> bool:
    return bool(may_be_one(named, written, known))


def test_a_letter_that_differs_is_asked_about_and_another_name_is_not() -> None:
    assert asked(Named.AREA, {"Facturación": 9, "Facturacion": 1})
    assert not asked(Named.AREA, {"Facturación": 9, "Logística": 1})


def test_a_name_in_use_already_is_a_reason_to_ask() -> None:
    assert asked(Named.TOUCHPOINT, {"Pago en caga": 1}, ("Pago en caja",))
    assert not asked(Named.TOUCHPOINT, {"Pago en caga": 1})


def test_what_somebody_said_already_is_not_asked_again() -> None:
    sheets = [sheet_of("employees", [{"employee": "Lucía Bernal"}, {"employee": "Lucia Bernal"}])]
    decided = [SameName(1, Named.EMPLOYEE, " LUCIA  bernal", "Lucía Bernal", "Ana", NOON)]
    of_an_area = [SameName(1, Named.AREA, "Lucia Bernal", "Lucía Bernal", "Ana", NOON)]
    assert asked_of(sheets, Named.EMPLOYEE, (), [])
    assert asked_of(sheets, Named.EMPLOYEE, (), of_an_area)
    assert not asked_of(sheets, Named.EMPLOYEE, (), decided)


def test_names_are_counted_where_their_kind_is_written() -> None:
    sheets = [
        sheet_of("employees", [{"employee": "E1", "area": "Caja"}, {"employee": "E2", "area": "Caja"}]),
        sheet_of("interactions", [{"occurred_at": NOON, "employee": "E1", "channel": "Tienda"}]),
    ]
    assert names_in(sheets, Named.AREA) == {"Caja": 2}
    assert names_in(sheets, Named.CHANNEL) == {"Tienda": 1}
    assert names_in(sheets, Named.EMPLOYEE) == {"E1": 2, "E2": 1}
