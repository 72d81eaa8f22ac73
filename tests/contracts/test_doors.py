"""Guard the answer, not the page: what answers with somebody's name, and what changes what is kept, knows who asks.

Both are found by themselves: what answers by asking it about the sample company, what changes by its first parameter. A
new one is given the viewer, or is listed here with its reason.
"""

import ast
import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest
from duckdb import DuckDBPyConnection

import momentos.access
import momentos.figures
import momentos.journey.kept
import momentos.journey.questions
import momentos.loading
import momentos.people.kept
import momentos.people.questions
import momentos.sample
import momentos.warehouse
from momentos.datasets import DATASETS, Dataset
from momentos.domain.dimensions import Dimension
from momentos.domain.errors import Refused
from momentos.domain.messages import Message
from momentos.domain.viewer import EVERYBODY, OWNER
from momentos.facts import METRICS, RESPONSES
from momentos.figures.catalogue import values_of
from momentos.figures.current_rows import current_rows
from momentos.figures.filters import Filters
from momentos.figures.known_values import known_values
from momentos.figures.loyalty import default_loyalty
from momentos.journey.questions.touchpoint import rows_behind
from momentos.people.kept.authority import Authority
from momentos.people.kept.recognitions import recognise
from momentos.people.meanings.policy import READY_POLICIES, Credit
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.files import kept_file
from momentos.warehouse.history import list_loads
from tests.figures.company import company as drawn
from tests.tree import ROOT, SCREENS

QUESTIONS = (momentos.figures, momentos.journey.questions, momentos.people.questions)
KEEPERS = (
    momentos.warehouse,
    momentos.access,
    momentos.figures,
    momentos.loading,
    momentos.sample,
    momentos.journey.kept,
    momentos.people.kept,
)
AT = datetime(2026, 11, 1, 9, 0)
LAST_DAYS = Filters(date(2026, 8, 1), date(2026, 10, 31))

BEHIND_DOORS = {
    "awards.winners", "awards.past_periods", "card.card", "card.people_of", "journey.who_attended", "board.team_board",
    "board.compare_people", "board.who_left", "policy.policy_board", "policy.changes_since",
    "policy.points_changes_since", "praise.praises", "recognition_proposals.never_recognised", "recognition_proposals.possible_leaders", "recognition.shown_names",
    "recognition.recognitions", "recognition.peer_voices", "current_rows.current_rows", "shifts.shifts_of", "survey_rows.contacts_in",
    "survey_rows.answers_in", "survey_rows.contacts_without_survey", "training.of_person", "card_remarks.remarks",
}  # fmt: skip
"""They name people and know no viewer: other questions ask them, which check the viewer or add people up; no screen."""

NAMED_TO_ALL = {
    "catalogue.values_of": "the names alone: to pick one's own card, or whom to recognise",
    "journey.journey": "who attends each touchpoint, by alphabet and without a figure of theirs",
    "recognition_proposals.proposals": "only praise, with the fact it rests on",
    "recognition_proposals.equity": "counts are drawn; who was never recognised is asked at seen_never_recognised",
    "rewards.public_recognitions": "the wall: only praise, and only of those who like it in public",
    "rewards.rewards_of": "the budget is drawn; who waits and what is owed is drawn by give_rewards, for leads",
    "skills.skills": "topics are drawn; who is unprepared is asked at seen_unprepared",
    "staff_notes.staff_notes": "what the staff sheet says: who left, changed name or team; no figure",
    "training.enrolments": "added up by area; who is due is asked at seen_due",
}

NOT_ASKED = {
    "coaching.evidence_told": "what a note rests on: its door is seen_talks",
    "coaching.told_of": "the same of several notes",
    "board.with_places": "works on the rows of a board",
    "respondents.one_answer_each": "works on a board's names",
    "survey_numbers.own_numbers": "works on the rows of surveys",
}
"""Questions that cannot be asked by themselves here."""

