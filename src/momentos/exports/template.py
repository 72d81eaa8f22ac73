"""The workbook to fill in: one sheet per dataset, made from its declaration alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from momentos.datasets import Dataset, Field, FieldType
from momentos.datasets.marks import EXAMPLE_MARK_BY_LANGUAGE, TEMPLATE_MARK_BY_LANGUAGE, TEMPLATE_VERSION
from momentos.domain.messages import Translate, say
from momentos.exports.template_checks import check_of, word_for
from momentos.exports.workbook import (
    DATE_FORMAT,
    DURATION_FORMAT,
    INSTANT_FORMAT,
    SAFE_OPTIONS,
    sheet_name,
    write_cell,
)
from momentos.locales import translator

LAST_ROW = 1_048_575
TEXTS = (FieldType.IDENTIFIER, FieldType.TEXT)
REQUIRED_COLOUR, OPTIONAL_COLOUR, EXAMPLE_COLOUR = "#1F4E79", "#DCE6F1", "#7F7F7F"
EXPLANATION_WIDTHS = (34, 32, 16, 78, 26)
GUIDE_STEPS = (
    say("Fill in only the sheets you have; one is enough to begin. Delete the others or leave them empty."),
    say("One row for each thing that happened, one column for each fact about it. Leave no empty rows between."),
    say("Dark headers are required columns; light ones are optional: leave empty what you do not have."),
    say("Write each name or code the same way in every sheet: they are what joins the sheets together."),
    say("The grey row is an example and is not loaded. You may overwrite it or leave it."),
    say("Do not change the headers. Point at one to see what goes below it."),
)


@dataclass(frozen=True)
class _Book:
    """The workbook being written, with its formats and where each drop-down list stands."""

    book: Any
    t: Translate
    language: str
    formats: Mapping[str, Any]
    lists: dict[str, str] = field(default_factory=dict)


def template(datasets: Sequence[Dataset], language: str, known: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """An .xlsx: a guide, then one sheet per dataset, in the reader's language.

    ``known`` has, by field name (``employee``, ``touchpoint``, ``channel``…), the values the company already uses:
    they become drop-down lists, which advise but do not forbid a new value.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, SAFE_OPTIONS) as book:
        t = translator(language)
        book.set_properties({"title": t("Momentos template"), "keywords": f"version {TEMPLATE_VERSION}"})
        book.set_custom_property("momentos_template_version", TEMPLATE_VERSION)
        writing = _Book(book, t, language, _formats(book))
        _write_guide(writing, datasets)
        pages = [(book.add_worksheet(sheet_name(dataset.label.render(t))), dataset) for dataset in datasets]
        _write_lists(writing, datasets, known or {})
        for page, dataset in pages:
            _write_dataset(writing, page, dataset)
        pages[0][0].activate()
    return buffer.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    heading = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "locked": True}
    return {
        "title": book.add_format({"bold": True, "font_size": 16, "font_color": REQUIRED_COLOUR}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "required": book.add_format({**heading, "bg_color": REQUIRED_COLOUR, "font_color": "#FFFFFF"}),
        "optional": book.add_format({**heading, "bg_color": OPTIONAL_COLOUR, "font_color": REQUIRED_COLOUR}),
        **{name: book.add_format({"num_format": code}) for name, code in _CODES.items()},
        **{f"example {name}": book.add_format({"num_format": code, **_EXAMPLE}) for name, code in _CODES.items()},
    }


_CODES = {
    "text": "@",
    "number": "General",
    "date": DATE_FORMAT,
    "instant": INSTANT_FORMAT,
    "time": "hh:mm",
    "duration": DURATION_FORMAT,
}
_EXAMPLE = {"italic": True, "font_color": EXAMPLE_COLOUR, "bg_color": "#F2F2F2"}

_CODE_OF = {
    FieldType.INTEGER: "number",
    FieldType.NUMBER: "number",
    FieldType.MONEY: "number",
    FieldType.SCORE: "number",
    FieldType.DATE: "date",
    FieldType.INSTANT: "instant",
    FieldType.TIME_OF_DAY: "time",
    FieldType.DURATION: "duration",
}


def _code(one: Field) -> str:
    return _CODE_OF.get(one.type, "text")


# The guide


def _write_guide(writing: _Book, datasets: Sequence[Dataset]) -> None:
    """What to do, in plain words, and every column in one table."""
    t = writing.t
    page = writing.book.add_worksheet(sheet_name(t("How to fill it in")))
    page.hide_gridlines(2)
    for column, width in enumerate(EXPLANATION_WIDTHS):
        page.set_column(column, column, width)
    page.write_string(0, 0, _mark(writing.language), writing.formats["title"])
    for row, step in enumerate(GUIDE_STEPS, start=2):
        page.merge_range(row, 0, row, len(EXPLANATION_WIDTHS) - 1, "", writing.formats["text"])
        page.write_string(row, 0, f"{row - 1}. {step.render(t)}", writing.formats["text"])
    row = len(GUIDE_STEPS) + 3
    for column, header in enumerate((t("Sheet"), t("Column"), t("Needed"), t("What goes in it"), t("Example"))):
        page.write_string(row, column, header, writing.formats["optional"])
    for dataset in datasets:
        for one in dataset.fields:
            row += 1
            line = (dataset.label.render(t), header_of(one, t), _needed(one, t), one.help.render(t), one.example)
            for column, text in enumerate(line):
                page.write_string(row, column, text, writing.formats["text"])


def _mark(language: str) -> str:
    """The first cell of a sheet that is no data; intake knows it by its beginning."""
    return f"{_mark_in(TEMPLATE_MARK_BY_LANGUAGE, language)} · v{TEMPLATE_VERSION}"


def _mark_in(by_language: Mapping[str, str], language: str) -> str:
    return by_language.get(language, by_language["en"])


def _needed(one: Field, t: Translate) -> str:
    return t("required") if one.required else t("optional")


def header_of(one: Field, t: Translate) -> str:
    """What stands above a column: the field's label, which intake knows in every language."""
    return one.label.render(t)


# The lists


def _write_lists(writing: _Book, datasets: Sequence[Dataset], known: Mapping[str, Sequence[str]]) -> None:
    """A sheet with the values already in use, one column each, for the drop-down lists to point at."""
    names = {one.name: one for dataset in datasets for one in dataset.fields if _takes_list(dataset, one)}
    wanted = {name: list(dict.fromkeys(known[name])) for name in names if known.get(name)}
    if not wanted:
        return
    page = writing.book.add_worksheet(sheet_name(writing.t("Lists")))
    page.write_string(0, 0, _mark(writing.language), writing.formats["title"])
    for column, (name, values) in enumerate(wanted.items()):
        page.set_column(column, column, 28)
        page.write_string(2, column, header_of(names[name], writing.t), writing.formats["optional"])
        for row, value in enumerate(values, start=3):
            page.write_string(row, column, value)
        cells = xl_range_abs(3, column, len(values) + 2, column)
        writing.lists[name] = f"='{page.get_name()}'!{cells}"


def _takes_list(dataset: Dataset, one: Field) -> bool:
    """Names of other things and repeated words do; what identifies the row itself, and free text, do not."""
    names_another = one.refers_to is not None and one.refers_to != dataset.name
    return one.type in TEXTS and (names_another or one.name not in (*dataset.key[:1], "comment"))


# A dataset's sheet


def _write_dataset(writing: _Book, page: Any, dataset: Dataset) -> None:
    """Headers in the first row with a note each, the example in the second, checks on all that follow."""
    t = writing.t
    page.set_row(0, 34)
    for column, one in enumerate(dataset.fields):
        look = writing.formats["required" if one.required else "optional"]
        page.set_column(column, column, max(16, len(header_of(one, t)) + 4), writing.formats[_code(one)])
        page.write_string(0, column, header_of(one, t), look)
        page.write_comment(0, column, _note(one, t), {"x_scale": 2, "author": "Momentos"})
        _write_example(writing, page, dataset, column)
        page.data_validation(1, column, LAST_ROW, column, _check(writing, dataset, one))
    page.freeze_panes(1, 1)


def _note(one: Field, t: Translate) -> str:
    if one.required:
        return say("{help} This column is required.", help=one.help).render(t)
    return say("{help} This column is optional.", help=one.help).render(t)


def _write_example(writing: _Book, page: Any, dataset: Dataset, column: int) -> None:
    one = dataset.fields[column]
    value = example_value(one, writing.language)
    if column == marked_column(dataset):
        value = f"{_mark_in(EXAMPLE_MARK_BY_LANGUAGE, writing.language)} {value}"
    write_cell(page, 1, column, value, writing.formats[f"example {_code(one)}"])


def marked_column(dataset: Dataset) -> int:
    """Where the example row says that it is one: in the first column of text."""
    return next(place for place, one in enumerate(dataset.fields) if one.type in TEXTS)


def _check(writing: _Book, dataset: Dataset, one: Field) -> dict[str, Any]:
    source = writing.lists.get(one.name) if _takes_list(dataset, one) else None
    return check_of(one, writing.t, writing.language, source)


def example_value(one: Field, language: str) -> Any:
    """The field's example as the kind of cell it is; ``None`` where it has none."""
    if not one.example:
        return None
    read = _READ.get(one.type)
    if read is not None:
        return read(one.example)
    if one.type in (FieldType.YES_NO, FieldType.CHOICE):
        return word_for(one, one.example, language)
    return one.example


def _duration(text: str) -> timedelta:
    hours, minutes, seconds = (int(part) for part in text.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


_READ: Mapping[FieldType, Any] = {
    FieldType.INTEGER: int,
    FieldType.NUMBER: float,
    FieldType.SCORE: float,
    FieldType.MONEY: lambda text: float(text.replace(".", "")),
    FieldType.DATE: lambda text: datetime.strptime(text[:10], "%d/%m/%Y").date(),
    FieldType.INSTANT: lambda text: datetime.strptime(text, "%d/%m/%Y %H:%M" if ":" in text else "%d/%m/%Y"),
    FieldType.TIME_OF_DAY: lambda text: _duration(f"{text}:00"),
    FieldType.DURATION: _duration,
}
