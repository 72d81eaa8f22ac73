"""My card: one person's own figures, against their own past and the team, with what they want to say of them."""

import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.queries.catalogue import values_of
from momentos.queries.seen import seen_remarks
from momentos.ui.asking import ask
from momentos.ui.card_handing import hand_over_code
from momentos.ui.card_show import (
    Whose,
    answer_remarks,
    comment_a_figure,
    figures_of,
    print_cards,
    say_it_was_read,
    show_sheet,
)
from momentos.ui.cards import card as boxed
from momentos.ui.empty import nothing_measured
from momentos.ui.growth.coaching import show_own_notes
from momentos.ui.head import page
from momentos.ui.language import t
from momentos.ui.letting_in import need_card_here, offer_to_speak
from momentos.ui.picking import pick
from momentos.ui.rewarding import say_how_i_like_it
from momentos.ui.signing import now, signature
from momentos.warehouse.policies import policy_on, version_on

head = page(t("My card"))
people = ask(values_of, Dimension.EMPLOYEE)
if not people:
    nothing_measured()
    st.stop()
employee = pick("person", t("Person"), people, words=str, width=320)
viewer = need_card_here(employee)
version = ask(version_on, now().date())
whose = Whose(viewer, employee, ask(policy_on, now().date()), version.number if version else 0, head.filters)
head.say(t("The card of {name}", name=employee))

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
    with boxed(t("What people say of their figures"), t("For whoever leads them: every remark has an answer.")):
        answer_remarks(viewer, author)
