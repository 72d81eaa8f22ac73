"""Where the names along the emotional curve go: on the free side of their points, never over the line."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from momentos.charts.frames import row_at
from momentos.charts.period_axis import stretches
from momentos.charts.placement import Box, Candidate, above, below, choose, corners, label_note
from momentos.charts.safe_text import block_size, bold, lines_of, stacked
from momentos.charts.sentences import short_figure
from momentos.charts.style import LABEL_SIZE, Style
from momentos.journey.pictures.map_layout import NOT_MEASURED

Array = NDArray[np.float64]

NEUTRAL = 3.0
_SAMPLES_PER_STEP = 24


def smooth(places: list[int], values: pd.Series) -> tuple[Array, Array]:
    """Points along the monotone curve through the values at these places."""
    along = np.linspace(places[0], places[-1], (len(places) - 1) * _SAMPLES_PER_STEP + 1)
    return along, PchipInterpolator(places, values.to_numpy()[places])(along)


@dataclass(frozen=True)
class CurveCanvas:
    """Pixels of the picture and of its plotting area, and the scores at its ends."""

    picture: float
    top: float
    bottom: float
    width: float
    height: float
    lowest: float
    highest: float
    places: int

    def across(self, place: Any) -> Any:
        return (place + 0.5) * self.width / self.places

    def down(self, score: Any) -> Any:
        return (self.highest - score) * self.height / (self.highest - self.lowest)


def label_spots(ordered: pd.DataFrame, canvas: CurveCanvas, style: Style, *, has_names: bool) -> list[Candidate | None]:
    """A free place beside each point for its label, found for the strongest points first; ``None`` without room."""
    turn = sorted(
        ordered.index, key=lambda at: (not ordered["is_strong"][at], -abs(ordered["score"].fillna(3)[at] - 3))
    )
    wishes = [_label_wishes(ordered, at, _centre(ordered, at, canvas), style, has_names=has_names) for at in turn]
    inside = Box(0, 0, canvas.width, canvas.height)
    found = choose(wishes, _ink(ordered, canvas, style), inside, gap=style.px(1.5))
    return [spot for _, spot in sorted(zip(turn, found, strict=True), key=lambda pair: pair[0])]


def _centre(ordered: pd.DataFrame, at: int, canvas: CurveCanvas) -> tuple[float, float]:
    score = ordered["score"][at]
    return canvas.across(at), canvas.down(NEUTRAL if pd.isna(score) else score)


def _ink(ordered: pd.DataFrame, canvas: CurveCanvas, style: Style) -> list[Box]:
    """What labels must not cover: the points, the line, and the interval of a point that stands alone."""
    radius = style.px(7)
    covered = []
    for at in ordered.index:
        x, y = _centre(ordered, at, canvas)
        covered.append(Box(x - radius, y - radius, x + radius, y + radius))
    for places in stretches(ordered["score"].notna()):
        if len(places) == 1:
            x, at = canvas.across(places[0]), int(places[0])
            covered.append(Box(x - 3, canvas.down(ordered["high"][at]), x + 3, canvas.down(ordered["low"][at])))
            continue
        along, score = smooth(places, ordered["score"])
        xs, ys = canvas.across(along), canvas.down(score)
        steps = zip(xs, xs[1:], ys, ys[1:], strict=False)
        covered += [Box(x0, min(y0, y1), x1, max(y0, y1)) for x0, x1, y0, y1 in steps]
    return covered


def _label_wishes(
    ordered: pd.DataFrame, at: int, centre: tuple[float, float], style: Style, *, has_names: bool
) -> list[Candidate]:
    row = row_at(ordered, at)
    figure_text = style.words(NOT_MEASURED) if pd.isna(row["score"]) else short_figure(row, style)
    if not has_names and pd.isna(row["score"]):
        return [Candidate((Box(*centre, *centre),), 0)]
    neighbours = ordered["score"].iloc[[p for p in (at - 1, at + 1) if 0 <= p < len(ordered)]].dropna()
    is_peak = pd.isna(row["score"]) or neighbours.empty or row["score"] >= neighbours.mean()
    wishes = []
    for letters, most, longer in ((13, 3, 0.0), (18, 2, 4.0), (9, 3, 6.0)):
        lines = [*lines_of(row["touchpoint"], letters, most), figure_text] if has_names else [figure_text]
        width, tall = block_size(lines, style.px(_label_size(row)), is_bold=bool(row["is_strong"]))
        for step in (11, 20, 32, 48):
            reach = style.px(step)
            first, second = (above(reach), below(reach)) if is_peak else (below(reach), above(reach))
            sides = [(first, 0.0), (second, 9.0), *((side, 5.0) for side in corners(reach))]
            wishes += [
                Candidate((side.box(*centre, width, tall),), longer + cost + step / 2, *centre, side, tuple(lines))
                for side, cost in sides
            ]
    return wishes


def _label_size(row: pd.Series) -> float:
    return 13.5 if row["is_strong"] else LABEL_SIZE


def curve_label(row: pd.Series, at: int, spot: Candidate, style: Style) -> dict[str, Any]:
    colours, text = style.colours, stacked(spot.lines)
    halo = {"shadow": ", ".join([f"0 0 4px {colours.background}"] * 3)}
    return label_note(
        style,
        bold(text) if row["is_strong"] else text,
        spot,
        x=at,
        y=NEUTRAL if pd.isna(row["score"]) else row["score"],
        size=_label_size(row),
        colour=colours.ink if row["is_strong"] else colours.ink2,
        font=halo,
    )
