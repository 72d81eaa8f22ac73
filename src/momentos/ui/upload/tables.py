"""One table of an uploaded file: what it is, what is asked about it, and the rows that come out."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import streamlit as st

from momentos.datasets import DATASETS
from momentos.datasets.checked import CheckedSheet
from momentos.domain.errors import Refused
from momentos.intake.choices import Choices
from momentos.intake.families import as_the_family
from momentos.intake.layouts import as_chosen, layout_of
from momentos.intake.preparing import prepare
from momentos.intake.proposal import Proposal
from momentos.intake.questions import hidden_question, likely_datasets, questions
from momentos.intake.recognise import default_choices, recognise
from momentos.intake.repair import Repair, repaired
from momentos.intake.report import left_out_above
from momentos.intake.tables import RawTable
from momentos.intake.text import fold
from momentos.ui.asking import ask, warehouse
from momentos.ui.figures import count_text
from momentos.ui.format import instant_text
from momentos.ui.language import language, locale, t, tell
from momentos.ui.safe import as_text
from momentos.ui.upload.arriving import Arrival, remembered
from momentos.ui.upload.columns import corrected_columns, forget_corrections, show_columns
from momentos.ui.upload.mending import mend, repairs_of
from momentos.ui.upload.problems import show_problems
from momentos.ui.upload.questions import ask_yes_or_no, choices_for, open_blocks, with_corrections
from momentos.ui.viewer import viewer
from momentos.ui.working import Effort, work
from momentos.warehouse.mappings import forget
from momentos.warehouse.mappings import remembered as mappings

LEFT_OUT = "-"


class Blocked(Exception):
    """The table cannot load before a question is answered."""


@dataclass(frozen=True)
class Reviewed:
    """One table as it will load. ``is_decided`` says whether a person answered or corrected anything about it."""

    table: RawTable
    choices: Choices
    repairs: tuple[Repair, ...]
    sheet: CheckedSheet
    is_decided: bool


def review(arrival: Arrival, table: RawTable, place: int, family: RawTable) -> Reviewed | None:
    """Draw the table and answer its rows; ``None`` if it is left out. Raises ``Blocked`` while a question is open.

    ``family`` is the table with the rows of the other sheets that go on with it.
    """
    key = f"{arrival.key}_{place}"
    before = _decided_before(table)
    st.subheader(as_text(_title(table)), anchor=False)
    above = left_out_above(table)
    if above is not None:
        st.caption(as_text(tell(above)))
    if not _is_wanted_though_hidden(table, before, key):
        st.caption(t("This sheet will not be loaded."))
        return None
    proposal = remembered(f"recognised {key}", [], lambda: _recognise(key, family, None))
    _tell_periods_across(proposal)
    likely = before.dataset if before else proposal.dataset
    if likely is None and not table.row_count:
        st.caption(t("Nothing stands below its headers, so there is nothing to load."))
        return None
    if likely is None:
        _ask_what_it_is(proposal, key)
    dataset = _pick_dataset(likely, key)
    if dataset == LEFT_OUT:
        st.caption(t("This sheet will not be loaded."))
        return None
    if dataset != proposal.dataset:
        proposal = remembered(f"recognised {key} {dataset}", [], lambda: _recognise(key, family, dataset))
    if before is not None and before.dataset == dataset:
        _say_decided_before(table, key)
        said = with_corrections(table, before, corrected_columns(key))
    else:
        said = choices_for(table, proposal, f"{key}_{dataset}", corrected_columns(key))
    wanted = before.hidden_sheets if before else frozenset()
    said = replace(said, hidden_sheets=wanted | {fold(table.sheet)} if table.hidden else wanted)
    choices = as_the_family(said, family, table)
    show_columns(table, proposal, choices, key)
    if open_blocks(proposal, choices):
        st.warning(t("Answer what is asked above, or choose not to load this sheet."), icon=":material/help:")
        raise Blocked
    repairs = tuple(repairs_of(key))
    try:
        sheet = remembered(
            f"prepared {key}",
            [choices, repairs],
            lambda: work(
                f"prepare {key} {choices!r} {len(repairs)}",
                t("Checking {sheet}…", sheet=table.sheet),
                prepare,
                repaired(table, repairs),
                choices,
                today=date.today(),
                effort=Effort("prepare", table.row_count),
            ),
        )
    except Refused as refused:
        st.error(as_text(tell(refused.message)), icon=":material/error:")
        raise Blocked from refused
    show_problems(sheet, key)
    mend(sheet, key)
    return Reviewed(table, choices, repairs, sheet, said != default_choices(proposal))


def _is_wanted_though_hidden(table: RawTable, before: Choices | None, key: str) -> bool:
    """Whether the table is to be loaded: asked where its sheet is hidden and nobody has said so of one of that name."""
    doubt = hidden_question(table)
    if doubt is None or (before is not None and fold(table.sheet) in before.hidden_sheets):
        return True
    return ask_yes_or_no(doubt, f"hidden_{key}")


def _decided_before(table: RawTable) -> Choices | None:
    """How a table with these headers was said to be read, if anybody said so."""
    entry = ask(mappings).get(layout_of(table))
    return as_chosen(table, entry.value) if entry else None


def _say_decided_before(table: RawTable, key: str) -> None:
    entry = ask(mappings)[layout_of(table)]
    with st.container(horizontal=True, vertical_alignment="center"):
        when = instant_text(entry.written_at, locale())
        words = t("Read as it was decided on {when} for tables with these headers.", when=when)
        st.caption(f":material/history: {as_text(words)}")
        if st.button(t("Decide anew"), key=f"anew_{key}", type="tertiary"):
            forget(warehouse(), layout_of(table), author=viewer().name, at=datetime.now())
            forget_corrections(key)
            st.rerun()


def _tell_periods_across(proposal: Proposal) -> None:
    for doubt in proposal.doubts:
        if doubt.kind == "periods across":
            st.warning(as_text(tell(doubt.question)), icon=":material/table_chart:")


def _recognise(key: str, table: RawTable, dataset: str | None) -> Proposal:
    said = t("Recognising {sheet}…", sheet=table.sheet)
    return work(f"recognise {key} {dataset}", said, recognise, table, today=date.today(), dataset=dataset)


def _ask_what_it_is(proposal: Proposal, key: str) -> None:
    """The question with values beside it, and the likeliest answers at hand; the list below has them all."""
    (doubt,) = questions(proposal, default_choices(proposal))
    if doubt.kind != "dataset":
        return
    st.markdown(f":orange[:material/help:] {as_text(tell(doubt.question))}")
    if doubt.samples:
        st.caption(t("For example: {samples}", samples=as_text(", ".join(doubt.samples))))
    likely = likely_datasets(proposal)
    if likely:
        with st.container(horizontal=True, key=f"likely_{key}"):
            for name in likely:
                words = t("It is: {dataset}", dataset=tell(DATASETS[name].label))
                st.button(words, key=f"is_{key}_{name}", on_click=_take_for, args=(key, name))


def _take_for(key: str, dataset: str) -> None:
    st.session_state[_dataset_widget(key)] = dataset
    forget_corrections(key)


def _dataset_widget(key: str) -> str:
    return f"dataset_{key}_{language()}"


def _pick_dataset(likely: str | None, key: str) -> str:
    """What the table is: recognised, or said by the person; first not loaded when it could not be told."""
    options = [LEFT_OUT, *DATASETS]
    return st.selectbox(
        t("What this table holds"),
        options,
        index=options.index(likely) if likely else 0,
        format_func=lambda name: t("Do not load it") if name == LEFT_OUT else tell(DATASETS[name].label),
        key=_dataset_widget(key),
        help=None if likely else t("It could not be told from its headers and values."),
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
