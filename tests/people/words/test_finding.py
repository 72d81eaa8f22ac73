"""The titles of the people pages."""

import pandas as pd
import pytest

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message
from momentos.domain.samples import JUDGED_N
from momentos.facts import METRICS
from momentos.locales.reader import reader
from momentos.people.words import finding

COLUMNS = ["employee", "band", "n", "is_weak_comparison"]
FEW = JUDGED_N - 1


def english(words: Message) -> str:
    return reader("en").words(words)


def rows(*people: tuple[str, str | None, int, bool]) -> pd.DataFrame:
    return pd.DataFrame(people, columns=COLUMNS)


def person(name: str, band: str | None, n: int = JUDGED_N) -> tuple[str, str | None, int, bool]:
    return name, band, n, False


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ([], "No case names the person who attended yet"),
        ([person("Ana", None)], "Answers are still missing to compare people"),
        ([person("Ana", "same"), person("Luis", "below")], "Nobody can be told apart for the better yet"),
        (
            [person("Ana", "above", FEW), person("Luis", "same")],
            f"Nobody with {JUDGED_N} answers can be told apart for the better yet",
        ),
        ([person("Ana", "above"), person("Luis", "below")], "Ana stands out"),
        ([person("Luis", "above"), person("Ana", "above")], "Ana and Luis stand out"),
        ([person(name, "above") for name in "ABC"], "3 people stand out"),
    ],
)
def test_the_board_of_people_names_up_to_two_who_stand_out(people: list, words: str) -> None:
    assert english(finding.team_finding(rows(*people))) == words


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ([], "No case names the person who attended yet"),
        (
            [("Caja", "same", 9, True), ("Piso", "same", 9, True)],
            "Each of the 2 attends other cases: they cannot be compared",
        ),
        ([person("Caja", "same"), person("Piso", "below")], "None of the 2 can be told apart for the better yet"),
        ([person("Caja", "above"), person("Piso", "below")], "One of 2 stands out"),
        ([person("Caja", "above"), person("Piso", "above"), person("Web", "same")], "2 of 3 stand out"),
    ],
)
def test_the_board_of_groups_counts_those_who_stand_out(groups: list, words: str) -> None:
    assert english(finding.groups_finding(rows(*groups))) == words


def test_what_is_only_a_limit_praises_nobody() -> None:
    board = rows(person("Ana", "above"), person("Luis", "same"))
    assert english(finding.board_finding(board, METRICS["handle_time"], Dimension.EMPLOYEE)) == (
        "Mean handle time, person by person"
    )
    assert english(finding.board_finding(board, METRICS["csat"], Dimension.EMPLOYEE)) == "Ana stands out"
    assert english(finding.board_finding(board, METRICS["csat"], Dimension.AREA)) == "One of 2 stands out"


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "Recognitions"), (1, "There is one reason to say thanks"), (2, "There are 2 reasons to say thanks")],
)
def test_reasons_to_say_thanks_are_counted(n: int, words: str) -> None:
    assert english(finding.proposals_finding(n)) == words
