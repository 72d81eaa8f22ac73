"""The answers of every command that prints figures, in the shapes people automate against."""

import csv
import io
from datetime import date

import pytest

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.facts import METRICS
from tests.terminal.conftest import CALLS, SURVEYS

EVERY_QUESTION = [
    ("metrics",),
    *(("metric", key) for key in METRICS),
    ("metric", "csat", *(part for dimension in Dimension for part in ("--by", str(dimension)))),
    ("journey",),
    ("impact",),
    ("team",),
    ("team", "--metric", "wait"),
    ("monitor", "nps"),
    ("monitor", "interactions", "--by", "week"),
    ("rows", "interactions"),
    ("loads",),
]


@pytest.mark.parametrize("question", EVERY_QUESTION, ids=" ".join)
def test_every_question_is_answered_on_an_empty_database_in_both_forms(nothing_yet, question):
    nothing_yet.json(*question)
    nothing_yet.run(*question)


@pytest.mark.parametrize("question", EVERY_QUESTION, ids=" ".join)
def test_every_question_is_answered_in_both_forms_and_languages(company, question):
    company.json(*question)
    assert company.run(*question, "--lang", "es").output != company.run(*question, "--lang", "en").output


def test_a_metric_has_its_unit_direction_n_and_interval(company):
    answer = company.json("metric", "csat")
    (row,) = answer.pop("rows")
    assert answer == {"metric": "csat", "unit": "%", "direction": "higher"}
    assert list(row) == ["value", "n", "low", "high"]
    assert row["value"] == pytest.approx(66.666667)
    assert row["n"] == 3
    assert row["low"] < row["value"] < row["high"]


def test_a_metric_by_two_dimensions_names_both(company):
    rows = company.json("metric", "wait", "--by", "month", "--by", "employee")["rows"]
    assert [(row["month"], row["employee"], row["value"], row["n"]) for row in rows] == [
        ("2026-01", "Ana Ruiz", 20, 2),
        ("2026-02", "Luis Mora", 20, 1),
    ]


def test_a_count_is_whole_and_has_no_interval(company):
    assert company.json("metric", "interactions")["rows"] == [{"value": 4, "n": 4, "low": None, "high": None}]


def test_filters_hold_values_as_alternatives_and_dimensions_together(company):
    def count(*where: str) -> int:
        rows = company.json("metric", "interactions", *(part for one in where for part in ("--where", one)))["rows"]
        return rows[0]["n"] if rows else 0

    assert count("employee=ana ruiz") == 2
    assert count("employee=Ana Ruiz", "employee=Luis Mora") == 4
    assert count("employee=Ana Ruiz", "channel=Teléfono") == 0


def test_a_window_has_both_of_its_days_inside(company):
    rows = company.json("metric", "interactions", "--by", "day", "--from", "2026-01-05", "--to", "2026-02-06")["rows"]
    assert [row["day"] for row in rows] == ["2026-01-05", "2026-02-06"]


