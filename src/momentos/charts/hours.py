"""A metric by day of the week and hour: when it hurts."""

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.axis_marks import decimals_of
from momentos.charts.frames import rows_of
from momentos.charts.grid import draw_grid
from momentos.charts.safe_text import hover
from momentos.charts.sentences import count_words
from momentos.charts.style import Style, empty_figure
from momentos.domain.messages import say
from momentos.domain.metrics import Metric
from momentos.locales.units import scale_for

_WEEKDAYS = (say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun"))


def hour_grid(frame: pd.DataFrame, metric: Metric, style: Style) -> go.Figure:
    """Days across, hours down, so that it fits a phone.

    ``frame``: ``weekday`` (0 Monday), ``hour`` (0 to 23), ``value``, ``n``.
    """
    measured = frame[frame["value"].notna()]
    if measured.empty:
        return empty_figure(style)
    scale = scale_for(metric, measured["value"])
    hours = list(range(int(measured["hour"].min()), int(measured["hour"].max()) + 1))
    days = [style.words(day) for day in _WEEKDAYS]
    cells = pd.DataFrame(
        {
            "row": measured["hour"] - hours[0],
            "column": measured["weekday"],
            "value": measured["value"],
            "n": measured["n"],
        }
    )
    hovers = [
        hover(f"{days[int(row.weekday)]}, {row.hour}:00", scale.write(row.value, style), count_words(row.n, style))
        for row in rows_of(measured)
    ]
    spread = (measured["value"].max() - measured["value"].min()) / scale.divisor
    decimals = 0 if spread >= 10 else min(decimals_of(0.1 if spread >= 1 else 0.01), 2)
    names = [f"{hour}:00" for hour in hours]
    return draw_grid(cells, names, days, lambda value: style.number(value / scale.divisor, decimals), hovers, style)
