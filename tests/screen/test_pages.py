"""Every page in every language: empty, small and full."""

import re
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pytest

from momentos.datasets import DATASETS
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet, SourceFile
from momentos.intake.convert import ARROW_TYPES
from momentos.locales import LANGUAGES
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit
from tests import copies
from tests.screen.conftest import PAGES
from tests.tree import page_script

HOSTILE = "![x](http://host/t.png) <b>Ana</b> :smile:"


def load(database: Path, dataset: str, rows: list[dict]) -> None:
    """Store rows as a load brings them; fields that a row does not name are empty."""
    columns = {
        field.name: pa.array([row.get(field.name) for row in rows], ARROW_TYPES[field.type])
        for field in DATASETS[dataset].stored
    }
    table = pa.table({**columns, ROW_NUMBER: pa.array(range(2, len(rows) + 2), pa.int32())})
    sheet = CheckedSheet("Hoja1", 1, dataset, {}, (), table, len(rows), 0, 0)
    file = database.parent / f"{dataset}.csv"
    file.write_text(dataset)
    source = SourceFile(file.name, file, dataset.ljust(64, "0"), file.stat().st_size)

    def put_in() -> None:
        with Warehouse.open(database) as warehouse:
            commit(warehouse, source, [sheet], author=HOSTILE, at=datetime(2026, 3, 2, 9, 0))

    copies.add(database, f"{dataset} {rows}", put_in)


def responses(n: int) -> list[dict]:
    """Answered surveys about one touchpoint, by one person, four of five satisfied."""
    return [
        {
            "response": f"R{place}",
            "answered_at": datetime(2026, 1 + place % 3, 1 + place % 28),
            "employee": HOSTILE,
            "touchpoint": "Paga en caja",
            "channel": "Tienda",
            "csat": 5 if place % 5 else 2,
            "comment": HOSTILE,
        }
        for place in range(n)
    ]


def texts(app) -> list[str]:
    return [
        str(element.value)
        for kind in ("title", "header", "markdown", "caption", "info", "warning", "error")
        for element in getattr(app, kind)
    ]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_company_sees_what_to_do(screen, page, lang):
    app = screen(page, lang)

    assert not app.exception
    assert not app.error
    assert app.title[0].value


@pytest.mark.parametrize("page", PAGES)
def test_a_company_with_a_few_surveys_sees_its_pages(screen, database, page):
    load(database, "responses", responses(12))

    app = screen(page)

    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("page", PAGES)
def test_every_period_is_shown(screen, database, page, subtests):
    load(database, "touchpoints", [{"touchpoint": "Paga en caja", "stage": "Comprar", "position": 1, "impact": 5}])
    load(database, "responses", responses(60))

    for period in ("1m", "12m", "all", "custom"):
        with subtests.test(period=period):
            app = screen(page, period=period)

            assert not app.exception
            assert not app.error


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_that_are_markdown_are_escaped_everywhere(screen, database, page, lang):
    load(
        database,
        "touchpoints",
        [{"touchpoint": HOSTILE, "stage": HOSTILE, "position": 1, "area": HOSTILE, "impact": 5}],
    )
    load(database, "responses", [{**row, "touchpoint": HOSTILE} for row in responses(60)])

    app = screen(page, lang)

    assert not app.exception
    assert [text for text in texts(app) if "![x]" in text or "<b>Ana" in text] == []


def test_few_answers_say_how_many_are_missing(screen, database):
    load(database, "touchpoints", [{"touchpoint": "Paga en caja", "stage": "Comprar", "position": 1, "impact": 5}])
    load(database, "responses", responses(12))

    app = screen("journey.py")

    assert any("Faltan" in text and "18" in text for text in texts(app))


def test_the_title_is_the_finding(screen, database):
    load(database, "responses", responses(60))

    app = screen("service.py", period="all")

    assert app.title[0].value == "Satisfacción \\(CSAT\\)\\:\u2060 80,0 %".replace("\u2060", "")


