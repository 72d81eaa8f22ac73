"""A person's card on the screen, and what the person can do with it."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.viewer import Viewer
from momentos.figures.filters import Filters
from momentos.people.kept.card_remarks import Remark, answer, reading, remark, say_read
from momentos.people.meanings.card_sheet import CardSheet
from momentos.people.meanings.policy import Policy
from momentos.people.prints.card_pdf import cards_pdf
from momentos.people.questions.card import Card
from momentos.people.questions.seen import seen_card, seen_remarks, team_cards
from momentos.people.screen.card_handing import team_codes
from momentos.people.words.card import card_sheet
from momentos.people.words.card_remarks import answer_line, read_or_not, remark_line
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.figure_table import short_table
from momentos.screen.language import reader, t, tell
from momentos.screen.printing import print_button
from momentos.screen.safe import as_text
from momentos.screen.viewer import is_code_asked


@dataclass(frozen=True)
class Whose:
    """Who looks at whose card, and under which policy."""

    viewer: Viewer
    employee: str
    policy: Policy
    version: int
    filters: Filters

    @property
    def card(self) -> Card:
        return ask(seen_card, self.viewer, self.employee, self.policy, self.filters)

    def sheet(self) -> CardSheet:
        """What stands on the card."""
        return _sheet_of(self.card)


def _sheet_of(card: Card) -> CardSheet:
    return card_sheet(card, clock.today())


def show_sheet(sheet: CardSheet) -> None:
    """The figures and every section, as on paper."""
    with box(sheet.employee, tell(sheet.subtitle)):
        short_table(_figures_down(sheet), alt=t("Figures"))
        for section in sheet.sections[:-1]:
            st.markdown(f"**{as_text(tell(section.heading))}**")
            for sentence in section.sentences:
                text = as_text(reader().text(sentence))
                st.markdown(f"> {text}" if section.is_quoted else f"- {text}")
        last = sheet.sections[-1]
        with st.expander(tell(last.heading)):
            st.markdown("\n".join(f"- {as_text(reader().text(sentence))}" for sentence in last.sentences))


def _figures_down(sheet: CardSheet) -> pd.DataFrame:
    """One column a figure, so that everything said of it fits a phone."""
    write = reader().text
    first, *others = zip(sheet.headings, *sheet.figures, strict=True)
    return pd.DataFrame([[write(cell) for cell in row] for row in others], columns=[write(cell) for cell in first])


def print_cards(whose: Whose, sheet: CardSheet) -> None:
    """The card on paper; for a lead, those of the whole team in one file, which takes a press more."""
    supervisor = whose.card.supervisor
    with st.container(horizontal=True, vertical_alignment="center"):
        paper = partial(cards_pdf, [sheet], reader())
        print_button(t("Print my card"), paper, file_name=t("card.pdf"), key="print_card")
        if (
            not supervisor
            or not whose.viewer.is_lead
            or not st.toggle(t("All the cards of the team"), key="team_cards")
        ):
            return
        team = ask(team_cards, whose.viewer, supervisor, whose.policy, whose.filters)
        paper = partial(cards_pdf, [_sheet_of(one) for one in team], reader())
        print_button(t("Print {n} cards", n=len(team)), paper, file_name=t("cards.pdf"), key="print_cards")
    if is_code_asked():
        team_codes(whose.viewer, [one.employee for one in team])


def say_it_was_read(whose: Whose) -> None:
    """The person says that they have read how they are evaluated, once for each version."""
    read = ask(reading, whose.viewer, whose.employee, whose.version)
    if read is not None or not whose.viewer.may_speak_for(whose.employee):
        st.caption(as_text(tell(read_or_not(read, whose.employee, whose.viewer))))
    elif st.button(
        t("I have read how I am evaluated"),
        icon=":material/check:",
        key="policy_read",
        disabled=not whose.viewer.signs_for(whose.employee),
    ):
        act(lambda: say_read(warehouse(), whose.viewer, whose.employee, whose.version, at=clock.this_second()))


def figures_of(sheet: CardSheet) -> list[str]:
    """The names of the card's figures, as shown."""
    return [reader().text(row[0]) for row in sheet.figures]


def comment_a_figure(whose: Whose, sheet: CardSheet) -> None:
    """«I want to comment on this figure», for the person alone, with the remarks already made and their answers."""
    if whose.viewer.may_speak_for(whose.employee):
        with (
            st.expander(t("I want to comment on a figure"), icon=":material/chat:"),
            st.form("remark", clear_on_submit=True, border=False),
        ):
            figure = st.selectbox(t("Which figure"), figures_of(sheet), filter_mode=None)
            text = st.text_area(t("What you want to say"), max_chars=1000)
            is_unsigned = not whose.viewer.signs_for(whose.employee)
            if st.form_submit_button(t("Send to my lead"), disabled=is_unsigned) and figure:
                act(
                    lambda: remark(warehouse(), whose.viewer, whose.employee, str(figure), text, at=clock.this_second())
                )
    for one in ask(seen_remarks, whose.viewer, whose.employee):
        _show_remark(one)


def answer_remarks(viewer: Viewer, author: str) -> None:
    """What a lead sees: every remark, those without an answer first, and a place to answer."""
    waiting = sorted(ask(seen_remarks, viewer), key=lambda one: one.answer is not None)
    for one in waiting:
        _show_remark(one)
        if one.answer is None:
            _answer_it(viewer, one.entry_no, author)


def _answer_it(viewer: Viewer, entry_no: int, author: str) -> None:
    with st.form(f"answer_{entry_no}", clear_on_submit=True, border=False):
        text = st.text_input(t("Your answer"), max_chars=1000)
        if st.form_submit_button(t("Answer")):
            act(lambda: answer(warehouse(), viewer, entry_no, text, author=author, at=clock.this_second()))


def _show_remark(one: Remark) -> None:
    st.markdown(f"- {as_text(tell(remark_line(one)))}")
    st.caption(as_text(tell(answer_line(one))))
