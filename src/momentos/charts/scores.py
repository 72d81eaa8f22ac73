"""How scores are spread: a bar for each step of 1 to 5."""

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.style import Style, empty_figure, figure, note, write
from momentos.charts.text import bold
from momentos.domain.messages import say

_HEIGHT = 200.0


def score_bars(spread: pd.DataFrame, style: Style) -> go.Figure:
    """Five bars in the colours of the scale, each with its share and its answers.

    ``spread``: five rows, ``score`` 1 to 5 and ``n``.
    """
    every = int(spread["n"].sum())
    if not every:
        return empty_figure(style)
    colours = style.colours
    shares = (100 * spread["n"] / every).to_list()
    drawn = figure(style, _HEIGHT, bargap=0.25, margin={"l": 8, "r": 8, "t": style.px(8), "b": style.px(30)})
    drawn.add_bar(
        x=spread["score"].to_list(),
        y=shares,
        marker={"color": [colours.of_score(float(step)) for step in spread["score"]]},
        hovertext=[style.words(say("Answers: {n}", n=style.count(n))) for n in spread["n"]],
        hoverinfo="text",
    )
    drawn.update_xaxes(tickvals=spread["score"].to_list(), ticktext=[style.count(step) for step in spread["score"]])
    drawn.update_yaxes(visible=False, range=[0, max(shares) * 1.25])
    texts = [style.words(say("{share} %", share=style.number(share, 0))) for share in shares]
    at_top = {"yanchor": "bottom", "yshift": style.px(3)}
    write(
        drawn,
        [
            note(style, bold(text), size=13, colour=colours.ink, x=step, y=share, **at_top)
            for text, step, share in zip(texts, spread["score"], shares, strict=True)
        ],
    )
    return drawn
