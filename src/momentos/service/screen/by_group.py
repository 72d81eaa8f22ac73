"""A metric by whatever explains it on the screen: area, touchpoint, channel…"""

import pandas as pd

from momentos.charts import service
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.figures.filters import Filters
from momentos.figures.measure import measure, whole_of
from momentos.figures.mixing import mixture
from momentos.figures.named_groups import offered_to, seen_groups
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.figure_table import figures_table
from momentos.screen.language import t, tell
from momentos.screen.metrics import say_which_answers
from momentos.screen.mixed import say_mixture
from momentos.screen.picking import pick
from momentos.screen.showing import show
from momentos.screen.viewer import viewer

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


def show_by_group(metric: Metric, overall: pd.DataFrame, filters: Filters) -> None:
    """The groups beside their mean, and the exact numbers. ``overall`` is the figure of the period."""
    title = t("{metric} by group", metric=tell(metric.label))
    with box(title):
        by = _pick_group(metric, filters)
        groups = ask(seen_groups, viewer(), metric, by, filters)
        whole = ask(whole_of, metric, (by,), filters)
        is_mixed = ask(mixture, metric, filters, (by,), with_unknown=True).is_mixed
        mean = None if whole.empty or is_mixed else float(whole["value"].iloc[0])
        say_which_answers(whole, overall, by)
        say_mixture(metric, filters, (by,))
        show(service.breakdown, groups, metric, mean=mean, key="breakdown", alt=title)
        figures_table(groups, metric, by)


def _pick_group(metric: Metric, filters: Filters) -> Dimension:
    """The group picked, among those the viewer may see; at first one in which something is measured."""
    offered = offered_to(viewer(), metric, BY)
    first = next((by for by in offered if not ask(measure, metric, (by,), filters).empty), offered[0])
    return Dimension(
        pick("by", t("Group by"), offered, words=lambda by: tell(Dimension(by).label), default=first, width=240)
    )
