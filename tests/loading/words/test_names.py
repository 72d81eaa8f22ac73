"""Names that may be one, and those that no sheet lists."""

from datetime import datetime

from momentos.intake.near_names import NearNames, Why
from momentos.loading.same_names import Named, SameName
from momentos.loading.words import names as words
from momentos.locales.reader import reader

READ = reader("en").words
AT = datetime(2026, 3, 2, 9, 5)


def test_a_pair_says_how_often_and_why_they_may_be_one() -> None:
    ana = NearNames("Ana Ruis", "Ana Ruiz", 1200, Why.SPELLING)
    assert READ(words.pair(Named.EMPLOYEE, ana)) == (
        "Employee: 1,200 × «Ana Ruis» → «Ana Ruiz» (nearly the same letters)"
    )


def test_letters_of_two_alphabets_are_like_no_other_name() -> None:
    mixed = NearNames("Аna", "", 3, Why.ALPHABETS)
    assert READ(words.pair(Named.EMPLOYEE, mixed)) == "3 × «Аna» mixes letters of two alphabets"


def test_every_reason_and_every_kind_of_name_has_its_words() -> None:
    assert set(words.WHY) == set(Why)
    assert set(words.KINDS) == set(Named)


def test_who_may_not_join_names_is_told_who_does() -> None:
    assert READ(words.perhaps_one(2, may_join=True)) == "Names that may be one: 2"
    assert READ(words.perhaps_one(2, may_join=False)) == (
        "Names that may be one: 2. Whoever leads joins them once the file is in."
    )


def test_a_decision_says_which_name_is_shown_as_which_since_when_and_by_whom() -> None:
    same = SameName(1, Named.AREA, "Cajas", "Caja", "Marta", AT)
    assert READ(words.decision(same)) == "Area: «Cajas» is shown as «Caja»"
    assert reader("es").words(words.since_when(same)) == "2 mar 2026, 9:05 · Marta"
    assert reader("es").words(words.since_when(SameName(1, Named.AREA, "Cajas", "Caja", "", AT))) == "2 mar 2026, 9:05"


def test_names_are_counted_by_what_they_lack() -> None:
    assert READ(words.unlisted_names(Named.EMPLOYEE, 2)) == "Employees that no staff sheet lists: 2"
    assert READ(words.unlisted_names(Named.TOUCHPOINT, 2)) == "Touchpoints that no sheet lists: 2"
    assert READ(words.areas_of_nobody(1)) == "Areas that no touchpoint or employee has: 1"
    assert READ(words.area_is("Cajas", 1200)) == "1,200 × «Cajas» is"
    assert READ(words.perhaps_one_already(4)) == "Names already loaded that may be one: 4"
    assert READ(words.shown_as_one(4)) == "Names shown as one: 4"
