"""The map and the curve: what stands where, and that nothing covers anything."""

from itertools import combinations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from momentos.charts.placement import Box, Candidate, above, choose, overlaps
from momentos.charts.safe_text import block_size
from momentos.charts.style import Style
from momentos.domain.impact import MOMENT_OF_TRUTH_IMPACT
from momentos.journey.pictures.emotional_curve import emotional_curve
from momentos.journey.pictures.moments_map import moments_map
from tests.charts.conftest import touchpoints

LONG = "Entrega a domicilio programada con instalación número"


def crowded(count: int, long: bool = False) -> pd.DataFrame:
    return touchpoints([f"{LONG} {at}" if long else f"Punto de contacto {at}" for at in range(count)], seed=count)


def bubbles(figure: go.Figure) -> go.Scatter:
    return next(trace for trace in figure.data if trace.mode == "markers+text")


def bubble_boxes(figure: go.Figure, style: Style) -> list[Box]:
    """The rectangles of the bubbles in pixels, on a screen of the width they were placed for."""
    trace, margin, axis = bubbles(figure), figure.layout.margin, figure.layout.yaxis.range
    width = style.width - margin.l - margin.r
    per_unit = (figure.layout.height - margin.t - margin.b) / (axis[1] - axis[0])
    centres = [(x * width, (axis[1] - y) * per_unit) for x, y in zip(trace.x, trace.y, strict=True)]
    return [
        Box(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
        for (x, y), size in zip(centres, trace.marker.size, strict=True)
    ]


def label_boxes(figure: go.Figure, style: Style) -> list[Box]:
    """The rectangles of the names in pixels."""
    margin, axis = figure.layout.margin, figure.layout.yaxis.range
    width = style.width - margin.l - margin.r
    per_unit = (figure.layout.height - margin.t - margin.b) / (axis[1] - axis[0])
    boxes = []
    for note in figure.layout.annotations:
        if note.yref == "paper":
            continue
        lines = note.text.replace("<b>", "").replace("</b>", "").split("<br>")
        wide, tall = block_size(lines, note.font.size, is_bold="<b>" in note.text)
        left = note.x * width + (note.xshift or 0) - {"left": 0, "center": wide / 2, "right": wide}[note.xanchor]
        down = (axis[1] - note.y) * per_unit - (note.yshift or 0)
        top = down - {"top": 0, "middle": tall / 2, "bottom": tall}[note.yanchor]
        boxes.append(Box(left, top, left + wide, top + tall))
    return boxes


@pytest.mark.parametrize("count", [1, 2, 14, 25])
@pytest.mark.parametrize("style", [Style(), Style(scale=1.6), Style(compact=True)], ids=["wide", "meeting", "phone"])
@pytest.mark.parametrize("long", [False, True], ids=["usual", "long"])
def test_no_bubble_or_name_of_the_map_covers_another(count: int, style: Style, long: bool) -> None:
    figure = moments_map(crowded(count, long), style)
    boxes = [*bubble_boxes(figure, style), *label_boxes(figure, style)]
    assert not [pair for pair in combinations(boxes, 2) if overlaps(*pair)]


def test_every_name_of_fourteen_touchpoints_is_written() -> None:
    figure = moments_map(crowded(14), Style())
    assert len(label_boxes(figure, Style())) == 14 + 1  # and the words on the dotted line


def test_a_single_stage_holds_nine_touchpoints() -> None:
    frame = crowded(9).assign(stage="Atención")
    style = Style()
    boxes = bubble_boxes(moments_map(frame, style), style)
    assert not [pair for pair in combinations(boxes, 2) if overlaps(*pair)]


def test_no_bubble_strays_over_the_line_of_the_moments_of_truth() -> None:
    frame = crowded(25)
    trace = bubbles(moments_map(frame, Style(compact=True)))
    impact = dict(zip(frame["touchpoint"], frame["impact"], strict=True))
    for (name,), y in zip(trace.customdata, trace.y, strict=True):
        assert (round(y, 6) >= MOMENT_OF_TRUTH_IMPACT) == (impact[name] >= MOMENT_OF_TRUTH_IMPACT)


def test_a_touchpoint_without_score_is_hollow_and_says_so() -> None:
    frame = pd.DataFrame(
        {"touchpoint": ["A", "B"], "stage": "S", "position": [1, 2], "impact": 3, "score": [None, 4.4], "n": [0, 9]}
    )
    trace = bubbles(moments_map(frame, Style()))
    assert list(trace.text) == ["–", "4.4"]
    assert trace.marker.color[0] == Style().colours.background


def test_a_touchpoint_without_impact_stands_in_a_row_of_its_own() -> None:
    frame = pd.DataFrame(
        {"touchpoint": ["A", "B"], "stage": "S", "position": [1, 2], "impact": [None, 4], "score": 4.4, "n": 9}
    )
    figure = moments_map(frame, Style())
    assert bubbles(figure).y[0] in figure.layout.yaxis.tickvals
    assert "none" in figure.layout.yaxis.ticktext


def test_a_priority_has_a_thick_ring() -> None:
    frame = pd.DataFrame(
        {
            "touchpoint": ["A", "B"], "stage": "S", "position": [1, 2], "impact": 4, "score": 3, "n": 9,
            "is_priority": [True, False],
        }
    )  # fmt: skip
    thick, thin = bubbles(moments_map(frame, Style())).marker.line.width
    assert thick > 2 * thin


def test_four_times_the_answers_are_four_times_the_area() -> None:
    frame = pd.DataFrame(
        {"touchpoint": ["A", "B"], "stage": ["S", "T"], "position": [1, 2], "impact": 4, "score": 4, "n": [1000, 4000]}
    )
    small, large = bubbles(moments_map(frame, Style())).marker.size
    assert (large / small) ** 2 == pytest.approx(4, rel=0.1)


def test_stages_stand_in_the_order_of_their_touchpoints() -> None:
    frame = crowded(14).sample(frac=1, random_state=1)
    headings = [note.text for note in moments_map(frame, Style()).layout.annotations if note.yref == "paper"]
    assert [text.removeprefix("<b>").removesuffix("</b>") for text in headings] == list(
        crowded(14)["stage"].drop_duplicates()
    )


def test_no_touchpoints_is_said_and_not_a_crash() -> None:
    empty = crowded(2).iloc[:0]
    for draw in (moments_map, emotional_curve):
        assert draw(empty, Style()).layout.annotations[0].text == "Nothing measured here yet."


def curve_lines(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.mode == "lines" and trace.fill is None]


def test_the_curve_never_overshoots_its_points() -> None:
    frame = crowded(14)
    for line in curve_lines(emotional_curve(frame, Style())):
        assert np.nanmax(line.y) <= frame["score"].max() + 1e-9
        assert np.nanmin(line.y) >= frame["score"].min() - 1e-9


def test_the_curve_stops_where_nobody_answered() -> None:
    frame = crowded(7)
    hole = int(np.flatnonzero(frame["score"].isna())[0])
    for line in curve_lines(emotional_curve(frame, Style())):
        assert max(line.x) < hole or min(line.x) > hole


def test_the_curve_runs_downwards_on_a_phone() -> None:
    figure = emotional_curve(crowded(14), Style(compact=True))
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_a_curve_of_one_touchpoint_is_a_point_with_its_interval() -> None:
    frame = crowded(3).iloc[:1]
    figure = emotional_curve(frame, Style())
    assert [list(line.y) for line in curve_lines(figure)] == [[frame["low"][0], frame["high"][0]]]


def test_many_touchpoints_have_their_names_under_the_curve() -> None:
    figure = emotional_curve(crowded(25), Style())
    assert figure.layout.xaxis.showticklabels
    assert len(figure.layout.xaxis.ticktext) == 25


def test_what_has_no_free_place_is_left_out() -> None:
    box = Box(0, 0, 10, 10)
    wish = [Candidate((above(0).box(5, 10, 10, 10),), 0)]
    assert choose([wish, wish], [], box) == [wish[0], None]


def test_the_map_shows_another_metric_where_it_is_given_one() -> None:
    frame = touchpoints(["Paga"]).assign(score=3.8, figure="71", says="Satisfacción: 71 %", arrow="▲")
    for drawn in (moments_map(frame, Style()), emotional_curve(frame, Style())):
        assert "Satisfacción: 71 %" in str(drawn.data[-1].hovertext)
    assert list(moments_map(frame, Style()).data[-1].text) == ["71<sup>▲</sup>"]
    assert list(moments_map(frame, Style(compact=True)).data[-1].text) == ["71"]
