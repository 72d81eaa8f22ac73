"""Guard the answer, not the page: what answers with somebody's name, and what changes what is kept, knows who asks.

Nothing is listed to be looked at: every question and every writer of the ground and of every wing is found by its first
parameter. One that names people, by what it answers or by its columns, or that cannot be asked here, takes the viewer,
or is marked ``inner``: then no screen, page or command may ask it. The few open to all are listed with their reason.
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
from typing import Any

import pandas as pd
import pytest
from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset
from momentos.domain.dimensions import Dimension
from momentos.domain.errors import NotAllowed, NotFound
from momentos.domain.messages import Message
from momentos.domain.names import fold
from momentos.domain.viewer import EVERYBODY, OWNER, Viewer, inner
from momentos.facts import METRICS, RESPONSES
from momentos.figures.catalogue import values_of
from momentos.figures.current_rows import current_rows
from momentos.figures.filters import Filters
from momentos.figures.known_values import known_values
from momentos.figures.loyalty import default_loyalty
from momentos.journey.questions.touchpoint import rows_behind
from momentos.loading.same_names import Named
from momentos.people.kept.authority import Authority
from momentos.people.kept.card_remarks import remark
from momentos.people.kept.coaching import Evidence, write_note
from momentos.people.kept.recognitions import recognise
from momentos.people.kept.rewards import Liking, say_liking
from momentos.people.meanings.policy import READY_POLICIES, Credit
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import list_loads
from momentos.warehouse.kept_files import kept_file
from momentos.warehouse.summaries import facts_for
from tests.figures.company import company as drawn
from tests.tree import ROOT, SCREENS, SOURCE, WINGS, modules_of

GUARDED = (
    *("access", "facts", "figures", "loading"),
    *(f"{wing}.{folder}" for wing in WINGS for folder in ("kept", "questions") if (SOURCE / wing / folder).is_dir()),
)
"""Where people may be asked for and things kept."""
ENGINE = ("warehouse", "sample")
"""What serves them: of it, only what a face asks is looked at."""
FACES = (*SCREENS, *modules_of("terminal"), ROOT / "app.py", SOURCE / "__main__.py")
"""What people touch: screens, pages and commands."""

AT = datetime(2026, 11, 1, 9, 0)
LAST_DAYS = Filters(date(2026, 8, 1), date(2026, 10, 31))
COLUMNS_THAT_NAME = {"employee", "customer", "supervisor", "employee_key", "customer_key"}

NAMED_TO_ALL = {
    "figures.catalogue.values_of": "the names alone: to pick one's own card, or whom to recognise",
    "journey.questions.journey.journey": "who attends each touchpoint, by alphabet and without a figure of theirs",
    "loading.same_names.written_names": "the names alone: whoever brings a sheet says which of them are one",
    "loading.screen_edit.described_touchpoints": "who takes part in each touchpoint, as the sheet that everybody has says",
    "people.questions.recognition_proposals.equity": "counts are drawn; who was never recognised is behind a door",
    "people.questions.recognition_proposals.proposals": "only praise, with the fact it rests on",
    "people.questions.rewards.public_recognitions": "the wall: only praise, and only of those who like it in public",
    "people.questions.rewards.rewards_of": "the budget is drawn; who waits and what is owed is drawn for leads",
    "people.questions.skills.skills": "topics are drawn; who is unprepared is behind a door",
    "people.questions.staff_notes.staff_notes": "what the staff sheet says: who left, changed name or team; no figure",
    "people.questions.training.enrolments": "added up by area; who is due is behind a door",
}
"""They name people to everybody."""

WRITTEN_BY_ALL = {
    "loading.storing.store": "whole teams bring their spreadsheets",
    "loading.remembered_layouts.remember": "whole teams say how they are read",
    "loading.remembered_layouts.forget": "and take it back",
    "sample.loading.load_sample": "whoever looks for the first time; taking it out is for leads",
    "people.kept.recognitions.recognise": "colleagues thank each other, and nothing is taken away or written over",
}
"""They keep something and let everybody."""

ONLY_LOOK = {
    "loading.redo.can_redo",
    "loading.storing.foresee",
    "warehouse.files.is_kept",
    "warehouse.loads.preview",
}
"""They take the warehouse, and leave it as it is."""


Function = Callable[..., Any]


def functions_of(first: type, *folders: str) -> dict[str, Function]:
    """The public functions whose first parameter is of this type, by their place: ``figures.measure.measure``."""
    found = {}
    for folder in folders:
        package = importlib.import_module(f"momentos.{folder}")
        for module_info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module_info.name.endswith("__main__"):
                continue
            module = importlib.import_module(module_info.name)
            for name, function in vars(module).items():
                is_own = inspect.isfunction(function) and function.__module__ == module_info.name
                if is_own and not name.startswith("_") and _first_of(function) is first:
                    found[place_of(function)] = function
    return found


def place_of(function: Function) -> str:
    return f"{function.__module__.removeprefix('momentos.')}.{function.__name__}"


def _first_of(function: Function) -> object:
    return next((parameter.annotation for parameter in inspect.signature(function).parameters.values()), None)


def asked_by(path: Path) -> set[str]:
    """The functions of ours that a file takes, by name or through their module, by their place."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    taken: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("momentos"):
            for alias in node.names:
                taken[alias.asname or alias.name] = _named(str(node.module), alias.name)
    through_modules = [
        getattr(taken[node.value.id], node.attr, None)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in taken
    ]
    return {place_of(one) for one in (*taken.values(), *through_modules) if inspect.isfunction(one)}


