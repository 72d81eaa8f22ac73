"""The person's own workbook, to be downloaded with its problems marked."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from momentos.datasets.checked import CheckedSheet, Severity
from momentos.exports.annotated import annotated
from momentos.intake.raw_table import Workbook
from momentos.locales import translator
from momentos.screen.language import language, t

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_marked(workbook: Workbook, sheets: tuple[CheckedSheet, ...], key: str) -> None:
    """The button, where some cell is wrong or deserves a look."""
    problems = [
        problem
        for sheet in sheets
        for problem in sheet.problems
        if problem.cell and problem.severity is not Severity.INFO
    ]
    if not problems:
        return
    st.download_button(
        t("Download your workbook with its problems marked"),
        _written(workbook, sheets, language()),
        file_name=t("{name} - marked.xlsx", name=Path(workbook.source.name).stem),
        mime=XLSX,
        key=f"marked_{key}",
        icon=":material/download:",
        on_click="ignore",
        help=t("Red cells keep their row out; each has a comment. Correct them and upload the workbook again."),
    )


def _written(workbook: Workbook, sheets: tuple[CheckedSheet, ...], spoken: str) -> Callable[[], bytes]:
    """Written when it is asked for, in a process of its own."""

    def write() -> bytes:
        problems = [problem for sheet in sheets for problem in sheet.problems]
        return annotated(workbook.source.path, workbook.kind, workbook.tables, problems, translator(spoken))

    return write