def test_a_period_in_the_address_holds(screen, database):
    load(database, "responses", responses(60))

    app = screen("home.py", period="all")

    assert app.selectbox(key="period_es").value == "all"


def test_nonsense_in_the_address_is_left_out(screen, database):
    load(database, "responses", responses(60))

    app = screen("home.py", period="'; drop table", dates="soon")

    assert not app.exception
    assert app.selectbox(key="period_es").value == "3m"


def test_what_is_picked_on_one_page_holds_on_the_next(screen, database):
    load(database, "responses", responses(60))
    app = screen("service.py")

    app.selectbox(key="period_es").select("Últimos 12 meses").run()
    app.switch_page(str(page_script("team.py"))).run()

    assert app.selectbox(key="period_es").value == "12m"


def test_a_load_is_listed_with_its_author_as_text(screen, database):
    load(database, "responses", responses(5))

    app = screen("upload.py")

    assert any("responses" in text for text in texts(app))
    assert [button.key for button in app.button if button.key == "undo_1"] == ["undo_1"]


def test_a_row_with_a_date_to_come_moves_no_window_and_is_told(screen, database):
    far = {**responses(1)[0], "response": "R-far", "answered_at": datetime(2099, 12, 1)}
    load(
        database,
        "responses",
        [*({**row, "answered_at": row["answered_at"].replace(year=2020)} for row in responses(60)), far],
    )

    app = screen("service.py")

    told = texts(app)
    assert any("1 ene 2020 – 31 mar 2020" in text for text in told)
    assert "Filas con fecha posterior a hoy, que no entran en el periodo: 1." in told
    assert "Filas con fecha posterior a hoy, que aquí sí cuentan: 1." in texts(screen("service.py", period="all"))


@pytest.mark.parametrize("page", ["journey.py", "recognition.py", "home.py", "honesty.py"])
def test_no_screen_shows_a_key_of_ours(screen, database, page):
    # Surveys without a number are named by us after what they hold.
    named = [
        {**row, "response": f"8416a1f6a581022a{place:02x}", "comment": "Me lo explicó con mucha paciencia"}
        for place, row in enumerate(responses(60))
    ]
    load(database, "responses", named)

    app = screen(page, period="all", touchpoint="Paga en caja")

    assert not app.exception
    assert not [text for text in texts(app) if re.search(r"\bL\d{5}\b|8416a1f6", text)]
    if page != "home.py" and page != "honesty.py":
        assert any("Hoja1, fila" in text for text in texts(app))


def scores_of(n: int, names: tuple[str, ...] = ("Caja", "Entrega")) -> list[dict]:
    """What each of the surveys scores of these touchpoints."""
    return [
        {
            "response": f"R{place}",
            "touchpoint": name,
            "score": 1.0 + (place + at) % 5,
            "answered_at": datetime(2026, 1 + place % 3, 1 + place % 28),
        }
        for place in range(n)
        for at, name in enumerate(names)
    ]


def recommending(n: int, first: str = "R") -> list[dict]:
    return [
        {"response": f"{first}{place}", "answered_at": datetime(2026, 1 + place % 3, 1 + place % 28), "nps": place % 11}
        for place in range(n)
    ]


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        (recommending(55), "Faltan 45 respuestas para pesar los puntos de contacto"),
        ([], "Hay notas; falta una pregunta de recomendación de 0 a 10"),
        (
            recommending(120, "otra "),
            "Recomendación (0 a 10): ninguna respuesta la trae junto con notas de puntos de contacto",
        ),
    ],
)
def test_the_page_of_impact_says_what_is_really_missing(screen, database, answers, title):
    load(database, "ratings", scores_of(55))
    if answers:
        load(database, "responses", answers)

    app = screen("impact.py", period="all")

    assert not app.exception
    assert as_shown(app.title[0].value) == title


