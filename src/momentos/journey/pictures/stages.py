"""The stages of a journey, in order, as the alternating bands behind its pictures."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.safe_text import block_size, bold, lines_of, stacked, text_width
from momentos.charts.style import STAGE_SIZE, Style, note, put_behind
from momentos.domain.messages import say

_SMALLEST_STAGE_SIZE = 12.0
_HEADING_MARGIN = 12.0
NO_STAGE = say("No stage")


@dataclass(frozen=True)
class Band:
    """A stage and the stretch of the axis it covers."""

    stage: str
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def in_order(frame: pd.DataFrame, style: Style) -> pd.DataFrame:
    """The touchpoints along the journey: stages by their first touchpoint, touchpoints by position."""
    no_stage = style.words(NO_STAGE)
    ordered = frame.assign(
        stage=[str(stage) if pd.notna(stage) and str(stage).strip() else no_stage for stage in frame["stage"]],
        position=pd.to_numeric(frame["position"]).fillna(float("inf")),
    )
    ordered["stage_start"] = ordered.groupby("stage")["position"].transform("min")
    ordered["stage_seen"] = ordered["stage"].map({stage: at for at, stage in enumerate(ordered["stage"].unique())})
    ordered = ordered.sort_values(["stage_start", "stage_seen", "position"], kind="stable")
    return ordered.drop(columns=["stage_start", "stage_seen"]).reset_index(drop=True)


def bands_by_share(ordered: pd.DataFrame, evenness: float = 0.4) -> list[Band]:
    """One band a stage over an axis from 0 to 1; a stage of many touchpoints is wider, though not in proportion.

    ``evenness`` 0 gives each touchpoint the same room, 1 each stage.
    """
    counts = ordered.groupby("stage", sort=False).size() ** (1 - evenness)
    ends = (counts.cumsum() / counts.sum()).to_list()
    return [Band(stage, start, end) for stage, start, end in zip(counts.index, [0.0, *ends], ends, strict=False)]


def bands_by_place(ordered: pd.DataFrame) -> list[Band]:
    """One band a stage over an axis where touchpoint ``i`` stands at ``i``."""
    places = ordered.reset_index().groupby("stage", sort=False)["index"]
    return [Band(str(stage), at.min() - 0.5, at.max() + 0.5) for stage, at in places]


def paint(drawn: go.Figure, bands: list[Band], style: Style, *, is_vertical: bool = False) -> None:
    """Every other band tinted, before any line of the grid."""
    along, over = ("y", "x") if is_vertical else ("x", "y")
    whole = {f"{over}0": 0, f"{over}1": 1, f"{over}ref": f"{over} domain", f"{along}ref": along}
    tint = {"type": "rect", "fillcolor": style.colours.band, "line": {"width": 0}, "layer": "below"}
    put_behind(drawn, [{f"{along}0": band.start, f"{along}1": band.end, **whole, **tint} for band in bands[::2]])


def heading_height(bands: list[Band], plot_width: float, style: Style) -> float:
    """Pixels the names of the stages need above the picture."""
    return max(block_size(*_heading(band, bands, plot_width, style))[1] for band in bands) + style.px(_HEADING_MARGIN)


def headings(bands: list[Band], plot_width: float, style: Style) -> list[dict[str, Any]]:
    """Notes with the stage's name over its band, broken into lines that fit."""
    notes = []
    for band in bands:
        lines, size = _heading(band, bands, plot_width, style)
        place: dict[str, Any] = {"x": band.middle, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": style.px(4)}
        font = {"size": size}
        notes.append(note(style, bold(stacked(lines)), colour=style.colours.ink2, font=font, **place))
    return notes


def _heading(band: Band, bands: list[Band], plot_width: float, style: Style) -> tuple[list[str], float]:
    """The lines of a stage's name and their size: smaller, then broken, then shortened until they fit."""
    room = (band.end - band.start) / (bands[-1].end - bands[0].start) * plot_width - 6
    if style.compact:
        return [_abbreviated(band.stage, room)], _SMALLEST_STAGE_SIZE
    longest_word = max(band.stage.split(), key=len, default="")
    for size in (STAGE_SIZE, 13.5, _SMALLEST_STAGE_SIZE):
        if text_width(longest_word, style.px(size), is_bold=True) <= room:
            break
    letters = max(int(room / style.px(size) / 0.6), 4)
    return lines_of(band.stage, letters, 2), style.px(size)


def _abbreviated(stage: str, room: float) -> str:
    if text_width(stage, _SMALLEST_STAGE_SIZE, is_bold=True) <= room:
        return stage
    longest = (stage[:letters].rstrip() + "." for letters in range(len(stage) - 1, 0, -1))
    fitting = (short for short in longest if text_width(short, _SMALLEST_STAGE_SIZE, is_bold=True) <= room)
    return next(fitting, stage[:1])
