"""Titles, lists and rings: what they judge, what they leave alone, and that they all tell one order."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from momentos.domain.viewer import LEADS, Viewer
from momentos.figures.taken_targets import take_target
from momentos.warehouse.connection import Warehouse
from tests.screen import test_pages
from tests.screen.test_pages import load
from tests.terminal.terminal import Terminal


def texts(app) -> list[str]:
    """What stands on the page, without the marks that keep it from being read as Markdown."""
    return [re.sub(r"\\(.)", r"\1", text) for text in test_pages.texts(app)]


def title(app) -> str:
    assert not app.exception
    return texts(app)[0]


def point(name: str, impact: int | None = None, target: float | None = None) -> dict:
    return {"touchpoint": name, "stage": "Visita", "impact": impact, "target": target, "area": "Consultorio"}


def answers(name: str, *scores: float) -> list[dict]:
    """One answer by each of the customers C0, C1…"""
    return [
        {
            "response": f"{name}{at}",
            "answered_at": datetime(2026, 1, 1 + at % 28),
            "customer": f"C{at}",
            "touchpoint": name,
            "csat": score,
        }
        for at, score in enumerate(scores)
    ]


def clinic(database: Path, touchpoints: list[dict], *said: list[dict]) -> None:
    load(database, "touchpoints", touchpoints)
    load(database, "responses", [one for some in said for one in some])


def take(database: Path, key: str, value: float) -> None:
    with Warehouse.open(database) as warehouse:
        at = datetime(2026, 5, 3, 12)
        take_target(warehouse, Viewer("Ana", frozenset({LEADS})), key, value, author="Ana", at=at)


BAD, FAIR, GOOD = [2.0, 3.0] * 20, [4.0, 4.5, 4.0, 3.5] * 10, [5.0, 4.8] * 20


@pytest.mark.parametrize(
    ("points", "said", "sentence"),
    [
        (
            [point("Consulta", 5, 4), point("Pago", 4, 4)],
            [answers("Consulta", *GOOD), answers("Pago", *GOOD)],
            "Todos los momentos de la verdad cumplen su meta",
        ),
        (
            [point("Consulta", 5, 4), point("Pago", 4, 4)],
            [answers("Consulta", *GOOD)],
            "1 de 2 momentos de la verdad se puede juzgar: cumple su meta",
        ),
        (
            [point("Consulta", 5, 4), point("Pago", 4, 4), point("Sala", 4, 4)],
            [answers("Consulta", *GOOD), answers("Pago", *FAIR), answers("Sala", 2, 2)],
            "2 de 3 momentos de la verdad se pueden juzgar: ninguno queda claramente por debajo de su meta",
        ),
        (
            [point("Consulta", 5, 4), point("Pago", 4, 4), point("Sala", 3, 4)],
            [answers("Sala", *BAD)],
            "Faltan respuestas: ningún momento de la verdad llega todavía a 30",
        ),
        (
            [point("Consulta", 5), point("Pago", 4)],
            [answers("Consulta", *BAD), answers("Pago", *BAD)],
            "Los 2 momentos de la verdad están medidos; nadie les ha puesto meta",
        ),
        (
            [point("Consulta", 5), point("Pago", 4)],
            [answers("Consulta", *BAD), answers("Pago", 1, 1)],
            "1 de 2 momentos de la verdad está medido; nadie le ha puesto meta",
        ),
        (
            [point("Consulta", 5, 4), point("Pago", 4)],
            [answers("Consulta", *GOOD), answers("Pago", *BAD)],
            "1 de 2 momentos de la verdad se puede juzgar: cumple su meta",
        ),
        (
            [point("Consulta", 3, 4), point("Pago", 2, 4)],
            [answers("Consulta", *GOOD), answers("Pago", *GOOD)],
            "Ninguno de estos puntos de contacto tiene impacto 4 o 5",
        ),
    ],
    ids=["all", "one of two", "two of three", "too few", "no target", "few, no target", "one target", "no moment"],
)
def test_nothing_is_said_of_all_moments_of_truth_unless_all_were_measured(screen, database, points, said, sentence):
    clinic(database, points, *said)

    for page in ("journey.py", "priorities.py"):
        assert title(screen(page, period="all")) == sentence


def test_two_bad_answers_are_no_title_and_nothing_to_look_at(screen, database):
    clinic(database, [point("Llamada", 5, 4), point("Caja", 5, 4)], answers("Llamada", 3, 3), answers("Caja", 3, 3))

    for page in ("home.py", "journey.py", "priorities.py"):
        app = screen(page, period="all")
        assert "Llamada" not in title(app)
        assert not re.search("debajo de su meta|Arreglar (primero|después):", " ".join(texts(app)))


def test_a_company_that_set_no_target_is_not_told_that_it_misses_one(screen, database):
    clinic(database, [point("Consulta", 5), point("Pago", 4)], answers("Consulta", *BAD), answers("Pago", *BAD))

    for page in ("home.py", "journey.py", "priorities.py", "service.py"):
        app = screen(page, period="all")
        assert not re.search("su meta|Arreglar (primero|después)", " ".join(texts(app))), page
    assert "Sin meta. Sugerencia del oficio: 80,0 %." in texts(app)
    assert any("Nadie ha puesto metas a estos puntos de contacto" in text for text in texts(screen("priorities.py")))


def test_one_month_is_too_little_to_say_that_nothing_stands_out(screen, database):
    clinic(database, [point("Consulta", 5)], answers("Consulta", *GOOD))

    said = " ".join(texts(screen("home.py", period="all")))
    assert "Todavía hay muy poco para distinguir un cambio del azar" in said
    assert "nada se sale de sus altibajos" not in said


def test_what_has_no_priority_is_listed_last_and_without_a_place(screen, database):
    clinic(
        database,
        [point("Web", 5, 4), point("Consulta", 5, 4), point("Sala", None, 4)],
        answers("Web", *[1.0, 2.0] * 6), answers("Consulta", *GOOD), answers("Sala", *BAD),
    )  # fmt: skip

    said = [
        text for text in texts(screen("priorities.py", period="all")) if re.match(r"\*\*(1\. )?(Web|Cons|Sala)", text)
    ]
    assert [text.splitlines()[0].split("**")[1] for text in said] == ["1. Consulta", "Sala", "Web"]
    assert "Faltan 18 respuestas para juzgarlo: tiene 12, con nota 1,5." in said[-1]


def test_a_target_that_somebody_took_is_said_with_its_author_and_judges_at_once(screen, database):
    clinic(database, [point("Consulta", 5)], answers("Consulta", *BAD))
    assert title(screen("home.py", period="all")) == "Satisfacción (CSAT): 0,0 %"

    take(database, "csat", 80)

    app = screen("service.py", period="all")
    assert title(app) == "Satisfacción (CSAT): 0,0 %, sin cumplir su meta de 80,0 %"
    assert "Meta de la empresa: 80,0 % (la puso Ana el 3 may 2026)." in texts(app)
    assert any("sin cumplir su meta de 80,0 %" in text for text in texts(screen("home.py", period="all")))


def test_a_target_is_taken_and_removed_on_the_page_of_its_metric(screen, database):
    clinic(database, [point("Consulta", 5)], answers("Consulta", *BAD))
    app = screen("service.py", period="all")
    (field,) = [one for one in app.number_input if one.label == "Meta, en %"]
    assert (field.value, field.placeholder) == (None, "80")
    app.text_input(key="viewer_name").set_value("Ana").run()
    app.number_input(key=field.key).set_value(85.0)
    next(one for one in app.button if one.label == "Tomar como meta").click().run()
    assert any(text.startswith("Meta de la empresa: 85,0 % (la puso Ana el ") for text in texts(app))

    next(one for one in app.button if one.label == "Quitar la meta").click().run()
    assert "Sin meta. Sugerencia del oficio: 80,0 %." in texts(app)


def test_a_promise_is_not_judged_by_the_score(screen, database):
    quick = {**point("Llamada", 5, 4), "promise": "Te atendemos en menos de un minuto"}
    clinic(database, [quick], answers("Llamada", *BAD))

    said = " ".join(texts(screen("journey.py", period="all")))
    assert "Te atendemos en menos de un minuto" in said
    assert not re.search("[Ss]e cumple|No se puede decir", said)


def test_a_trial_target_says_that_it_is_one_and_names_nobody_in_the_title(screen, database):
    clinic(database, [point("Consulta", 5)], answers("Consulta", *BAD))

    app = screen("priorities.py", period="all", target="4.0")
    assert title(app) == "Prueba: cómo sería con una meta de 4,0 para todos"
    assert any("«Consulta» es lo primero que hay que arreglar" in text for text in texts(app))


@pytest.mark.parametrize(
    "journey",
    [
        {"Sala": (3, [2.5, 3.5] * 40), "Llamada": (5, [2.5, 3.5] * 20), "Pago": (4, [3.4, 3.6] * 20)},
        {"Pago": (4, [2.0, 3.0] * 15), "Sala": (2, [1.0, 2.0] * 60), "Llamada": (5, [3.0, 3.2] * 40)},
        {"Web": (5, [1.0, 2.0] * 10), "Llamada": (4, [3.0, 3.5] * 16), "Sala": (5, [3.8, 4.4] * 30), "Pago": (5, BAD)},
    ],
)
def test_the_title_tells_the_order_of_the_list_on_every_page_and_in_the_terminal(screen, database, journey):
    """What weighs more without being a moment of truth, or has few answers, stands after what is surely to fix first."""
    points = [point(name, impact, 4) for name, (impact, _) in journey.items()]
    clinic(database, points, *(answers(name, *scores) for name, (_, scores) in journey.items()))

    listed = [row["touchpoint"] for row in Terminal(database.parent).json("priorities")["rows"]]
    home, shown, priorities = (screen(page, period="all") for page in ("home.py", "journey.py", "priorities.py"))
    for app in (home, shown):
        assert title(app) == f"«{listed[0]}» y «{listed[1]}» son lo primero que hay que arreglar"
    assert title(priorities) == f"Arreglar primero «{listed[0]}», después «{listed[1]}»"
    on_page = [found[1] for text in texts(priorities) if (found := re.match(r"\*\*(?:\d\. )?(\w+)\*\*", text))]
    assert on_page == listed
    to_look_at = [found[1] for text in texts(home) if (found := re.search(r"«(\w+)» pesa", text))]
    assert to_look_at == listed[: len(to_look_at)]


def test_what_is_said_of_all_moments_under_a_filter_says_so(screen, database):
    points = [point("Consulta", 5, 4), {**point("Pago", 5, 4), "area": "Caja"}]
    clinic(database, points, answers("Consulta", *GOOD), answers("Pago", *BAD))

    for page in ("journey.py", "priorities.py"):
        said = title(screen(page, period="all", area="Consultorio"))
        assert said == "Todos los momentos de la verdad cumplen su meta (entre los que dejan los filtros)"


def test_a_list_without_any_priority_does_not_call_itself_ordered(screen, database):
    clinic(database, [point("Consulta", 4), point("Pago", 5)], answers("Consulta", 4, 5), answers("Pago", 1, 2))

    said = texts(screen("priorities.py", period="all"))
    assert "Ninguno tiene prioridad todavía: los puntos de contacto van en el orden del recorrido." in said


def test_two_earlier_answers_make_no_change(screen, database):
    few = [
        {**one, "answered_at": datetime(2026, 4, 2), "response": f"antes{at}"}
        for at, one in enumerate(answers("Pago", 2, 2))
    ]
    now = [{**one, "answered_at": datetime(2026, 5, 2)} for one in answers("Pago", *[5.0, 4.0, 4.0, 5.0, 2.0] * 8)]
    clinic(database, [point("Pago", 3)], few, now)

    app = screen("home.py", period="custom", dates=["2026-05-01", "2026-05-31"])
    assert title(app) == "Satisfacción (CSAT): 80,0 %"
    assert any(one.delta == "solo 2 antes: muy pocas para comparar" for one in app.metric)
    assert not any("subió" in text for text in texts(app))
