"""A pulse is recognised by what it holds, and no sheet of it comes in with names."""

import pytest

from momentos.domain.errors import Refused
from momentos.intake.preparing import prepare
from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices, recognise
from tests.intake.drawn import TODAY, picture

PULSES = [
    "Fecha | Área | Herramientas | Apoyo | Orgullo\n13/05/2026 | Caja | 4 | 5 | 4\n13/05/2026 | Caja | 4 | 5 | 4",
    "Marca temporal | ¿En qué área trabajas? | Tengo lo que necesito para atender bien | Mi jefe me apoya | "
    "Recomendaría trabajar aquí\n13/05/2026 | Caja | 4 | 5 | 4\n14/05/2026 | Piso | 4 | 2 | 1",
    "Date | Department | I have what I need to do my job well | My manager supports me | I am proud to work here\n"
    "2026-05-13 | Store | 4 | 5 | 4\n2026-05-14 | Store | 3 | 3 | 3",
]


def prepared(raw: RawTable):
    proposal = recognise(raw, today=TODAY, dataset="pulse")
    return prepare(raw, default_choices(proposal), today=TODAY)


@pytest.mark.parametrize("drawing", PULSES)
def test_a_pulse_is_known_by_its_items_in_the_words_people_use(drawing: str) -> None:
    raw = picture(drawing)
    proposal = recognise(raw, today=TODAY)
    assert proposal.dataset == "pulse"
    assert {one.field for one in proposal.matches if one.certain} == {
        "answered_on",
        "area",
        "means",
        "support",
        "pride",
    }
    assert prepared(raw).rows.num_rows == 2


@pytest.mark.parametrize(
    "header", ["Nombre", "Empleado", "Código de empleado", "Correo electrónico", "Legajo", "Email"]
)
def test_a_pulse_with_a_column_of_people_is_refused_whole(header: str) -> None:
    first, second, third = PULSES[0].split("\n")
    raw = picture(f"{first} | {header}\n{second} | Ana Ruiz\n{third} | Luis Mora")
    with pytest.raises(Refused, match=header):
        prepared(raw)


def test_other_sheets_may_name_people() -> None:
    raw = picture("Participante | Curso | Vence el | Prepara para\nAna Ruiz | Trato | 13/05/2027 | Reclamo; Cambio")
    proposal = recognise(raw, today=TODAY)
    assert proposal.dataset == "trainings"
    assert {one.field for one in proposal.matches} == {"employee", "course", "valid_until", "topics"}
