"""Which groups of a pulse may be shown: nobody can work out fewer than five people from them."""

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from momentos.people.meanings.pulse_groups import Quarter, groups

NAMES = "ABCDEFG"


@given(st.lists(st.integers(0, 14), min_size=1, max_size=6))
def test_no_sum_or_difference_of_what_is_shown_is_a_small_group(sizes: list[int]) -> None:
    """The attack: add and subtract the groups shown in every way; what remains whole people is nobody or five."""
    people = dict(zip(NAMES, sizes, strict=False))
    found = groups(people)
    if found is None:
        assert sum(sizes) < 5
        return
    shown = [tuple(people), *((area,) for area in found.shown)]
    if found.is_split and found.together:
        shown.append(found.together)
    rows = [[int(area in group) for area in people] for group in shown]
    for signs in product((-1, 0, 1), repeat=len(shown)):
        left = [sum(sign * row[place] for sign, row in zip(signs, rows, strict=True)) for place in range(len(people))]
        if set(left) <= {0, 1} and any(left):
            assert not 0 < sum(n for n, is_in in zip(people.values(), left, strict=True) if is_in) < 5


@given(st.lists(st.integers(0, 14), min_size=1, max_size=6))
def test_every_area_is_in_one_group_and_large_ones_are_not_hidden_without_need(sizes: list[int]) -> None:
    people = dict(zip(NAMES, sizes, strict=False))
    found = groups(people)
    if found is None:
        return
    assert sorted([*found.shown, *found.together]) == [area for area, n in people.items() if n]
    small = sum(n for n in sizes if n < 5)
    if small == 0 or small >= 5:
        assert set(found.shown) == {area for area, n in people.items() if n >= 5}


def test_one_small_area_takes_the_smallest_of_the_others_with_it() -> None:
    found = groups({"Caja": 9, "Tienda": 6, "Reparto": 2})
    assert found is not None
    assert (found.shown, found.together) == (("Caja",), ("Reparto", "Tienda"))


def test_a_quarter_knows_its_days() -> None:
    assert Quarter.of(date(2026, 3, 31)) == Quarter(2026, 1) == Quarter.from_key("2026-Q1")
    assert [Quarter(2026, number).last_day.isoformat() for number in (1, 2, 3, 4)] == [
        "2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31",
    ]  # fmt: skip
