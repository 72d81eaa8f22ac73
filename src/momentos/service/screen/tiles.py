"""The four tiles of the first page."""

from itertools import islice

import streamlit as st

from momentos.domain.metrics import Metric
from momentos.figures.compare import with_change
from momentos.figures.filters import Filters
from momentos.screen.asking import ask
from momentos.service.screen.tile import tile

TILES = 4
_FIRST = ("csat", "nps", "fcr", "wait", "service_level", "score", "abandonment", "interactions", "handle_time", "ces")


def show_tiles(measured: list[Metric], filters: Filters) -> None:
    """What customers say first, then how they are served; what was measured in this period before what was not."""
    by_key = {metric.key: metric for metric in measured}
    known = [by_key[key] for key in _FIRST if key in by_key]
    here = list(islice((metric for metric in known if not ask(with_change, metric, filters).empty), TILES))
    chosen = [*here, *(metric for metric in known if metric not in here)][:TILES]
    with st.grid(TILES, min_column_width=230):
        for metric in chosen:
            tile(metric, filters)
