"""What a person answers about a table, and the choices that follow."""

from datetime import date

from momentos.domain.messages import say
from momentos.intake.choices import IGNORED, RATING, Choices
from momentos.intake.sheet_proposal import Doubt, Proposal
from momentos.loading.answering import Answer, answered, asked_of, contradicted, open_blocks, taken_as, with_column
from tests.intake.drawn import table

CALLS = table({"Fecha": ["1"], "Canal": ["Web"], "Espera": ["3"], "Nota": ["5"]})
"""Its columns are A, B, C and D."""
START = Choices("interactions", {"A": "occurred_at", "B": "channel"})


def doubt(kind: str, *letters: str, field: str | None = None, samples: tuple[str, ...] = ()) -> Doubt:
    return Doubt(kind, say("?"), letters, field, samples, accepted=True)


def after(*answers: tuple[Doubt, Answer], corrected: dict[str, str] | None = None, start: Choices = START):
    return answered(CALLS, start, answers, corrected or {})


def test_what_is_said_of_a_column_holds() -> None:
    found = after((doubt("column", "C", field="wait_seconds"), True))
    assert found.choices.mapping == {"A": "occurred_at", "B": "channel", "C": "wait_seconds"}
    assert (found.unanswered, found.is_any) == ((), True)


def test_a_no_leaves_the_column_as_it_was() -> None:
    found = after((doubt("column", "C", field="wait_seconds"), False))
    assert (found.choices, found.unanswered, found.is_any) == (START, (), True)


def test_what_nobody_answered_stays_open() -> None:
    asked = doubt("column", "C", field="wait_seconds")
    found = after((asked, None))
    assert (found.choices, found.unanswered, found.is_any) == (START, (asked,), False)


def test_columns_whose_values_nobody_explained_stay_out() -> None:
    asked = doubt("scale", "B")
    found = after((asked, None))
    assert found.choices.mapping == {"A": "occurred_at"}
    assert found.unanswered == (asked,)


def test_how_values_are_read_is_no_question_of_a_column_that_is_not_loaded() -> None:
    assert after((doubt("scale", "D"), None)).unanswered == ()


def test_a_field_that_another_answer_gave_is_no_question_any_more() -> None:
    missing, column = doubt("missing", "C", "D", field="wait_seconds"), doubt("column", "C", field="wait_seconds")
    assert after((missing, "D"), (column, None)).unanswered == ()


def test_a_column_that_was_corrected_is_no_question_any_more() -> None:
    asked = doubt("column", "C", field="wait_seconds")
    found = after((asked, None), corrected={"C": IGNORED})
    assert (found.unanswered, found.is_any) == ((), True)


def test_two_answers_that_make_different_things_of_a_column_do_not_hold() -> None:
    answers = [(doubt("column", "C", field="wait_seconds"), True), (doubt("missing", "C", field="handle_seconds"), "C")]
    assert contradicted(answers) == {"C"}
    assert after(*answers).choices == START


def test_two_answers_that_say_the_same_hold() -> None:
    answers = [(doubt("column", "C", field="wait_seconds"), True), (doubt("missing", "C", field="wait_seconds"), "C")]
    assert contradicted(answers) == set()
    assert after(*answers).choices.mapping["C"] == "wait_seconds"


def test_corrections_go_before_answers() -> None:
    found = after((doubt("column", "C", field="wait_seconds"), True), corrected={"C": "handle_seconds"})
    assert found.choices.mapping["C"] == "handle_seconds"
    assert "wait_seconds" not in found.choices.mapping.values()


def test_a_grid_makes_each_column_a_score_of_what_its_header_names() -> None:
    assert after((doubt("grid", "C", "D"), True)).choices.ratings == {"C": "Espera", "D": "Nota"}


def test_the_order_of_day_and_month_holds_for_the_table() -> None:
    assert after((doubt("dates", "A"), False)).choices.day_first is False
    assert after((doubt("dates", "A"), True)).choices.day_first is True


