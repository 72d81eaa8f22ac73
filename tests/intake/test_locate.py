"""Sheets drawn as people write them, and where their tables are."""

import time

import pytest

from momentos.intake.locate import TableBox, find_tables


def drawn(picture: str) -> list[list[str | None]]:
    """Cells from lines with ``|`` between columns."""
    return [[cell.strip() or None for cell in line.split("|")] for line in picture.strip("\n").splitlines()]


def the_table(picture: str) -> TableBox:
    (table,) = find_tables(drawn(picture))
    return table


def test_a_plain_sheet_has_its_header_in_row_1() -> None:
    table = the_table("""
Fecha      | Asesor | Espera
2026-05-03 | Ana    | 30
2026-05-04 | Luis   | 12
""")
    assert table == TableBox(1, 1, 1, 3, 2, None, ("Fecha", "Asesor", "Espera"))


def test_titles_units_and_blank_rows_above_the_header_are_passed_over() -> None:
    table = the_table("""
Reporte de llamadas |        |
Sucursal:           | Centro |
                    |        |
Fecha               | Asesor | Espera (s)
2026-05-03          | Ana    | 30
2026-05-04          | Luis   | 12
""")
    assert (table.header_first_row, table.first_data_row) == (4, 5)
    assert table.headers == ("Fecha", "Asesor", "Espera (s)")


def test_a_header_may_stand_in_row_30_and_column_z() -> None:
    cells: list[list[str | None]] = [[None] * 28 for _ in range(33)]
    cells[29][25:] = ["Fecha", "Nota", "Cliente"]
    for row in range(30, 33):
        cells[row][25:] = ["2026-05-03", "4", "C-1"]
    (table,) = find_tables(cells)
    assert (table.header_last_row, table.first_column, table.last_column) == (30, 26, 28)


def test_the_first_row_given_may_have_any_number() -> None:
    (table,) = find_tables(drawn("Fecha | Nota\n2026-05-03 | 5\n"), first_row=11)
    assert (table.header_first_row, table.first_data_row) == (11, 12)


def test_merged_headers_of_two_levels_are_joined() -> None:
    table = the_table("""
Fecha      | Cliente |        | Tiempos |
           | Código  | Nombre | Espera  | Atención
2026-05-03 | 12      | Ana    | 30      | 200
2026-05-04 | 13      | Luis   | 12      | 180
""")
    assert (table.header_first_row, table.header_last_row) == (1, 2)
    assert table.headers == ("Fecha", "Cliente · Código", "Cliente · Nombre", "Tiempos · Espera", "Tiempos · Atención")


def test_a_row_of_units_below_the_header_belongs_to_it() -> None:
    table = the_table("""
Fecha      | Espera | Atención
dd/mm/aaaa | (s)    | (min)
2026-05-03 | 30     | 4
2026-05-04 | 12     | 3
""")
    assert table.first_data_row == 3
    assert table.headers == ("Fecha · dd/mm/aaaa", "Espera · (s)", "Atención · (min)")


def test_a_first_row_of_marks_for_no_data_is_data() -> None:
    assert the_table("Fecha | Espera\ns/d | -\n2026-05-03 | 30\n2026-05-04 | 31\n").first_data_row == 2


def test_tables_one_above_the_other() -> None:
    first, second = find_tables(
        drawn("""
Llamadas   |        |
Fecha      | Asesor | Espera
2026-05-03 | Ana    | 30
2026-05-04 | Luis   | 12
           |        |
Encuestas  |        |
Fecha      | Nota   | Comentario
2026-05-03 | 5      | Bien
2026-05-04 | 4      | Regular
""")
    )
    assert (first.header_last_row, first.first_data_row, first.last_data_row) == (2, 3, 5)
    assert (second.header_last_row, second.first_data_row, second.last_data_row) == (7, 8, None)
    assert second.headers == ("Fecha", "Nota", "Comentario")


def test_tables_side_by_side() -> None:
    left, right = find_tables(
        drawn("""
Fecha      | Espera |  | Fecha      | Nota
2026-05-03 | 30     |  | 2026-05-03 | 5
2026-05-04 | 12     |  | 2026-05-04 | 4
""")
    )
    assert (left.first_column, left.last_column, right.first_column, right.last_column) == (1, 2, 4, 5)


def test_an_empty_column_inside_a_table_does_not_cut_it() -> None:
    table = the_table("""
Fecha      | Espera |  | Asesor | Nota
2026-05-03 | 30     |  | Ana    | 5
2026-05-04 | 12     |  | Luis   | 4
""")
    assert table.headers == ("Fecha", "Espera", "", "Asesor", "Nota")


def test_a_stray_note_beside_a_table_is_not_a_column_of_it() -> None:
    table = the_table("""
Fecha      | Espera |  |
2026-05-03 | 30     |  | ojo: revisar
2026-05-04 | 12     |  |
""")
    assert table.headers == ("Fecha", "Espera")


def test_a_blank_row_inside_a_table_does_not_end_it() -> None:
    assert the_table("Fecha | Espera\n2026-05-03 | 30\n |\n2026-05-04 | 12\n").last_data_row is None


def test_a_header_repeated_after_a_page_break_goes_on_with_the_table() -> None:
    assert the_table("Fecha | Espera\n2026-05-03 | 30\n |\nFecha | Espera\n2026-05-04 | 12\n").first_data_row == 2


def test_a_sheet_of_words_alone_takes_its_first_full_row() -> None:
    table = the_table("Código | Nombre | Área\nE-1 | Ana | Caja\nE-2 | Luis | Caja\n")
    assert table.headers == ("Código", "Nombre", "Área")


