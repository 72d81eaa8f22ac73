"""Which names are worth asking about."""

from momentos.intake.near_names import Why, near_names


def pairs(written: dict[str, int], known: tuple[str, ...] = ()) -> list[tuple[str, str, int, Why]]:
    return [(one.written, one.shown, one.count, one.why) for one in near_names(written, known)]


def test_an_accent_and_a_dot_are_asked_about() -> None:
    assert pairs({"Tomás Gil": 90, "Tomas Gil": 34, "Tomás Gil.": 2}) == [
        ("Tomas Gil", "Tomás Gil", 34, Why.ACCENTS),
        ("Tomás Gil.", "Tomás Gil", 2, Why.ACCENTS),
    ]


def test_the_surname_may_come_first() -> None:
    assert pairs({"Gil, Tomás": 3, "Tomás Gil": 9}) == [("Gil, Tomás", "Tomás Gil", 3, Why.ORDER)]


def test_a_name_in_use_is_kept_however_rare() -> None:
    assert pairs({"Tomas Gil": 34}, ("Tomás Gil",)) == [("Tomas Gil", "Tomás Gil", 34, Why.ACCENTS)]


def test_a_slip_of_the_hand_in_a_long_name() -> None:
    assert pairs({"Lucía Bernal": 50, "Lucía Bermal": 1}) == [("Lucía Bermal", "Lucía Bernal", 1, Why.SPELLING)]


def test_short_names_and_codes_that_differ_are_different() -> None:
    assert pairs({"Ana": 5, "Eva": 4, "E-000012": 3, "E-000013": 3, "Caja 1": 9, "Caja 2": 9}) == []


def test_a_letter_of_another_alphabet_is_told() -> None:
    assert pairs({"Lucía Bernal": 9, "Luc\u0456a Bernal": 50}) == [
        ("Luc\u0456a Bernal", "Lucía Bernal", 50, Why.ALPHABETS)
    ]


def test_of_two_that_differ_in_accents_the_one_that_has_them_is_kept_however_seldom_it_stands() -> None:
    (one,) = near_names({"Telefono": 40, "Teléfono": 2})
    assert (one.written, one.shown, one.count) == ("Telefono", "Teléfono", 40)
