"""How evenly recognitions fall, in words."""

from datetime import date

import pytest

from momentos.domain.messages import Message
from momentos.locales.reader import reader
from momentos.people.questions.recognition import Recognition
from momentos.people.questions.recognition_proposals import Equity
from momentos.people.questions.shifts import Shift
from momentos.people.words import equity


def english(words: Message | None) -> str | None:
    return None if words is None else reader("en").words(words)


def given(employee: str) -> Recognition:
    return Recognition(date(2026, 5, 4), employee, "Marta", f"Ayudó {employee}", "caso 1", None, None)


def found(*, top: float | None = None, days: float | None = None, waits: tuple[int, ...] = ()) -> Equity:
    slowest = tuple((given(f"P{wait}"), wait) for wait in waits)
    return Equity(1200, ("Ana", "Luis"), top, (), (), days, slowest)


def test_how_many_were_never_recognised_is_said_of_all() -> None:
    assert reader("es").words(equity.never(found())) == (
        "A 2 de 1.200 personas no se las ha reconocido en este periodo."
    )


def test_the_share_of_a_few_is_said_only_where_it_is_known() -> None:
    assert english(equity.top_share(found(top=0.456))) == (
        "The tenth most recognised received 46 % of the recognitions."
    )
    assert equity.top_share(found()) is None


@pytest.mark.parametrize(("days", "written"), [(3.0, "3"), (3.5, "3.5"), (0.0, "0")])
def test_the_middle_of_the_days_to_thanks_has_a_half_only_where_it_is_one(days: float, written: str) -> None:
    assert english(equity.days_to_thanks(found(days=days))) == (
        f"From the fact to the thanks, half of them took {written} days or less."
    )


def test_without_the_day_of_any_fact_nothing_is_said_of_the_wait() -> None:
    assert equity.days_to_thanks(found()) is None


def test_only_what_took_longer_than_the_middle_is_listed() -> None:
    lines = equity.slowest(found(days=4.0, waits=(1500, 5, 4, 1)))
    assert [english(line) for line in lines] == ["P1500: 1,500 days. Ayudó P1500", "P5: 5 days. Ayudó P5"]


def test_a_shift_that_no_case_tells_is_not_known() -> None:
    assert english(equity.shift_name(None)) == "Not known"
    assert english(equity.shift_name(Shift.NIGHT)) == "Night (22 to 6)"
