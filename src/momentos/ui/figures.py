"""Figures in words and tiles: a value never stands without its n, a change never without whether it is real."""

from typing import Any

import pandas as pd
import streamlit as st

from momentos.charts.units import scale_for
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.queries.compare import with_change
from momentos.queries.filters import Filters
from momentos.queries.measure import measure
from momentos.queries.mixing import mixture
from momentos.queries.monitor import starts_on
from momentos.ui.asking import ask
from momentos.ui.format import number_writer
from momentos.ui.language import locale, t, tell
from momentos.ui.periods import history_of
from momentos.ui.safe import as_text
from momentos.ui.showing import style

SPARKLINE_MONTHS = 12

_COLOUR_OF_CHANGE = {Direction.HIGHER: "normal", Direction.LOWER: "inverse", Direction.NEITHER: "off"}


def figure_text(metric: Metric, value: float) -> str:
    """A value with its unit, as this reader writes it."""
    return scale_for(metric, [value]).write(value, style())


def beside_target(metric: Metric, value: float) -> dict[str, str]:
    """``value`` and ``target`` in one and the same unit; for metrics that have a target."""
    target = metric.target or 0.0
    scale = scale_for(metric, [value, target])
    return {"value": scale.write(value, style()), "target": scale.write(target, style())}


def count_text(n: float) -> str:
    """A whole number, as this reader writes it."""
    return number_writer(locale())(n, 0)


def interval_text(metric: Metric, low: float, high: float) -> str:
    """Both bounds with their unit; empty where there is no interval."""
    if pd.isna(low) or pd.isna(high):
        return ""
    scale = scale_for(metric, [low, high])
    return t("{low} to {high}", low=scale.write(low, style()), high=scale.write(high, style()))


def tile(metric: Metric, filters: Filters) -> None:
    """One tile: the value, its change against the equal period before, its last twelve months, its n and target."""
    now = ask(with_change, metric, filters)
    with st.container(border=True, height="stretch", gap="xsmall"):
        if now.empty:
            st.metric(as_text(tell(metric.label)), "–", **_without_change(t("nothing measured")))
            return
        row = now.iloc[0]
        is_few = row.n < metric.minimum_n
        st.metric(
            as_text(tell(metric.label)),
            figure_text(metric, row.value),
            **(_without_change(_missing(metric, row.n)) if is_few and not row.is_mixed else _change(metric, filters)),
            chart_data=_history(metric, filters),
            chart_type="area",
            help=as_text(tell(metric.formula)),
        )
        st.caption(_whole_parts(as_text(_what_stands_behind(metric, row))))


def _what_stands_behind(metric: Metric, row: Any) -> str:
    """How many answers or cases, the interval, and the target where there is one."""
    if metric.kind is Kind.COUNT:
        return tell(metric.formula)
    words = {"n": count_text(row.n), "interval": interval_text(metric, row.low, row.high)}
    target = "" if metric.target is None else figure_text(metric, metric.target)
    if words["interval"] and target:
        return t("n = {n} · 95 %: {interval} · target {target}", **words, target=target)
    if words["interval"]:
        return t("n = {n} · 95 %: {interval}", **words)
    return t("n = {n} · target {target}", n=words["n"], target=target) if target else t("n = {n}", n=words["n"])


def _whole_parts(text: str) -> str:
    """The same text, which breaks into lines only after a « · »."""
    return " · ".join(part.replace(" ", "\u00a0") for part in text.split(" · "))


def _missing(metric: Metric, n: float) -> str:
    return t("{missing} more needed to compare", missing=count_text(metric.minimum_n - n))


def _without_change(words: str) -> dict[str, Any]:
    return {"delta": words, "delta_color": "off", "delta_arrow": "off"}


def _change(metric: Metric, filters: Filters) -> dict[str, Any]:
    """What changed since the window before; grey where chance alone explains it, and nothing where surveys of different
    kinds are mixed."""
    row = ask(with_change, metric, filters).iloc[0]
    if row.is_mixed:
        return _without_change(t("mixes two surveys") if row.is_mixed_now else t("another survey before"))
    if filters.from_on is None or filters.to_on is None:
        return {}
    if metric.kind is Kind.COUNT:
        return _change_of_count(row)
    if pd.isna(row.difference):
        return _without_change(t("no earlier period"))
    if row.previous_n < metric.minimum_n:
        return _without_change(t("only {n} before, too few to compare", n=count_text(row.previous_n)))
    before = t("before {before}", before=figure_text(metric, float(row.previous)))
    return {
        "delta": _signed(metric, row.difference),
        "delta_color": _COLOUR_OF_CHANGE[metric.direction] if row.is_real else "off",
        "delta_description": before if row.is_real else t("could be chance"),
    }


def _change_of_count(row: Any) -> dict[str, Any]:
    if pd.isna(row.previous) or not row.previous:
        return _without_change(t("no earlier period"))
    change = 100 * (row.value / row.previous - 1)
    written = number_writer(locale())(change, 1)
    return {
        "delta": t("{value} %", value=written if change < 0 else f"+{written}"),
        "delta_color": "off",
        "delta_description": t("before {before}", before=count_text(row.previous)),
    }


def _signed(metric: Metric, difference: float) -> str:
    """A difference with its sign; a difference of percentages is in points."""
    scale = scale_for(metric, [difference])
    number = number_writer(locale())(abs(difference) / scale.divisor, scale.decimals)
    sign = "-" if difference < 0 else "+"
    if metric.kind in (Kind.SHARE, Kind.NET):
        return t("{value} points", value=f"{sign}{number}")
    return f"{sign}{scale.write(abs(difference), style())}"


def _history(metric: Metric, filters: Filters) -> list[float] | None:
    """The last months, oldest first; nothing where surveys of different kinds are mixed in them."""
    history = history_of(filters)
    months = ask(measure, metric, (Dimension.MONTH,), history).tail(SPARKLINE_MONTHS)
    if months.empty:
        return []
    drawn = history.within(starts_on(months[Dimension.MONTH].iloc[0]), history.to_on)
    return None if ask(mixture, metric, drawn).is_mixed else [float(value) for value in months["value"]]
