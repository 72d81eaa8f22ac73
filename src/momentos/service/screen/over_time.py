"""A metric over time on the screen, far enough back that the period can be seen beside what came before."""

from momentos.charts import service
from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.figures.catalogue import ended
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.figures.windows import back_a_year
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.language import t, tell
from momentos.screen.mixed import say_mixture
from momentos.screen.picking import pick
from momentos.screen.showing import show, style

OVER = (Dimension.DAY, Dimension.WEEK, Dimension.MONTH)


def show_over_time(metric: Metric, filters: Filters) -> None:
    """The line of the metric by day, week or month."""
    title = t("{metric} over time", metric=tell(metric.label))
    with box(title, t("It goes back at least a year, so that the period above can be seen beside what came before.")):
        over = Dimension(
            pick("over", t("By"), OVER, words=lambda one: tell(Dimension(one).label), default="month", form="row")
        )
        drawn = ask(ended, back_a_year(filters), clock.today())
        by_period = ask(measure, metric, (over,), drawn)
        say_mixture(metric, drawn)
        show(
            service.trend,
            by_period,
            metric,
            target=metric.target,
            key="trend",
            legend=service.legend(style(), has_target=metric.target is not None),
            alt=title,
        )
