"""What a reader of the board should know of the staff sheet: who left, was renamed, moved, or shares a name."""

from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from momentos.figures.filters import Filters
from momentos.people.questions.board import who_left

_NAMING_DATASETS = ("interactions", "responses")


@dataclass(frozen=True)
class Left:
    """Somebody who had left when the window ended."""

    employee: str
    left_on: date


@dataclass(frozen=True)
class Renamed:
    """Somebody whose code had another name in an earlier load of the sheet."""

    employee: str
    before: str


@dataclass(frozen=True)
class Moved:
    """Somebody whose lead was another in an earlier load of the sheet; ``now`` is ``None`` where there is none."""

    employee: str
    before: str
    now: str | None


@dataclass(frozen=True)
class SharedName:
    """A name that several people of the sheet have, who they are, and in how many rows it stands alone."""

    employees: tuple[str, ...]
    name: str
    rows: int


StaffNote = Left | Renamed | Moved | SharedName


def staff_notes(cursor: DuckDBPyConnection, filters: Filters) -> tuple[StaffNote, ...]:
    """One each; nothing where the staff sheet holds no surprise."""
    return (*_left(cursor, filters.to_on), *_changed(cursor), *_same_name(cursor))


def _left(cursor: DuckDBPyConnection, by_day: date | None) -> list[StaffNote]:
    return [Left(name, day) for name, day in sorted(who_left(cursor, by_day).items())]


def _changed(cursor: DuckDBPyConnection) -> list[StaffNote]:
    """Names and leads of the same code in earlier loads of the staff sheet."""
    rows = cursor.execute(
        """
        select
            names.employee,
            old.name,
            old.name_key is distinct from staff.name_key and old.name is not null as is_renamed,
            old.supervisor,
            staff.supervisor,
            old.supervisor_key is distinct from staff.supervisor_key and old.supervisor is not null as is_moved
        from current_employees as staff
        join employees as old on old.employee_key = staff.employee_key and old.superseded_by is not null
        join employee_names as names on names.key = staff.employee_key
        where is_renamed or is_moved
        order by names.employee, old.load_no
        """
    ).fetchall()
    found: list[StaffNote] = []
    for name, before, is_renamed, lead_before, lead_now, is_moved in rows:
        if is_renamed:
            found.append(Renamed(name, before))
        if is_moved:
            found.append(Moved(name, lead_before, lead_now))
    return found


def _same_name(cursor: DuckDBPyConnection) -> list[StaffNote]:
    """Names that several people of the staff sheet have, and that facts give without a code."""
    shared = cursor.execute(
        """
        select name_key, any_value(name) as name, list(employee order by employee)
        from current_employees
        where name_key is not null
        group by name_key
        having count(*) > 1
        order by name
        """
    ).fetchall()
    return [SharedName(tuple(employees), name, _rows_of(cursor, key)) for key, name, employees in shared]


def _rows_of(cursor: DuckDBPyConnection, key: str) -> int:
    """How many rows give this and nothing else for the employee."""
    counts = [f"(select count(*) from current_{name} where employee_key = $key)" for name in _NAMING_DATASETS]
    (rows,) = cursor.execute(f"select {' + '.join(counts)}", {"key": key}).fetchone() or (0,)
    return rows
