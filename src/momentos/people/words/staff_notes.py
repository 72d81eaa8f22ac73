"""What a reader of the board is told of the staff sheet."""

from momentos.domain.messages import Message, say
from momentos.domain.quantities import count, listed
from momentos.people.questions.staff_notes import Left, Moved, Renamed, SharedName, StaffNote


def staff_note(note: StaffNote) -> Message:
    """One surprise of the staff sheet, and what it changes on the board."""
    match note:
        case Left(name, day):
            return say(
                "{name} left on {day}: the cases stay on the board, and no recognition is proposed.", name=name, day=day
            )
        case Renamed(name, before):
            return say("{name} was called {before} before: both names count as one person.", name=name, before=before)
        case Moved(name, before, now):
            return say(
                "{name} moved from the team of {before} to that of {now}: each case is compared with cases like it, "
                "whichever the team, and teams are counted as they are today.",
                name=name,
                before=before,
                now=now or "–",
            )
        case SharedName(employees, name, rows):
            return say(
                "{codes} have one name, {name}: they are told apart by their codes, and rows that give only the name "
                "count for none of them (rows: {n}).",
                codes=listed(employees),
                name=name,
                n=count(rows),
            )
