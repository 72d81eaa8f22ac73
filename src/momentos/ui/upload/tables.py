"""One table of an uploaded file: what it is, what is asked about it, and the rows that come out."""

from datetime import date

import streamlit as st

from momentos.datasets import DATASETS
from momentos.datasets.checked import CheckedSheet
from momentos.domain.errors import Refused
from momentos.intake.preparing import prepare
from momentos.intake.recognise import Proposal, recognise
from momentos.intake.tables import RawTable
from momentos.ui.figures import count_text
from momentos.ui.language import language, t, tell
from momentos.ui.safe import as_text
from momentos.ui.upload.arriving import Arrival, remembered
from momentos.ui.upload.columns import corrected_columns, forget_corrections, show_columns
from momentos.ui.upload.problems import show_problems
from momentos.ui.upload.questions import choices_for, open_blocks
from momentos.ui.working import work

LEFT_OUT = "-"


class Blocked(Exception):
    """The table cannot load before a question is answered."""


def review(arrival: Arrival, table: RawTable, place: int) -> CheckedSheet | None:
    """Draw the table and answer its rows; ``None`` if it is left out. Raises ``Blocked`` while a question is open."""
    key = f"{arrival.key}_{place}"
    proposal = remembered(f"recognised {key}", [], lambda: _recognise(key, table, None))
    st.subheader(as_text(_title(table)), anchor=False)
    dataset = _pick_dataset(proposal, key)
    if dataset == LEFT_OUT:
        st.caption(t("This sheet will not be loaded."))
        return None
    if dataset != proposal.dataset:
        proposal = remembered(f"recognised {key} {dataset}", [], lambda: _recognise(key, table, dataset))
    choices = choices_for(table, proposal, f"{key}_{dataset}", corrected_columns(key))
    show_columns(table, proposal, choices, key)
    if open_blocks(proposal, choices):
        st.warning(t("Answer what is asked above, or choose not to load this sheet."), icon=":material/help:")
        raise Blocked
    try:
        sheet = remembered(
            f"prepared {key}",
            [choices],
            lambda: work(
                f"prepare {key} {choices!r}",
                t("Checking {sheet}…", sheet=table.sheet),
                prepare,
                table,
                choices,
                today=date.today(),
            ),
        )
    except Refused as refused:
        st.error(as_text(tell(refused.message)), icon=":material/error:")
        raise Blocked from refused
    show_problems(sheet, key)
    return sheet


def _recognise(key: str, table: RawTable, dataset: str | None) -> Proposal:
    said = t("Recognising {sheet}…", sheet=table.sheet)
    return work(f"recognise {key} {dataset}", said, recognise, table, today=date.today(), dataset=dataset)


def _pick_dataset(proposal: Proposal, key: str) -> str:
    """What the table is: recognised, or said by the person; first not loaded when it could not be told."""
    options = [LEFT_OUT, *DATASETS]
    return st.selectbox(
        t("What this table holds"),
        options,
        index=options.index(proposal.dataset) if proposal.dataset else 0,
        format_func=lambda name: t("Do not load it") if name == LEFT_OUT else tell(DATASETS[name].label),
        key=f"dataset_{key}_{language()}",
        help=None if proposal.dataset else t("It could not be told from its headers and values."),
        filter_mode=None,
        on_change=forget_corrections,
        args=(key,),
        width=420,
    )


def _title(table: RawTable) -> str:
    first, last = table.header_rows
    words = {"sheet": table.sheet, "rows": count_text(table.row_count), "first": first, "last": last}
    if first == last:
        return t("Sheet «{sheet}»: {rows} rows, headers in row {first}", **words)
    return t("Sheet «{sheet}»: {rows} rows, headers in rows {first} to {last}", **words)