LOADING_IS_OPEN = {
    "loads.preview", "loads.commit", "loads.rehearse", "storing.store", "storing.foresee", "redo.note_choices",
    "files.keep_file", "remembered_layouts.remember", "remembered_layouts.forget", "loading.load_sample",
}  # fmt: skip
"""Whole teams bring their spreadsheets, and say how they are read."""

OTHERS_THAT_CHANGE = {
    "recognitions.recognise": "colleagues thank each other, and nothing is taken away or written over",
    "journal.write": "those who call it ask",
    "journal.withdraw": "those who call it ask",
    "settings.set_setting": "those who call it ask",
    "backup.back_up": "made before tables change, by no person",
    "migrate.bring_up_to_date": "made at opening, by no person",
}

ONLY_LOOK = {"files.is_kept", "redo.can_redo"}


def takers_of(first: type, *packages: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public functions whose first parameter is of this type, by ``module.function``."""
    for package in packages:
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            for name, function in vars(module).items():
                is_own = inspect.isfunction(function) and function.__module__ == found.name
                if is_own and not name.startswith("_") and _first_of(function) is first:
                    yield f"{found.name.split('.')[-1]}.{name}", function


def _first_of(function: Callable[..., Any]) -> object:
    return next((one.annotation for one in inspect.signature(function).parameters.values()), None)


def parameters_of(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """All but the first."""
    return dict(list(inspect.signature(function).parameters.items())[1:])


def needed_by(function: Callable[..., Any]) -> set[str]:
    return {name for name, one in parameters_of(function).items() if one.default is one.empty}


def examples_in(cursor: DuckDBPyConnection) -> dict[str, Any]:
    """Something to ask each question with, by the name of its parameter."""
    question = "select any_value(employee), any_value(supervisor) from known_employees where supervisor is not null"
    employee, supervisor = cursor.execute(question).fetchone() or ("", "")
    touchpoint, key = cursor.execute("select touchpoint, touchpoint_key from known_touchpoints").fetchone() or ("", "")
    last = date(2026, 10, 31)
    return {
        "policy": READY_POLICIES[0].policy, "metric": METRICS["csat"], "metrics": [METRICS["csat"]], "key": "csat",
        "filters": LAST_DAYS, "others": Filters(), "day": last, "on": last, "by_day": date(2026, 12, 31), "moment": AT,
        "period": (date(2026, 7, 1), date(2027, 1, 1)), "dimension": Dimension.EMPLOYEE, "values": ["x"],
        "dimensions": {Dimension.EMPLOYEE}, "by": (Dimension.AREA,), "cases": (Dimension.TOUCHPOINT,),
        "fact": RESPONSES, "credit": Credit.LAST, "held": Authority(), "touchpoint": touchpoint,
        "shortest": 10, "touchpoint_key": key, "employee": employee, "supervisor": supervisor,
        "loyalty": default_loyalty(cursor, Filters()),
    }  # fmt: skip


def named_in(cursor: DuckDBPyConnection) -> set[str]:
    """The names and codes of staff and customers."""
    question = "select employee, name from current_employees union all select customer, name from current_customers"
    return {text for row in cursor.execute(question).fetchall() for text in row if text}


def texts(answer: Any) -> Iterator[str]:
    """Every text in an answer, however it is wrapped; what a dataset declares is nobody's."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, pd.DataFrame):
        for column in answer:
            yield from (text for value in answer[column].tolist() for text in texts(value))
    elif isinstance(answer, Message):
        yield from texts(answer.values)
    elif isinstance(answer, Mapping):
        yield from (text for pair in answer.items() for value in pair for text in texts(value))
    elif is_dataclass(answer) and not isinstance(answer, type | Dataset):
        yield from (text for field in fields(answer) for text in texts(getattr(answer, field.name)))
    elif isinstance(answer, list | tuple | set | frozenset | pd.Series | Iterator):
        yield from (text for value in answer for text in texts(value))


@pytest.fixture(scope="module")
def company(sample_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The sample company, in which somebody was thanked too. Nobody changes it here."""
    folder = tmp_path_factory.mktemp("doors")
    shutil.copytree(sample_database.parent, folder, dirs_exist_ok=True)
    with Warehouse.open(folder / sample_database.name) as opened:
        with opened.cursor() as cursor:
            employee = examples_in(cursor)["employee"]
        recognise(opened, employee, "Ayudó", "caso 1", occurred_on=None, author="Marta", at=AT)
        yield opened


def test_what_answers_with_a_name_knows_who_asks(company: Warehouse) -> None:
    with company.cursor() as cursor:
        people, staff = named_in(cursor), values_of(cursor, Dimension.EMPLOYEE)
        examples = examples_in(cursor)
        naming = set()
        for name, question in takers_of(DuckDBPyConnection, *QUESTIONS):
            needed = needed_by(question)
            if "viewer" in parameters_of(question) or name in NOT_ASKED:
                continue
            assert needed <= set(examples), f"{name} needs an example of {needed - set(examples)} to be asked here"
            told = set(texts(question(cursor, **{one: examples[one] for one in needed})))
            if told & people or any(person in text for text in told for person in staff):
                naming.add(name)
    assert naming - BEHIND_DOORS - set(NAMED_TO_ALL) == set()
    assert set(NAMED_TO_ALL) - naming == set()


def test_no_screen_asks_what_is_behind_a_door() -> None:
    behind = {tuple(name.split(".")) for name in BEHIND_DOORS}
    wrong = [
        f"{path.relative_to(ROOT)}: {name.name}"
        for path in SCREENS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("momentos.")
        for name in node.names
        if (str(node.module).split(".")[-1], name.name) in behind
    ]
    assert wrong == []


def test_what_changes_anything_knows_who_does_it() -> None:
    known = LOADING_IS_OPEN | set(OTHERS_THAT_CHANGE) | ONLY_LOOK
    found = dict(takers_of(Warehouse, *KEEPERS))
    blind = {name for name, change in found.items() if "viewer" not in parameters_of(change)}
    assert blind == known


CHANGES = {name: change for name, change in takers_of(Warehouse, *KEEPERS) if "viewer" in parameters_of(change)}


@pytest.mark.parametrize("name", CHANGES)
def test_somebody_of_whom_nothing_is_known_changes_nothing(company: Warehouse, name: str) -> None:
    change = CHANGES[name]
    before = company.data_version()
    given = {one: "x" for one in needed_by(change) if one != "viewer"}
    with pytest.raises(Refused):
        change(company, viewer=EVERYBODY, **given)
    assert company.data_version() == before


def test_the_rows_and_the_files_are_for_leads(company: Warehouse) -> None:
    with company.cursor() as cursor:
        touchpoint = examples_in(cursor)["touchpoint"]
        load = list_loads(cursor)[0]
        assert not rows_behind(cursor, OWNER, touchpoint, Filters()).empty
        assert next(current_rows(cursor, OWNER, DATASETS["employees"]))
        for question, *rest in (
            (rows_behind, touchpoint, Filters()),
            (current_rows, DATASETS["employees"]),
        ):
            with pytest.raises(Refused):
                question(cursor, EVERYBODY, *rest)
    with pytest.raises(Refused):
        kept_file(company, EVERYBODY, load.sha256)


def test_a_template_lists_customers_only_for_leads(tmp_path: Path) -> None:
    with drawn(
        tmp_path,
        customers=[{"customer": "C1", "name": "Eva Sol"}],
        interactions=[{"employee": "E-1", "customer": "C1", "channel": "Tienda"}] * 2,
    ) as cursor:
        assert known_values(cursor, OWNER)["customer"] == ["C1"]
        assert known_values(cursor, EVERYBODY) == {"employee": ["E-1"], "channel": ["Tienda"]}
