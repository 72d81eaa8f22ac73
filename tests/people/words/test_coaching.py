"""What is told of next steps."""

from dataclasses import replace
from datetime import date

from momentos.domain.messages import say
from momentos.locales.reader import reader
from momentos.people.kept.coaching import Evidence, Note
from momentos.people.words import coaching

TODAY = date(2026, 3, 10)
NOTE = Note(
    1, "Ana", "Escuchar", Evidence.FIGURE, "csat", "Oír dos llamadas", TODAY, "Marta", date(2026, 3, 1), None, ""
)
LATE = replace(NOTE, due_on=date(2026, 3, 9))
READ = reader("en").words


def test_the_title_counts_the_steps_that_wait() -> None:
    told = [READ(coaching.follow_up_finding([NOTE] * n)) for n in (0, 1, 2)]
    assert told == ["No next step is waiting", "One next step is waiting", "2 next steps are waiting"]


def test_a_step_is_late_from_the_day_after_its_own() -> None:
    assert coaching.past_their_day([NOTE], TODAY) is None
    late = coaching.past_their_day([NOTE, LATE, LATE], TODAY)
    assert late is not None
    assert READ(late) == "Past their day: 2."


def test_each_step_says_how_it_stands() -> None:
    waiting, late = coaching.next_step(NOTE, TODAY), coaching.next_step(LATE, TODAY)
    assert (READ(waiting.words), waiting.is_taken, waiting.is_late) == (
        "Next step: Oír dos llamadas (Mar 10, 2026)",
        False,
        False,
    )
    assert (READ(late.words), late.is_taken, late.is_late) == (
        "Next step, past its day: Oír dos llamadas (Mar 9, 2026)",
        False,
        True,
    )


def test_a_step_taken_is_never_late() -> None:
    taken = coaching.next_step(replace(LATE, done_on=TODAY, outcome="Bien."), TODAY)
    assert (READ(taken.words), taken.is_taken, taken.is_late) == (
        "Next step taken: Oír dos llamadas. Bien.",
        True,
        False,
    )


def test_a_note_says_on_what_it_rests_and_who_wrote_it() -> None:
    words = READ(coaching.on_what_it_rests(NOTE, say("Figure: {figure}", figure="csat")))
    assert words == "Figure: csat · Marta, Mar 1, 2026"
