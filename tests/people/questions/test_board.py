"""The board compares like with like, with the same doubt for all."""

from datetime import datetime

import pytest

from momentos.domain.dimensions import Dimension
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.meanings.policy import Credit
from momentos.people.questions.board import BOARD_COLUMNS, team_board
from momentos.people.questions.credit import has_shared_cases
from tests.figures.company import company, full_row

CSAT = METRICS["csat"]
MONDAY = datetime(2026, 1, 5)


def _surveys(employee: str | None, touchpoint: str | None, satisfied: int, dissatisfied: int, **given):
    scores = [5.0] * satisfied + [1.0] * dissatisfied
    return [
        full_row(
            "responses", answered_at=datetime(2026, 1, 5), employee=employee, touchpoint=touchpoint, csat=one, **given
        )
        for one in scores
    ]


def test_who_works_where_it_is_harder_is_expected_less(tmp_path):
    # Entrega: 20 of 40 are satisfied, Caja: 36 of 40. Ana's 20 are all Entrega: 50 is expected of her.
    surveys = [
        *_surveys("Ana", "Entrega", 12, 8), *_surveys("Luis", "Entrega", 8, 12), *_surveys("Eva", "Caja", 18, 2),
        *_surveys("Iván", "Caja", 18, 2), *_surveys(None, "Caja", 0, 50),
    ]  # fmt: skip
    with company(tmp_path, responses=surveys) as cursor:
        board = team_board(cursor, CSAT)
    rows = board.rows.set_index("employee")
    assert board.team == pytest.approx(70.0)
    assert rows.loc["Ana", ["n", "observed", "expected"]].tolist() == pytest.approx([20, 60.0, 50.0])
    # 70 + 20 / (20 + 30) · (60 − 50).
    assert rows.loc["Ana", "score"] == pytest.approx(74.0)
    assert rows.loc["Eva", ["expected", "score"]].tolist() == pytest.approx([90.0, 70.0])
    assert rows.index[0] == "Ana"


def test_an_unknown_touchpoint_is_a_kind_of_case_too(tmp_path):
    surveys = [*_surveys("Ana", None, 4, 0), *_surveys("Luis", None, 0, 4), *_surveys("Luis", "Caja", 4, 0)]
    with company(tmp_path, responses=surveys) as cursor:
        rows = team_board(cursor, CSAT).rows.set_index("employee")
    assert rows.loc["Ana", "expected"] == pytest.approx(50.0)
    assert rows.loc["Luis", ["n", "observed", "expected"]].tolist() == pytest.approx([8, 50.0, 75.0])


def test_with_few_answers_there_is_no_band_but_how_many_are_missing(tmp_path):
    surveys = [*_surveys("Ana", "Caja", 5, 2), *_surveys("Luis", "Caja", 10, 20), *_surveys("Eva", "Caja", 15, 15)]
    with company(tmp_path, responses=surveys) as cursor:
        rows = team_board(cursor, CSAT).rows.set_index("employee")
    assert (rows.loc["Ana", "missing"], rows["band"].isna()["Ana"]) == (13, True)
    assert rows.loc["Luis", "missing"] == 0
    assert rows.loc["Luis", "band"] in ("above", "same", "below")


def test_the_board_says_where_each_person_works(tmp_path):
    staff = [full_row("employees", employee="E1", name="Ana Ruiz", area="Caja", supervisor="Marta", site="Centro")]
    surveys = [*_surveys("E1", None, 2, 1), *_surveys("ana  ruiz", None, 1, 0), *_surveys("Suelto", None, 1, 1)]
    with company(tmp_path, employees=staff, responses=surveys) as cursor:
        rows = team_board(cursor, CSAT).rows.set_index("employee")
    assert rows.loc["Ana Ruiz", ["n", "area", "supervisor", "site"]].tolist() == [4, "Caja", "Marta", "Centro"]
    assert rows.loc["Suelto", ["area", "supervisor", "site"]].isna().all()


def test_filters_narrow_the_board(tmp_path):
    surveys = [*_surveys("Ana", "Caja", 2, 1, channel="Web"), *_surveys("Luis", "Caja", 1, 1, channel="Tienda")]
    with company(tmp_path, responses=surveys) as cursor:
        board = team_board(cursor, CSAT, Filters(where={Dimension.CHANNEL: ("web",)}))
    assert board.rows["employee"].tolist() == ["Ana"]