def _named(module: str, name: str) -> object:
    imported = importlib.import_module(module)
    return getattr(imported, name) if hasattr(imported, name) else importlib.import_module(f"{module}.{name}")


ASKED = {place: path for path in FACES for place in asked_by(path)}
"""What faces ask, with one of the files that ask it."""


def guarded(first: type) -> dict[str, Function]:
    """Whatever is to know who asks: all of the guarded folders, and of the engine what a face asks."""
    of_the_engine = {place: function for place, function in functions_of(first, *ENGINE).items() if place in ASKED}
    return functions_of(first, *(one for one in GUARDED if (SOURCE / one.replace(".", "/")).is_dir())) | of_the_engine


def is_inner(function: Function) -> bool:
    return getattr(function, "is_inner", False)


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
        "fact": RESPONSES, "source": facts_for(RESPONSES), "columns": {"n": "count(*)"}, "credit": Credit.LAST, "held": Authority(), "touchpoint": touchpoint,
        "shortest": 10, "touchpoint_key": key, "employee": employee, "supervisor": supervisor,
        "loyalty": default_loyalty(cursor, Filters()), "code": "x", "proofs": (), "load_id": "L1", "sha256": "x",
        "named": Named.EMPLOYEE, "text": employee, "version": 1, "days": 90, "today": last, "at": AT,
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
    """The sample company, in which something was said of somebody and by them. Nobody changes it here."""
    folder = tmp_path_factory.mktemp("doors")
    shutil.copytree(sample_database.parent, folder, dirs_exist_ok=True)
    with Warehouse.open(folder / sample_database.name) as opened:
        with opened.cursor() as cursor:
            employee = examples_in(cursor)["employee"]
        themselves = Viewer(employee, own_cards=frozenset({fold(employee)}))
        recognise(opened, employee, "Ayudó", "caso 1", occurred_on=None, author="Marta", at=AT)
        remark(opened, themselves, employee, "CSAT", "Fue en marzo", at=AT)
        say_liking(opened, themselves, employee, Liking(True), at=AT)
        write_note(
            opened, OWNER, employee, "Hablamos", evidence=Evidence.FIGURE, reference="CSAT", next_step="Escuchar",
            due_on=AT.date(), author="Marta", at=AT,
        )  # fmt: skip
        yield opened


def names_somebody(answer: Any, people: set[str], staff: list[str]) -> bool:
    """Whether the answer holds a name or code of staff or a customer, a text with a name of staff in it, or a column or
    field that is there for one."""
    told = {fold(text) for text in texts(answer)}
    if told & people or any(person in text for text in told for person in staff):
        return True
    return bool(columns_of(answer) & COLUMNS_THAT_NAME)


