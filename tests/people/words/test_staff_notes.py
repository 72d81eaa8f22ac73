"""What a reader of the board is told of the staff sheet."""

from datetime import date

import pytest

from momentos.locales.reader import reader
from momentos.people.questions.staff_notes import Left, Moved, Renamed, SharedName, StaffNote
from momentos.people.words.staff_notes import staff_note


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (
            Left("Ana", date(2026, 1, 20)),
            "Ana left on 2026-01-20: the cases stay on the board, and no recognition is proposed.",
        ),
        (
            Renamed("Ana Mora", "Ana Ruiz"),
            "Ana Mora was called Ana Ruiz before: both names count as one person.",
        ),
        (
            Moved("Ana", "Marta", "Raúl"),
            "Ana moved from the team of Marta to that of Raúl: each case is compared with cases like it, whichever the "
            "team, and teams are counted as they are today.",
        ),
        (
            SharedName(("E1", "E2"), "Ana Ruiz", 3),
            "E1, E2 have one name, Ana Ruiz: they are told apart by their codes, and rows that give only the name "
            "count for none of them (rows: 3).",
        ),
    ],
)
def test_each_surprise_says_what_it_changes(note: StaffNote, words: str) -> None:
    assert reader("en").words(staff_note(note)) == words


def test_whoever_has_no_lead_now_moved_to_nobodys_team() -> None:
    assert "to that of –:" in reader("en").words(staff_note(Moved("Ana", "Marta", None)))
