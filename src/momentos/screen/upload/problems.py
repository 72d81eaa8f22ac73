"""What is wrong in a table: grouped by cause with counts, and every cell in a grid."""

import pandas as pd
import streamlit as st

from momentos.datasets.checked import CheckedSheet, Severity
from momentos.domain.messages import Message, say
from momentos.intake.check import ProblemGroup, group_problems
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text

MOST_CELLS = 1_000

RESULTS: dict[Severity, Message] = {
    Severity.ERROR: say("Kept out"),
    Severity.WARNING: say("Loaded, worth a look"),
    Severity.INFO: say("For your information"),
}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "orange", Severity.INFO: "gray"}


def show_problems(sheet: CheckedSheet, key: str, *, is_all_in: bool) -> None:
    """The causes, most serious first, and below them the cells. That nothing is wrong is said only if all is in."""
    groups = group_problems(sheet.problems)
    if not groups:
        return
    grave = sum(one.count for one in groups if one.severity is not Severity.INFO)
    if grave:
        title = t("Things to look at: {n}", n=count_text(grave))
    elif is_all_in:
        title = t("Nothing is wrong; notes: {n}", n=len(groups))
    else:
        title = t("Notes: {n}", n=len(groups))
    with st.expander(title, key=f"problems_{key}", expanded=any(one.severity is Severity.ERROR for one in groups)):
        for group in groups:
            _show_group(group)
        if st.toggle(t("See it cell by cell"), key=f"cells_{key}"):
            _show_cells(sheet, key)


def _show_group(group: ProblemGroup) -> None:
    words = tell(group.problem) if not group.suggestion else f"{tell(group.problem)} {tell(group.suggestion)}"
    where = t("In {column}: {n}", n=count_text(group.count), column=group.column) if group.column else ""
    st.markdown(f":{_COLOURS[group.severity]}-badge[{tell(RESULTS[group.severity])}] {as_text(words)}")
    found = ", ".join(t("{cell}: «{found}»", cell=cell, found=text) for cell, text in group.samples if cell and text)
    details = " · ".join(one for one in (where, found) if one)
    if details:
        st.caption(as_text(details))


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
    if len(sheet.problems) > MOST_CELLS:
        st.caption(t("The first {shown} of {all}.", shown=count_text(MOST_CELLS), all=count_text(len(sheet.problems))))
