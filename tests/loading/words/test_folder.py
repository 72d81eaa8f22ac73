"""What is told of a whole folder: what of it is no spreadsheet."""

import pytest

from momentos.loading.spreadsheets import is_spreadsheet
from momentos.loading.words.folder import skipped_files
from momentos.locales.reader import reader


def test_files_that_are_no_spreadsheets_are_counted_and_the_first_are_named() -> None:
    words = skipped_files([f"f{place}.pdf" for place in range(12)])
    assert words is not None
    assert reader("en").words(words) == (
        "Skipped, as they are no spreadsheets: 12 (f0.pdf, f1.pdf, f2.pdf, f3.pdf, f4.pdf, f5.pdf, f6.pdf, f7.pdf, "
        "f8.pdf, f9.pdf)"
    )


def test_a_folder_of_spreadsheets_needs_no_word() -> None:
    assert skipped_files([]) is None


@pytest.mark.parametrize("name", ["a.xlsx", "A.XLSX", "carpeta/a.csv", "a.b.ods"])
def test_spreadsheets_are_known_by_their_name(name: str) -> None:
    assert is_spreadsheet(name)


@pytest.mark.parametrize("name", ["a.pdf", "xlsx", ".a.xlsx", "~$a.xlsx", "carpeta/.a.csv"])
def test_other_files_hidden_ones_and_what_excel_leaves_are_none(name: str) -> None:
    assert not is_spreadsheet(name)
