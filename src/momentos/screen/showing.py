"""Showing a picture: its card, how to read it, its legend, and the variant that fits the screen."""

import hashlib
import pickle
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from momentos.charts.style import PLOTLY_CONFIG, LegendItem, Style
from momentos.locales.writing import calendar_words, number_writer, period_writer
from momentos.screen.language import language, locale, translate
from momentos.screen.part import draw_part
from momentos.screen.safe import as_html, write_html

Picture = Callable[..., go.Figure]

_VARIANTS = ("wide", "narrow")
_PICTURES_KEPT = 200


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
    for variant in _VARIANTS:
        with st.container(key=f"{variant}_{key}"):
            drawn = _drawn(picture, args, kwargs, compact=variant == "narrow", share=share)
            st.plotly_chart(drawn, theme=None, config=plotly_config(language()), key=f"{key}_{variant}", alt=alt)


def show_clickable(
    picture: Picture,
    *args: Any,
    key: str,
    alt: str,
    on_click: Callable[[str], None],
    parts: str,
    legend: list[LegendItem] | None = None,
) -> None:
    """The same; a click on a point takes its first ``customdata`` to ``on_click`` and draws the ``parts`` anew.

    A clicked picture gets a new key, so that it is drawn again whole: a selection would pale all other points. So it
    stands in one of these parts.
    """
    if legend:
        show_legend(legend)
    clicks = st.session_state.setdefault(f"{key}_clicks", 0)
    for variant in _VARIANTS:
        widget = f"{key}_{variant}_{clicks}"
        with st.container(key=f"{variant}_{key}"):
            st.plotly_chart(
                _drawn(picture, args, {}, compact=variant == "narrow"),
                theme=None,
                config=plotly_config(language()),
                key=widget,
                alt=alt,
                on_select=partial(_take_click, key, widget, on_click, parts),
                selection_mode="points",
            )


def _take_click(key: str, widget: str, on_click: Callable[[str], None], parts: str) -> None:
    clicked = _first_customdata(st.session_state[widget])
    if clicked is not None:
        st.session_state[f"{key}_clicks"] += 1
        on_click(clicked)
        draw_part(parts)


def _drawn(
    picture: Picture, args: tuple[Any, ...], kwargs: dict[str, Any], *, compact: bool, share: float = 1.0
) -> go.Figure:
    """The picture for this reader, drawn once for all who see the same; nobody may change it."""
    look = style(compact=compact, share=share)
    seen = (picture.__module__, picture.__qualname__, args, kwargs, look.mode, compact, share, language(), locale())
    return _kept_picture(hashlib.sha256(pickle.dumps(seen)).hexdigest(), partial(picture, *args, look, **kwargs))


@st.cache_resource(show_spinner=False, max_entries=_PICTURES_KEPT)
def _kept_picture(seen: str, _draw: Callable[[], go.Figure]) -> go.Figure:  # noqa: ARG001 - the key
    return _draw()


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
