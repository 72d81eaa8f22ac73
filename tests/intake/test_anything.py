"""Whatever a table holds, every row is accounted for and every row kept out is explained."""

from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from momentos.datasets import DATASETS
from momentos.datasets.checked import Severity
from momentos.intake.check import group_problems
from momentos.intake.choices import Choices
from momentos.intake.locate import find_tables
from momentos.intake.preparing import prepare
from momentos.intake.questions import questions
from momentos.intake.recognise import default_choices, recognise
from tests.intake.drawn import TODAY, table

ODD_TEXTS = st.sampled_from(
    [
        *("", " ", "-", "s/d", "#N/D", "#¡REF!", "0", "1", "5", "6", "11", "1.234", "1,5", "1.234,56", "(12)", "12 %"),
        *(
            "03/05/2026",
            "31/02/2026",
            "05/25/2026",
            "2026-05-03 10:00",
            "may-26",
            "3 de mayo de 2026",
            "990201",
            "2014",
        ),
        *(
            "7:02:47",
            "2:20 p. m.",
            "0:00:00",
            "1 h 20 min",
            "90 s",
            "99:99",
            "sí",
            "no",
            "x",
            "AGENT",
            "Total",
            "Fecha",
        ),
        *(
            "Muy satisfecho",
            "5 - Excelente",
            "★★★",
            "Ana\u202ez",
            "E-012",
            "6.02E+17",
            "∞",
            "١٢",
            "²",
            "½",
            "１２",
            "\x00",
        ),
    ]
)
CELLS = st.one_of(
    st.lists(st.one_of(st.none(), ODD_TEXTS, st.text(max_size=8)), min_size=3, max_size=3),
    st.lists(st.one_of(st.none(), st.floats()), min_size=3, max_size=3),
    st.lists(st.one_of(st.none(), st.datetimes(datetime(1800, 1, 1), datetime(2200, 1, 1))), min_size=3, max_size=3),
    st.lists(st.one_of(st.none(), st.timedeltas(timedelta(0), timedelta(days=40))), min_size=3, max_size=3),
    st.lists(st.one_of(st.none(), st.booleans()), min_size=3, max_size=3),
    st.just([None, None, None]),
)
unhurried = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@unhurried
@given(data=st.data(), name=st.sampled_from(sorted(DATASETS)))
def test_rows_reconcile_and_every_rejected_row_has_an_error(data: st.DataObject, name: str) -> None:
    dataset = DATASETS[name]
    raw = table({one.name: data.draw(CELLS, one.name) for one in dataset.fields[:20]})
    mapping = {column.letter: column.header for column in raw.columns}
    sheet = prepare(raw, Choices(name, mapping), today=TODAY)
    assert sheet.read == 3 == sheet.rows.num_rows + sheet.rejected + sheet.skipped
    in_error = {"".join(filter(str.isdigit, one.cell)) for one in sheet.problems if one.severity is Severity.ERROR}
    assert len(in_error) == sheet.rejected
    assert sum(group.count for group in group_problems(sheet.problems)) == len(sheet.problems)


@unhurried
@given(data=st.data(), headers=st.lists(st.text(max_size=12), min_size=1, max_size=6, unique=True))
def test_nothing_that_a_table_holds_stops_recognition(data: st.DataObject, headers: list[str]) -> None:
    raw = table({header: data.draw(CELLS, header) for header in headers})
    proposal = recognise(raw, today=TODAY)
    assert len(proposal.matches) == len(headers)
    choices = default_choices(proposal)
    if not any(one.blocks for one in questions(proposal, choices)):
        assert prepare(raw, choices, today=TODAY).read == 3


@unhurried
@given(cells=st.lists(st.lists(st.one_of(st.none(), ODD_TEXTS, st.text(max_size=4)), max_size=6), max_size=12))
def test_tables_found_lie_within_the_sheet_and_apart(cells: list[list[str | None]]) -> None:
    taken: set[tuple[int, int]] = set()
    for box in find_tables(cells):
        last = box.last_data_row or len(cells)
        assert box.header_last_row < box.first_data_row
        assert box.first_data_row <= last + 1 <= len(cells) + 1
        assert len(box.headers) == box.last_column - box.first_column + 1
        own = {
            (row, column)
            for row in range(box.first_data_row, last + 1)
            for column in range(box.first_column, box.last_column + 1)
        }
        assert not own & taken
        taken |= own
