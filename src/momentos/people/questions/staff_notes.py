"""What a reader of the board should know of the staff sheet: who left, was renamed, moved, or shares a name."""

from datetime import date

from duckdb import DuckDBPyConnection

from momentos.domain.messages import Message, say
from momentos.figures.filters import Filters
from momentos.people.questions.board import who_left

_NAMING_DATASETS = ("interactions", "responses")


def staff_notes(cursor: DuckDBPyConnection, filters: Filters) -> list[Message]:
    """One sentence each; nothing where the staff sheet holds no surprise."""
    return [*_left(cursor, filters.to_on), *_changed(cursor), *_same_name(cursor)]


def _left(cursor: DuckDBPyConnection, by_day: date | None) -> list[Message]:
    return [
        say("{name} left on {day}: the cases stay on the board, and no recognition is proposed.", name=name, day=day)
        for name, day in sorted(who_left(cursor, by_day).items())
    ]


def _changed(cursor: DuckDBPyConnection) -> list[Message]:
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
    found = []
    for name, before, is_renamed, lead_before, lead_now, is_moved in rows:
        if is_renamed:
            found.append(
                say("{name} was called {before} before: both names count as one person.", name=name, before=before)
            )
        if is_moved:
            found.append(
                say(
                    "{name} moved from the team of {before} to that of {now}: each case is compared with cases "
                    "like "
                    "it, whichever the team, and teams are counted as they are today.",
                    name=name,
                    before=lead_before,
                    now=lead_now or "–",
                )
            )
    return found


def _same_name(cursor: DuckDBPyConnection) -> list[Message]:
    """Names that several people of the staff sheet have, and that facts give without a code."""
    shared = cursor.execute(
        """
        select name_key, any_value(name) as name, string_agg(employee, ', ' order by employee)
        from current_employees
        where name_key is not null
        group by name_key
        having count(*) > 1
        order by name
        """
    ).fetchall()
    return [
        say(
            "{codes} have one name, {name}: they are told apart by their codes, and rows that give only the name count "
            "for none of them (rows: {n}).",
            codes=codes,
            name=name,
            n=_rows_of(cursor, key),
        )
        for key, name, codes in shared
    ]


def _rows_of(cursor: DuckDBPyConnection, key: str) -> int:
    """How many rows give this and nothing else for the employee."""
    counts = [f"(select count(*) from current_{name} where employee_key = $key)" for name in _NAMING_DATASETS]
    (rows,) = cursor.execute(f"select {' + '.join(counts)}", {"key": key}).fetchone() or (0,)
    return rows
