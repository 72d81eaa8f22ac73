"""Conflicts: who settles them, inside which limit, and which customers come back."""

import random
from datetime import date, datetime, timedelta

import pytest

from momentos.domain.dimensions import Dimension
from momentos.figures.filters import Filters
from momentos.people.kept.authority import Authority
from momentos.people.questions.empowerment import Ending, came_back, proposed_conflicts, roles, settled
from tests.figures.company import company, full_row

STAFF = [
    full_row("employees", employee="E1", name="Ana", area="Caja", role="Cajera"),
    full_row("employees", employee="E2", name="Luis", area="Piso", role="Asesor"),
]
HELD = Authority({"CAJERA": 100.0}, ("Reclamo",))


def case(
    employee="E1", *, reason="Reclamo", first=True, escalated=False, reopened=False, resolved=True, paid=None, **more
):
    return full_row(
        "interactions",
        **{"occurred_at": datetime(2026, 3, 3), **more},
        employee=employee,
        reason=reason,
        first_contact=first,
        escalated=escalated,
        reopened=reopened,
        resolved=resolved,
        compensation=paid,
    )


def test_a_worked_example_of_who_settles_and_inside_which_limit(tmp_path):
    cases = [
        case(), case(paid=80.0), case(paid=150.0),
        case(reopened=True), case(first=None),
        case(first=False, escalated=True, paid=60.0), case(first=False, escalated=True, paid=300.0),
        case("E2", paid=500.0), case("E2", first=False),
        case(reason="Pago", paid=10.0), case(answered="no"),
    ]  # fmt: skip
    with company(tmp_path, employees=STAFF, interactions=cases) as cursor:
        (every,) = settled(cursor, Filters(), HELD)
        by_role = settled(cursor, Filters(), HELD, "role")
    assert every.n == 9
    assert (every.by_first.count, every.by_first.n) == (4, 8)
    assert (every.inside.count, every.inside.n) == (2, 3)
    assert (every.escalated_inside.count, every.escalated_inside.n) == (1, 2)
    assert (every.compensated.count, every.compensated.n) == (5, 9)
    assert (every.given, every.given_in_all) == (pytest.approx(218), 1090)
    assert every.of_limit == pytest.approx(100 * (0.8 + 1.5 + 0.6 + 3) / 4)
    assert [(one.name, one.n, one.inside.n) for one in by_role] == [("Cajera", 7, 3), ("Asesor", 2, 0)]


def test_without_a_column_of_compensation_limits_are_not_measurable(tmp_path):
    with company(tmp_path, employees=STAFF, interactions=[case(), case(first=False, escalated=True)]) as cursor:
        (every,) = settled(cursor, Filters(), HELD)
    assert (every.inside.value, every.escalated_inside.value, every.compensated.value, every.given) == (None,) * 4
    assert every.by_first.value == 50


def test_filters_hold_and_a_window_without_conflicts_says_so(tmp_path):
    cases = [case(), case("E2"), case(occurred_at=datetime(2026, 5, 1))]
    with company(tmp_path, employees=STAFF, interactions=cases) as cursor:
        march = Filters(date(2026, 3, 1), date(2026, 3, 31))
        assert settled(cursor, march, HELD)[0].n == 2
        assert settled(cursor, march.only(Dimension.AREA, "caja"), HELD)[0].n == 1
        assert settled(cursor, Filters(date(2027, 1, 1)), HELD) == ()


def test_until_the_company_says_which_reasons_sound_like_conflicts(tmp_path):
    cases = [case(reason=reason) for reason in ("Reclamos", "Pago", "Devolución parcial", "Customer complaint", "Duda")]
    with company(tmp_path, employees=STAFF, interactions=cases) as cursor:
        assert set(proposed_conflicts(cursor)) == {"Reclamos", "Devolución parcial", "Customer complaint"}
        assert settled(cursor, Filters(), Authority())[0].n == 3
        assert roles(cursor) == ["Asesor", "Cajera"]


def customers(shares, each=200, seed=1):
    """Conflicts of so many customers a way of ending, who come back with these shares; purchases go on for months."""
    chance = random.Random(seed)
    cases, bought = [], []
    ways = {
        Ending.AT_ONCE: {"first": True, "resolved": True},
        Ending.LATER: {"first": False, "resolved": True},
        Ending.NEVER: {"first": False, "resolved": False},
    }
    for ending, share in shares.items():
        for number in range(each):
            name = f"{ending}{number}"
            cases.append(case(customer=name, **ways[ending]))
            cases.append(case(customer=name, occurred_at=datetime(2026, 4, 4), **ways[Ending.AT_ONCE]))
            bought.append(full_row("purchases", customer=name, occurred_on=date(2025, 12, 1), amount=9.0))
            if chance.random() < share:
                after = date(2026, 3, 3) + timedelta(days=chance.randrange(1, 90))
                bought.append(full_row("purchases", customer=name, occurred_on=after, amount=9.0))
    bought.append(full_row("purchases", customer="otra", occurred_on=date(2026, 8, 1), amount=9.0))
    return {"employees": STAFF, "interactions": cases, "purchases": bought}


def test_customers_who_come_back_less_when_nothing_is_solved_are_found(tmp_path):
    rows = customers({Ending.AT_ONCE: 0.6, Ending.LATER: 0.6, Ending.NEVER: 0.3})
    with company(tmp_path, **rows) as cursor:
        at_once, later, never = came_back(cursor, Filters(), HELD)
    assert [one.came.n for one in (at_once, later, never)] == [200, 200, 200]
    assert at_once.beside is None
    assert not later.beside.is_real
    assert never.beside.is_real
    assert -45 < never.beside.difference < -15


def test_where_all_come_back_alike_no_difference_is_claimed(tmp_path):
    rows = customers({Ending.AT_ONCE: 0.5, Ending.LATER: 0.5, Ending.NEVER: 0.5})
    with company(tmp_path, **rows) as cursor:
        _, later, never = came_back(cursor, Filters(), HELD)
    assert not later.beside.is_real
    assert not never.beside.is_real


def test_a_purchase_dated_beyond_today_does_not_say_that_nobody_came_back(tmp_path):
    yesterday = datetime.now() - timedelta(days=1)
    rows = customers({Ending.AT_ONCE: 0.5, Ending.NEVER: 0.5}, each=25)
    rows["interactions"] = [{**one, "occurred_at": yesterday} for one in rows["interactions"]]
    later = (yesterday + timedelta(days=200)).date()
    rows["purchases"].append(full_row("purchases", customer="otra", occurred_on=later, amount=9.0))
    with company(tmp_path, **rows) as cursor:
        assert came_back(cursor, Filters(), HELD) == ()


def test_conflicts_too_near_the_end_of_purchases_and_missing_purchases_say_nothing(tmp_path):
    rows = customers({Ending.AT_ONCE: 0.5, Ending.NEVER: 0.5}, each=5)
    with company(tmp_path, **rows) as cursor:
        at_once, later, never = came_back(cursor, Filters(), HELD)
        assert (at_once.missing, later.missing, never.missing) == (15, 20, 15)
        assert came_back(cursor, Filters(), HELD, days=300) == ()
    (tmp_path / "without").mkdir()
    with company(tmp_path / "without", employees=STAFF, interactions=rows["interactions"]) as cursor:
        assert came_back(cursor, Filters(), HELD) == ()
