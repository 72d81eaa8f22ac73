"""What is told of conflicts."""

from dataclasses import replace
from datetime import datetime

from momentos.analysis.intervals import UNKNOWN, Interval
from momentos.analysis.matched import Matched
from momentos.domain.messages import Message
from momentos.locales.reader import reader
from momentos.people.kept.authority import Authority
from momentos.people.questions.empowerment import CameBack, Ending, Settled, Share
from momentos.people.words import empowerment

NONE = Share(0, 0)
HALF = Share(50, 100)
OF_HALF = "50 % (40 to 60; n = 100)"
LIMITS = Authority({"Cajero": 100.0})
ALL = Settled("", 1200, HALF, NONE, NONE, NONE, None, UNKNOWN, 0.0, None)


def english(words: Message) -> str:
    return reader("en").words(words)


def told(every: Settled, held: Authority = LIMITS) -> list[str]:
    return [english(one) for one in empowerment.who_settles(every, held)]


def test_the_title_is_the_share_that_the_first_person_settles() -> None:
    assert english(empowerment.autonomy_finding([ALL])) == "The first person settles 50 % of conflicts"


def test_without_conflicts_whose_end_is_known_the_title_is_the_subject() -> None:
    assert english(empowerment.autonomy_finding([])) == "Autonomy in conflicts"
    assert english(empowerment.autonomy_finding([replace(ALL, by_first=NONE)])) == "Autonomy in conflicts"


def test_what_sheets_do_not_say_is_told_as_not_measurable() -> None:
    assert told(ALL) == [
        "1,200 conflicts in the period.",
        f"Settled by the first person: {OF_HALF}.",
        "Inside or beyond the limit: not measurable without compensations, or limits for these roles.",
        "Compensation: not measurable, the sheets of contacts do not say it.",
    ]


def test_without_limits_nothing_is_inside_or_beyond_them() -> None:
    lines = told(replace(ALL, by_first=NONE), Authority())
    assert lines[1] == "Inside or beyond the limit: not measurable until limits are declared below."


def test_what_stays_inside_limits_and_what_was_given_is_told() -> None:
    given = {"given": 1500.0, "given_interval": Interval(1000.0, 2000.0), "given_in_all": 75000.0, "of_limit": 40.0}
    lines = told(replace(ALL, inside=HALF, escalated_inside=HALF, compensated=HALF, **given))
    assert lines[2:] == [
        f"Of those, inside their limit: {OF_HALF}.",
        f"Passed on although it was inside the limit: {OF_HALF}.",
        f"With some compensation: {OF_HALF}.",
        "Mean compensation: 1,500 (1,000 to 2,000); 75,000 in all.",
        "What was given takes 40 % of the limit on average.",
    ]


def test_conflicts_passed_on_alone_are_measurable_too() -> None:
    assert told(replace(ALL, escalated_inside=HALF))[2] == (f"Passed on although it was inside the limit: {OF_HALF}.")


def test_one_compensation_has_no_interval() -> None:
    lines = told(replace(ALL, compensated=HALF, given=1500.0, given_in_all=1500.0))
    assert lines[-1] == "Mean compensation: 1,500; 1,500 in all."


def test_a_share_of_nothing_is_empty() -> None:
    assert english(empowerment.share(NONE)) == ""


def test_a_group_without_a_name_is_not_known() -> None:
    assert [english(empowerment.group_name(replace(ALL, name=name))) for name in ("Caja", "")] == ["Caja", "Not known"]


def beside(difference: float | None, low: float, high: float, missing: int = 0) -> Matched:
    interval = Interval(low, high)
    fields = dict.fromkeys(Matched.__dataclass_fields__)
    return Matched(**{**fields, "difference": difference, "interval": interval, "missing": missing})


def came(ending: Ending, against: Matched | None, missing: int = 0) -> str:
    return english(empowerment.how_many_came_back(CameBack(ending, HALF, missing, against)))


def test_customers_solved_at_once_are_compared_with_nobody() -> None:
    assert came(Ending.AT_ONCE, beside(-10.0, -15.0, -5.0)).endswith(f": {OF_HALF} came back.")
    assert came(Ending.LATER, None).endswith(f": {OF_HALF} came back.")


def test_too_few_customers_are_told_how_many_are_missing() -> None:
    assert came(Ending.LATER, None, missing=7).endswith(": 7 more customers are needed.")
    lacking = f": {OF_HALF} came back; 7 more customers are needed to compare."
    assert came(Ending.LATER, beside(None, 0.0, 0.0, missing=7)).endswith(lacking)


def test_those_who_came_back_less_often_are_told_against_those_solved_at_once() -> None:
    fewer = f"{OF_HALF} came back, 10 of every 100 fewer than those solved at once (-15 to -5)."
    more = f"{OF_HALF} came back, 10 of every 100 more than those solved at once (5 to 15)."
    assert came(Ending.LATER, beside(-10.0, -15.0, -5.0)).endswith(fewer)
    assert came(Ending.NEVER, beside(10.0, 5.0, 15.0)).endswith(more)


def test_what_may_be_chance_is_no_sure_difference() -> None:
    unsure = f"{OF_HALF} came back; no sure difference from those solved at once (-15 to 5)."
    assert came(Ending.LATER, beside(-10.0, -15.0, 5.0)).endswith(unsure)


def test_the_reasons_that_are_conflicts_are_named() -> None:
    assert english(empowerment.how_it_is_counted(["Reclamo", "Cambio"])[0]) == "Conflicts: Reclamo, Cambio."
    assert english(empowerment.how_it_is_counted([])[0]) == "Conflicts: –."


def test_who_declared_the_limits_is_told_with_the_day() -> None:
    held = Authority({}, (), "Marta", datetime(2026, 3, 2, 9))
    assert english(empowerment.who_declared(held)) == "Declared by Marta on Mar 2, 2026."
    assert english(empowerment.who_declared(Authority())).startswith("Nobody has declared limits yet.")
