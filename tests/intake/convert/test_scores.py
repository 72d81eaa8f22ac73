"""Scores: grades, labels, stars, words, other scales and codes that are no scores."""

import pytest

from momentos.datasets import FieldType
from tests.intake.drawn import causes, converted, outcome

SCORE = FieldType.SCORE
FIVE = {"low": 1, "high": 5}


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("5", 5),
        ("4,5", 4.5),
        ("5 - Excelente", 5),
        ("5 = muy bueno", 5),
        ("4 (Bueno)", 4),
        ("Muy malo (1)", 1),
        ("4/5", 4),
        ("4 de 5", 4),
        ("4/10", 2.6),
        ("10 de 10", 5),
        ("5/10", 3),
        ("2/5", 2),
        ("7/7", 5),
        ("100%", 5),
        ("0 %", 1),
        ("50,0 %", 3),
        ("5/0", "impossible score"),
        ("7/5", "impossible score"),
        ("0/5", "impossible score"),
        ("120%", "impossible score"),
        ("★★★☆☆", 3),
        ("4 estrellas", 4),
        ("1 Star", 1),
        ("BLANK", None),
        ("No aplica", None),
        ("0", "outside the scale"),
        ("6", "outside the scale"),
        ("verde", "not a score"),
    ],
)
def test_a_score_by_itself(text: str, score: float | str | None) -> None:
    assert outcome(SCORE, text, **FIVE) == score


@pytest.mark.parametrize(
    ("words", "scores"),
    [
        (["Muy satisfecho", "Satisfecha", "Neutral", "Insatisfecho", "Muy insatisfecha"], [5, 4, 3, 2, 1]),
        (["Excelente", "Bueno", "Regular", "Malo", "Muy malo"], [5, 4, 3, 2, 1]),
        (["Excelente", "Muy bueno", "Bueno", "Regular", "Malo"], [5, 4, 3, 2, 1]),
        (["Very satisfied", "Neither satisfied nor dissatisfied"], [5, 3]),
        (["Totalmente de acuerdo", "En desacuerdo"], [5, 2]),
    ],
)
def test_words_have_a_place_on_the_one_scale_that_knows_them_all(words: list[str], scores: list[float]) -> None:
    assert converted(SCORE, words, **FIVE).values.to_pylist() == scores


def test_words_are_carried_to_the_fields_own_scale() -> None:
    assert converted(SCORE, ["Muy fácil", "Neutral", "Muy difícil"], low=1, high=7).values.to_pylist() == [7, 4, 1]


def test_words_of_no_one_scale_are_refused() -> None:
    assert causes(converted(SCORE, ["Muy satisfecho", "Azul"], **FIVE)) == ["not a score", "not a score"]


def test_codes_that_are_no_scores_become_empty_and_are_counted() -> None:
    column = converted(SCORE, [0.0, 6.0, 4.0, 6.0], not_scores=frozenset({0.0, 6.0}), **FIVE)
    assert (column.values.to_pylist(), column.unknown) == ([None, None, 4, None], {"0": 1, "6": 2})


def test_a_chosen_scale_is_converted_in_a_straight_line() -> None:
    assert converted(SCORE, [0.0, 5.0, 10.0], scale=(0, 10), **FIVE).values.to_pylist() == [1, 3, 5]


def test_grades_that_cannot_be_on_the_fields_scale_are_converted_and_said() -> None:
    column = converted(SCORE, [2.0, 7.0, 9.0, 10.0, 5.5], **FIVE)
    assert column.values[3].as_py() == 5
    assert [notice.cause for notice in column.notices] == ["scale converted"]


def test_one_grade_off_the_scale_is_a_mistake_and_not_another_scale() -> None:
    column = converted(SCORE, [5.0] * 30 + [55.0], **FIVE)
    assert causes(column)[30] == "outside the scale"
    assert column.values[0].as_py() == 5


def test_each_cell_is_carried_from_the_scale_it_names() -> None:
    column = converted(SCORE, ["4/10", "5/5", "80%", "3", "9/5"], **FIVE)
    assert column.values.to_pylist() == [2.6, 5, 4.2, 3, None]
    assert causes(column)[4] == "impossible score"
    assert [notice.cause for notice in column.notices] == ["scores in per cent"]


def test_a_whole_score_of_ten_takes_per_cents_and_refuses_what_lies_between_two_answers() -> None:
    column = converted(SCORE, ["100%", "90 %", "95%", "8,5", "8,0", "5/5"], low=0, high=10, is_whole=True)
    assert column.values.to_pylist() == [10, 9, None, None, 8, 10]
    assert causes(column)[2:4] == ["between two answers"] * 2


def test_a_chosen_scale_does_not_overrule_a_cell_that_names_its_own() -> None:
    assert converted(SCORE, ["5", "5/5", "1/10"], scale=(1, 10), **FIVE).values.to_pylist()[1:] == [5, 1]


def test_fractions_alone_are_shares_of_the_whole_scale() -> None:
    one = converted(FieldType.SCORE, [0.85, 1.0, 0.0, 0.5], low=1, high=5)
    assert one.values.to_pylist() == [4.4, 5, 1, 3]
    assert [notice.cause for notice in one.notices] == ["scores as shares"]


def test_zeros_and_ones_alone_are_no_shares() -> None:
    one = converted(FieldType.SCORE, [1.0, 1.0, 0.0, 1.0], low=1, high=5)
    assert "scores as shares" not in [notice.cause for notice in one.notices]


@pytest.mark.parametrize(
    ("header", "grades", "scores"),
    [
        ("Nota (1 a 10)", [1.0, 4.0, 10.0], [1, 7 / 3, 5]),
        ("Satisfacción 1-10", [1.0, 4.0, 4.0], [1, 7 / 3, 7 / 3]),
        ("Satisfacción (1-5)", [1.0, 4.0, 5.0], [1, 4, 5]),
        ("Nota 2020-2021", [1.0, 4.0, 5.0], [1, 4, 5]),
        ("Nota del 0 al 5", [0.0, 2.5, 5.0], [1, 3, 5]),
    ],
)
def test_the_scale_that_a_header_names_is_believed(header: str, grades: list[float], scores: list[float]) -> None:
    assert converted(SCORE, grades, header=header, **FIVE).values.to_pylist() == pytest.approx(scores)


def test_a_grade_off_the_scale_its_header_names_is_a_mistake() -> None:
    column = converted(SCORE, [4.0] * 19 + [55.0], header="Nota (1 a 10)", **FIVE)
    assert causes(column)[18:] == [None, "outside the scale"]


def test_a_nine_of_one_to_ten_recommends_as_a_nine() -> None:
    assert converted(SCORE, [9.0, 1.0], header="NPS (1-10)", low=0, high=10, is_whole=True).values.to_pylist() == [9, 1]