def test_lower_is_better_where_the_metric_says_so(tmp_path):
    calls = [
        full_row("interactions", occurred_at=datetime(2026, 1, 5), employee=who, handle_seconds=seconds)
        for who, seconds in [("Ana", 100.0)] * 30 + [("Luis", 300.0)] * 30 + [("Eva", 200.0)] * 30
    ]
    with company(tmp_path, interactions=calls) as cursor:
        assert team_board(cursor, METRICS["handle_time"]).rows["employee"].tolist() == ["Ana", "Eva", "Luis"]


def test_without_cases_the_board_is_empty_and_whole(tmp_path):
    with company(tmp_path) as cursor:
        board = team_board(cursor, CSAT)
    assert (board.team, list(board.rows), len(board.rows)) == (None, BOARD_COLUMNS, 0)


def scores_of(surveys, touchpoints, number="R{0}".format):
    """A row for each touchpoint of each survey, which is about the person and gives the score named."""
    return [
        full_row(
            "ratings", response=number(place), employee=name, touchpoint=touchpoint, score=score, answered_at=MONDAY
        )
        for place, (name, score) in enumerate(surveys)
        for touchpoint in touchpoints
    ]


def answers_each(cursor):
    return dict(team_board(cursor, CSAT).rows[["employee", "n"]].itertuples(index=False))


SURVEYS = [(name, float(place % 5 + 1)) for name in ("Ana", "Luis") for place in range(25)]


@pytest.mark.parametrize("number", ["Posventa 2026".format, lambda place: f"R{place // 10}"])
def test_surveys_that_share_their_number_are_as_many_as_they_are(tmp_path, number):
    with company(tmp_path, ratings=scores_of(SURVEYS, ["Caja", "Entrega"], number)) as cursor:
        assert answers_each(cursor) == {"Ana": 25, "Luis": 25}


def test_a_survey_is_one_answer_however_many_loads_brought_it(tmp_path):
    with company(tmp_path, ratings=scores_of(SURVEYS, ["Caja", "Entrega", "Ayuda"])) as cursor:
        cursor.execute("update ratings set load_no = 2 where touchpoint = 'Ayuda'")

        assert answers_each(cursor) == {"Ana": 25, "Luis": 25}


def test_surveys_numbered_from_the_start_again_are_others(tmp_path):
    with company(tmp_path, ratings=scores_of(SURVEYS, ["Caja", "Ayuda"])) as cursor:
        cursor.execute("update ratings set load_no = 2 where touchpoint = 'Ayuda'")
        cursor.execute("insert into load_scopes values (2, 'ratings', 1)")

        assert answers_each(cursor) == {"Ana": 50, "Luis": 50}


def test_all_the_scores_of_a_survey_are_one_answer(tmp_path):
    """Whoever answers gives every touchpoint one score: as much is known as if they had scored one touchpoint."""
    satisfied = {"Ana": 36, "Luis": 24, "Eva": 20, "Iván": 22}
    surveys = [(name, 5.0 if place < top else 1.0) for name, top in satisfied.items() for place in range(40)]

    boards = []
    for place, touchpoints in enumerate((["Caja"], ["Caja", "Entrega", "Ayuda", "Pago"])):
        (tmp_path / str(place)).mkdir()
        with company(tmp_path / str(place), ratings=scores_of(surveys, touchpoints)) as cursor:
            boards.append(team_board(cursor, CSAT).rows)
    one, four = boards
    assert four["n"].tolist() == one["n"].tolist() == [40] * 4
    assert (four["employee"].tolist(), four["band"].tolist()) == (one["employee"].tolist(), one["band"].tolist())
    for figure in ("observed", "expected", "score", "low", "high", "p_above", "p_top3"):
        assert four[figure].tolist() == pytest.approx(one[figure].tolist(), rel=0.01)


def test_of_three_people_nobody_is_asked_who_is_among_the_best_three(tmp_path):
    with company(
        tmp_path, responses=[_row for name in ("Ana", "Luis", "Eva") for _row in _surveys(name, "Caja", 20, 20)]
    ) as cursor:
        rows = team_board(cursor, CSAT).rows
    assert rows["p_top3"].isna().all()
    assert rows["p_above"].notna().all()


def test_a_count_compares_nobody(tmp_path):
    with company(tmp_path) as cursor, pytest.raises(ValueError, match="interactions"):
        team_board(cursor, METRICS["interactions"])


