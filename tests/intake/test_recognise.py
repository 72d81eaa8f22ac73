"""Tables as people bring them, and what they are taken for."""

from dataclasses import replace

import pytest

from momentos.datasets import DATASETS
from momentos.intake.choices import mapped
from momentos.intake.headers import EXACT, likeness
from momentos.intake.questions import likely_datasets, questions
from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices, recognise
from momentos.intake.sheet_proposal import Proposal
from momentos.locales import LANGUAGES, translator
from tests.intake.drawn import TODAY, picture, table


def seen(raw: RawTable) -> Proposal:
    return recognise(raw, today=TODAY)


def fields(raw: RawTable) -> dict[str, str]:
    """Header to field, of the matches that are certain."""
    return {one.header: one.field for one in seen(raw).matches if one.field and one.certain}


def doubtful(raw: RawTable) -> dict[str, str | None]:
    return {one.header: one.field for one in seen(raw).matches if one.field and not one.certain}


@pytest.mark.parametrize(
    ("dataset", "drawing"),
    [
        ("interactions", "Fecha y hora | Cliente | Asesor | Canal | Motivo | Espera (s)\n03/05/2026 14:20 | C-1 | Ana | Web | Reclamo | 30"),
        ("interactions", "FECHA DE LA LLAMADA | AGENTE | TMO | RESULTADO DE LA LLAMADA\n13/05/2026 | Ana | 0:03:10 | Contestada"),
        ("responses", "Marca temporal | Asesor | NPS | Satisfacción | Comentario\n2026/05/03 2:20:11 p. m. | Ana | 9 | 5 | Bien"),
        ("responses", "Fecha | ¿Qué tan probable es que nos recomiende? | Observaciones\n13/05/2026 | 9 | Bien"),
        ("ratings", "Encuesta | Punto de contacto | Calificación\nR-1 | Caja | 4\nR-1 | Entrega | 5\nR-2 | Caja | 2"),
        ("employees", "Legajo | Nombre y apellido | Área | Cargo | Sucursal\n12 | Ana Ruiz | Caja | Cajera | Centro"),
        ("employees", "Código | Nombre | Área | Puesto | Jefe | Sede\nE-1 | Ana Ruiz | Caja | Cajera | Marta | Centro"),
        ("customers", "ID Cliente | Nombre | Segmento | Origen | Fecha de alta\nC-1 | Comercial | Frecuente | Web | 13/05/2026"),
        ("purchases", "Fecha de compra | Cliente | Producto | Importe | Forma de pago\n13/05/2026 | C-1 | Taza | 12,50 | Efectivo"),
        ("touchpoints", "Momento de la verdad | Etapa | Orden | Área responsable | Impacto\nCaja | Pagar | 3 | Tienda | 5"),
        ("interactions", "Call ID | Created At | Customer ID | Agent Name | Queue Time | Handle Time\n1 | 2026-05-03 14:20:00 | 7 | Ann | 12 | 180"),
    ],
)  # fmt: skip
def test_a_table_is_known_by_its_headers_and_values(dataset: str, drawing: str) -> None:
    raw = picture(drawing)
    assert seen(raw).dataset == dataset
    assert set(fields(raw)) == {column.header for column in raw.columns}


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda one: one.name)
@pytest.mark.parametrize("place", [0, 1, -1])
def test_every_dataset_is_known_by_its_own_usual_headers(dataset, place: int) -> None:
    given = [one for one in dataset.fields if one.example]
    words = {one.headers[min(place, len(one.headers) - 1)]: [one.example] * 3 for one in given}
    if len(words) < len(given):
        pytest.skip("two fields share this header")
    assert seen(table(words)).dataset == dataset.name


def test_accents_case_plurals_and_underscores_do_not_matter() -> None:
    raw = picture("FECHA_DE_ATENCION | Clientes | asesores | tiempo de espera (seg.)\n13/05/2026 | C-1 | Ana | 30")
    assert list(fields(raw).values()) == ["occurred_at", "customer", "employee", "wait_seconds"]


def test_numbers_codes_and_abbreviations_name_the_same_thing() -> None:
    raw = picture("Nro. de llamada | Fec. llamada | Cod. cliente | Espera\n7 | 13/05/2026 | C-1 | 30")
    assert list(fields(raw).values()) == ["interaction", "occurred_at", "customer", "wait_seconds"]


def test_a_date_of_birth_is_not_the_date_of_the_contact() -> None:
    raw = picture("Fecha de nacimiento | Cliente | Asesor | Espera\n13/05/1980 | C-1 | Ana | 30")
    proposal = recognise(raw, today=TODAY, dataset="interactions")
    assert proposal.matches[0].field is None
    blocking = [doubt for doubt in questions(proposal, default_choices(proposal)) if doubt.blocks]
    assert [doubt.field for doubt in blocking] == ["occurred_at"]


