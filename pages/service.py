"""Service: one metric over time and by whatever explains it."""

from datetime import date

import streamlit as st

from momentos.charts import service
from momentos.domain.dimensions import Dimension
from momentos.queries.catalogue import ended
from momentos.queries.measure import measure, whole_of
from momentos.queries.mixing import mixture
from momentos.queries.seen import NAMING_PEOPLE, seen_groups
from momentos.ui.asking import ask
from momentos.ui.cards import card
from momentos.ui.empty import nothing_measured
from momentos.ui.findings import service_finding
from momentos.ui.head import page
from momentos.ui.language import t, tell
from momentos.ui.metrics import pick_metric, say_figure, say_meaning, say_which_answers
from momentos.ui.mixed import say_mixture
from momentos.ui.periods import back_a_year
from momentos.ui.picking import pick
from momentos.ui.showing import show, style
from momentos.ui.tables import figures_table
from momentos.ui.targets import say_target
from momentos.ui.viewer import viewer

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
    drawn = ask(ended, back_a_year(head.filters), date.today())
    by_period = ask(measure, metric, (over,), drawn)
    say_mixture(metric, drawn)
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
    offered = [one for one in BY if viewer().is_lead or one not in NAMING_PEOPLE]
    first = next((one for one in offered if not ask(measure, metric, (one,), head.filters).empty), offered[0])
    by = Dimension(
        pick("by", t("Group by"), offered, words=lambda one: tell(Dimension(one).label), default=first, width=240)
    )
    groups = ask(seen_groups, viewer(), metric, by, head.filters)
    whole = ask(whole_of, metric, (by,), head.filters)
    is_mixed = ask(mixture, metric, head.filters, (by,), with_unknown=True).is_mixed
    mean = None if whole.empty or is_mixed else float(whole["value"].iloc[0])
    say_which_answers(whole, overall, by)
    say_mixture(metric, head.filters, (by,))
    show(
        service.breakdown,
        groups,
        metric,
        mean=mean,
        key="breakdown",
        alt=t("{metric} by group", metric=tell(metric.label)),
    )
    figures_table(groups, metric, by)