def test_one_date_is_given_to_all_rows_unless_a_column_has_it() -> None:
    undated = doubt("undated", field="answered_at")
    survey = Choices("responses", {"D": "csat"})
    assert after((undated, date(2026, 3, 2)), start=survey).choices.constants == {"answered_at": "2026-03-02"}
    dated = Choices("responses", {"A": "answered_at"})
    assert after((undated, date(2026, 3, 2)), start=dated).choices.constants == {}


def test_a_scale_that_is_denied_is_not_taken() -> None:
    start = Choices("responses", {"D": "csat"}, scales={"D": (1.0, 10.0)})
    assert after((doubt("scale", "D"), False), start=start).choices.scales == {}
    assert after((doubt("scale", "D"), True), start=start).choices.scales == {"D": (1.0, 10.0)}


def test_codes_that_are_no_grades_are_left_out_where_somebody_says_so() -> None:
    asked = doubt("not scores", "D", samples=("9", "99,5"))
    start = Choices("responses", {"D": "csat"}, not_scores={"D": frozenset({9.0})})
    assert after((asked, True), start=start).choices.not_scores == {"D": frozenset({9.0, 99.5})}
    assert after((asked, False), start=start).choices.not_scores == {}


def test_a_field_has_one_column_at_most() -> None:
    moved = with_column(CALLS, START, "D", "channel")
    assert moved.mapping == {"A": "occurred_at", "D": "channel"}
    assert [taken_as(moved, letter) for letter in "ABD"] == ["occurred_at", IGNORED, "channel"]


def test_a_column_takes_the_place_of_one_text_for_all_rows() -> None:
    start = Choices("interactions", {}, constants={"channel": "Web", "site": "Centro"})
    assert with_column(CALLS, start, "B", "channel").constants == {"site": "Centro"}


def test_a_column_taken_for_a_score_is_no_field_any_more() -> None:
    rated = with_column(CALLS, START, "B", RATING)
    assert (rated.mapping, rated.ratings) == ({"A": "occurred_at"}, {"B": "Canal"})
    assert taken_as(rated, "B") == RATING
    assert with_column(CALLS, rated, "B", IGNORED).ratings == {}


def proposal(*doubts: Doubt) -> Proposal:
    return Proposal("interactions", 1.0, (), doubts)


def test_the_order_of_dates_is_asked_once_for_all_columns() -> None:
    asked = asked_of(proposal(doubt("dates", "A"), doubt("dates", "C")), START)
    assert [(one.kind, one.letters) for one in asked] == [("dates", ("A", "C"))]


def test_a_field_that_is_missing_is_asked_for_once_and_not_of_one_column_as_well() -> None:
    undated = Choices("interactions", {"B": "channel"})
    found = proposal(doubt("column", "A", field="occurred_at"), doubt("column", "C", field="wait_seconds"))
    asked = [(one.kind, one.field) for one in asked_of(found, undated)]
    assert asked == [("missing", "occurred_at"), ("column", "wait_seconds")]


def test_what_a_table_is_and_how_it_is_turned_is_not_asked_here() -> None:
    assert asked_of(proposal(doubt("dataset"), doubt("periods across")), START) == []


def test_a_table_of_no_known_kind_is_held_up_elsewhere() -> None:
    found = after(start=Choices("", {}))
    assert open_blocks(proposal(), found) == []


def test_a_survey_without_any_answer_waits_for_what_is_open() -> None:
    start = Choices("responses", {"A": "answered_at", "D": "csat"})
    asked = doubt("scale", "D")
    assert open_blocks(Proposal("responses", 1.0, (), ()), after((asked, None), start=start)) == [asked]
    assert open_blocks(Proposal("responses", 1.0, (), ()), after((asked, True), start=start)) == []


def test_a_survey_with_one_answer_left_does_not_wait() -> None:
    start = Choices("responses", {"A": "answered_at", "D": "csat"}, {"C": "Espera"})
    assert open_blocks(Proposal("responses", 1.0, (), ()), after((doubt("scale", "D"), None), start=start)) == []
