"""Showing a picture: its card, how to read it, its legend, and the variant that fits the screen."""

from collections.abc import Callable
from functools import cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from momentos.charts.style import PLOTLY_CONFIG, LegendItem, Style
from momentos.locales.writing import calendar_words, number_writer, period_writer
from momentos.screen.language import language, locale, translate
from momentos.screen.safe import as_html, write_html

Picture = Callable[..., go.Figure]


def style(*, compact: bool = False, share: float = 1.0) -> Style:
    """How pictures are drawn for this reader: their theme, language and way of writing numbers.

    ``share`` is the part of the screen's width the picture has.
    """
    return Style(
        mode="dark" if st.context.theme.type == "dark" else "light",
        compact=compact,
        share=share,
        translate=translate(),
        number=number_writer(locale()),
        period=period_writer(locale()),
    )


def show(
    picture: Picture,
    *args: Any,
    key: str,
    alt: str,
    legend: list[LegendItem] | None = None,
    share: float = 1.0,
    **kwargs: Any,
) -> None:
    """``picture(*args, style)`` twice, for a wide screen and for a phone; the browser shows the one that fits."""
    if legend:
        show_legend(legend)
    for variant in ("wide", "narrow"):
        with st.container(key=f"{variant}_{key}"):
            drawn = picture(*args, style(compact=variant == "narrow", share=share), **kwargs)
            st.plotly_chart(drawn, theme=None, config=plotly_config(language()), key=f"{key}_{variant}", alt=alt)


def show_clickable(
    picture: Picture, *args: Any, key: str, alt: str, legend: list[LegendItem] | None = None
) -> str | None:
    """The same; answers the first ``customdata`` of the point that was just clicked, ``None`` when none was.

    A clicked picture gets a new key, so that it is drawn again whole: a selection would pale all other points.
    """
    if legend:
        show_legend(legend)
    clicks = st.session_state.setdefault(f"{key}_clicks", 0)
    clicked = None
    for variant in ("wide", "narrow"):
        with st.container(key=f"{variant}_{key}"):
            event = st.plotly_chart(
                picture(*args, style(compact=variant == "narrow")),
                theme=None,
                config=plotly_config(language()),
                key=f"{key}_{variant}_{clicks}",
                alt=alt,
                on_select="rerun",
                selection_mode="points",
            )
        clicked = clicked or _first_customdata(event)
    if clicked:
        st.session_state[f"{key}_clicks"] = clicks + 1
    return clicked


def show_legend(items: list[LegendItem]) -> None:
    """A legend under the card's title: shape and word, wrapping on narrow screens."""
    entries = [
        as_html('<li><span style="{shape}"></span>{label}</li>', shape=_shape(item), label=item.label) for item in items
    ]
    write_html(['<ul class="legend">', *entries, "</ul>"])


@cache
def plotly_config(code: str) -> dict[str, Any]:
    """How pictures behave, with the names of months and days of the language."""
    if code == "en":
        return {**PLOTLY_CONFIG, "displaylogo": False}
    return {**PLOTLY_CONFIG, "displaylogo": False, "locale": code, "locales": {code: calendar_words(code)}}


def _first_customdata(event: Any) -> str | None:
    points = event["selection"]["points"] if event else []
    if not points or not points[0].get("customdata"):
        return None
    data = points[0]["customdata"]
    return str(
        data[0] if isinstance(data, list | tuple) else next(iter(data.values())) if isinstance(data, dict) else data
    )


def _shape(item: LegendItem) -> str:
    """The mark as CSS; the colour is one of our own tokens."""
    base = "display:inline-block;flex:none;"
    solid = f"background:{item.colour};"
    outline = f"border:0.16rem solid {item.colour};"
    return (
        base
        + {
            "dot": f"width:.8rem;height:.8rem;border-radius:50%;{solid}",
            "ring": f"width:.8rem;height:.8rem;border-radius:50%;{outline}",
            "hollow": f"width:.8rem;height:.8rem;border-radius:50%;border:1.5px dashed {item.colour};",
            "square": f"width:.75rem;height:.75rem;border-radius:2px;{solid}",
            "diamond": f"width:.65rem;height:.65rem;transform:rotate(45deg);{solid}",
            "band": f"width:1.1rem;height:.7rem;opacity:.35;{solid}",
            "line": f"width:1.1rem;height:.18rem;{solid}",
            "dash": f"width:1.1rem;height:0;border-top:.16rem dashed {item.colour};",
        }[item.shape]
    )
