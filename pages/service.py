"""Service: one metric over time and by whatever explains it."""

import streamlit as st

from momentos.charts import service
from momentos.domain.dimensions import Dimension
from momentos.queries.measure import measure, whole_of
from momentos.ui.asking import ask
from momentos.ui.cards import card
from momentos.ui.empty import nothing_measured
from momentos.ui.findings import service_finding
from momentos.ui.head import page
from momentos.ui.language import t, tell
from momentos.ui.metrics import pick_metric, say_figure, say_meaning, say_which_answers
from momentos.ui.periods import back_a_year
from momentos.ui.picking import pick
from momentos.ui.showing import show, style
from momentos.ui.tables import figures_table
from momentos.ui.targets import say_target

OVER = (Dimension.DAY, Dimension.WEEK, Dimension.MONTH)
BY = (
    Dimension.AREA,
    Dimension.TOUCHPOINT,
    Dimension.STAGE,
    Dimension.CHANNEL,
    Dimension.REASON,
    Dimension.SITE,
    Dimension.SUPERVISOR,
    Dimension.SEGMENT,
)

head = page(t("Service"))
metric = pick_metric()
if metric is None:
    nothing_measured()
    st.stop()
head.say(service_finding(metric, head.filters))
say_meaning(metric)
say_target(metric)
overall = ask(measure, metric, (), head.filters)
say_figure(metric, overall)

with card(
    t("{metric} over time", metric=tell(metric.label)),
    t("It goes back at least a year, so that the period above can be seen beside what came before."),
):
    over = Dimension(
        pick("over", t("By"), OVER, words=lambda one: tell(Dimension(one).label), default="month", form="row")
    )
    by_period = ask(measure, metric, (over,), back_a_year(head.filters))
    show(
        service.trend,
        by_period,
        metric,
        target=metric.target,
        key="trend",
        legend=service.legend(style(), has_target=metric.target is not None),
        alt=t("{metric} over time", metric=tell(metric.label)),
    )

with card(t("{metric} by group", metric=tell(metric.label))):
    first = next((one for one in BY if not ask(measure, metric, (one,), head.filters).empty), BY[0])
    by = Dimension(
        pick("by", t("Group by"), BY, words=lambda one: tell(Dimension(one).label), default=first, width=240)
    )
    groups = ask(measure, metric, (by,), head.filters)
    whole = ask(whole_of, metric, (by,), head.filters)
    mean = None if whole.empty else float(whole["value"].iloc[0])
    say_which_answers(whole, overall, by)
    show(
        service.breakdown,
        groups,
        metric,
        mean=mean,
        key="breakdown",
        alt=t("{metric} by group", metric=tell(metric.label)),
    )
    figures_table(groups, metric, by)
