"""The committed workbooks are what the generator writes, and hold what the documentation says."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from momentos.sample.sheets import write_company

FOLDER = Path(__file__).parents[2] / "data" / "ejemplo"
ROWS = {
    ("puntos_de_contacto.xlsx", "Recorrido"): 14,
    ("personal.xlsx", "Personal"): 40,
    ("atenciones.xlsx", "Atenciones"): 24_000,
    ("encuestas.xlsx", "Encuesta de atención"): 4_800,
    ("encuestas.xlsx", "Encuesta de relación"): 1_200,
    ("clientes.xlsx", "Clientes"): 3_000,
    ("compras.xlsx", "Ventas"): 15_000,
    ("capacitaciones.xlsx", "Capacitaciones"): 59,
    ("pulso.xlsx", "Pulso"): 168,
}
HEADER_ROWS = {
    "Recorrido": 4,
    "Personal": 3,
    "Atenciones": 5,
    "Encuesta de relación": 4,
    "Capacitaciones": 3,
    "Pulso": 4,
}


def cells(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_company(tmp_path_factory.mktemp("sample"))


def test_the_generator_writes_exactly_the_committed_workbooks(written: list[Path]) -> None:
    assert {path.name for path in written} == {path.name for path in FOLDER.glob("*.xlsx")}
    for path in written:
        assert cells(path) == cells(FOLDER / path.name), path.name


@pytest.mark.parametrize(("file", "sheet"), ROWS)
def test_every_sheet_has_as_many_rows_as_documented(file: str, sheet: str) -> None:
    assert len(cells(FOLDER / file)[sheet]) - HEADER_ROWS.get(sheet, 1) == ROWS[file, sheet]


def test_the_workbooks_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.xlsx")) < 6_000_000


def test_comments_go_with_their_score_and_are_varied() -> None:
    rows = cells(FOLDER / "encuestas.xlsx")["Encuesta de atención"][1:]
    said = {score: [row[-1] for row in rows if row[-1] and row[-3] == score] for score in (1, 2, 3, 4, 5)}
    assert all(text.lower().startswith(("pésimo", "pesimo")) is False for score in (4, 5) for text in said[score])
    comments = [text for texts in said.values() for text in texts]
    assert len(comments) > 1_500
    assert len(set(comments)) > 0.7 * len(comments)