@pytest.mark.parametrize(
    "typed",
    [
        ("metric", "nope"),
        ("metric", "csat", "--by", "colour"),
        ("metric", "csat", "--where", "area"),
        ("metric", "csat", "--where", "colour=red"),
        ("metric", "csat", "--from", "ayer"),
        ("metric", "csat", "--from", "2026-02-01", "--to", "2026-01-01"),
        ("team", "--metric", "interactions"),
        ("monitor", "nps", "--by", "day"),
        ("rows", "nothing"),
        ("import", "not-there.xlsx"),
        ("template",),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_status_2(nothing_yet, typed):
    assert nothing_yet.run(*typed, status=2).stdout == ""


def test_the_journey_has_its_touchpoints_in_order_with_everything_told_of_them(company):
    answer = company.json("journey")
    assert (answer["n"], answer["warnings"]) == (3, [])
    first, second = answer["rows"]
    told = ("touchpoint", "stage", "position", "area", "assigned", "derived", "low", "high", "score", "n", "verdict")
    assert [first[name] for name in told] == ["Caja", "Comprar", 1, "Caja", 3, None, None, None, 4.5, 2, None]
    assert [second[name] for name in told] == ["Entrega", "Recibir", 2, "Logística", 5, None, None, None, 2.0, 1, None]
    assert first["people"] == ["Ana Ruiz", "Marta Quiroga"]
    assert second["people"] == ["Luis Mora"]
    assert first["missing"] > 0
    assert company.json("impact") == answer


def test_the_board_says_how_many_answers_are_missing_and_gives_no_band(company):
    answer = company.json("team")
    assert list(answer) == ["metric", "window", "k", "team", "rows"]
    assert (answer["metric"], answer["window"], answer["k"]) == ("csat", ["2025-11-10", "2026-02-07"], 30)
    assert answer["team"] == pytest.approx(66.666667)
    assert {row["employee"]: (row["n"], row["observed"], row["band"], row["missing"]) for row in answer["rows"]} == {
        "Ana Ruiz": (2, 100, None, 18),
        "Luis Mora": (1, 0, None, 19),
    }


def test_the_control_chart_has_its_points_and_verdict(company):
    answer = company.json("monitor", "nps", "--by", "month")
    assert list(answer["points"][0]) == ["period", "value", "n", "low", "high", "signal"]
    assert [(one["period"], one["n"]) for one in answer["points"]] == [("2026-Q1", 3)]
    assert (answer["centre"], answer["verdict"], answer["target"]) == (None, "too few points", None)


def test_the_catalogue_lists_every_metric(company):
    assert [one["metric"] for one in company.json("metrics")] == list(METRICS)


def test_rows_come_as_stored_with_formulas_made_harmless_in_csv_only(company):
    stored = company.json("rows", "responses")
    assert [row["comment"] for row in stored] == ["Muy bien, gracias", "=1+1", "Nunca llegó"]
    assert (stored[0]["response"], stored[0]["answered_at"], stored[0]["nps"]) == ("R-1", "2026-01-05T00:00:00", 10)
    written = list(csv.DictReader(io.StringIO(company.run("rows", "responses", "--csv").stdout)))
    assert [row["comment"] for row in written] == ["Muy bien, gracias", "'=1+1", "Nunca llegó"]


def test_numbers_are_written_as_the_reader_writes_them(company):
    assert "66,7" in company.run("metric", "csat", "--lang", "es").stdout
    assert "66.7" in company.run("metric", "csat", "--lang", "en").stdout


def test_names_that_would_steer_the_terminal_are_printed_flat(terminal):
    calls = "Fecha,Agente,Espera\n05/01/2026,A\x1b[31mna,10\n06/01/2026,Luis,10\n"
    terminal.json("import", terminal.write("llamadas.csv", calls), "--dataset", "interactions")
    assert "\x1b" not in terminal.run("metric", "wait", "--by", "employee").stdout


SCORES = "Encuesta,Fecha,Punto de contacto,Nota\n" + "".join(
    f"R-{n},{1 + n % 28:02d}/05/2026,{name},{1 + (n + place) % 5}\n"
    for n in range(55)
    for place, name in enumerate(("Recepción", "Consulta", "Pago"))
)
RECOMMENDING = "Encuesta,Fecha,NPS\n" + "".join(f"R-{n},{1 + n % 28:02d}/05/2026,{n % 11}\n" for n in range(55))


def test_impact_says_that_answers_are_missing_and_how_many(terminal):
    paths = [terminal.write("notas.csv", SCORES), terminal.write("encuestas.csv", RECOMMENDING)]
    terminal.json("import", *paths)
    answer = terminal.json("impact")
    assert (answer["n"], answer["missing"], answer["lack"]) == (55, 45, "too few answers")
    assert [row["missing"] for row in answer["rows"]] == [45] * 3
    assert "Faltan 45 respuestas" in terminal.run("impact").stdout


def test_impact_says_that_the_recommendation_question_is_missing(terminal):
    terminal.json("import", terminal.write("notas.csv", SCORES))
    assert terminal.json("impact")["lack"] == "nothing stands for loyalty"
    assert "falta una pregunta de recomendación de 0 a 10" in terminal.run("impact").stdout


def test_two_surveys_in_one_figure_are_told_beside_it_and_the_chart_claims_nothing(terminal):
    relation = "Encuesta,Fecha,NPS\n" + "".join(f"Q-{n},{1 + n % 28:02d}/01/2026,3\n" for n in range(40))
    paths = [terminal.write("encuestas.csv", SURVEYS), terminal.write("relacion.csv", relation)]
    terminal.json("import", *paths)
    answer = terminal.json("metric", "nps")
    assert answer["mixed"] == {"contact": 3, "relation": 40}
    assert answer["rows"][0]["n"] == 43
    chart = terminal.json("monitor", "nps")
    assert (chart["verdict"], chart["mixed"]) == ("two surveys are mixed", {"contact": 3, "relation": 40})
    assert {point["signal"] for point in chart["points"]} == {None}
    assert "se mezclan dos encuestas" in terminal.run("monitor", "nps").stdout
    assert "mixed" not in terminal.json("metric", "nps", "--where", "touchpoint=Caja")


def test_a_row_with_a_date_to_come_is_not_the_latest_period_of_the_chart(terminal, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 1))
    calls = CALLS + "01/02/2027 10:00,Ana Ruiz,Caja,Tienda,10,100,atendida\n"
    terminal.json("import", terminal.write("llamadas.csv", calls))
    assert terminal.json("monitor", "interactions")["points"][-1]["period"] == "2026-02"
    assert terminal.json("monitor", "interactions", "--to", "2027-12-31")["points"][-1]["period"] == "2027-02"
