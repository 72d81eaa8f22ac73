"""What is wrong in a table: grouped by cause with counts, and every cell in a grid."""

import pandas as pd
import streamlit as st

from momentos.datasets.checked import CheckedSheet, Severity
from momentos.intake.check import ProblemGroup, group_problems
from momentos.loading.words.problems import (
    RESULTS,
    first_of_them,
    how_many_problems,
    problem_and_suggestion,
    where_it_is,
)
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text

MOST_CELLS = 1_000

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "orange", Severity.INFO: "gray"}


def show_problems(sheet: CheckedSheet, key: str, *, is_all_in: bool) -> None:
    """The causes, most serious first, and below them the cells. That nothing is wrong is said only if all is in."""
    groups = group_problems(sheet.problems)
    if not groups:
        return
    title = tell(how_many_problems(groups, is_all_in=is_all_in))
    with st.expander(title, key=f"problems_{key}", expanded=any(one.severity is Severity.ERROR for one in groups)):
        for group in groups:
            _show_group(group)
        if st.toggle(t("See it cell by cell"), key=f"cells_{key}"):
            _show_cells(sheet, key)


def _show_group(group: ProblemGroup) -> None:
    words, where = problem_and_suggestion(group.problem, group.suggestion), where_it_is(group)
    st.markdown(f":{_COLOURS[group.severity]}-badge[{tell(RESULTS[group.severity])}] {as_text(tell(words))}")
    if where is not None:
        st.caption(as_text(tell(where)))


def _show_cells(sheet: CheckedSheet, key: str) -> None:
    shown = sheet.problems[:MOST_CELLS]
    text_table(
        pd.DataFrame(
            {
                t("Cell"): [one.cell for one in shown],
                t("Column"): [one.column for one in shown],
                t("Found"): [one.found for one in shown],
                t("What is wrong"): [tell(one.problem) for one in shown],
                t("What to do"): [tell(one.suggestion) if one.suggestion else "" for one in shown],
                t("Result"): [tell(RESULTS[one.severity]) for one in shown],
            }
        ),
        alt=t("Problems by cell"),
        key=key,
    )
    words = first_of_them(len(shown), len(sheet.problems))
    if words is not None:
        st.caption(tell(words))
