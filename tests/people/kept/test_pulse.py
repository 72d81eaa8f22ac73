"""The pulse of a quarter is published once and stays so, whatever is loaded, undone or loaded again around it."""

import random
from collections.abc import Mapping
from datetime import date, datetime
from itertools import product

import pytest

from momentos.domain.errors import Refused
from momentos.domain.viewer import EVERYBODY, LEADS, OWNER, Viewer
from momentos.locales import translator
from momentos.people.kept.pulse import Publication, publications, publish, waiting
from momentos.people.meanings.pulse_groups import ITEMS, TOGETHER, Quarter
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit
from momentos.warehouse.undo import undo
from tests.warehouse.sheets import file_of, sheet_of

AT = datetime(2026, 7, 2, 9, 0)
FIRST = Quarter(2026, 1)
LEAD = Viewer("Marta", frozenset({LEADS}))


@pytest.fixture
def warehouse(tmp_path):
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


def answer(area, score=4.0, day=date(2026, 2, 10), **items):
    return {"answered_on": day, "area": area, **{item: items.get(item, float(score)) for item in ITEMS}}


def load(warehouse, tmp_path, rows):
    content = repr(sorted(map(repr, rows))).encode()
    return commit(warehouse, file_of(tmp_path, content=content), [sheet_of("pulse", rows)], author="ana", at=AT)[0]


def shown(warehouse) -> list[Publication]:
    with warehouse.cursor() as cursor:
        return publications(cursor)


def test_what_is_published_is_everybody_the_large_areas_and_the_rest_as_one(warehouse, tmp_path):
    rows = [answer("Caja", 5)] * 7 + [answer("caja ", 3)] * 2 + [answer("Tienda", 2)] * 5 + [answer("Reparto", 1)] * 2
    load(warehouse, tmp_path, rows)
    publish(warehouse, LEAD, FIRST, author="Ana", at=AT)
    (one,) = shown(warehouse)
    assert [(group.areas, group.n) for group in one.groups] == [
        ((), 16), (("Caja",), 9), (("Reparto", "Tienda"), 7),
    ]  # fmt: skip
    assert one.groups[1].sums["means"] == (41.0, 193.0)
    assert one.groups[2].sums[TOGETHER] == (12.0, 22.0)


def test_two_equal_answers_are_two_people(warehouse, tmp_path):
    assert load(warehouse, tmp_path, [answer("Caja")] * 6).loaded == 6


def test_only_whole_answers_count_and_an_item_nobody_was_asked_is_left_out(warehouse, tmp_path):
    rows = [answer("Caja", 4, pride=None)] * 6 + [answer("Caja", 4, pride=None, means=None)]
    load(warehouse, tmp_path, rows)
    publish(warehouse, LEAD, FIRST, author="Ana", at=AT)
    (one,) = shown(warehouse)
    assert (one.items, one.groups[0].n, set(one.groups[0].sums)) == (
        ("means", "support"), 6, {"means", "support", TOGETHER},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "author", "at"),
    [
        (4, "Ana", AT),
        (9, " ", AT),
        (9, "Ana", datetime(2026, 3, 31, 9, 0)),
    ],
)
def test_too_few_nobodys_and_unfinished_quarters_are_not_published(warehouse, tmp_path, rows, author, at):
    load(warehouse, tmp_path, [answer("Caja")] * rows)
    with pytest.raises(Refused):
        publish(warehouse, LEAD, FIRST, author=author, at=at)
    assert shown(warehouse) == []


def test_a_late_answer_changes_nothing_that_was_shown(warehouse, tmp_path):
    load(warehouse, tmp_path, [answer("Caja", 4)] * 9)
    publish(warehouse, LEAD, FIRST, author="Ana", at=AT)
    before = shown(warehouse)
    load(warehouse, tmp_path, [answer("Caja", 1)])
    assert shown(warehouse) == before
    with pytest.raises(Refused, match="not published twice"):
        publish(warehouse, LEAD, FIRST, author="Ana", at=AT)