def test_a_header_that_is_only_similar_is_asked_with_samples() -> None:
    raw = picture("Fecha | Asesor | Motivo principal del llamado | Espera\n13/05/2026 | Ana | Reclamo | 3")
    assert doubtful(raw) == {"Motivo principal del llamado": "reason"}
    proposal = seen(raw)
    doubt = next(one for one in proposal.doubts if one.kind == "column")
    assert (doubt.letters, doubt.samples, doubt.accepted) == (("C",), ("Reclamo",), False)
    assert "C" not in default_choices(proposal).mapping


def test_a_header_whose_values_are_something_else_is_asked() -> None:
    raw = picture("Fecha | Asesor | Espera | Motivo\nlunes | Ana | 30 | Reclamo\nmartes | Ana | 20 | Duda")
    proposal = recognise(raw, today=TODAY, dataset="interactions")
    assert "occurred_at" not in default_choices(proposal).mapping.values()


def test_each_field_is_given_to_one_column_at_most() -> None:
    raw = picture("Fecha | Fecha de apertura | Asesor | Espera\n13/05/2026 | 12/05/2026 | Ana | 3")
    named = [one.field for one in seen(raw).matches if one.field]
    assert len(named) == len(set(named))
    assert fields(raw)["Fecha"] == "occurred_at"


def test_the_last_level_of_a_header_is_enough() -> None:
    raw = picture("Datos · Fecha | Datos · Asesor | Tiempos · Espera · (min)\n13/05/2026 | Ana | 3")
    assert list(fields(raw).values()) == ["occurred_at", "employee", "wait_seconds"]


def test_a_column_of_years_is_asked_as_the_date() -> None:
    raw = table({"year": [2014.0, 2015.0], "nps": [9.0, 3.0], "comentario": ["a", "b"]})
    assert doubtful(raw) == {"year": "answered_at"}


def test_a_table_of_something_else_is_not_taken_for_anything() -> None:
    assert seen(picture("mpg | cyl | disp\n21 | 6 | 160\n22 | 4 | 108")).dataset is None


def test_what_is_asked_when_nothing_is_known() -> None:
    proposal = seen(picture("mpg | cyl | disp\n21 | 6 | 160"))
    assert [doubt.kind for doubt in questions(proposal, default_choices(proposal))] == ["dataset"]


def test_dates_that_could_be_read_either_way_are_asked() -> None:
    raw = picture("Fecha | Asesor | Espera\n03/05/2026 | Ana | 3\n04/05/2026 | Ana | 4")
    assert [doubt.kind for doubt in seen(raw).doubts] == ["dates"]


def test_only_dates_of_two_readings_are_shown_with_the_question() -> None:
    raw = picture("Fecha | Asesor | Espera\n2026-05-03 | Ana | 3\n04/05/2026 | Ana | 4\n05/05/2026 | Luz | 2")
    doubt = next(one for one in seen(raw).doubts if one.kind == "dates")
    assert doubt.samples == ("04/05/2026",)
    assert "04/05/2026" in doubt.question.render()


# Surveys


def answers(*columns: str) -> dict[str, list[float]]:
    """Thirty answers of 1 to 5 under each header, no two columns alike."""
    return {
        header: [float(1 + (row * (1 + place % 4) + place) % 5) for row in range(30)]
        for place, header in enumerate(columns)
    }


def test_a_grid_of_google_forms_is_unpivoted_by_its_items() -> None:
    raw = table(
        {
            "Marca temporal": ["13/05/2026 10:00"] * 30,
            **answers("Atención [Caja]", "Atención [Entrega]", "Atención [Baños]"),
        }
    )
    proposal = seen(raw)
    assert proposal.dataset == "responses"
    assert proposal.ratings == {"B": "Caja", "C": "Entrega", "D": "Baños"}


def test_a_grid_of_words_is_a_grid() -> None:
    words = ["Muy satisfecho", "Satisfecho", "Neutral", "Insatisfecho"]
    raw = table({f"¿Qué le pareció? [{item}]": words for item in ("Caja", "Entrega", "Baños")})
    assert list(seen(raw).ratings.values()) == ["Caja", "Entrega", "Baños"]


