"""Signals to review, only for leads: how surveys come in, and answers that look odd."""

import streamlit as st

from momentos.people.questions.honesty import honesty
from momentos.people.screen.honesty import show_funnels, show_signals
from momentos.people.words.honesty import honesty_finding
from momentos.screen.asking import ask
from momentos.screen.empty import nothing_measured
from momentos.screen.head import page
from momentos.screen.language import t
from momentos.screen.letting_in import need_lead_here

head = page(t("Signals to review"))
viewer = need_lead_here()
found = ask(honesty, viewer, head.filters)
if not found.people:
    nothing_measured()
    st.stop()
head.say(honesty_finding(found))
show_signals(found, viewer, head.filters)
show_funnels(found)
