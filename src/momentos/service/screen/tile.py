"""One tile: a value never stands without its n, a change never without whether it is real."""

from typing import Any

import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Direction, Metric
from momentos.figures.compare import with_change
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.figures.mixing import mixture
from momentos.figures.monitor import starts_on
from momentos.screen.asking import ask
from momentos.screen.language import tell
from momentos.screen.periods import history_of
from momentos.screen.safe import as_text
from momentos.screen.writing import figure_text
from momentos.service.words.tile import NOTHING_MEASURED, Change, change_of, what_stands_behind

SPARKLINE_MONTHS = 12

_COLOUR_OF_CHANGE = {Direction.HIGHER: "normal", Direction.LOWER: "inverse", Direction.NEITHER: "off"}


def tile(metric: Metric, filters: Filters) -> None:
    """The value, its change against the equal period before, its last twelve months, its n and target."""
    now = ask(with_change, metric, filters)
    with st.container(border=True, height="stretch", gap="xsmall"):
        if now.empty:
            st.metric(as_text(tell(metric.label)), "–", **_as_delta(metric, Change(NOTHING_MEASURED)))
            return
        row = now.iloc[0]
        st.metric(
            as_text(tell(metric.label)),
            figure_text(metric, row.value),
            **_as_delta(metric, change_of(metric, row, filters)),
            chart_data=_history(metric, filters),
            chart_type="area",
            help=as_text(tell(metric.formula)),
        )
        st.caption(_whole_parts(as_text(tell(what_stands_behind(metric, row)))))


def _as_delta(metric: Metric, change: Change | None) -> dict[str, Any]:
    """The change as Streamlit's tile takes it: coloured only where it is more than chance."""
    if change is None:
        return {}
    if not change.has_arrow:
        return {"delta": tell(change.words), "delta_color": "off", "delta_arrow": "off"}
    return {
        "delta": tell(change.words),
        "delta_color": _COLOUR_OF_CHANGE[metric.direction] if change.is_real else "off",
        "delta_description": tell(change.beside) if change.beside else None,
    }


def _whole_parts(text: str) -> str:
    """The same text, which breaks into lines only after a « · »."""
    return " · ".join(part.replace(" ", "\u00a0") for part in text.split(" · "))


def _history(metric: Metric, filters: Filters) -> list[float] | None:
    """The last months, oldest first; nothing where surveys of different kinds are mixed in them."""
    history = history_of(filters)
    months = ask(measure, metric, (Dimension.MONTH,), history).tail(SPARKLINE_MONTHS)
    if months.empty:
        return []
    drawn = history.within(starts_on(months[Dimension.MONTH].iloc[0]), history.to_on)
    return None if ask(mixture, metric, drawn).is_mixed else [float(value) for value in months["value"]]
