"""Service: one metric over time and by whatever explains it."""

import streamlit as st

from momentos.figures.compare import with_change
from momentos.figures.measure import measure
from momentos.screen.asking import ask
from momentos.screen.empty import nothing_measured
from momentos.screen.head import page
from momentos.screen.language import t
from momentos.screen.metrics import pick_metric, say_figure, say_meaning
from momentos.service.screen.by_group import show_by_group
from momentos.service.screen.over_time import show_over_time
from momentos.service.screen.targets import say_target
from momentos.service.words.finding import service_finding

head = page(t("Service"))
metric = pick_metric()
if metric is None:
    nothing_measured()
    st.stop()
head.say(service_finding(metric, ask(with_change, metric, head.filters), head.filters))
say_meaning(metric)
say_target(metric)
overall = ask(measure, metric, (), head.filters)
say_figure(metric, overall)
show_over_time(metric, head.filters)
show_by_group(metric, overall, head.filters)
