"""How long the board takes with many people: 2,000 employees and 5 million interactions, asked as the screen asks it.

    python benchmarks/board_speed.py [INTERACTIONS] [EMPLOYEES]

The facts are written by SQL into a temporary database and summed up; one interaction in fifty has two people. Then each
board is asked several times, uncached.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.viewer import LEADS, Viewer
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.meanings.policy import READY_POLICIES, Credit
from momentos.people.questions.board import team_board
from momentos.people.questions.credit import has_shared_cases
from momentos.people.questions.policy import changes_since, points_changes_since, policy_board
from momentos.people.questions.seen import seen_board, seen_movements
from momentos.warehouse import touched
from momentos.warehouse.connection import Warehouse

TIMES = 5
QUARTER = Filters(date(2026, 4, 2), date(2026, 6, 30))
POLICY = READY_POLICIES[0].policy

STAFF = """
insert into employees (employee, employee_key, name, name_key, area, area_key, supervisor, supervisor_key, site,
    site_key, load_no, sheet, row_number, record_key, content_hash)
select 'E' || i, 'e' || i, 'Persona ' || i, 'persona ' || i, 'Área ' || i % 12, 'área ' || i % 12,
    'Líder ' || i % 120, 'líder ' || i % 120, 'Sede ' || i % 20, 'sede ' || i % 20, 1, 'Personal', i + 2, i, i
from range({people}) as numbers(i);
"""

FACTS = """
insert into interactions (interaction, interaction_key, occurred_at, employee, employee_key, touchpoint, touchpoint_key,
    channel, channel_key, handle_seconds, answered, first_contact, load_no, sheet, row_number, record_key, content_hash)
with drawn as (
    select i, hash(i, 1) as a, hash(i, 2) as b, hash(i, 3) as c from range({size}) as numbers(i)
)
select 'T' || i - (i % 50 = 0)::int, 't' || i - (i % 50 = 0)::int,
    timestamp '2025-01-01' + to_seconds(i * (546 * 86400)::bigint // {size}),
    'E' || a % {people}, 'e' || a % {people}, 'P' || b % 14, 'p' || b % 14, 'Canal ' || c % 5, 'canal ' || c % 5,
    30 + a % 900, 'yes', b % 10 < 7, 1, 'Datos', i + 2, i, i
from drawn;

insert into responses (response, response_key, answered_at, employee, employee_key, touchpoint, touchpoint_key, channel,
    channel_key, interaction, interaction_key, csat, nps, load_no, sheet, row_number, record_key, content_hash)
select 'R' || row_number, 'r' || row_number, occurred_at, employee, employee_key, touchpoint, touchpoint_key, channel,
    channel_key, interaction, interaction_key, 1 + hash(row_number, 5) % 5, hash(row_number, 6) % 11, 1, 'Datos',
    row_number, record_key, record_key
from interactions
where row_number % 10 = 2;
"""


def _whole_page(cursor: DuckDBPyConnection, credit: Credit = Credit.AS_WRITTEN) -> None:
    lead, policy = Viewer("", frozenset({LEADS})), replace(POLICY, credit=credit)
    seen_board(cursor, lead, policy, METRICS["csat"], QUARTER)
    seen_movements(cursor, lead, policy, METRICS["csat"], QUARTER)


BOARDS: dict[str, Callable[[DuckDBPyConnection], object]] = {
    "first contact, 90 days": lambda cursor: team_board(cursor, METRICS["fcr"], QUARTER),
    "first contact, all the history": lambda cursor: team_board(cursor, METRICS["fcr"]),
    "satisfaction, 90 days": lambda cursor: team_board(cursor, METRICS["csat"], QUARTER),
    "points of the policy, 90 days": lambda cursor: policy_board(cursor, POLICY, QUARTER),
    "movement since the period before": lambda cursor: changes_since(cursor, POLICY, "csat", QUARTER),
    "movement in points": lambda cursor: points_changes_since(cursor, POLICY, QUARTER),
    "teams, 90 days": lambda cursor: team_board(cursor, METRICS["csat"], QUARTER, by=Dimension.SUPERVISOR),
    "first contact, credit to the last, 90 days": lambda cursor: team_board(
        cursor, METRICS["fcr"], QUARTER, credit=Credit.LAST
    ),
    "satisfaction, credit to the first, 90 days": lambda cursor: team_board(
        cursor, METRICS["csat"], QUARTER, credit=Credit.FIRST
    ),
    "first contact, credit to all, 90 days": lambda cursor: team_board(
        cursor, METRICS["fcr"], QUARTER, credit=Credit.ALL
    ),
    "satisfaction, credit shared, all the history": lambda cursor: team_board(
        cursor, METRICS["csat"], credit=Credit.SHARED
    ),
    "whether any case has several people": has_shared_cases,
    "satisfaction with its movement, as the page asks it": _whole_page,
    "the same, credit to the first": lambda cursor: _whole_page(cursor, Credit.FIRST),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("interactions", nargs="?", type=int, default=5_000_000)
    parser.add_argument("employees", nargs="?", type=int, default=2_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Warehouse.open(Path(folder) / "momentos.duckdb") as warehouse:
        with warehouse.transaction() as cursor:
            cursor.execute(STAFF.format(people=asked.employees))
            cursor.execute(FACTS.format(size=asked.interactions, people=asked.employees))
        with warehouse.transaction() as cursor:
            touched.derive_again(cursor)
        print(f"{asked.employees:,} employees, {asked.interactions:,} interactions\n")
        print("| board | median s | of the processor |\n|---|---|---|")
        with warehouse.cursor() as cursor:
            for name, board in BOARDS.items():
                taken = [_seconds(cursor, board) for _ in range(TIMES)]
                wall, processor = (statistics.median(one) for one in zip(*taken, strict=True))
                print(f"| {name} | {wall:.2f} | {processor:.2f} |")


def _seconds(cursor: DuckDBPyConnection, board: Callable[[DuckDBPyConnection], object]) -> tuple[float, float]:
    """By the clock, and of the processor, which a busy machine lengthens less."""
    started, worked = time.perf_counter(), time.process_time()
    board(cursor)
    return time.perf_counter() - started, time.process_time() - worked


if __name__ == "__main__":
    main()
