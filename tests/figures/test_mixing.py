"""Two surveys of different kinds in one figure: said, and no change is claimed of what their mix does."""

from datetime import date, datetime, timedelta
from itertools import count

import numpy as np
import pytest

from momentos.analysis.signals import Verdict
from momentos.domain.dimensions import Dimension
from momentos.domain.viewer import OWNER
from momentos.facts import METRICS
from momentos.figures.compare import compare, is_comparable, with_change
from momentos.figures.filters import Filters
from momentos.figures.mixing import Mixture, mixture
from momentos.figures.monitor import monitor
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit
from momentos.warehouse.undo import undo
from tests.warehouse.content import assert_summaries_equal_facts
from tests.warehouse.sheets import NOON, file_of, sheet_of

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
IN_JUNE = Filters(JUNE, date(2026, 6, 30))
NPS = METRICS["nps"]
SURVEYED = ("csat", "score", "nps", "ces")
numbers = count(1)


def _answers(on: date, scores, **given):
    """One answer a score: the recommendation, and the same mood in the others."""
    return [
        {
            "response": f"R-{next(numbers)}",
            "answered_at": datetime.combine(on, datetime.min.time()) + timedelta(hours=9 + place % 9),
            "nps": float(score),
            "csat": float(1 + score * 4 // 10),
            "ces": float(1 + score * 6 // 10),
            **given,
        }
        for place, score in enumerate(scores)
    ]


def _contact(on: date, scores, **given):
    return _answers(on, scores, **{"touchpoint": "Caja", "employee": "E1", **given})


def _grid(answers, touchpoints=("Caja", "Entrega")):
    return {
        "ratings": [
            {key: one[key] for key in ("response", "answered_at")} | {"touchpoint": touchpoint, "score": one["csat"]}
            for one in answers
            for touchpoint in touchpoints
        ]
    }


def _load(warehouse: Warehouse, folder, *sheets):
    content = f"{next(numbers)}".encode()
    return commit(warehouse, file_of(folder, content=content), list(sheets), author="ana", at=NOON)[0].load_id


@pytest.fixture
def warehouse(tmp_path):
    with Warehouse.open(tmp_path / "company.duckdb") as opened:
        yield opened


def _changed(warehouse: Warehouse, key: str = "nps", filters: Filters = IN_JUNE, by=()):
    with warehouse.cursor() as cursor:
        return compare(cursor, METRICS[key], filters, by)


@pytest.mark.parametrize("key", SURVEYED)
def test_a_wave_of_another_survey_is_no_fall_of_the_figure(warehouse, tmp_path, key):
    # By contact 60 promoters in both months; in June 60 detractors of the relation join them: NPS 100, then 0.
    relation = _answers(JUNE, [3] * 60)
    _load(
        warehouse,
        tmp_path,
        sheet_of("responses", [*_contact(MAY, [10] * 60), *_contact(JUNE, [10] * 60)], sheet="Atención"),
        sheet_of("responses", relation, sheet="Relación", more=_grid(relation)),
    )
    row = _changed(warehouse, key).iloc[0]
    assert (row["n"], row["previous_n"]) == (120, 60)
    assert row["difference_high"] < 0
    assert (row["is_real"], row["is_mixed"], row["is_mixed_now"]) == (False, True, True)
    with warehouse.cursor() as cursor:
        assert mixture(cursor, METRICS[key], IN_JUNE) == Mixture(60, 60)
        assert not is_comparable(cursor, [METRICS[key]], IN_JUNE)
        assert not is_comparable(cursor, [METRICS[key]], Filters())
        assert with_change(cursor, METRICS[key], Filters())["is_mixed"].tolist() == [True]


def test_one_survey_now_and_another_before_are_not_compared(warehouse, tmp_path):
    _load(
        warehouse,
        tmp_path,
        sheet_of("responses", _answers(MAY, [3] * 60), sheet="Relación"),
        sheet_of("responses", _contact(JUNE, [10] * 60), sheet="Atención"),
    )
    row = _changed(warehouse).iloc[0]
    assert (row["value"], row["is_real"], row["is_mixed"], row["is_mixed_now"]) == (100.0, False, True, False)


def test_a_real_change_of_the_only_survey_in_the_window_is_told(warehouse, tmp_path):
    # The relation survey of January is in neither window.
    _load(
        warehouse,
        tmp_path,
        sheet_of("responses", _answers(date(2026, 1, 9), [3] * 60), sheet="Relación"),
        sheet_of("responses", [*_contact(MAY, [10] * 60), *_contact(JUNE, [3] * 60)], sheet="Atención"),
    )
    row = _changed(warehouse).iloc[0]
    assert (row["is_real"], row["is_mixed"]) == (True, False)


def test_a_company_with_one_survey_is_told_its_changes(warehouse, tmp_path):
    _load(warehouse, tmp_path, sheet_of("responses", [*_answers(MAY, [10] * 60), *_answers(JUNE, [3] * 60)]))
    assert _changed(warehouse)["is_real"].tolist() == [True]
    with warehouse.cursor() as cursor:
        assert mixture(cursor, NPS) == Mixture()
        assert monitor(cursor, NPS).verdict is Verdict.TOO_FEW


def test_a_cell_left_empty_by_accident_makes_no_other_survey(warehouse, tmp_path):
    # A third of the rows name nobody and nothing.
    june = [*_contact(JUNE, [3] * 40), *_answers(JUNE, [3] * 20)]
    _load(warehouse, tmp_path, sheet_of("responses", [*_contact(MAY, [10] * 60), *june], sheet="Atención"))
    assert _changed(warehouse)["is_real"].tolist() == [True]


def test_a_small_file_of_a_known_layout_is_the_same_survey_though_all_its_cells_are_empty(warehouse, tmp_path):
    _load(warehouse, tmp_path, sheet_of("responses", _contact(MAY, [10] * 60), sheet="Mayo"))
    _load(warehouse, tmp_path, sheet_of("responses", _contact(JUNE, [3] * 60), sheet="Junio"))
    few = _contact(date(2026, 6, 9), [3] * 4, touchpoint=None, employee=None)
    _load(warehouse, tmp_path, sheet_of("responses", few, sheet="9 de junio"))
    row = _changed(warehouse).iloc[0]
    assert (row["n"], row["is_real"], row["is_mixed"]) == (64, True, False)


def test_the_same_template_filled_for_another_survey_is_another_survey(warehouse, tmp_path):
    _load(
        warehouse, tmp_path, sheet_of("responses", [*_contact(MAY, [10] * 60), *_contact(JUNE, [10] * 60)], sheet="1")
    )
    whole = _contact(JUNE, [3] * 60, touchpoint=None, employee=None)
    _load(warehouse, tmp_path, sheet_of("responses", whole, sheet="2"))
    assert _changed(warehouse)[["is_real", "is_mixed"]].values.tolist() == [[False, True]]


def test_a_list_of_scores_makes_a_survey_of_the_relation_of_that_beside_it(warehouse, tmp_path):
    # Who answered is named, and yet every answer scores two touchpoints, in a sheet of their own.
    relation = _answers(JUNE, [3] * 60, employee="E1")
    _load(warehouse, tmp_path, sheet_of("responses", [*_contact(MAY, [10] * 60), *_contact(JUNE, [10] * 60)]))
    _load(
        warehouse,
        tmp_path,
        sheet_of("responses", relation, sheet="Relación"),
        sheet_of("ratings", _grid(relation)["ratings"], sheet="Notas"),
    )
    assert _changed(warehouse)[["is_real", "is_mixed"]].values.tolist() == [[False, True]]


def test_a_form_in_which_each_answer_scores_the_one_touchpoint_it_is_about_is_of_contacts(warehouse, tmp_path):
    may, june = _answers(MAY, [10] * 60), _answers(JUNE, [3] * 60)
    of_one = [_grid([one], (("Caja", "Entrega")[place % 2],))["ratings"][0] for place, one in enumerate([*may, *june])]
    _load(warehouse, tmp_path, sheet_of("responses", [*may, *june], sheet="Atención", more={"ratings": of_one}))
    _load(warehouse, tmp_path, sheet_of("responses", _answers(date(2026, 1, 9), [3] * 60), sheet="Relación"))
    with warehouse.cursor() as cursor:
        assert mixture(cursor, NPS) == Mixture(120, 60)
    assert _changed(warehouse)[["is_real", "is_mixed"]].values.tolist() == [[True, False]]


def test_surveys_of_two_files_that_number_alike_are_not_taken_for_each_other(warehouse, tmp_path):
    alike = [f"R-{number}" for number in range(60)]
    contacts = [{**one, "response": name} for one, name in zip(_contact(MAY, [10] * 60), alike, strict=True)]
    relation = [
        {**one, "response": name}
        for one, name in zip(_answers(date(2026, 1, 9), [3] * 60), reversed(alike), strict=True)
    ]
    _load(warehouse, tmp_path, sheet_of("responses", contacts, sheet="Atención"))
    _load(warehouse, tmp_path, sheet_of("responses", relation, sheet="Relación", more=_grid(relation)))
    with warehouse.cursor() as cursor:
        told = dict(cursor.execute("select sheet, about from questionnaires").fetchall())
    assert told == {"Atención": "contact", "Relación": "relation"}


def test_an_area_that_only_one_survey_speaks_of_is_compared(warehouse, tmp_path):
    _load(
        warehouse,
        tmp_path,
        sheet_of(
            "touchpoints",
            [{"touchpoint": "Caja", "area": "Tienda"}, {"touchpoint": "Entrega", "area": "Entregas"}],
            sheet="Recorrido",
        ),
        sheet_of(
            "responses",
            [
                *_contact(MAY, [10] * 60),
                *_contact(JUNE, [3] * 60),
                *_contact(MAY, [10] * 60, touchpoint="Entrega"),
                *_contact(JUNE, [10] * 60, touchpoint="Entrega"),
            ],
            sheet="Atención",
        ),
        sheet_of(
            "responses",
            (relation := _answers(JUNE, [3] * 60)),
            sheet="Relación",
            more=_grid(relation, ("Entrega", "Llamada")),
        ),
    )
    rows = _changed(warehouse, "csat", by=(Dimension.AREA,)).set_index("area")
    assert rows.loc["Tienda", ["is_real", "is_mixed"]].tolist() == [True, False]
    assert rows.loc["Entregas", ["is_real", "is_mixed"]].tolist() == [False, True]
    at_the_till = IN_JUNE.only(Dimension.AREA, "Tienda")
    assert _changed(warehouse, "csat", at_the_till)["is_real"].tolist() == [True]


def test_the_chart_of_two_surveys_has_its_values_and_no_limits_signals_or_verdict(warehouse, tmp_path):
    months = [date(2025, month, 5) for month in range(1, 13)]
    contacts = [
        row for month in months for row in _contact(month, [10, 10, 10, 8, 3] * 9 + [10, 10, 8 + month.month % 2, 8, 3])
    ]
    relation = _answers(months[-1], [0] * 60)
    atencion = sheet_of("responses", contacts, sheet="Atención")
    _load(warehouse, tmp_path, atencion)
    with warehouse.cursor() as cursor:
        assert monitor(cursor, NPS).verdict is Verdict.NORMAL
    load = _load(warehouse, tmp_path, sheet_of("responses", relation, sheet="Relación"))
    with warehouse.cursor() as cursor:
        found = monitor(cursor, NPS)
        alone = monitor(cursor, NPS, filters=Filters(None, date(2025, 11, 30)))
    assert (found.verdict, found.centre, found.assurance) == (Verdict.MIXED, None, None)
    assert found.points["value"].notna().all()
    assert found.points[["low", "high", "signal"]].isna().all(axis=None)
    assert alone.verdict is Verdict.NORMAL
    undo(warehouse, OWNER, load, author="ana", at=NOON)
    with warehouse.cursor() as cursor:
        assert monitor(cursor, NPS).verdict is Verdict.NORMAL


def test_what_is_summed_up_follows_a_sheet_that_turns_out_to_be_of_another_survey(warehouse, tmp_path):
    # The first eight answers of the layout name nobody; then sixty come that name who attended.
    first = _contact(MAY, [3] * 8, touchpoint=None, employee=None)
    _load(warehouse, tmp_path, sheet_of("responses", first, sheet="Mayo"))
    later = _load(warehouse, tmp_path, sheet_of("responses", _contact(JUNE, [10] * 60), sheet="Junio"))
    assert_summaries_equal_facts(warehouse)
    with warehouse.cursor() as cursor:
        assert mixture(cursor, NPS) == Mixture()
    undo(warehouse, OWNER, later, author="ana", at=NOON)
    assert_summaries_equal_facts(warehouse)


def test_two_surveys_whose_mix_varies_and_whose_truths_do_not_never_change(warehouse, tmp_path):
    """Nothing to find: by contact the NPS is 40 and of the relation 0, whatever the month; only how many answer varies."""
    chance = np.random.default_rng(11)
    months = [date(2024 + place // 12, place % 12 + 1, 10) for place in range(24)]
    contacts, relation = [], []
    for place, month in enumerate(months):
        contacts += _contact(month, chance.choice([10, 8, 3], p=[0.6, 0.2, 0.2], size=150))
        relation += _answers(month, chance.choice([10, 8, 3], p=[0.35, 0.3, 0.35], size=(20, 80, 300)[place % 3]))
    _load(
        warehouse,
        tmp_path,
        sheet_of("responses", contacts, sheet="Atención"),
        sheet_of("responses", relation, sheet="Relación", more=_grid(relation)),
    )
    with warehouse.cursor() as cursor:
        for key in SURVEYED:
            for month in months[1:]:
                last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
                found = compare(cursor, METRICS[key], Filters(month.replace(day=1), last))
                assert found[["is_real", "is_mixed"]].values.tolist() == [[False, True]]
            for period in (Dimension.WEEK, Dimension.MONTH, Dimension.QUARTER):
                seen = monitor(cursor, METRICS[key], period)
                assert seen.verdict is Verdict.MIXED
                assert seen.points["signal"].isna().all()