def test_the_sentence_of_a_grid_does_not_make_one_of_its_items_the_whole() -> None:
    words = ["Muy satisfecho", "Satisfecho", "Neutral", "Insatisfecho"]
    items = {f"¿Qué tan satisfecho está con lo siguiente? [{item}]": words for item in ("Caja", "Entrega", "Baños")}
    raw = table({**items, "¿Qué tan satisfecho está en general?": words})
    assert default_choices(seen(raw)).mapping == {"D": "csat"}
    assert list(seen(raw).ratings) == ["A", "B", "C"]


def test_items_called_alike_are_told_apart_by_their_letter() -> None:
    raw = table(answers("P1", "P2", "P3"))
    raw = replace(raw, columns=tuple(replace(one, header="Nota 1") for one in raw.columns))
    assert list(seen(raw).ratings.values()) == ["Nota 1 (A)", "Nota 1 (B)", "Nota 1 (C)"]


def test_months_as_columns_are_no_grid() -> None:
    raw = table({"Asesor": ["Ana", "Luis"], "ene-26": [3.0, 4.0], "feb-26": [3.0, 5.0], "mar-26": [1.0, 2.0]})
    assert seen(raw).dataset is None


def test_numbered_questions_on_one_scale_are_a_grid() -> None:
    assert list(seen(table(answers("P1", "P2", "P3", "P4"))).ratings.values()) == ["P1", "P2", "P3", "P4"]


def test_the_question_about_the_whole_is_the_overall_satisfaction() -> None:
    raw = table(answers("Caja", "Entrega", "Baños", "General"))
    proposal = seen(raw)
    assert proposal.ratings == {"A": "Caja", "B": "Entrega", "C": "Baños"}
    assert default_choices(proposal).mapping == {"D": "csat"}


def test_codes_that_most_columns_of_a_grid_hold_are_proposed_as_no_scores() -> None:
    columns = answers("Q7ART", "Q7FOOD", "Q7SIGN")
    for values in columns.values():
        values[:6] = [0.0, 6.0] * 3
    proposal = seen(table(columns))
    assert proposal.not_scores == dict.fromkeys("ABC", frozenset({0.0, 6.0}))
    assert [doubt.samples for doubt in proposal.doubts if doubt.kind == "not scores"] == [("0", "6")]


def test_columns_of_codes_are_no_grid() -> None:
    columns = {f"Q4{name}": [float(row % 3) for row in range(30)] for name in ("BAGS", "STORE", "FOOD")}
    assert not seen(table({**columns, "nps": [9.0] * 30, "comentario": ["x"] * 30})).ratings


def test_a_score_on_another_scale_is_asked_and_not_taken() -> None:
    raw = table({"Fecha": ["13/05/2026"] * 3, "Satisfacción": [10.0, 7.0, 9.5], "Comentario": ["a", "b", "c"]})
    proposal = seen(raw)
    assert doubtful(raw) == {"Satisfacción": "csat"}
    assert proposal.scales == {"B": (1, 10)} or proposal.scales == {"B": (0, 10)}
    assert "B" not in default_choices(proposal).mapping


def test_a_code_beyond_0_to_10_is_no_recommendation() -> None:
    raw = table({"NETPRO": [float(row % 12) for row in range(48)], "Comentario": ["x"] * 48})
    assert seen(raw).not_scores == {"A": frozenset({11.0})}


def test_a_survey_without_dates_asks_for_one() -> None:
    proposal = seen(table(answers("P1", "P2", "P3")))
    assert [doubt.kind for doubt in questions(proposal, default_choices(proposal))] == ["undated"]


# What a person says


def test_a_wish_names_a_column_by_its_header() -> None:
    raw = picture("Día del evento | Asesor | Espera\n13/05/2026 | Ana | 3")
    proposal = recognise(raw, today=TODAY, dataset="interactions")
    choices = mapped(raw, default_choices(proposal), {"día del EVENTO": "occurred_at", "Espera": "-"})
    assert choices.mapping == {"A": "occurred_at", "B": "employee"}
    assert not questions(proposal, choices)


def test_one_number_off_the_scale_is_a_mistake_to_name_not_a_code_nor_another_scale() -> None:
    proposal = seen(
        table({"Fecha": ["03/05/2026", "14/05/2026", "24/05/2026", "25/05/2026"], "NPS": [9.0, 11.0, 10.0, 3.0]})
    )
    assert proposal.not_scores == {}
    assert {one.field: one.certain for one in proposal.matches}["nps"] is True


def test_a_wrong_date_among_few_does_not_put_its_column_in_doubt() -> None:
    proposal = seen(table({"Fecha": ["03/05/2026", "31/02/2026", "24/05/2026"], "NPS": [9.0, 8.0, 10.0]}))
    assert {one.field: one.certain for one in proposal.matches}["answered_at"] is True


