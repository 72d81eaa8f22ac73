"""A terminal on an empty database, and one where a small company is loaded."""

from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

CALLS = """Fecha,Agente,Punto de contacto,Canal,Espera,Duración,Resultado
05/01/2026 10:00,Ana Ruiz,Caja,Tienda,10,100,atendida
05/01/2026 11:00,Ana Ruiz,Caja,Tienda,30,300,atendida
06/02/2026 12:00,Luis Mora,Entrega,Teléfono,500,,abandonada
07/02/2026 13:00,Luis Mora,Entrega,Teléfono,20,200,atendida
"""

ONE_BAD_DATE = CALLS + "".join(f"{day}/02/2026 10:00,Ana Ruiz,Caja,Tienda,10,100,atendida\n" for day in range(8, 30))
"""26 calls, the last of them on the 29th of February of a year that has none."""

SURVEYS = """Encuesta,Fecha,Asesor,Punto de contacto,NPS,Satisfacción,Comentario
R-1,05/01/2026,Ana Ruiz,Caja,10,5,"Muy bien, gracias"
R-2,06/01/2026,Ana Ruiz,Caja,9,4,=1+1
R-3,07/02/2026,Luis Mora,Entrega,3,2,Nunca llegó
"""

TOUCHPOINTS = """Orden,Etapa,Punto de contacto,Área,Impacto,Personas involucradas
1,Comprar,Caja,Caja,3,"Ana Ruiz, Marta Quiroga"
2,Recibir,Entrega,Logística,5,
"""


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture(scope="package")
def nothing_yet(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """An empty database. Only to be read."""
    return Terminal(tmp_path_factory.mktemp("nothing"))


@pytest.fixture(scope="package")
def company(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """Calls, surveys and touchpoints of a company of two people. Only to be read."""
    terminal = Terminal(tmp_path_factory.mktemp("company"))
    files = {"llamadas.csv": CALLS, "encuestas.csv": SURVEYS, "puntos.csv": TOUCHPOINTS}
    paths = [terminal.write(name, text) for name, text in files.items()]
    assert [one["status"] for one in terminal.json("import", *paths)] == ["loaded"] * 3
    return terminal
