"""What is told of the team board: the groups, who is left out of the picture, who moved, and what cannot be compared."""

import pandas as pd
import pytest

from momentos.analysis.fair import Band
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message
from momentos.domain.viewer import EVERYBODY, OWNER
from momentos.facts import METRICS
from momentos.locales.reader import reader
from momentos.people.meanings.policy import READY_POLICIES
from momentos.people.words import board
from momentos.people.words.board import Movement

CSAT = METRICS["csat"]
NAN = float("nan")


def english(words: Message) -> str:
    return reader("en").words(words)


def spanish(words: Message) -> str:
    return reader("es").words(words)


def rows(*people: tuple[str, float, int, bool]) -> pd.DataFrame:
    """``employee, score, missing, is_weak_comparison``."""
    return pd.DataFrame(people, columns=["employee", "score", "missing", "is_weak_comparison"])


def changes(**movements: str | None) -> pd.DataFrame:
    return pd.DataFrame({"employee": list(movements), "movement": list(movements.values())})


def test_people_stand_beside_the_team_and_groups_beside_all_together() -> None:
    assert english(board.board_title(CSAT, Dimension.EMPLOYEE)) == (
        "Satisfaction (CSAT) beside the team, person by person"
    )
    assert english(board.board_title(CSAT, Dimension.SITE)) == "Satisfaction (CSAT) beside all together, by site"


@pytest.mark.parametrize(
    ("by", "viewer", "is_told_in_groups"),
    [
        (Dimension.EMPLOYEE, EVERYBODY, False),
        (Dimension.SUPERVISOR, EVERYBODY, False),
        (Dimension.EMPLOYEE, OWNER, True),
        (Dimension.AREA, EVERYBODY, True),
    ],
)
def test_only_whoever_sees_all_groups_is_told_how_to_tell_them_apart(by, viewer, is_told_in_groups) -> None:
    assert ("shape and colour say the group" in english(board.how_to_read(by, viewer))) is is_told_in_groups


def test_how_people_are_compared_says_the_numbers_of_the_policy() -> None:
    told = english(board.how_compared(READY_POLICIES[0].policy))
    assert "as if they had 30 average answers more" in told
    assert "**At least 20 answers.**" in told
    assert "cases of the same kind: Touchpoint, Channel." in told


@pytest.mark.parametrize(
    ("n", "words"), [(1, "1 answer missing"), (2, "2 answers missing"), (1200, "1,200 answers missing")]
)
def test_one_answer_missing_is_not_several(n: int, words: str) -> None:
    assert english(board.answers_missing(n)) == words


def test_a_group_is_a_word_in_the_table_and_a_sentence_in_the_terminal() -> None:
    assert english(board.group_of("below", 0)) == "Below the team"
    assert english(board.group_of(None, 3)) == "3 answers missing"
    assert english(board.standing("below", 0)) == "Clearly below the team in cases of the same kind."
    assert english(board.standing(None, 3)) == "Answers missing: 3."


def test_every_group_has_its_sentence_and_its_word() -> None:
    assert set(board.BAND_SENTENCES) == set(Band)
    assert len({english(board.group_of(str(band), 0)) for band in Band}) == len(Band)


@pytest.mark.parametrize(("p", "words"), [(0.955, "96 %"), (None, None), (NAN, None), (0.0, "0 %")])
def test_a_chance_that_is_not_known_is_not_told(p: float | None, words: str | None) -> None:
    told = board.chance(p)
    assert (None if told is None else english(told)) == words


def test_whoever_is_not_drawn_is_named_by_alphabet_with_the_reason() -> None:
    alike, short = board.the_rest(
        rows(("Zoe", NAN, 0, False), ("Ana", NAN, 0, False), ("Luis", 80.0, 0, False), ("Eva", NAN, 4, False))
    )
    assert spanish(alike.heading) == "No están claramente por encima del equipo: 2."
    assert reader("es").write(alike.names) == "Ana, Zoe"
    assert english(short.heading) == "Answers are missing to compare them, as many as each name says."
    assert reader("en").write(short.names) == "Eva (4)"


def test_where_everybody_is_drawn_there_is_no_rest() -> None:
    assert board.the_rest(rows(("Luis", 80.0, 0, False))) == ()


def test_one_figure_for_all_is_said_with_its_unit() -> None:
    assert english(board.all_equal(CSAT, 100.0)) == (
        "Satisfaction (CSAT) is 100.0 % for all of them. Choose another metric."
    )


def test_no_weak_comparison_is_not_told() -> None:
    assert board.weak_comparisons(rows(("Ana", 80.0, 0, False), ("Luis", 70.0, 0, False))) is None


def test_weak_comparisons_name_six_and_count_the_others() -> None:
    strong = ("Zoe", 80.0, 0, False)
    weak = [(name, 70.0, 0, True) for name in "ABCDEFGH"]
    assert english(board.weak_comparisons(rows(strong, *weak[:6]))) == (
        "The comparison is weak for A, B, C, D, E, F: hardly anybody else has cases like theirs."
    )
    assert english(board.weak_comparisons(rows(strong, *weak))) == (
        "The comparison is weak for A, B, C, D, E, F and 2 more: hardly anybody else has cases like theirs."
    )


def test_where_nobodys_cases_are_alike_nobody_is_named() -> None:
    told = board.weak_comparisons(rows(("Ana", 80.0, 0, True), ("Luis", 70.0, 0, True)))
    assert english(told) == (
        "Each of them attends cases that hardly any other has: there is nothing alike to compare them by."
    )


def test_a_dimension_that_no_row_says_is_told_apart_from_one_that_some_say() -> None:
    assert english(board.unknown_case(Dimension.CHANNEL, 0.0)) == (
        "Channel is not used to compare here: no row says it."
    )
    assert english(board.unknown_case(Dimension.CHANNEL, 0.334)) == (
        "Channel is known for 33 % of the cases only; the others are compared among themselves."
    )


def test_a_lead_is_told_who_got_better_and_who_got_worse() -> None:
    told = board.movements(changes(Ana="better", Luis="worse", Eva=None, Iván="better"), is_lead=True)
    assert {movement: english(words) for movement, words in told.items()} == {
        Movement.BETTER: "Really better than in the period before: Ana, Iván.",
        Movement.WORSE: "Really worse than in the period before: Luis.",
    }


def test_of_the_worse_nothing_is_said_but_to_a_lead() -> None:
    told = board.movements(changes(Luis="worse"), is_lead=False)
    assert {movement: english(words) for movement, words in told.items()} == {
        Movement.NONE: "Nobody's movement since the period before is more than chance."
    }


def test_without_a_period_before_nothing_is_said_of_movement() -> None:
    assert board.movements(changes(), is_lead=True) == {}
