"""My card: one person's own figures, against their own past and the team, with what they want to say of them."""

import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import say
from momentos.figures.catalogue import values_of
from momentos.people.kept.policies import policy_on, version_on
from momentos.people.questions.seen import seen_remarks
from momentos.people.screen.card import (
    Whose,
    answer_remarks,
    comment_a_figure,
    figures_of,
    print_cards,
    say_it_was_read,
    show_sheet,
)
from momentos.people.screen.card_handing import hand_over_code
from momentos.people.screen.coaching import show_own_notes
from momentos.people.screen.rewarding import say_how_i_like_it
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import nothing_measured
from momentos.screen.head import page
from momentos.screen.language import t
from momentos.screen.letting_in import need_card_here, offer_to_speak
from momentos.screen.picking import pick
from momentos.screen.signing import signature

head = page(t("My card"))
people = ask(values_of, Dimension.EMPLOYEE)
if not people:
    nothing_measured()
    st.stop()
employee = pick("person", t("Person"), people, words=str, width=320)
viewer = need_card_here(employee)
version = ask(version_on, clock.today())
whose = Whose(viewer, employee, ask(policy_on, clock.today()), version.number if version else 0, head.filters)
head.say(say("The card of {name}", name=employee))

sheet = whose.sheet()
show_sheet(sheet)
print_cards(whose, sheet)
hand_over_code(viewer, employee)
author = signature() if viewer.is_lead else viewer.name
say_it_was_read(whose)
offer_to_speak(viewer, employee)
comment_a_figure(whose, sheet)
say_how_i_like_it(viewer, employee)
show_own_notes(viewer, employee, figures_of(sheet))

if viewer.is_lead and ask(seen_remarks, viewer):
    with box(t("What people say of their figures"), t("For whoever leads them: every remark has an answer.")):
        answer_remarks(viewer, author)
