"""Impact, priorities, customers."""

from itertools import combinations

import pandas as pd
import pytest

from momentos.charts.customers import cohort_grid, pareto
from momentos.charts.placement import Box, overlaps
from momentos.charts.style import Style
from momentos.journey.pictures.impact import assigned_against_derived
from momentos.journey.pictures.priority_matrix import priority_matrix
from tests.charts.conftest import touchpoints


def test_the_greatest_disagreement_comes_first_and_is_said_in_words() -> None:
    frame = pd.DataFrame(
        {
            "touchpoint": ["Pago", "Entrega", "Web"], "assigned": [3, 5, 4], "derived": [3, 2, None],
            "low": [2, 1, None], "high": [4, 3, None], "n": [300, 300, 20], "missing": [0, 0, 10],
            "verdict": ["data do not contradict", "data suggest less", None],
        }
    )  # fmt: skip
    figure = assigned_against_derived(frame, Style())
    assert list(figure.layout.yaxis.ticktext) == ["Entrega", "Pago", "Web"]
    verdicts = [note.text for note in figure.layout.annotations]
    assert verdicts == ["<b>The data suggest less</b>", "Not contradicted", "10 answers missing"]


def test_the_lines_of_the_matrix_stand_at_the_target_not_at_the_mean() -> None:
    figure = priority_matrix(touchpoints([f"T{at}" for at in range(14)]), 3.7, Style())
    lines = [shape for shape in figure.layout.shapes if shape.type == "line"]
    assert [line.x0 for line in lines if line.x0 == line.x1] == [3.7]
    assert [line.y0 for line in lines if line.y0 == line.y1] == [3.5]


@pytest.mark.parametrize("count", [14, 25])
def test_no_two_marks_of_the_matrix_cover_each_other(count: int) -> None:
    style = Style()
    figure = priority_matrix(touchpoints([f"Punto de contacto {at}" for at in range(count)]), 3.7, style)
    marks = next(trace for trace in figure.data if trace.customdata is not None)
    margin, across, up = figure.layout.margin, figure.layout.xaxis.range, figure.layout.yaxis.range
    wide = (style.width - margin.l - margin.r) / (across[1] - across[0])
    tall = (figure.layout.height - margin.t - margin.b) / (up[1] - up[0])
    boxes = [Box(x * wide - 7, y * tall - 7, x * wide + 7, y * tall + 7) for x, y in zip(marks.x, marks.y, strict=True)]
    assert not [pair for pair in combinations(boxes, 2) if overlaps(*pair)]


def test_an_unclassified_touchpoint_is_hollow() -> None:
    frame = touchpoints(["A", "B", "C"]).assign(quadrant=["unclassified", "fix first", "keep up"])
    marks = next(trace for trace in priority_matrix(frame, 3.7, Style()).data if trace.customdata is not None)
    by_name = dict(zip([row[0] for row in marks.customdata], marks.marker.color, strict=True))
    assert by_name["A"] == Style().colours.background


def test_without_one_target_for_all_the_matrix_has_no_line_and_no_fields_to_stand_in() -> None:
    figure = priority_matrix(touchpoints(["A", "B", "C"]), None, Style())
    lines = [(shape.x0 == shape.x1, shape.y0) for shape in figure.layout.shapes]
    assert lines == [(False, 3.5)]
    assert not {"<b>Fix now</b>", "<b>Protect</b>"} & {note.text for note in figure.layout.annotations}


def test_a_mark_without_a_place_says_why() -> None:
    frame = touchpoints(["A", "B", "C"]).assign(score=3.6, quadrant=[None, None, "unclassified"], n=[18, 40, 40])
    marks = next(trace for trace in priority_matrix(frame, 3.7, Style()).data if trace.customdata is not None)
    said = dict(zip([row[0] for row in marks.customdata], marks.hovertext, strict=True))
    assert "18 of 30 answers" in said["A"]
    assert "it has no target" in said["B"]
    assert "its interval crosses a line" in said["C"]


def test_a_matrix_of_scores_without_impact_does_not_say_that_nothing_was_measured() -> None:
    frame = touchpoints(["A", "B"]).assign(impact=None)
    said = [note.text for note in priority_matrix(frame, None, Style()).layout.annotations]
    assert said == ["What was scored here has no impact yet."]


def test_a_cohort_of_four_customers_shows_no_figure() -> None:
    frame = pd.DataFrame({"cohort": ["2026-01", "2026-02"], "age": 0, "value": 100.0, "n": [4, 5]})
    assert list(cohort_grid(frame, Style()).data[0].text) == ["–", "100"]


def test_the_line_of_a_pareto_ends_at_one_hundred() -> None:
    frame = pd.DataFrame({"reason": ["Precio", "Mudanza", "Otro"], "n": [10, 30, 10]})
    bars, line = pareto(frame, Style()).data
    assert list(bars.x) == [60, 20, 20]
    assert list(line.x) == [60, 80, 100]
