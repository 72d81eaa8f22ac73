"""What is told of coaching: which next steps wait, and how each one stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Day, count
from momentos.people.kept.coaching import Note

NO_NOTES = say("There are no notes yet.")
NOTHING_WAITS = say("No next step is waiting. Notes are written on each person's card.")


@dataclass(frozen=True)
class NextStep:
    """The next step of a note in words, and whether it was taken or is past its day."""

    words: Message
    is_taken: bool = False
    is_late: bool = False


def follow_up_finding(waiting: Sequence[Note]) -> Message:
    """How many next steps are waiting."""
    if len(waiting) == 1:
        return say("One next step is waiting")
    return say("{n} next steps are waiting", n=count(len(waiting))) if waiting else say("No next step is waiting")


def past_their_day(waiting: Sequence[Note], today: date) -> Message | None:
    """How many of them should have been taken; ``None`` where there are none."""
    late = sum(note.due_on < today for note in waiting)
    return say("Past their day: {n}.", n=count(late)) if late else None


def on_what_it_rests(note: Note, evidence: Message) -> Message:
    """The fact behind a note, and who wrote it when."""
    return say("{evidence} · {author}, {day}", evidence=evidence, author=note.author, day=Day(note.written_on))


def next_step(note: Note, today: date) -> NextStep:
    """How the next step stands on that day."""
    if note.done_on is not None:
        words = say("Next step taken: {step}. {outcome}", step=note.next_step, outcome=note.outcome)
        return NextStep(words, is_taken=True)
    values = {"step": note.next_step, "day": Day(note.due_on)}
    if note.due_on < today:
        return NextStep(say("Next step, past its day: {step} ({day})", **values), is_late=True)
    return NextStep(say("Next step: {step} ({day})", **values))