def test_an_undone_load_takes_its_publication_away_and_no_other_version_takes_its_place(warehouse, tmp_path):
    rows = [answer("Caja", 4)] * 9
    outcome = load(warehouse, tmp_path, rows)
    publish(warehouse, LEAD, FIRST, author="Ana", at=AT)
    before = shown(warehouse)
    undo(warehouse, OWNER, outcome.load_id, author="ana", at=AT)
    assert shown(warehouse) == []

    again = load(warehouse, tmp_path, rows[:-1])
    assert shown(warehouse) == []
    with warehouse.cursor() as cursor:
        assert [(one.was_shown, one.is_ready) for one in waiting(cursor, AT.date())] == [(True, False)]
    with pytest.raises(Refused):
        publish(warehouse, LEAD, FIRST, author="Ana", at=AT)

    undo(warehouse, OWNER, again.load_id, author="ana", at=AT)
    load(warehouse, tmp_path, rows)
    assert [one.groups for one in shown(warehouse)] == [one.groups for one in before]


def test_nobody_can_work_out_a_small_group_from_all_that_was_ever_shown(tmp_path):
    """The attack: load, undo and publish at random, keep every group ever seen, add and subtract them in every way."""
    for seed in range(5):
        folder = tmp_path / str(seed)
        folder.mkdir()
        with Warehouse.open(folder / "momentos.duckdb") as warehouse:
            seen = _everything_seen(warehouse, folder, random.Random(seed))
        for members in seen.values():
            _attack(members)


def _everything_seen(warehouse, folder, chance: random.Random) -> Mapping[Quarter, set[tuple[int, frozenset[str]]]]:
    """By quarter, every group ever shown: its n, and the areas' answers it holds as they were loaded."""
    seen: dict[Quarter, set[tuple[int, frozenset[str]]]] = {}
    held: dict[str, list[str]] = {}
    number = 0
    for _ in range(14):
        step = chance.choice(["load", "load", "undo", "publish"])
        if step == "load":
            rows, names = [], []
            for area in "ABC":
                for _ in range(chance.choice([0, 1, 3, 5, 6])):
                    number += 1
                    quarter = chance.choice([1, 2])
                    rows.append(answer(area, 1 + number % 5, date(2026, 3 * quarter - 1, 1 + number % 27)))
                    names.append(f"{quarter}{area}{number}")
            if rows:
                held[load(warehouse, folder, rows).load_id] = names
        elif step == "undo" and held:
            load_id = chance.choice(sorted(held))
            undo(warehouse, OWNER, load_id, author="ana", at=AT)
            held.pop(load_id)
        elif step == "publish":
            for quarter in (Quarter(2026, 1), Quarter(2026, 2)):
                try:
                    publish(warehouse, LEAD, quarter, author="ana", at=AT)
                except Refused:
                    continue
                people = [name for names in held.values() for name in names if name[0] == str(quarter.number)]
                one = next(one for one in shown(warehouse) if one.quarter == quarter)
                for group in one.groups:
                    members = frozenset(name for name in people if not group.areas or name[1] in group.areas)
                    assert group.n == len(members)
                    seen.setdefault(quarter, set()).add((group.n, members))
        for one in shown(warehouse):
            known = {n for n, _ in seen[one.quarter]}
            assert {group.n for group in one.groups} <= known
    return seen


def _attack(members: set[tuple[int, frozenset[str]]]) -> None:
    groups = [names for _, names in members]
    everybody = sorted(frozenset().union(*groups))
    for signs in product((-1, 0, 1), repeat=len(groups)):
        left = [sum(sign * (name in group) for sign, group in zip(signs, groups, strict=True)) for name in everybody]
        if set(left) <= {0, 1} and any(left):
            assert sum(left) >= 5


def test_who_does_not_lead_publishes_no_pulse(warehouse, tmp_path):
    load(warehouse, tmp_path, [answer("Caja")] * 9)
    with pytest.raises(Refused):
        publish(warehouse, EVERYBODY, FIRST, author="Ana", at=AT)
    assert shown(warehouse) == []


def test_a_quarter_is_named_in_the_readers_words(warehouse):
    with pytest.raises(Refused) as refused:
        publish(warehouse, LEAD, Quarter(2026, 3), author="Ana", at=AT)
    assert "El trimestre T3 2026 no ha terminado" in refused.value.message.render(translator("es"))