def weighing(*visits: tuple[str, int], nps) -> list[dict]:
    """Surveys about one touchpoint each, with scores 1 to 5 in turn."""
    names = [name for name, n in visits for _ in range(n)]
    day = datetime(2026, 3, 1)
    return [
        {"response": f"R{at}", "answered_at": day, "touchpoint": name, "csat": 1 + at % 5, "nps": nps(1 + at % 5)}
        for at, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        (
            weighing(("Caja", 120), ("Entrega", 10), nps=lambda score: 2 * score),
            "Faltan 20 respuestas en «Entrega» para pesar los puntos de contacto",
        ),
        (
            weighing(("Caja", 100), ("Entrega", 100), nps=lambda score: 10 - score),
            "En estas respuestas las notas no explican la lealtad",
        ),
        (
            weighing(("Caja", 100), ("Entrega", 100), ("Reserva", 10), nps=lambda score: 10 - score),
            "En estas respuestas, las notas que se pudieron pesar no explican la lealtad",
        ),
    ],
)
def test_scores_are_said_not_to_explain_loyalty_only_where_they_were_weighed(screen, database, answers, title):
    load(database, "responses", answers)

    app = screen("impact.py", period="all")

    assert not app.exception
    assert as_shown(app.title[0].value) == title
    assert not any("personas" in one for one in texts(app))


def as_shown(text: str) -> str:
    """The text without what keeps it from being Markdown."""
    return text.replace("\\", "").replace("\u2060", "")


@pytest.mark.parametrize(
    ("dates", "title", "tile"),
    [
        (
            ["2026-02-01", "2026-02-28"],
            "Índice de recomendación (NPS): 0,0, de dos encuestas mezcladas (una por contacto, otra de relación): no se "
            "comparan",
            "mezcla dos encuestas",
        ),
        (
            ["2026-03-01", "2026-03-31"],
            "Índice de recomendación (NPS): 100,0; en el periodo anterior hay otro tipo de encuesta: no se comparan",
            "antes hubo otra encuesta",
        ),
    ],
)
def test_two_surveys_mixed_are_said_and_no_change_is(screen, database, dates, title, tile):
    contacts = [
        {"response": f"A{month}-{n}", "answered_at": datetime(2026, month, 5), "touchpoint": "Caja", "nps": 10.0}
        for month in (1, 2, 3)
        for n in range(40)
    ]
    relation = [{"response": f"B{n}", "answered_at": datetime(2026, 2, 9), "nps": 3.0} for n in range(40)]
    load(database, "responses", contacts)
    load(database, "responses", relation)

    service = screen("service.py", metric="nps", period="custom", dates=dates)
    home = screen("home.py", period="custom", dates=dates)

    assert as_shown(service.title[0].value) == title
    assert any(
        "respuestas o notas sobre un contacto cada una y 40 sobre toda la relación" in one for one in texts(service)
    )
    assert as_shown(home.title[0].value) == title
    assert home.metric[0].delta == tile
    told = [as_shown(text) for text in [*texts(home), *texts(service)]]
    assert not [text for text in told if re.search("subió|bajó|mejor que sus|peor que sus|Nada se sale|azar", text)]
    assert any("Se mezclan dos encuestas distintas en Índice de recomendación" in text for text in told)


def test_the_map_beside_another_period_tells_no_difference_of_two_surveys(screen, database):
    contacts = [
        {"response": f"A{month}-{n}", "answered_at": datetime(2026, month, 5), "touchpoint": "Caja", "csat": 5.0}
        for month in (1, 2)
        for n in range(60)
    ]
    load(database, "touchpoints", [{"touchpoint": "Caja", "stage": "Comprar", "position": 1, "impact": 3}])
    load(database, "responses", contacts)
    load(database, "ratings", [{**row, "answered_at": datetime(2026, 2, 9), "score": 1.0} for row in scores_of(60)])

    app = screen("journey.py", period="1m", against="before", map_metric="csat")

    tables = [cell for table in app.dataframe for cell in table.value.astype(str).to_numpy().ravel()]
    assert "mezcla dos encuestas" in tables
    assert not {"sí", "puede ser azar"} & set(tables)
