"""A card in words: a person's own figures, what can be said of them for certain, and what is still missing."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from momentos.facts import METRICS
from momentos.locales.reader import Reader, reader
from momentos.people.kept.card_remarks import Remark
from momentos.people.meanings.card_sheet import CardSheet
from momentos.people.meanings.policy import READY_POLICIES
from momentos.people.questions.card import Card, CardFigure
from momentos.people.questions.recognition import Recognition
from momentos.people.words.card import card_sheet
from momentos.people.words.card_remarks import answer_line, remark_line

TODAY = date(2026, 6, 1)
CSAT = METRICS["csat"]
FIGURE = CardFigure(CSAT, 1234, 81.25, 70.0, 90.04, 64.0, None, "above", "better", 0, 0)
BARE = Card("Ana", None, None, READY_POLICIES[0].policy, None, None, (), (), None, (), (), (), ())
SAID, STRENGTHS = "What can be said of you", "Your strengths, and one thing to work on"


def told_under(heading: str, sheet: CardSheet) -> list[str]:
    reads = reader("en")
    return [
        reads.text(one) for section in sheet.sections if str(section.heading) == heading for one in section.sentences
    ]


def first_row(figure: CardFigure, reads: Reader) -> list[str]:
    return [reads.text(cell) for cell in card_sheet(replace(BARE, figures=(figure,)), TODAY).figures[0]]


def said_of(figure: CardFigure) -> list[str]:
    return told_under(SAID, card_sheet(replace(BARE, figures=(figure,)), TODAY))


def test_a_figure_stands_with_its_interval_and_what_it_is_compared_with() -> None:
    assert first_row(FIGURE, reader("en")) == [
        "Satisfaction (CSAT)", "81.2 %", "70.0 % to 90.0 %", "64.0 %", "", "1,234",
    ]  # fmt: skip
    assert first_row(replace(FIGURE, before=50.0), reader("es"))[1:] == [
        "81,2 %", "70,0 % a 90,0 %", "64,0 %", "50,0 %", "1.234",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unknown", [replace(FIGURE, low=None), replace(FIGURE, high=None), replace(FIGURE, low=float("nan"))]
)
def test_an_interval_that_is_not_known_is_left_empty(unknown: CardFigure) -> None:
    assert first_row(unknown, reader("en"))[2] == ""


def test_a_figure_of_too_few_answers_says_how_many_are_missing() -> None:
    few = replace(FIGURE, n=3, value=None, missing=2)
    assert first_row(few, reader("en"))[1:] == ["2 answers missing", "", "", "", "3"]
    assert first_row(replace(few, missing=1), reader("en"))[1] == "1 answer missing"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (replace(FIGURE, movement=None), ["Clearly above the team in cases of the same kind."]),
        (
            replace(FIGURE, band="same", movement="worse"),
            ["Cannot be told apart from the team.", "really worse than in your own period before."],
        ),
        (
            replace(FIGURE, missing_for_band=1, movement="better"),
            ["1 answer is missing to say anything for certain.", "really better than in your own period before."],
        ),
        (
            replace(FIGURE, missing_for_band=7, movement=None),
            ["7 answers are missing to say anything for certain."],
        ),
        (replace(FIGURE, band=None, movement=None), ["not measured in this period."]),
    ],
)
def test_what_can_be_said_of_a_figure(figure: CardFigure, said: list[str]) -> None:
    assert said_of(figure) == [f"Satisfaction (CSAT): {sentence}" for sentence in said]


def test_four_strengths_are_named_and_the_others_counted() -> None:
    sheet = card_sheet(replace(BARE, strengths=tuple("ABCDEF"), to_work_on="Z"), TODAY)
    assert told_under(STRENGTHS, sheet) == [
        *[f"At «{name}» you really do better than the others." for name in "ABCD"],
        "And at 2 touchpoints more.",
        "To work on, if only one thing: «Z».",
    ]
    assert len(told_under(STRENGTHS, card_sheet(replace(BARE, strengths=tuple("ABCD")), TODAY))) == 5


def test_a_card_without_anything_says_what_is_not_there_yet() -> None:
    sheet = card_sheet(BARE, TODAY)
    assert told_under(STRENGTHS, sheet) == [
        "At no touchpoint can your figure be told apart for the better yet.",
        "At no touchpoint can it be told that you are below the others.",
    ]
    assert told_under("What customers say of you", sheet) == ["No comment names you in this period."]
    assert told_under("Your recognitions", sheet) == ["None is written down yet."]
    assert told_under("Your training", sheet) == ["No course is written down yet."]
    assert told_under("Your next steps, agreed with whoever leads you", sheet) == []


def test_a_customers_words_are_theirs_and_ours_are_not_quoted() -> None:
    quoted = {str(one.heading): one.is_quoted for one in card_sheet(replace(BARE, words=("Gracias",)), TODAY).sections}
    assert [heading for heading, is_quoted in quoted.items() if is_quoted] == ["What customers say of you"]
    assert not any(section.is_quoted for section in card_sheet(BARE, TODAY).sections)


def test_days_are_written_for_the_reader() -> None:
    given = Recognition(date(2026, 5, 4), "Ana", "", "Ayudó", "caso 1", None, None)
    window = replace(BARE, from_on=date(2026, 3, 1), to_on=date(2026, 5, 31), area="Caja", recognitions=(given,))
    sheet = card_sheet(window, TODAY)
    assert reader("es").words(sheet.subtitle) == "Caja · 1 mar 2026 a 31 may 2026"
    assert told_under("Your recognitions", sheet) == ["May 4, 2026: Ayudó (–)"]
    assert reader("en").words(card_sheet(BARE, TODAY).subtitle) == "– · all the history"
    assert reader("en").words(card_sheet(replace(window, to_on=None), TODAY).subtitle) == "Caja · all the history"


def remark(author: str = "ANA", answer: str | None = None) -> Remark:
    return Remark(1, "Ana", author, "CSAT", "No fue así", datetime(2026, 6, 1, 9), answer, answer and "Marta")


def test_a_remark_names_its_author_only_where_that_is_somebody_else() -> None:
    assert reader("en").words(remark_line(remark())) == "Ana on CSAT: No fue así"
    assert reader("en").words(remark_line(remark("Luis"))) == "Ana on CSAT: No fue así (signed by Luis)"


def test_a_remark_without_an_answer_says_so() -> None:
    assert reader("en").words(answer_line(remark())) == "Not answered yet."
    assert reader("en").words(answer_line(remark(answer="Lo vemos"))) == "Marta answered: Lo vemos"
