"""The slips of the hand that the tests are tried with: each is one changed line that still is Python."""

import ast

import pytest

from tests.mutants import choose, group_of
from tests.mutations import mutations_of
from tests.nearness import Tree
from tests.tree import ROOT

TREE = Tree(ROOT)


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("is_due = day < today", ["is_due = day <= today"]),
        ("known = name not in names", ["known = name in names"]),
        ("both = a and b or c", ["both = a or b or c", "both = a and b and c"]),
        ("rest = (whole) - part", ["rest = (whole) + part"]),
        ("least = 30", ["least = 31"]),
        ("is_open = not closed", ["is_open = closed"]),
        ("call(1)", ["pass", "call(2)"]),
        ("def f(n: int = 3) -> int:\n    return n", ["def f(n: int = 4) -> int:\n    return n", "def f(n: int = 3) -> int:\n    return None"]),
        ("if x:\n    y()", ["if False:\n    y()", "if x:\n    pass"]),
        ("año = «ñ» if False else 1".replace("«ñ»", "'ñ'"), ["año = 'ñ' if True else 1", "año = 'ñ' if False else 2"]),
    ],
)  # fmt: skip
def test_each_change_is_one_that_a_hand_could_have_slipped_to(source: str, changed: list[str]) -> None:
    assert [one.apply(source) for one in mutations_of(source)] == changed


@pytest.mark.parametrize(
    "source",
    [
        '"""Says 3 > 2."""',
        "from x import y",
        "if TYPE_CHECKING:\n    n = 3",
        'if __name__ == "__main__":\n    main()',
        "@cache(3)\ndef f() -> None:\n    return",
        'text = f"{n:.2f}"',
        "width: Literal[3] = w",
    ],
)
def test_what_says_nothing_to_a_program_is_left_as_it_is(source: str) -> None:
    assert mutations_of(source) == []


def test_numbers_that_only_move_what_is_drawn_stay_and_those_compared_change() -> None:
    source = "size = 12 if n > 5 else 14"
    changed = [one.apply(source) for one in mutations_of(source, with_numbers=False)]
    assert changed == ["size = 12 if False else 14", "size = 12 if n >= 5 else 14", "size = 12 if n > 6 else 14"]


def test_places_are_the_same_each_time_spread_over_files_and_still_python() -> None:
    chosen = choose(TREE, 200, "")
    assert [str(one) for one in chosen] == [str(one) for one in choose(TREE, 200, "")]
    assert len(chosen) == 200
    assert len({one.path for one in chosen}) > 150
    assert {one.group for one in chosen} == {"ground", "questions", "words", "screens"}
    for one in chosen:
        before, after = TREE.sources[one.path].splitlines(), one.mutation.apply(TREE.sources[one.path])
        ast.parse(after)
        differing = [at for at, (old, new) in enumerate(zip(before, after.splitlines(), strict=True)) if old != new]
        assert differing == [one.mutation.line - 1]


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("src/momentos/people/words/card.py", "words"),
        ("src/momentos/people/questions/card.py", "questions"),
        ("src/momentos/queries/card.py", "questions"),
        ("src/momentos/people/screen/card.py", "screens"),
        ("src/momentos/ui/card.py", "screens"),
        ("pages/people/card.py", "screens"),
        ("src/momentos/people/kept/card_remarks.py", "ground"),
    ],
)
def test_each_file_is_of_the_group_its_folder_says(path: str, group: str) -> None:
    assert group_of(path) == group
