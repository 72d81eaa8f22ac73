"""One table of an uploaded file: what it is, what is asked about it, and the rows that come out."""

from dataclasses import dataclass, replace

import streamlit as st

from momentos.datasets import DATASETS
from momentos.datasets.checked import CheckedSheet
from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.domain.messages import Message
from momentos.intake.choices import Choices
from momentos.intake.families import as_the_family
from momentos.intake.layouts import as_chosen, layout_of
from momentos.intake.preparing import prepare
from momentos.intake.questions import hidden_question, likely_datasets, questions
from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices, recognise
from momentos.intake.repair import Repair, repaired
from momentos.intake.report import left_out_above
from momentos.intake.sheet_proposal import Doubt, Proposal
from momentos.intake.text import fold
from momentos.loading.answering import Answered, open_blocks, with_corrections
from momentos.loading.remembered_layouts import forget
from momentos.loading.remembered_layouts import remembered as mappings
from momentos.loading.stays_out import StaysOut, left_out
from momentos.loading.words import table as words
from momentos.screen.asking import ask, warehouse
from momentos.screen.language import language, t, tell
from momentos.screen.safe import as_text
from momentos.screen.upload.arriving import Arrival, remembered
from momentos.screen.upload.columns import corrected_columns, forget_corrections, show_columns
from momentos.screen.upload.mending import mend, repairs_of
from momentos.screen.upload.problems import show_problems
from momentos.screen.upload.questions import ask_all, ask_yes_or_no
from momentos.screen.viewer import viewer
from momentos.screen.working import Effort, work

LEFT_OUT = "-"


@dataclass(frozen=True)
class Reviewed:
    """One table as it will load. ``is_decided`` says whether a person answered or corrected anything about it, and left
    nothing that was asked open."""

    table: RawTable
    choices: Choices
    repairs: tuple[Repair, ...]
    sheet: CheckedSheet
    is_decided: bool


Outcome = tuple[Reviewed | None, StaysOut | None]
"""A table's rows, if any of them can load, and what of it stays out without anybody having said so."""


def review(arrival: Arrival, table: RawTable, place: int, family: RawTable) -> Outcome:
    """Draw the table and answer its rows. ``family`` is the table with the rows of the sheets that go on with it."""
    key, where = f"{arrival.key}_{place}", _where(arrival, table)
    before = _decided_before(table)
    st.subheader(as_text(tell(words.where_it_stands(table))), anchor=False)
    above = left_out_above(table)
    if above is not None:
        st.caption(as_text(tell(above)))
    hidden = _question_if_hidden(table, before)
    answer = ask_yes_or_no(hidden, f"hidden_{key}") if hidden else True
    if hidden is not None and not answer:
        st.caption(tell(words.LEFT_OUT))
        return None, StaysOut(where, is_whole=True, unanswered=(hidden.question,)) if answer is None else None
    proposal = remembered(f"recognised {key}", [], lambda: _recognise(key, family, None))
    _tell_periods_across(proposal)
    likely = before.dataset if before else proposal.dataset
    if likely is None and not table.row_count:
        st.caption(tell(words.NOTHING_BELOW_HEADERS))
        return None, None
    asked = () if likely else _ask_what_it_is(proposal, key)
    dataset = _pick_dataset(likely, key)
    if dataset is None:
        return None, StaysOut(where, is_whole=True, unanswered=asked)
    if dataset == LEFT_OUT:
        st.caption(tell(words.LEFT_OUT))
        return None, None
    if dataset != proposal.dataset:
        proposal = remembered(f"recognised {key} {dataset}", [], lambda: _recognise(key, family, dataset))
    answered = _answers(table, proposal, before, dataset, key)
    answered = replace(answered, is_any=answered.is_any or dataset != likely or hidden is not None)
    return _as_answered(table, family, proposal, answered, key, where)


def _answers(table: RawTable, proposal: Proposal, before: Choices | None, dataset: str, key: str) -> Answered:
    """What was decided before about tables with these headers, or what is answered now."""
    if before is not None and before.dataset == dataset:
        _say_decided_before(table, key)
        corrected = corrected_columns(key)
        answered = Answered(with_corrections(table, before, corrected), (), bool(corrected))
    else:
        answered = ask_all(table, proposal, f"{key}_{dataset}", corrected_columns(key))
    wanted = before.hidden_sheets if before else frozenset()
    hidden = wanted | {fold(table.sheet)} if table.hidden else wanted
    return replace(answered, choices=replace(answered.choices, hidden_sheets=hidden))