def columns_of(answer: Any) -> set[str]:
    """The columns of every frame and the fields of every dataclass in an answer; what a dataset declares is nobody's."""
    if isinstance(answer, pd.DataFrame):
        return {str(column) for column in answer}
    if isinstance(answer, Mapping):
        return {name for value in answer.values() for name in columns_of(value)}
    if is_dataclass(answer) and not isinstance(answer, type | Dataset):
        inside = {name for field in fields(answer) for name in columns_of(getattr(answer, field.name))}
        return inside | {field.name for field in fields(answer)}
    if isinstance(answer, list | tuple | set | frozenset):
        return {name for value in answer for name in columns_of(value)}
    return set()


def test_what_answers_with_a_name_knows_who_asks(company: Warehouse) -> None:
    with company.cursor() as cursor:
        people = {fold(text) for text in named_in(cursor)}
        staff = [fold(name) for name in values_of(cursor, Dimension.EMPLOYEE)]
        examples = examples_in(cursor)
        naming, not_askable = set(), set()
        for place, question in guarded(DuckDBPyConnection).items():
            if "viewer" in parameters_of(question) or is_inner(question):
                continue
            needed = needed_by(question)
            if not needed <= set(examples):
                not_askable.add(f"{place} needs an example of {needed - set(examples)} to be asked here")
                continue
            answer = question(cursor, **{name: examples[name] for name in needed})
            answer = list(answer) if isinstance(answer, Iterator) else answer
            if names_somebody(answer, people, staff):
                naming.add(place)
    assert not_askable == set()
    assert sorted(naming) == sorted(NAMED_TO_ALL)


def test_what_is_inner_is_asked_by_no_screen_no_page_and_no_command() -> None:
    every = functions_of(DuckDBPyConnection, *_there(), *ENGINE) | functions_of(Warehouse, *_there(), *ENGINE)
    marked = {place for place, function in every.items() if is_inner(function)}
    assert marked
    assert {place: str(ASKED[place].relative_to(ROOT)) for place in marked & set(ASKED)} == {}


def _there() -> tuple[str, ...]:
    return tuple(folder for folder in GUARDED if (SOURCE / folder.replace(".", "/")).is_dir())


def test_what_names_people_by_its_columns_alone_is_seen() -> None:
    empty = pd.DataFrame(columns=["employee", "n"])
    assert names_somebody(empty, set(), [])
    assert names_somebody({"board": [empty]}, set(), [])
    assert names_somebody(("Rosa Gil (E1)",), set(), ["rosa gil"])
    assert not names_somebody(pd.DataFrame({"area": ["Caja"]}), {"rosa gil"}, ["rosa gil"])


def test_a_mark_changes_nothing_of_what_is_marked() -> None:
    def question(cursor: DuckDBPyConnection) -> int:
        return 1

    assert inner(question) is question
    assert is_inner(question)


def test_what_changes_anything_knows_who_does_it() -> None:
    blind = {
        place
        for place, change in guarded(Warehouse).items()
        if "viewer" not in parameters_of(change) and not is_inner(change)
    }
    assert sorted(blind) == sorted([*WRITTEN_BY_ALL, *ONLY_LOOK])


CHANGES = {place: change for place, change in guarded(Warehouse).items() if "viewer" in parameters_of(change)}


@pytest.mark.parametrize("name", CHANGES)
def test_somebody_of_whom_nothing_is_known_changes_nothing(company: Warehouse, name: str) -> None:
    change = CHANGES[name]
    before = company.data_version()
    given = {one: "x" for one in needed_by(change) if one != "viewer"}
    with pytest.raises((NotAllowed, NotFound)):
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
            with pytest.raises(NotAllowed):
                question(cursor, EVERYBODY, *rest)
    with pytest.raises(NotAllowed):
        kept_file(company, EVERYBODY, load.sha256)


def test_a_template_lists_customers_only_for_leads(tmp_path: Path) -> None:
    with drawn(
        tmp_path,
        customers=[{"customer": "C1", "name": "Eva Sol"}],
        interactions=[{"employee": "E-1", "customer": "C1", "channel": "Tienda"}] * 2,
    ) as cursor:
        assert known_values(cursor, OWNER)["customer"] == ["C1"]
        assert known_values(cursor, EVERYBODY) == {"employee": ["E-1"], "channel": ["Tienda"]}
