"""What is told of signals: what is odd and beside what, and what could not be looked at."""

import pytest

from momentos.analysis.gaming import Check
from momentos.domain.messages import Message
from momentos.locales.reader import reader
from momentos.people.questions.honesty import INVITED, Funnel, Honesty, Signal, Unseen
from momentos.people.words import honesty


def english(words: Message | None) -> str | None:
    return None if words is None else reader("en").words(words)


def signal(employee: str = "Ana", check: Check = Check.BURST) -> Signal:
    return Signal(employee, check, 0.256, 0.61, 1200)


def found(*signals: Signal, answers: int = 1500) -> Honesty:
    return Honesty(12, answers, signals, (), ())


@pytest.mark.parametrize(
    ("looked", "words"),
    [
        (found(answers=0), "No survey names people yet"),
        (found(), "Nothing looks odd"),
        (found(signal(), signal(check=Check.TOO_PERFECT)), "One person has signals to talk about"),
        (found(signal(), signal("Luis")), "2 people have signals to talk about"),
    ],
)
def test_the_title_counts_people_and_not_signals(looked: Honesty, words: str) -> None:
    assert english(honesty.honesty_finding(looked)) == words


def test_a_rate_stands_beside_that_of_the_others() -> None:
    assert reader("es").words(honesty.signal_words(signal(check=Check.FEW_INVITATIONS))) == (
        "Se invita a responder a muchos menos clientes que en el resto del equipo. 26 % frente al 61 % de los demás, "
        "n = 1.200."
    )


def test_a_burst_says_how_many_answers_in_how_many_minutes() -> None:
    told = honesty.signal_words(Signal("Ana", Check.BURST, 7.0, 2.0, 30))
    assert english(told) == "Many answers arrived within a few minutes. 7 answers within 10 minutes."


def test_a_row_of_highest_scores_says_how_long_it_is() -> None:
    assert str(english(honesty.signal_words(signal(check=Check.TOO_PERFECT)))).endswith(
        " 1,200 answers, all with the highest score."
    )


def test_every_check_and_everything_unseen_has_its_sentence() -> None:
    assert set(honesty.CHECK_SENTENCES) == set(Check)
    assert len({english(honesty.not_looked_at(unseen)) for unseen in Unseen}) == len(Unseen)


def test_what_could_not_be_looked_at_says_why() -> None:
    assert english(honesty.not_looked_at(Unseen.MINUTES)) == (
        "Not looked at. Answers within minutes: the surveys say the day and not the hour."
    )


def test_where_nothing_is_odd_it_says_at_how_much_was_looked() -> None:
    assert english(honesty.nothing_odd(found())) == (
        "Looked at 1,500 answers of 12 people: nothing is odder than chance allows."
    )
    assert honesty.nothing_odd(found(signal())) is None
    assert honesty.nothing_odd(found(answers=0)) is None


def test_a_funnel_is_read_with_its_formula() -> None:
    told = str(english(honesty.how_to_read(Funnel(INVITED, None, 50.0, 1.0))))
    assert told.startswith("Of the contacts attended, those whose customer was invited to answer the survey. Between")
