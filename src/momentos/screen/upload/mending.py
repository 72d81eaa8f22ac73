"""Mending wrong cells on the screen: a line for each wrong text, and a new one for all the cells that hold it."""

import pandas as pd
import streamlit as st

from momentos.datasets.checked import CheckedSheet
from momentos.intake.repair import Repair, Repairable, repairables
from momentos.loading.words.problems import RESULTS
from momentos.screen.figure_table import edited_table
from momentos.screen.language import language, t, tell
from momentos.screen.upload.arriving import REPAIRS
from momentos.screen.writing import count_text

MOST_LINES = 200


def repairs_of(key: str) -> list[Repair]:
    """The cells of this table that were mended so far."""
    return st.session_state.get(REPAIRS, {}).get(key, [])


def mend(sheet: CheckedSheet, key: str) -> None:
    """The wrong texts with a place for the right one; what is written there is applied at once, before loading."""
    wrong = repairables(sheet.problems)
    done = repairs_of(key)
    if not wrong and not done:
        return
    with st.expander(t("Mend wrong or doubtful cells here: {n}", n=count_text(len(wrong))), key=f"mend_{key}"):
        if done:
            st.caption(t("Mended so far: {n}. The file stays as it is.", n=count_text(len(done))))
            if st.button(t("Forget what was mended"), key=f"forget_mending_{key}"):
                _keep(key, [])
                st.rerun()
        if wrong:
            _edit(wrong, key, done)


def _edit(wrong: list[Repairable], key: str, done: list[Repair]) -> None:
    one_by_one = st.toggle(t("One cell at a time"), key=f"single_{key}")
    lines = [
        (one, cell)
        for one in wrong
        for cell in (one.cells if one_by_one else [one.cells[0] if one.count == 1 else count_text(one.count)])
    ][:MOST_LINES]
    new, empty = t("Correct value"), t("Leave it empty")
    frame = pd.DataFrame(
        {
            t("Column"): [one.column for one, _ in lines],
            t("Found"): [one.found for one, _ in lines],
            t("Cells"): [cell for _, cell in lines],
            t("What is wrong"): [tell(one.problem.problem) for one, _ in lines],
            t("Result"): [tell(RESULTS[one.problem.severity]) for one, _ in lines],
            new: [""] * len(lines),
            empty: [False] * len(lines),
        }
    )
    edited = edited_table(
        frame,
        editable=(new, empty),
        alt=t("Wrong cells and their correct values"),
        key=f"editor_{key}_{len(done)}_{one_by_one}_{language()}",
    )
    if not st.button(t("Apply to the cells"), key=f"apply_{key}", icon=":material/done_all:"):
        return
    made = [
        Repair(one.letter, one.found, str(value or ""), _row(cell) if one_by_one else None)
        for (one, cell), value, is_emptied in zip(lines, edited[new], edited[empty], strict=True)
        if str(value or "").strip() or is_emptied
    ]
    if made:
        _keep(key, [*done, *made])
        st.rerun()


def _row(cell: str) -> int:
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _keep(key: str, repairs: list[Repair]) -> None:
    st.session_state[REPAIRS] = {**st.session_state.get(REPAIRS, {}), key: repairs}