@pytest.mark.parametrize(
    "column",
    [
        ["Legajo", "A0", "A1", "A2", "A3", "1000", "1001", "1002"],
        ["Fecha de baja", "activa", "activa", "31/01/2026", "31/01/2026"],
        ["Interno", "sin interno", "sin interno", "4012", "4013"],
        ["Apodo", "Cata", "-1+1"],
        ["Casillero", "ninguno", "14", "15", "16"],
    ],
)
@pytest.mark.parametrize("others", [("Nombre y apellido", "Área"), ("Alias de guerra", "Talle de remera")])
def test_numbers_that_start_further_down_make_no_header_of_a_row_of_data(
    column: list[str], others: tuple[str, str]
) -> None:
    people = [(f"Persona {letter}", "Caja") for letter in "abcdefg"]
    (table,) = find_tables([[one, *rest] for one, rest in zip(column, [others, *people], strict=False)])
    assert (table.header_first_row, table.header_last_row, table.first_data_row) == (1, 1, 2)
    assert table.headers == (column[0], *others)


def test_numbers_that_start_after_a_blank_row_start_no_table() -> None:
    table = the_table("""
Código | Nombre | Área | Fecha de baja
A | Ana Paz | Caja | activa
B | Bea Paz | Caja | activa
  |         |      |
C | Luz Paz | Caja | activa
D | Leo Paz | Caja | 31/01/2026
E | Eva Paz | Caja | 31/01/2026
""")
    assert (table.header_last_row, table.last_data_row) == (1, None)


def test_a_row_not_as_wide_above_a_header_does_not_take_its_place() -> None:
    table = the_table("""
Listado de turnos | Primer semestre |           |
Turno             | Apodo           | Casillero | Talle
mañana            | Cata            | ninguno   | 38
tarde             | Lucho           | 14        | 40
tarde             | Pepe            | 15        | 42
""")
    assert (table.header_last_row, table.first_data_row) == (2, 3)


def test_names_of_fields_tell_the_header_from_labels_as_wide_above_it() -> None:
    table = the_table("""
Sucursal | Centro
Período  | Mayo
Fecha    | Espera
2026-05-03 | 30
2026-05-04 | 31
2026-05-05 | 32
2026-05-06 | 33
2026-05-07 | 34
""")
    assert table.header_last_row == 3


def test_units_in_brackets_below_a_header_of_words_belong_to_it() -> None:
    table = the_table("""
Nombre | Fecha de baja
(completo) | (si la hubo)
Ana Paz | activa
Bea Paz | 31/01/2026
Luz Paz | 31/01/2026
""")
    assert table.headers == ("Nombre · (completo)", "Fecha de baja · (si la hubo)")


@pytest.mark.parametrize("people", [1, 2, 4])
def test_a_short_list_of_people_above_a_survey_is_a_table_of_its_own(people: int) -> None:
    listed = "\n".join(f"E{one} | Persona {one} | Caja |" for one in range(people))
    first, second = find_tables(
        drawn(f"""
Código | Nombre | Área |
{listed}
 | | |
Encuesta | Fecha | Asesor | NPS
S11 | 13/02/2026 | E1 | 9
S12 | 14/02/2026 | E1 | 3
""")
    )
    assert (first.header_last_row, first.last_data_row) == (1, people + 2)
    assert (second.header_last_row, second.headers) == (people + 3, ("Encuesta", "Fecha", "Asesor", "NPS"))


def test_three_tables_one_above_the_other_may_share_a_header() -> None:
    tables = find_tables(
        drawn("""
Código | Nombre | Área
E1 | Ana Paz | Caja
  |  |
Encuesta | Fecha | NPS
S1 | 13/02/2026 | 9
  |  |
Venta | Fecha | Monto
V1 | 13/02/2026 | 200
""")
    )
    assert [table.header_last_row for table in tables] == [1, 4, 7]


def test_headers_written_twice_are_both_kept() -> None:
    assert the_table("Fecha | Hora | Fecha\n2026-05-03 | 10:00 | 2026-05-04\n").headers == ("Fecha", "Hora", "Fecha")


def test_years_over_numbers_are_headers() -> None:
    table = the_table("Sucursal | 2024 | 2025\nCentro | 10 | 20\nNorte | 7 | 9\n")
    assert table.headers == ("Sucursal", "2024", "2025")


def test_data_without_any_header_is_a_table_without_header() -> None:
    table = the_table("00004 | 19970101 | 29.33\n00021 | 19970101 | 63.34\n")
    assert (table.header_first_row, table.header_last_row, table.first_data_row) == (0, 0, 1)
    assert table.headers == ("", "", "")


def test_a_header_with_nothing_below_is_an_empty_table() -> None:
    assert the_table("Fecha | Nota\n").first_data_row == 2


@pytest.mark.parametrize("cells", [[], [[]], [[None, None]], [["  "]]])
def test_nothing_is_no_table(cells: list[list[str | None]]) -> None:
    assert find_tables(cells) == []


@pytest.mark.parametrize("step", [1, 2], ids=["side by side", "every second one"])
def test_thousands_of_columns_are_one_table_found_at_once(step: int) -> None:
    """Within seconds, where every column compared with every other took minutes."""
    cells = [[f"t{row} {column % 7}" if column % step == 0 else None for column in range(8_000)] for row in range(60)]
    began = time.process_time()
    (found,) = find_tables(cells)
    assert (found.first_column, found.last_column) == (1, 8_000 - (step - 1))
    assert time.process_time() - began < 10
