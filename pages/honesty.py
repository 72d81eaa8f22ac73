"""Signals to review, only for leads: how surveys come in, and answers that look odd."""

import streamlit as st

from momentos.queries.honesty import honesty
from momentos.ui.asking import ask
from momentos.ui.empty import nothing_measured
from momentos.ui.head import page
from momentos.ui.honesty_show import honesty_finding, show_funnels, show_signals
from momentos.ui.language import t
from momentos.ui.letting_in import need_lead_here

head = page(t("Signals to review"))
viewer = need_lead_here()
found = ask(honesty, viewer, head.filters)
if not found.people:
    nothing_measured()
    st.stop()
head.say(honesty_finding(found))
show_signals(found, viewer, head.filters)
show_funnels(found)
