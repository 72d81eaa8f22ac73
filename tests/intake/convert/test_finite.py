"""Whatever is written in a cell, no figure that is not finite comes out, and nothing that reads it fails."""

from math import isfinite
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from momentos.datasets import FieldType
from momentos.intake.cells import Kind, sheet_from_rows
from momentos.intake.convert.answered import number_text
from momentos.intake.convert.numbers import parse_number
from momentos.intake.convert.scores import grade_of
from momentos.intake.recognise import default_choices, recognise
from momentos.intake.scales import scale_of
from tests.intake.drawn import TODAY, causes, converted, outcome, table

CODES = ["653e970001", "12E345", "1E411", "2E400", "1e999", "7" * 400]
"""Numbers of devices, models and lots that a programming language takes for numbers, most of them for infinity."""

DIGITS = st.text("0123456789", min_size=1, max_size=330) | st.integers(1, 6_000).map(lambda length: "9" * length)
AROUND = st.sampled_from(
    [
        *("{}", "-{}", "+{}", "({})", "{}-", "$ {}", "{} %", "0,{}", "1.{}", "{}.5"),
        *(
            "{}e{}",
            "{}E+{}",
            "{}e-{}",
            "1,5E{}",
            "{}/{}",
            "{} de {}",
            "{} - Bien",
            "Bien ({})",
            "{} estrellas",
            "{}:{}",
        ),
        *("{}:59", "0:00:{}", "{}d 1:30", "P{}D", "PT{}S", "{} h", "{} h {} min", "{} s", "{}h30", "{}/{}/{}"),
        *("{} de mayo de {}", "may-{}", "{}m{}", "{}T{}", "1900-01-01 {}", "{} pm", "[{}]", "#{}!"),
    ]
)
NUMBERLIKE = st.builds(lambda form, digits: form.replace("{}", digits), AROUND, DIGITS) | st.builds(
    lambda first, second: f"{first}e{second}", DIGITS, DIGITS
)
TEXTS = st.text(max_size=12) | NUMBERLIKE | st.text("0123456789eE+-.,%/:() \u2212\u00b2\u0661", max_size=14)
CELLS = st.lists(TEXTS, min_size=1, max_size=4)
MIXED = st.lists(
    st.tuples(TEXTS, st.booleans()) | st.tuples(st.floats().map(str), st.just(True)), min_size=1, max_size=4
)
HEADERS = st.sampled_from(
    ["Nota", "Satisfacción (1 a 10)", "Atención [Caja]", "Lote", "Fecha", "Espera (min)", "ID", "P1"]
)
unhurried = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def figures(values: pa.Array) -> list[float]:
    return values.drop_null().to_pylist() if pa.types.is_floating(values.type) else []


@unhurried
@given(text=TEXTS, comma=st.booleans(), is_number=st.booleans())
def test_no_text_is_a_number_that_is_not_finite(text: str, comma: bool, is_number: bool) -> None:
    for number in (parse_number(text, decimal_comma=comma), grade_of(text, is_number)):
        assert number is None or isfinite(number)


@unhurried
@given(
    cells=CELLS | MIXED, kind=st.sampled_from(FieldType), header=HEADERS, more=st.sampled_from([{}, {"is_whole": True}])
)
def test_no_column_gives_a_figure_that_is_not_finite(
    cells: list[Any], kind: FieldType, header: str, more: dict
) -> None:
    numeric = None
    if isinstance(cells[0], tuple):
        cells, numeric = [text for text, _ in cells], [number for _, number in cells]
    column = converted(kind, cells, numeric, header=header, **more)
    assert all(map(isfinite, figures(column.values)))


@unhurried
@given(
    numbers=st.lists(st.floats() | st.none(), min_size=1, max_size=4), kind=st.sampled_from(FieldType), header=HEADERS
)
def test_no_column_of_number_cells_gives_one_either(numbers: list[float | None], kind: FieldType, header: str) -> None:
    column = converted(kind, pa.array(numbers, pa.float64()), header=header)
    assert all(map(isfinite, figures(column.values)))


