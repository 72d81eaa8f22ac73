"""The four tiles of the first page."""

from itertools import islice

import streamlit as st

from momentos.domain.metrics import Metric
from momentos.figures.compare import with_change
from momentos.figures.filters import Filters
from momentos.screen.asking import ask
from momentos.service.meanings.watched import for_tiles
from momentos.service.screen.tile import tile

TILES = 4


def show_tiles(measured: list[Metric], filters: Filters) -> None:
    """What customers say first, then how they are served; what was measured in this period before what was not."""
    known = for_tiles(measured)
    here = list(islice((metric for metric in known if not ask(with_change, metric, filters).empty), TILES))
    chosen = [*here, *(metric for metric in known if metric not in here)][:TILES]
    with st.grid(TILES, min_column_width=230):
        for metric in chosen:
            tile(metric, filters)
