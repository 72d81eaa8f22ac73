"""The description of the house is the house: its folders, its wings and what is named in it are there."""

import re

from tests.tree import PAGES, ROOT, SOURCE, WINGS

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PARTS = {"meanings", "kept", "questions", "words", "pictures", "prints", "screen", "terminal"}
MOST_LINES_OF_A_PAGE = 80


def rows_of(heading: str) -> set[str]:
    """The first column of the first table under a heading."""
    return set(re.findall(r"^\| `(\w+)` \|", TEXT.split(f"### {heading}\n")[1].split("\n#")[0], re.MULTILINE))


def folders_in(place: str = "") -> set[str]:
    return {one.name for one in (SOURCE / place).iterdir() if (one / "__init__.py").exists()}


def test_every_folder_of_the_ground_and_every_wing_is_described() -> None:
    assert rows_of("The ground") == folders_in() - set(WINGS)
    assert rows_of("The wings") - PARTS == set(WINGS)


def test_a_wing_has_no_folders_but_the_agreed_ones() -> None:
    assert {wing: folders_in(wing) - PARTS for wing in WINGS} == {wing: set() for wing in WINGS}


def test_every_module_that_is_named_is_there() -> None:
    named = set(re.findall(r"`(?:src/momentos/)?([\w/]+/[\w.]+\.(?:py|sql))`", TEXT))
    assert len(named) > 20
    assert [name for name in sorted(named) if not any((place / name).exists() for place in (SOURCE, ROOT))] == []


def test_a_page_holds_no_rule() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in PAGES}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_PAGE} == {}
    defining = [
        path.name for path in PAGES if re.search(r"^(def|class) ", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert defining == []
