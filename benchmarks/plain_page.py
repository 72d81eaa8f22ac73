"""A page of Momentos in plain Streamlit: the same elements, in the same order, with nothing asked and nothing computed.

``held_by`` reads off the wire what a page holds; ``streamlit run benchmarks/plain_page.py -- FILE`` draws it again with
the library's own calls, the whole script on every click. It is the floor of ``clicks.py``.
"""

import json
import pickle
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

Held = list[tuple[str, dict[str, Any]]]
"""Calls of Streamlit's, by name, each with what it is given."""


def held_by(frames: Iterable[bytes]) -> Held:
    """The calls that draw the page that these messages of the server drew last; of a picture, the wide variant."""
    places: dict[tuple[int, ...], Any] = {}
    for frame in frames:
        message = ForwardMsg.FromString(frame)
        if message.WhichOneof("type") == "delta":
            places[tuple(message.metadata.delta_path)] = message.delta
    narrow = [place for place, delta in places.items() if "-narrow_" in delta.add_block.id]
    seen = [places[one] for one in sorted(places) if not any(one[: len(start)] == start for start in narrow)]
    elements = [delta.new_element for delta in seen if delta.HasField("new_element")]
    kinds = [(element.WhichOneof("type"), element) for element in elements]
    return [call for kind, element in kinds if kind in _READ for call in [_READ[kind](getattr(element, kind))]]


def _chosen(element: Any) -> tuple[str, dict[str, Any]]:
    return "selectbox", {"label": element.label, "options": list(element.options), "index": element.default}


def _typed(element: Any) -> tuple[str, dict[str, Any]]:
    return "number_input", {"label": element.label, "value": element.default, "step": element.step}


def _row(element: Any) -> tuple[str, dict[str, Any]]:
    options = [one.content for one in element.options]
    return "segmented_control", {"label": element.label, "options": options}


def _picture(element: Any) -> tuple[str, dict[str, Any]]:
    return "plotly_chart", {"figure_or_data": element.spec, "on_select": "rerun" if element.id else "ignore"}


def _table(element: Any) -> tuple[str, dict[str, Any]]:
    return "dataframe", {"data": element.arrow_data.data}


def _labelled(name: str) -> Callable[[Any], tuple[str, dict[str, Any]]]:
    return lambda element: (name, {"label": element.label})


_READ: dict[str | None, Callable[[Any], tuple[str, dict[str, Any]]]] = {
    "heading": lambda element: ("header", {"body": element.body}),
    "markdown": lambda element: ("markdown", {"body": element.body}),
    "alert": lambda element: ("info", {"body": element.body}),
    "html": lambda element: ("html", {"body": element.body}),
    "metric": lambda element: ("metric", {"label": element.label, "value": element.body}),
    "selectbox": _chosen,
    "multiselect": lambda element: ("multiselect", {"label": element.label, "options": list(element.options)}),
    "number_input": _typed,
    "slider": _labelled("slider"),
    "checkbox": _labelled("toggle"),
    "text_input": _labelled("text_input"),
    "button": _labelled("button"),
    "button_group": _row,
    "file_uploader": _labelled("file_uploader"),
    "plotly_chart": _picture,
    "dataframe": _table,
}


def draw(held: Held) -> None:
    """The page again."""
    import plotly.graph_objects as go
    import pyarrow as pa
    import streamlit as st

    st.set_page_config(layout="wide")
    for place, (name, given) in enumerate(held):
        if name == "plotly_chart":
            given = {**given, "figure_or_data": go.Figure(json.loads(given["figure_or_data"])), "theme": None}
        if name == "dataframe":
            given = {**given, "data": pa.ipc.open_stream(given["data"]).read_pandas()}
        keyed = {} if name in ("header", "markdown", "info", "html", "metric") else {"key": str(place)}
        getattr(st, name)(**given, **keyed)


if __name__ == "__main__":
    draw(pickle.loads(Path(sys.argv[1]).read_bytes()))
