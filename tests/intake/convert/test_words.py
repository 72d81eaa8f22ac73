"""Yes and no, choices, identifiers and text."""

import pytest

from momentos.datasets import DATASETS, FieldType
from momentos.intake.convert import Ways, convert
from tests.intake.drawn import TODAY, causes, column, converted, outcome

CHOICES = DATASETS["interactions"]["answered"].choices


@pytest.mark.parametrize("text", ["sí", "SI", "Yes", "1", "x", "Verdadero", "TRUE", "✓"])
def test_yes(text: str) -> None:
    assert outcome(FieldType.YES_NO, text) is True


@pytest.mark.parametrize("text", ["no", "NO ", "0", "falso", "FALSE", "N"])
def test_no(text: str) -> None:
    assert outcome(FieldType.YES_NO, text) is False


def test_neither_is_refused_and_blank_is_unknown() -> None:
    assert outcome(FieldType.YES_NO, "quizás") == "not yes or no"
    assert outcome(FieldType.YES_NO, "s/d") is None
    assert converted(FieldType.YES_NO, [True, False, None]).values.to_pylist() == [True, False, None]
    assert converted(FieldType.YES_NO, [1.0, 0.0]).values.to_pylist() == [True, False]


@pytest.mark.parametrize(
    ("text", "choice"),
    [("AGENT", "yes"), ("Sí", "yes"), ("colgo", "no"), ("HANG", "no"), ("Phantom", "other"), ("¿?", "not a choice")],
)
def test_a_choice_is_stored_by_its_own_word(text: str, choice: str) -> None:
    assert outcome(FieldType.CHOICE, text, choices=CHOICES) == choice


def test_identifiers_keep_their_leading_zeros_and_number_cells_their_digits() -> None:
    assert outcome(FieldType.IDENTIFIER, " 00123 ") == "00123"
    assert converted(FieldType.IDENTIFIER, [34536.0, 23317894.0]).values.to_pylist() == ["34536", "23317894"]
    assert converted(FieldType.IDENTIFIER, ["E-1", "7"], numeric=[False, True]).values.to_pylist() == ["E-1", "7"]


def test_number_cells_of_sixteen_digits_have_lost_some() -> None:
    assert causes(converted(FieldType.IDENTIFIER, [1234567890123456.0, 123456789012345.0])) == ["lost digits", None]
    mixed = converted(FieldType.IDENTIFIER, ["1234567890123456", "1234567890123456"], numeric=[True, False])
    assert causes(mixed) == ["lost digits", None]


def test_numbers_shortened_on_export_are_read_and_told() -> None:
    column = converted(FieldType.IDENTIFIER, ["6.02701E+11", "123"])
    assert column.values.to_pylist() == ["602701000000", "123"]
    assert [notice.cause for notice in column.notices] == ["shortened number"]
    assert outcome(FieldType.IDENTIFIER, "6,02701E+17") == "lost digits"


def test_words_for_not_known_become_empty_and_are_counted() -> None:
    texts = converted(FieldType.IDENTIFIER, ["NO_SERVER", "Ana", "no_server"], unknown=("no_server",))
    assert (texts.values.to_pylist(), texts.unknown) == ([None, "Ana", None], {"NO_SERVER": 1, "no_server": 1})
    numbers = converted(FieldType.IDENTIFIER, [0.0, 7.0, 0.0], unknown=("0",))
    assert (numbers.values.to_pylist(), numbers.unknown) == ([None, "7", None], {"0": 2})


def test_text_loses_what_cannot_be_seen_and_refuses_what_turns_it() -> None:
    assert outcome(FieldType.TEXT, " Me\u200b  atendieron\x07 bien\n") == "Me atendieron bien"
    assert outcome(FieldType.TEXT, "👩‍🔧 bien") == "👩‍🔧 bien"
    assert outcome(FieldType.TEXT, "Ana\u202etxt") == "turned text"
    assert outcome(FieldType.TEXT, "=1+1") == "=1+1"


@pytest.mark.parametrize("kind", [FieldType.TEXT, FieldType.IDENTIFIER])
def test_a_long_column_is_read_as_a_short_one(kind: FieldType) -> None:
    odd = ["  Ñandú  azul ", "s/d", "Ana\u202etxt", "#¡REF!", "#N/D", "NO_SERVER", "café\u00a0frío", None]
    long = converted(kind, [*odd, *(f"T-{i}" for i in range(30_000))], unknown=("no_server",))
    short = converted(kind, odd, unknown=("no_server",))
    assert long.values[:8].to_pylist() == short.values.to_pylist()
    assert causes(long)[:8] == causes(short)
    assert long.unknown == short.unknown


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda one: one.name)
def test_every_example_of_every_field_is_understood(dataset) -> None:
    for one in dataset.fields:
        result = convert(column([one.example]), one, Ways(TODAY))
        assert result.fault_of is None, one.name
        assert result.values.null_count == (not one.example), one.name


@pytest.mark.parametrize(("text", "meant"), [("1.0", True), ("0.0", False), ("2.0", "not yes or no")])
def test_one_and_nought_may_be_written_with_decimals(text: str, meant: bool | str) -> None:
    assert outcome(FieldType.YES_NO, text) == meant
