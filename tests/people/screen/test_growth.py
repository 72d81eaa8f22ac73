"""The page of people's growth, view by view."""

from datetime import date, datetime

import pytest

from tests.screen.test_pages import load, texts

DONE = {"employee": "Ana Ruiz", "area": "Caja", "course": "Trato", "planned_on": date(2026, 1, 5)}


def shown(app) -> list[str]:
    assert not app.exception
    return [text.replace("\\", "").replace("\u2060", "") for text in texts(app)]


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("training", "Growth: training, pulse, autonomy and follow-up"),
        ("pulse", "The pulse of the team, without anybody's name"),
        ("autonomy", "Autonomy in conflicts"),
        ("follow_up", "No next step is waiting"),
    ],
)
def test_every_view_opens_under_its_finding_while_nothing_is_loaded(screen, view: str, title: str) -> None:
    assert shown(screen("growth.py", "en", view=view))[0] == title


def test_what_is_due_stands_in_the_title_and_the_plan_beside_what_was_done(screen, database) -> None:
    load(database, "trainings", [DONE, {**DONE, "employee": "Luis Mora", "completed_on": date(2026, 1, 5)}])

    app = screen("growth.py", "en", view="training")

    assert shown(app)[0] == "One course is overdue"
    (plan,) = [one.value for one in app.dataframe if "Share done" in one.value.columns]
    assert plan[["Planned", "Done", "Not done", "Share done"]].to_numpy().tolist() == [["2", "1", "1", "50 %"]]


def test_conflicts_are_told_with_what_cannot_be_measured(screen, database) -> None:
    cases = [
        {
            "interaction": f"C{place}",
            "occurred_at": datetime(2026, 1, 1 + place % 28),
            "employee": "Ana Ruiz",
            "reason": "Reclamo",
            "first_contact": place % 4 > 0,
        }
        for place in range(40)
    ]
    load(database, "interactions", cases)

    told = shown(screen("growth.py", "en", view="autonomy", period="all"))

    assert told[0] == "The first person settles 75 % of conflicts"
    assert "- 40 conflicts in the period." in told
    assert "- Inside or beyond the limit: not measurable until limits are declared below." in told
