"""Which tests are quick ones: the nearest to what changed, as many as there is time for."""

from pathlib import Path

import pytest

from tests.nearness import Near, Tree
from tests.quick import select

FILES = {
    "src/shop/prices.py": "",
    "src/shop/till.py": "from shop import prices",
    "src/shop/names.py": "from pathlib import Path\nFOLDER = Path('sql')\nread_sql('labels')",
    "src/shop/words.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from shop import prices",
    "src/shop/sql/labels.sql": "select 1",
    "pages/sale.py": "from shop.till import pay",
    "tests/conftest.py": "",
    "tests/helper.py": "import shop.words",
    "tests/shop/test_prices.py": "",
    "tests/shop/test_till.py": "def test_it():\n    from shop.till import pay",
    "tests/shop/test_names.py": "from shop import names",
    "tests/test_speech.py": "from tests.helper import one",
    "tests/test_pages.py": 'PAGES = ["sale.py"]\nopen("sale.py")',
}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return Tree(tmp_path)


@pytest.mark.parametrize(
    ("changed", "near"),
    [
        ("src/shop/prices.py", [("shop/test_prices.py", 0), ("shop/test_till.py", 2), ("test_pages.py", 3)]),
        ("src/shop/words.py", [("test_speech.py", 2)]),
        ("src/shop/sql/labels.sql", [("shop/test_names.py", 2)]),
        ("pages/sale.py", [("test_pages.py", 1)]),
        ("tests/shop/test_till.py", [("shop/test_till.py", 0)]),
        ("tests/helper.py", [("test_speech.py", 1)]),
        ("README.md", []),
    ],
)
def test_the_nearest_tests_are_those_that_mirror_a_file_import_it_or_import_what_does(
    tree: Tree, changed: str, near: list[tuple[str, int]]
) -> None:
    assert [(one.test.removeprefix("tests/"), one.distance) for one in tree.nearest([changed])] == near


def test_what_all_tests_share_is_far_from_each(tree: Tree) -> None:
    assert {one.distance for one in tree.nearest(["tests/conftest.py"])} == {3}


def test_what_does_not_fit_any_more_is_left_out_and_said() -> None:
    near = [Near("far.py", 2), Near("long.py", 0), Near("short.py", 0), Near("middling.py", 1)]
    chosen = select(near, {"far.py": 5, "long.py": 60, "short.py": 10, "middling.py": 45}, budget=80)
    assert chosen.chosen == ("short.py", "long.py", "far.py")
    assert chosen.left_out == ("middling.py",)
    assert chosen.seconds == 75