@pytest.mark.parametrize(
    ("dates", "taken"),
    [
        (["31/02/2026", "13/02/2026", "30/02/2026"], True),
        (["31/02/2026"], True),
        (["sin fecha", "pendiente", "13/02/2026"], True),
        (["ayer", "hoy", "ayer"], False),
        (["2024", "2025", "2026"], False),
    ],
)
def test_a_column_under_its_very_header_is_taken_with_its_mistakes(dates: list[str], taken: bool) -> None:
    raw = table({"Encuesta": ["a", "b", "c"][: len(dates)], "Fecha": dates, "NPS": [9.0] * len(dates)})
    assert seen(raw).dataset == "responses"
    assert (fields(raw).get("Fecha") == "answered_at") is taken


@pytest.mark.parametrize("grades", [[5.0, 6.0, 4.5, 0.0], [float(one) for one in range(1, 11)]])
def test_grades_beyond_the_bounds_do_not_drop_the_column_of_impact(grades: list[float]) -> None:
    count = len(grades)
    raw = table(
        {"Etapa": ["Compra"] * count, "Punto de contacto": [f"Punto {one}" for one in range(count)], "Impacto": grades}
    )
    assert fields(raw)["Impacto"] == "impact"


def test_the_only_answers_of_a_table_are_asked_before_it_loads() -> None:
    grades = [float(one) for one in range(1, 11)]
    alone = table({"Encuesta": list("abcdefghij"), "Fecha": ["13/05/2026"] * 10, "CSAT": grades})
    proposal = seen(alone)
    blocking = [one for one in questions(proposal, default_choices(proposal)) if one.blocks]
    assert [(one.kind, one.field) for one in blocking] == [("column", "csat")]
    answered = mapped(alone, default_choices(proposal), {"CSAT": "csat"})
    assert not any(one.blocks for one in questions(proposal, answered))


def test_another_measure_lets_the_table_load_while_a_scale_is_asked() -> None:
    grades = [float(one) for one in range(1, 11)]
    raw = table({"Encuesta": list("abcdefghij"), "Fecha": ["13/05/2026"] * 10, "CSAT": grades, "NPS": grades})
    proposal = seen(raw)
    open_questions = questions(proposal, default_choices(proposal))
    assert not any(one.blocks for one in open_questions)
    assert ("column", "csat") in [(one.kind, one.field) for one in open_questions]


@pytest.mark.parametrize("repeated", [0, 3])
def test_surveys_are_surveys_whether_their_numbers_repeat_or_not(repeated: int) -> None:
    numbers = [f"k{one}" for one in range(10)] + ["k1", "k2", "k3"][:repeated]
    raw = table({"Encuesta": numbers, "Fecha": ["13/02/2026"] * len(numbers), "NPS": [9.0] * len(numbers)})
    assert seen(raw).dataset == "responses"


def test_every_label_a_screen_shows_is_a_header_that_is_known_for_certain() -> None:
    for dataset in DATASETS.values():
        for one in dataset.fields:
            for language in LANGUAGES:
                assert likeness(translator(language)(one.label.text), one) == EXACT, (dataset.name, one.name)


def test_scores_by_month_are_refused_with_the_columns_that_are_months() -> None:
    raw = picture("Punto de contacto | ene-26 | feb-26 | mar-26\nCaja | 4,2 | 4,3 | 4,1\nEntrega | 3,9 | 4,0 | 4,4")
    proposal = seen(raw)
    (told,) = questions(proposal, default_choices(proposal))
    assert (proposal.dataset, told.blocks, told.letters) == (None, True, ("B", "C", "D"))
    assert "(ene-26, feb-26, mar-26; cells B2:D3)" in str(told.question)


def test_months_down_and_areas_across_are_refused_with_the_areas() -> None:
    raw = picture("Mes | Caja | Cobranza | Soporte\nene-26 | 12 | 30 | 9\nfeb-26 | 15 | 28 | 7\nmar-26 | 11 | 31 | 8")
    (told,) = questions(seen(raw), default_choices(seen(raw)))
    assert told.letters == ("B", "C", "D")
    assert "(ene-26 … mar-26)" in str(told.question)


def test_code_name_and_area_alone_fit_two_and_are_asked_with_what_they_hold() -> None:
    raw = picture("Código | Nombre | Área\nA-1 | Ana Paz | Caja\nA-2 | Luz Gil | Caja\nA-3 | Eva Ruiz | Caja")
    proposal = seen(raw)
    (asked,) = questions(proposal, default_choices(proposal))
    assert sorted(likely_datasets(proposal)) == ["employees", "touchpoints"]
    assert "Employees" in str(asked.question) or "Staff" in str(asked.question)
    assert asked.samples == ("Código: A-1", "Nombre: Ana Paz", "Área: Caja")


