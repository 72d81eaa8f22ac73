"""A metric over time and by group, control charts and people."""

from itertools import pairwise

import pandas as pd
import pytest

from momentos.charts.control import control_chart
from momentos.charts.period_axis import with_gaps
from momentos.charts.service import breakdown, histogram, trend
from momentos.charts.style import Style
from momentos.facts import METRICS
from momentos.locales import translator
from momentos.people.pictures.board import legend, team_board
from momentos.people.pictures.funnel import funnel
from tests.charts.conftest import figures, people

CSAT, WAIT = METRICS["csat"], METRICS["wait"]


@pytest.mark.parametrize(
    ("column", "given", "every"),
    [
        ("month", ["2025-11", "2026-02"], ["2025-11", "2025-12", "2026-01", "2026-02"]),
        ("quarter", ["2025-Q3", "2026-Q1"], ["2025-Q3", "2025-Q4", "2026-Q1"]),
        ("year", ["2024", "2026"], ["2024", "2025", "2026"]),
        ("day", ["2026-02-27", "2026-03-02"], ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]),
        ("week", ["2026-01-05", "2026-01-19"], ["2026-01-05", "2026-01-12", "2026-01-19"]),
        ("shift", ["morning", "night"], ["morning", "night"]),
    ],
)
def test_a_period_that_nobody_measured_keeps_its_place(column: str, given: list[str], every: list[str]) -> None:
    assert with_gaps(figures(given, column))["period"].to_list() == every


def test_a_month_without_answers_is_a_gap_in_the_line_and_in_the_band() -> None:
    figure = trend(figures(["2026-01", "2026-02", "2026-04", "2026-05"], "month"), CSAT, Style())
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert line.y[2] is None
    assert not line.connectgaps
    assert len([trace for trace in figure.data if trace.fill == "toself"]) == 2


def test_the_latest_figure_is_written_at_the_end_of_the_line() -> None:
    figure = trend(figures(["2026-01", "2026-02"], "month"), CSAT, Style(), target=80)
    assert [note.text for note in figure.layout.annotations] == ["<b>90.0 %</b>", "Target <b>80.0 %</b>"]


def test_few_answers_are_a_hollow_mark() -> None:
    frame = figures(["2026-01", "2026-02"], "month").assign(n=[29, 30])
    line = next(trace for trace in trend(frame, CSAT, Style()).data if trace.mode == "lines+markers")
    assert list(line.marker.color) == [Style().colours.background, Style().colours.accent]


def test_months_are_named_as_the_reader_says_them() -> None:
    style = Style(period=lambda period: {"2026-01": "ene 2026", "2026-02": "feb 2026"}[period])
    assert list(trend(figures(["2026-01", "2026-02"], "month"), CSAT, style).layout.xaxis.ticktext) == [
        "ene 2026",
        "feb 2026",
    ]


def test_the_names_under_a_long_axis_are_thinned_and_keep_the_latest() -> None:
    months = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
    shown = trend(figures(months, "month"), CSAT, Style(compact=True)).layout.xaxis
    assert len(shown.tickvals) <= 5
    assert shown.ticktext[-1] == "2026-12"


def test_groups_are_sorted_best_first_whichever_way_is_good() -> None:
    frame = figures(["Tienda", "Web"], "channel")
    assert list(breakdown(frame, CSAT, Style()).layout.yaxis.ticktext) == ["Web", "Tienda"]
    assert list(breakdown(frame, WAIT, Style()).layout.yaxis.ticktext) == ["Tienda", "Web"]


def test_each_score_tells_its_share() -> None:
    figure = histogram(pd.DataFrame({"score": [1, 5], "n": [1, 3]}), Style())
    assert [note.text for note in figure.layout.annotations] == ["<b>25 %</b>", "<b>75 %</b>"]


def test_a_board_tells_bands_apart_by_shape_and_by_colour() -> None:
    marks = [
        trace.marker for trace in team_board(people(["A", "B", "C"]), 75, CSAT, Style()).data if trace.marker.symbol
    ]
    assert {mark.symbol for mark in marks} == {"circle", "circle-open", "square"}
    assert len({mark.color for mark in marks}) == 3


def test_a_person_with_few_answers_has_no_mark_and_is_told_how_many_are_missing() -> None:
    style = Style(translate=translator("es"))
    figure = team_board(people(["A", "B", "C", "D"]), 75, CSAT, style)
    drawn = {row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata}
    assert drawn == {"A", "B", "C"}
    assert "<i>Faltan 7 respuestas</i>" in {note.text for note in figure.layout.annotations}


def test_where_less_is_better_nobody_with_a_short_time_is_above() -> None:
    wait = METRICS["wait"]
    words = [item.label for item in legend(wait, Style())]
    assert words == ["Clearly less than the team", "Cannot be told apart from the team", "Clearly more than the team"]
    board = team_board(people(["A", "B", "C"]), 75, wait, Style())
    told = " ".join(str(text) for trace in board.data if trace.hovertext is not None for text in trace.hovertext)
    assert "above" not in told
    assert "Clearly less than the team" in told


def test_a_board_says_n_beside_every_person() -> None:
    figure = team_board(people(["A", "B"]), 75, CSAT, Style())
    assert [note.text for note in figure.layout.annotations].count("n = 200") == 2


def test_forty_people_have_a_row_each_with_room_to_read() -> None:
    figure = team_board(people([f"Persona {at}" for at in range(40)]), 75, CSAT, Style())
    assert figure.layout.height / 40 >= 28


def test_signals_are_diamonds() -> None:
    points = figures(["2026-01", "2026-02"], "period").assign(signal=[None, "run"])
    marks = next(trace for trace in control_chart(points, CSAT, Style(), 75).data if trace.marker.symbol)
    assert list(marks.marker.symbol) == ["circle", "diamond"]


def test_lines_that_are_close_have_names_that_are_not() -> None:
    points = figures(["2026-01", "2026-02"], "period").assign(signal=None, low=74.9, high=75.1)
    figure = control_chart(points, CSAT, Style(), 75, 75.05)
    low, high = figure.layout.yaxis.range
    per_unit = (figure.layout.height - figure.layout.margin.t - figure.layout.margin.b) / (high - low)
    heights = sorted(note.y * per_unit + note.yshift for note in figure.layout.annotations if note.xref == "paper")
    assert len(heights) == 4
    assert min(after - before for before, after in pairwise(heights)) >= 17.9


def test_without_limits_only_the_values_are_drawn() -> None:
    points = figures(["2026-01", "2026-02"], "period").assign(signal=None, low=None, high=None)
    assert not [trace for trace in control_chart(points, CSAT, Style()).data if trace.fill]


def test_a_funnel_names_only_who_is_outside_the_998_curve() -> None:
    # 62 % of all: with n = 150 the 99.8 % limits are 62 ± 12.2, with n = 10 they are 62 ± 47.4.
    frame = pd.DataFrame({"employee": ["Ana", "Luis", "Rosa"], "value": [90.0, 70.0, 100.0], "n": [150, 150, 10]})
    names = [note.text for note in funnel(frame, 62, CSAT, Style()).layout.annotations][1:]
    assert names == ["Ana"]