def _handed_over():
    """One case that Ana began and Luis ended, solved, with a survey of 5; and one of each alone."""
    return {
        "interactions": [
            full_row("interactions", interaction="T1", occurred_at=datetime(2026, 1, 5, 9), employee="Ana", resolved=False),
            full_row("interactions", interaction="T1", occurred_at=datetime(2026, 1, 5, 11), employee="Luis", resolved=True),
            full_row("interactions", interaction="T2", occurred_at=datetime(2026, 1, 6), employee="Ana", resolved=False),
            full_row("interactions", interaction="T3", occurred_at=datetime(2026, 1, 6), employee="Luis", resolved=True),
        ],
        "responses": [
            full_row("responses", answered_at=datetime(2026, 1, 5), interaction="T1", employee="Luis", csat=5.0),
            full_row("responses", answered_at=datetime(2026, 1, 6), interaction="T2", employee="Ana", csat=1.0),
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("credit", "resolution", "csat"),
    [
        (Credit.AS_WRITTEN, {"Ana": (2, 0.0), "Luis": (2, 100.0)}, {"Ana": (1, 0.0), "Luis": (1, 100.0)}),
        (Credit.LAST, {"Ana": (1, 0.0), "Luis": (2, 100.0)}, {"Ana": (1, 0.0), "Luis": (1, 100.0)}),
        (Credit.FIRST, {"Ana": (2, 50.0), "Luis": (1, 100.0)}, {"Ana": (2, 50.0)}),
        (Credit.ALL, {"Ana": (2, 50.0), "Luis": (2, 100.0)}, {"Ana": (2, 50.0), "Luis": (1, 100.0)}),
        (Credit.SHARED, {"Ana": (1, 100 / 3), "Luis": (1, 100.0)}, {"Ana": (1, 100 / 3), "Luis": (0, 100.0)}),
    ],
)
def test_a_case_with_several_people_counts_to_whom_the_policy_says(tmp_path, credit, resolution, csat):
    with company(tmp_path, **_handed_over()) as cursor:
        assert has_shared_cases(cursor)
        for key, expected in (("resolution", resolution), ("csat", csat)):
            rows = team_board(cursor, METRICS[key], credit=credit).rows
            found = {row.employee: (row.n, pytest.approx(row.observed)) for row in rows.itertuples()}
            assert found == expected


def test_the_scores_of_a_survey_follow_the_credit_of_its_case(tmp_path):
    sheets = _handed_over()
    asked = {"answered_at": datetime(2026, 1, 5), "employee": "Luis"}
    sheets["responses"] = [full_row("responses", response="R1", interaction="T1", **asked)]
    sheets["ratings"] = [
        full_row("ratings", response="R1", touchpoint=touchpoint, score=5.0, **asked) for touchpoint in ("Caja", "Pago")
    ]
    with company(tmp_path, **sheets) as cursor:
        written = team_board(cursor, CSAT).rows
        began = team_board(cursor, CSAT, credit=Credit.FIRST).rows
    assert (written["employee"].tolist(), began["employee"].tolist()) == (["Luis"], ["Ana"])


def test_teams_and_sites_are_compared_in_the_same_way(tmp_path):
    staff = [
        full_row("employees", employee="Ana", supervisor="Marta", site="Norte"),
        full_row("employees", employee="Luis", supervisor="Raúl", site="Sur"),
    ]
    surveys = [*_surveys("Ana", "Caja", 30, 10), *_surveys("Luis", "Caja", 10, 30)]
    with company(tmp_path, employees=staff, responses=surveys) as cursor:
        teams = team_board(cursor, CSAT, by=Dimension.SUPERVISOR).rows
        sites = team_board(cursor, CSAT, by=Dimension.SITE).rows
    assert teams[["employee", "n", "observed", "expected"]].to_numpy().tolist() == [
        ["Marta", 40, 75.0, 50.0], ["Raúl", 40, 25.0, 50.0],
    ]  # fmt: skip
    assert sites["employee"].tolist() == ["Norte", "Sur"]


def test_what_makes_cases_alike_is_chosen(tmp_path):
    surveys = [*_surveys("Ana", "Entrega", 10, 10), *_surveys("Luis", "Caja", 20, 0)]
    with company(tmp_path, responses=surveys) as cursor:
        alike = team_board(cursor, CSAT, cases=()).rows.set_index("employee")
        apart = team_board(cursor, CSAT, cases=(Dimension.TOUCHPOINT,)).rows.set_index("employee")
    assert alike.loc["Ana", "expected"] == pytest.approx(75.0)
    assert apart.loc["Ana", ["expected", "is_weak_comparison"]].tolist() == [50.0, True]