def test_a_level_alone_says_less_than_the_whole_header_and_no_number_has_a_unit() -> None:
    raw = table(
        {
            "Caso · Número": ["C-1", "C-2", "C-3"],
            "Caso · Fecha y hora": ["13/05/2026 10:00", "14/05/2026 10:00", "15/05/2026 10:00"],
            "Tiempos · Espera (s)": [10.0, 11.0, 12.0],
            "Tiempos · Atención (s)": [103.0, 106.0, 109.0],
        }
    )
    assert fields(table({"Fecha": ["13/05/2026"], "Asesor": ["Ana"], "Atención (min)": [4.0]}))["Atención (min)"] == (
        "handle_seconds"
    )
    assert fields(raw) == {
        "Caso · Número": "interaction",
        "Caso · Fecha y hora": "occurred_at",
        "Tiempos · Espera (s)": "wait_seconds",
        "Tiempos · Atención (s)": "handle_seconds",
    }


def test_a_question_about_one_place_is_not_about_the_whole_where_another_stands_beside_it() -> None:
    proposal = seen(
        picture("""
ID | Completion time  | ¿Cómo calificaría la atención recibida en caja? | ¿Cómo calificaría la limpieza del local?
1  | 14/05/2026 10:02 | 5 - Excelente                                   | 4 - Bueno
2  | 14/05/2026 11:02 | 3 - Regular                                     | 4 - Bueno
3  | 15/05/2026 11:02 | 1 - Pésimo                                      | 2 - Malo
""")
    )
    assert proposal.dataset == "responses"
    assert "csat" not in {one.field for one in proposal.matches}
    (asked,) = [doubt for doubt in questions(proposal, default_choices(proposal)) if doubt.kind == "grid"]
    assert (asked.letters, asked.accepted, asked.blocks) == (("C", "D"), False, True)


@pytest.mark.parametrize("header", ["¿Cuántas veces nos visitó este mes?", "How often do you visit our shops?"])
def test_a_question_that_counts_things_is_no_score(header: str) -> None:
    raw = table(
        {
            "Marca temporal": ["13/05/2026 10:00", "14/05/2026 10:00", "15/05/2026 10:00"],
            "¿Nos recomendaría?": [9.0, 10.0, 3.0],
            header: [1.0, 3.0, 5.0],
        }
    )
    assert [doubt.kind for doubt in seen(raw).doubts] == []


MONTHS = {"ene-26": [100.0, 200.0], "feb-26": [110.0, 210.0], "mar-26": [120.0, 220.0]}


@pytest.mark.parametrize(
    ("columns", "sheet", "cells", "speaks_of_spending"),
    [
        ({"Área": ["Logística", "Ventas"], **MONTHS}, "Hoja1", "B2:D3", True),
        ({"Equipo": ["A", "B"], **MONTHS}, "Presupuesto 2026", "B2:D3", True),
        ({"Punto de contacto": ["Caja", "Envío"], **MONTHS}, "Agosto en Costa Rica", "B2:D3", False),
        ({"Mes": list(MONTHS), "Logística": [1.0, 2.0, 3.0], "Ventas": [4.0, 5.0, 6.0], "Caja": [7.0, 8.0, 9.0]}, "Gastos", "B2:D4", True),
    ],
)  # fmt: skip
def test_a_table_that_crosses_months_names_its_cells_and_says_what_to_bring(
    columns: dict[str, list], sheet: str, cells: str, speaks_of_spending: bool
) -> None:
    proposal = seen(table(columns, sheet=sheet))
    (why,) = questions(proposal, default_choices(proposal))
    assert (proposal.dataset, why.kind, why.blocks) == (None, "periods across", True)
    assert cells in str(why.question)
    assert ("one row for each area and month" in str(why.question)) is speaks_of_spending


def test_a_form_in_which_one_person_attended_everybody_is_no_list_of_staff() -> None:
    raw = picture("""
Marca temporal     | Calificación general | Atendido por | Sucursal | ¿Volvería?
14/5/2026 10:00:01 | 5 estrellas          | Ana Paz      | Centro   | Sí
15/5/2026 10:00:01 | 4 estrellas          | Ana Paz      | Centro   | No
""")
    assert seen(raw).dataset == "responses"
    assert fields(raw)["Calificación general"] == "csat"
    without_form = picture(
        "Atendido por | Sucursal | Nota interna\nAna | Centro | x\nAna | Centro | y\nAna | Norte | z"
    )
    assert seen(without_form).dataset is None