def _as_answered(
    table: RawTable, family: RawTable, proposal: Proposal, answered: Answered, key: str, where: str
) -> Outcome:
    """The table's rows as they come out with these answers, its columns and what is wrong in it drawn."""
    choices = as_the_family(answered.choices, family, table)
    show_columns(table, proposal, choices, key)
    blocking = open_blocks(proposal, answered)
    unanswered = tuple(doubt.question for doubt in answered.unanswered)
    if blocking:
        st.warning(tell(words.ANSWER_FIRST), icon=":material/help:")
        return None, StaysOut(where, is_whole=True, unanswered=unanswered or tuple(one.question for one in blocking))
    repairs = tuple(repairs_of(key))
    try:
        sheet = _prepared(table, choices, repairs, key)
    except Refused as refused:
        st.error(as_text(tell(refused.message)), icon=":material/error:")
        return None, StaysOut(where, is_whole=True)
    left = left_out(table, choices, sheet, where, unanswered)
    show_problems(sheet, key, is_all_in=left is None)
    mend(sheet, key)
    return Reviewed(table, choices, repairs, sheet, answered.is_any and not unanswered), left


def _prepared(table: RawTable, choices: Choices, repairs: tuple[Repair, ...], key: str) -> CheckedSheet:
    return remembered(
        f"prepared {key}",
        [choices, repairs],
        lambda: work(
            f"prepare {key} {choices!r} {len(repairs)}",
            t("Checking {sheet}…", sheet=table.sheet),
            prepare,
            repaired(table, repairs),
            choices,
            today=clock.today(),
            effort=Effort("prepare", table.row_count),
        ),
    )


def _question_if_hidden(table: RawTable, before: Choices | None) -> Doubt | None:
    """Whether the table is to be loaded: asked where its sheet is hidden and nobody has said so of one of that name."""
    doubt = hidden_question(table)
    return None if before is not None and fold(table.sheet) in before.hidden_sheets else doubt


def _where(arrival: Arrival, table: RawTable) -> str:
    """The file, and the sheet where it is not the only one."""
    is_alone = arrival.workbook is None or len(arrival.workbook.tables) == 1
    return arrival.name if is_alone else f"{arrival.name} · {table.sheet}"


def _decided_before(table: RawTable) -> Choices | None:
    """How a table with these headers was said to be read, if anybody said so."""
    entry = ask(mappings).get(layout_of(table))
    return as_chosen(table, entry.said.layout) if entry else None


def _say_decided_before(table: RawTable, key: str) -> None:
    entry = ask(mappings)[layout_of(table)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f":material/history: {as_text(tell(words.decided_before(entry.written_at)))}")
        if st.button(t("Decide anew"), key=f"anew_{key}", type="tertiary"):
            forget(warehouse(), layout_of(table), author=viewer().name, at=clock.now())
            forget_corrections(key)
            st.rerun()


def _tell_periods_across(proposal: Proposal) -> None:
    for doubt in proposal.doubts:
        if doubt.kind == "periods across":
            st.warning(as_text(tell(doubt.question)), icon=":material/table_chart:")


def _recognise(key: str, table: RawTable, dataset: str | None) -> Proposal:
    said = t("Recognising {sheet}…", sheet=table.sheet)
    return work(f"recognise {key} {dataset}", said, recognise, table, today=clock.today(), dataset=dataset)


def _ask_what_it_is(proposal: Proposal, key: str) -> tuple[Message, ...]:
    """The question with values beside it, and the likeliest answers at hand; the list below has them all."""
    (doubt,) = questions(proposal, default_choices(proposal))
    if doubt.kind != "dataset":
        return ()
    st.markdown(f":orange[:material/help:] {as_text(tell(doubt.question))}")
    if doubt.samples:
        st.caption(as_text(tell(words.samples(doubt.samples))))
    with st.container(horizontal=True, key=f"likely_{key}"):
        for name in likely_datasets(proposal):
            label = t("It is: {dataset}", dataset=tell(DATASETS[name].label))
            st.button(label, key=f"is_{key}_{name}", on_click=_take_for, args=(key, name))
        none = t("None of these: do not load it")
        st.button(none, key=f"is_{key}_none", on_click=_take_for, args=(key, LEFT_OUT))
    return (doubt.question,)


def _take_for(key: str, dataset: str) -> None:
    st.session_state[_dataset_widget(key)] = dataset
    forget_corrections(key)


def _dataset_widget(key: str) -> str:
    return f"dataset_{key}_{language()}"


def _pick_dataset(likely: str | None, key: str) -> str | None:
    """What the table is: recognised, or said by the person; nothing where it could not be told and nobody said it."""
    options = [LEFT_OUT, *DATASETS]
    return st.selectbox(
        t("What this table holds"),
        options,
        index=options.index(likely) if likely else None,
        format_func=lambda name: t("Do not load it") if name == LEFT_OUT else tell(DATASETS[name].label),
        placeholder=t("Say what it holds"),
        key=_dataset_widget(key),
        help=None if likely else t("It could not be told from its headers and values."),
        filter_mode=None,
        on_change=forget_corrections,
        args=(key,),
        width=420,
    )
