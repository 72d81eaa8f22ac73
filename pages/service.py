"""Service: one metric over time and by whatever explains it."""

import streamlit as st

from momentos.charts import service
from momentos.domain import clock
from momentos.domain.dimensions import PEOPLE_DIMENSIONS, Dimension
from momentos.facts import dimensions_of
from momentos.figures.catalogue import ended
from momentos.figures.compare import with_change
from momentos.figures.measure import measure, whole_of
from momentos.figures.mixing import mixture
from momentos.people.questions.seen import seen_groups
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import nothing_measured
from momentos.screen.figure_table import figures_table
from momentos.screen.head import page
from momentos.screen.language import t, tell
from momentos.screen.metrics import pick_metric, say_figure, say_meaning, say_which_answers
from momentos.screen.mixed import say_mixture
from momentos.screen.periods import back_a_year
from momentos.screen.picking import pick
from momentos.screen.showing import show, style
from momentos.screen.viewer import viewer
from momentos.service.screen.targets import say_target
from momentos.service.words.finding import service_finding

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
head.say(service_finding(metric, ask(with_change, metric, head.filters), head.filters))
say_meaning(metric)
say_target(metric)
overall = ask(measure, metric, (), head.filters)
say_figure(metric, overall)

with box(
    t("{metric} over time", metric=tell(metric.label)),
    t("It goes back at least a year, so that the period above can be seen beside what came before."),
):
    over = Dimension(
        pick("over", t("By"), OVER, words=lambda one: tell(Dimension(one).label), default="month", form="row")
    )
    drawn = ask(ended, back_a_year(head.filters), clock.today())
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

with box(t("{metric} by group", metric=tell(metric.label))):
    hidden = () if viewer().is_lead else PEOPLE_DIMENSIONS
    offered = [one for one in BY if one in dimensions_of(metric) and one not in hidden]
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