@unhurried
@given(columns=st.dictionaries(HEADERS, st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_no_text_stops_recognition(columns: dict[str, list[str]]) -> None:
    recognise(table(columns), today=TODAY)


@unhurried
@given(
    counts=st.dictionaries(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 9), min_size=1, max_size=5)
)
def test_any_grades_are_judged(counts: dict[float, int]) -> None:
    scale_of(counts, (1, 5))
    assert all(number_text(grade) for grade in counts)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", [FieldType.NUMBER, FieldType.MONEY, FieldType.SCORE, FieldType.DURATION])
def test_a_code_of_digits_around_an_e_is_no_figure(code: str, kind: FieldType) -> None:
    assert outcome(kind, code) in ("not a number", "not a score", "not a duration")


@pytest.mark.parametrize("code", [*CODES, "12E4", "1E+411", "007E1"])
@pytest.mark.parametrize("kind", [FieldType.IDENTIFIER, FieldType.TEXT])
def test_a_code_of_digits_around_an_e_stays_as_it_is_written(code: str, kind: FieldType) -> None:
    column = converted(kind, [code, "A-1"])
    assert (column.values[0].as_py(), causes(column)) == (code, [None, None])
    assert column.notices == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,5E+03", 1500.0),
        ("1.5e+3", 1500.0),
        ("5.73E+11", 5.73e11),
        ("1E-05", 1e-05),
        ("1.5E7", 1.5e7),
        ("12.3E+3", 12300.0),
        ("-2,5E-01", -0.25),
        ("1e3", 1000.0),
    ],
)
def test_a_number_that_a_spreadsheet_wrote_with_an_exponent_is_one(text: str, number: float) -> None:
    assert outcome(FieldType.NUMBER, text) == number


def test_a_number_shortened_by_a_spreadsheet_is_still_warned_about() -> None:
    column = converted(FieldType.IDENTIFIER, ["5.73E+11", "573000000001"])
    assert column.values.to_pylist() == ["573000000000", "573000000001"]
    assert [notice.cause for notice in column.notices] == ["shortened number"]


def test_a_score_out_of_more_than_any_number_is_impossible() -> None:
    assert outcome(FieldType.SCORE, f"3/{'9' * 400}") == "impossible score"


def test_a_long_column_of_numbers_names_the_one_that_is_not_finite() -> None:
    texts = [f"{place}.25" for place in range(21_000)]
    column = converted(FieldType.NUMBER, [*texts, "9" * 400])
    assert causes(column)[-1] == "not a number"
    assert pc.sum(column.is_faulty).as_py() == 1


def test_a_duration_beyond_any_number_is_refused_by_its_cell() -> None:
    assert causes(converted(FieldType.DURATION, [1e308, 60.0], header="Espera (h)")) == ["not finite", None]


def test_a_number_cell_of_an_old_workbook_that_is_not_finite_is_kept_as_text() -> None:
    sheet = sheet_from_rows("Hoja1", False, [["Espera"], [float("inf")], [float("nan")], [10.0]])
    assert sheet.texts.to_pylist() == ["Espera", "inf", "nan"]
    assert sheet.pieces[0].kinds.tolist() == [Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.NUMBER]


@pytest.mark.parametrize("code", CODES)
def test_a_column_of_such_codes_beside_calls_changes_nothing(code: str) -> None:
    columns = {
        "Fecha": ["13/05/2026", "14/05/2026", "15/05/2026"],
        "Agente": ["Ana", "Luis", "Ana"],
        "Canal": ["Chat"] * 3,
        "Espera": ["10", "20", "30"],
        "Lote": [code, "7A100", code],
    }
    choices = default_choices(recognise(table(columns), today=TODAY))
    assert choices.dataset == "interactions"
    assert "E" not in choices.mapping
