"""The workbook to fill in says what it wants, helps while it is filled in, and is understood when it comes back."""

from io import BytesIO

import openpyxl
import pytest

from momentos.datasets import DATASETS, Dataset
from momentos.datasets.marks import TEMPLATE_VERSION, explains_template, marks_example
from momentos.exports.template import (
    OPTIONAL_COLOUR,
    REQUIRED_COLOUR,
    example_value,
    header_of,
    marked_column,
    template,
)
from momentos.exports.template_checks import number_between
from momentos.locales import LANGUAGES, translator

ALL = list(DATASETS.values())
KNOWN = {"touchpoint": ["Paga en caja", "Recibe el pedido"], "channel": ["Tienda"], "employee": ["E-001", "E-002"]}


def opened(language: str, datasets: list[Dataset] = ALL) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(template(datasets, language, KNOWN)))


def page_of(book: openpyxl.Workbook, dataset: Dataset, language: str) -> openpyxl.worksheet.worksheet.Worksheet:
    return book[dataset.label.render(translator(language))]


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def book(language: str) -> openpyxl.Workbook:
    return opened(language)


def test_every_field_has_a_column_marked_by_colour_and_by_word(book: openpyxl.Workbook, language: str) -> None:
    t = translator(language)
    for dataset in ALL:
        page = page_of(book, dataset, language)
        assert [cell.value for cell in page[1]] == [header_of(one, t) for one in dataset.fields]
        for one, cell in zip(dataset.fields, page[1], strict=True):
            assert cell.fill.fgColor.rgb[-6:] == (REQUIRED_COLOUR if one.required else OPTIONAL_COLOUR)[1:]
            word = {"es": ("opcional", "obligatoria"), "en": ("optional", "required")}[language][one.required]
            assert one.help.render(t) in cell.comment.text
            assert word in cell.comment.text


def test_the_first_sheet_explains_and_lists_every_column(book: openpyxl.Workbook) -> None:
    guide = book.worksheets[0]
    assert explains_template(guide["A1"].value)
    texts = [[cell.value for cell in row] for row in guide.iter_rows()]
    assert sum(row[2] in ("obligatoria", "opcional", "required", "optional") for row in texts) == sum(
        len(dataset.fields) for dataset in ALL
    )


def test_the_second_row_is_an_example_of_the_right_kinds(book: openpyxl.Workbook, language: str) -> None:
    for dataset in ALL:
        row = [cell.value for cell in page_of(book, dataset, language)[2]]
        assert marks_example(row[marked_column(dataset)])
        for one, value in zip(dataset.fields, row, strict=True):
            if one.example and isinstance(example_value(one, language), float):
                assert value == example_value(one, language), one.name


def test_known_values_become_lists_that_advise_and_do_not_forbid(book: openpyxl.Workbook, language: str) -> None:
    page = page_of(book, DATASETS["interactions"], language)
    lists = [check for check in page.data_validations.dataValidation if check.type == "list" and "!" in check.formula1]
    assert len(lists) == 3
    assert {check.errorStyle for check in lists} == {"information"}
    values = book.worksheets[-1]
    assert explains_template(values["A1"].value)
    columns = [[cell.value for cell in column[3:] if cell.value] for column in values.iter_cols()]
    assert sorted(columns) == sorted(KNOWN.values())


def test_what_identifies_a_row_takes_no_list(book: openpyxl.Workbook, language: str) -> None:
    page = page_of(book, DATASETS["employees"], language)
    first = next(check for check in page.data_validations.dataValidation if "A2" in str(check.sqref))
    assert first.type != "list"


@pytest.mark.parametrize("name", ["interactions", "ratings", "recognitions", "trainings"])
def test_who_is_meant_is_picked_from_the_staff_also_where_a_row_is_known_by_it(
    book: openpyxl.Workbook, language: str, name: str
) -> None:
    page = page_of(book, DATASETS[name], language)
    place = [one.name for one in DATASETS[name].fields].index("employee") + 1
    cell = page.cell(2, place).coordinate
    (check,) = [one for one in page.data_validations.dataValidation if cell in one.sqref]
    assert check.type == "list"


def test_bounds_that_only_catch_slips_are_not_spelled_out() -> None:
    assert str(number_between(-1e12, 1e12)) == "Write a number."
    assert str(number_between(0, 1000)) == "Write a number from 0 to 1000."


def test_choices_are_picked_from_words_of_the_language(book: openpyxl.Workbook, language: str) -> None:
    page = page_of(book, DATASETS["interactions"], language)
    words = {"es": '"sí,no,otro"', "en": '"yes,no,other"'}[language]
    assert words in {check.formula1 for check in page.data_validations.dataValidation}


def test_scores_refuse_what_is_off_their_scale(book: openpyxl.Workbook, language: str) -> None:
    page = page_of(book, DATASETS["responses"], language)
    places = [one.name for one in DATASETS["responses"].fields]
    letter = openpyxl.utils.get_column_letter(places.index("nps") + 1)
    check = next(one for one in page.data_validations.dataValidation if f"{letter}2" in str(one.sqref))
    assert (check.type, check.operator or "between", check.formula1, check.formula2) == (
        "decimal",
        "between",
        "0",
        "10",
    )


def test_the_version_stands_in_the_file(book: openpyxl.Workbook) -> None:
    properties = {one.name: one.value for one in book.custom_doc_props.props}
    assert properties == {"momentos_template_version": TEMPLATE_VERSION}


def test_a_template_can_be_of_one_dataset_alone(language: str) -> None:
    book = opened(language, [DATASETS["responses"]])
    assert len(book.worksheets) == 3


def test_validation_texts_fit_excel(book: openpyxl.Workbook) -> None:
    checks = [check for page in book.worksheets for check in page.data_validations.dataValidation]
    assert len(checks) == sum(len(dataset.fields) for dataset in ALL)
    assert all(len(check.prompt or "") <= 255 and len(check.promptTitle or "") <= 32 for check in checks)
