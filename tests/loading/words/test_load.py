"""A load in the list of loads."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from momentos.loading.words import load as words
from momentos.locales.reader import reader
from momentos.warehouse.history import SCREEN_EDIT
from momentos.warehouse.loads import SAMPLE_AUTHOR

READ = reader("es").words


def when_and_who(author: str = "Marta", undone_at: datetime | None = None) -> str:
    load: Any = SimpleNamespace(
        loaded_at=datetime(2026, 3, 2, 9, 5), author=author, is_undone=undone_at is not None, undone_at=undone_at
    )
    return READ(words.when_and_who(load))


def test_a_load_says_when_and_who() -> None:
    assert when_and_who() == "2 mar 2026, 9:05 · Marta"


def test_a_load_that_nobody_signed_says_when() -> None:
    assert when_and_who("") == "2 mar 2026, 9:05"


def test_the_sample_company_signs_in_the_readers_language() -> None:
    assert when_and_who(SAMPLE_AUTHOR) == "2 mar 2026, 9:05 · empresa de ejemplo"


def test_an_undone_load_says_since_when() -> None:
    assert when_and_who(undone_at=datetime(2026, 3, 3, 18, 0)) == (
        "2 mar 2026, 9:05 · Marta · deshecha el 3 mar 2026, 18:00"
    )


def test_what_was_edited_on_a_screen_came_from_no_file() -> None:
    assert READ(words.file_name("llamadas.csv")) == "llamadas.csv"
    assert reader("en").words(words.file_name(SCREEN_EDIT)) == "Edited on screen"


def test_the_very_file_that_is_in_is_told_since_when() -> None:
    assert reader("en").words(words.already_loaded(datetime(2026, 3, 2, 9, 5))) == (
        "This very file was already loaded on Mar 2, 2026, 9:05\u202fAM: loading it again changes nothing."
    )
