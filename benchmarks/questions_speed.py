"""How long the questions of the screens take over many facts: from the summaries, from the facts, and with pandas.

    python benchmarks/questions_speed.py [INTERACTIONS] [--without-pandas]

Ten million invented interactions (and a tenth as many surveys) are written by SQL straight into the tables of a
temporary database, and summed up. Then each question is asked many times in three ways: as the product asks it; of the
same DuckDB file without summaries; of the facts as a pandas frame in memory, with the names as categories and every
measure worked out beforehand. Last, all that each screen asks when it is opened, noted down by opening it, and asked
again together without any cache.
"""

import argparse
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pandas as pd
from duckdb import DuckDBPyConnection
from streamlit.testing.v1 import AppTest

from momentos.domain.dimensions import Dimension
from momentos.facts import FACTS, METRICS, Fact
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.screen.opened import warehouse
from momentos.warehouse import summaries, touched
from momentos.warehouse.connection import Warehouse

ROOT = Path(__file__).parents[1]
TIMES, PANDAS_TIMES = 15, 3
SCREENS = {
    "Inicio": "home.py", "Mapa de momentos": "journey.py", "Servicio": "service.py", "Equipo": "team.py",
}  # fmt: skip
EVERYTHING = Filters()
ONE_PERSON = EVERYTHING.only(Dimension.EMPLOYEE, "Persona 7")
LIKE_WITH_LIKE = (Dimension.EMPLOYEE, Dimension.TOUCHPOINT, Dimension.CHANNEL)
LAST_DAY = date(2026, 6, 30)
YEAR = Filters(date(2025, 7, 1), LAST_DAY)
MONTH = Filters(date(2026, 6, 1), LAST_DAY)
QUARTER = Filters(date(2026, 4, 2), LAST_DAY)
"""The last 90 days, which cut a month."""

COMPANY = """
insert into touchpoints (touchpoint, touchpoint_key, name, name_key, stage, stage_key, area, area_key,
    position, impact, load_no, sheet, row_number, record_key, content_hash)
select 'P' || i, 'p' || i, 'Punto ' || i, 'punto ' || i, 'Etapa ' || i // 2, 'etapa ' || i // 2,
    'Área ' || i % 6, 'área ' || i % 6, i, 1 + i % 5, 1, 'Puntos', i + 2, i, i
from range(14) as numbers(i);

insert into employees (employee, employee_key, name, name_key, area, area_key, supervisor, supervisor_key, site,
    site_key, load_no, sheet, row_number, record_key, content_hash)
select 'E' || i, 'e' || i, 'Persona ' || i, 'persona ' || i, 'Área ' || i % 6, 'área ' || i % 6,
    'Líder ' || i % 20, 'líder ' || i % 20, 'Sede ' || i % 8, 'sede ' || i % 8, 1, 'Personal', i + 2, i, i
from range(200) as numbers(i);

insert into customers (customer, customer_key, segment, segment_key, load_no, sheet, row_number, record_key,
    content_hash)
select 'C' || i, 'c' || i, 'Segmento ' || i % 4, 'segmento ' || i % 4, 1, 'Clientes', i + 2, i, i
from range(greatest({size} // 50, 100)) as numbers(i);
"""

ROWS = """
insert into interactions (interaction, interaction_key, occurred_at, customer, customer_key, employee, employee_key,
    touchpoint, touchpoint_key, channel, channel_key, reason, reason_key, wait_seconds, handle_seconds,
    resolution_seconds, answered, resolved, first_contact, escalated, load_no, sheet, row_number, record_key,
    content_hash)
with drawn as (
    select i, hash(i, 1) as a, hash(i, 2) as b, hash(i, 3) as c, hash(i, 4) as d from range({size}) as numbers(i)
)
select 'T' || i, 't' || i, timestamp '2025-01-01' + to_seconds(i * (546 * 86400)::bigint // {size}),
    'C' || a % greatest({size} // 50, 100), 'c' || a % greatest({size} // 50, 100),
    'E' || b % 200, 'e' || b % 200, 'P' || c % 14, 'p' || c % 14,
    'Canal ' || d % 5, 'canal ' || d % 5, 'Motivo ' || a % 12, 'motivo ' || a % 12,
    b % 180, 30 + c % 900, 60 + d % 90000,
    case when a % 20 = 0 then 'no' else 'yes' end, b % 10 < 9, c % 10 < 7, d % 10 = 0, 1, 'Datos', i + 2, i, i
from drawn;

insert into responses (response, response_key, answered_at, customer, customer_key, employee, employee_key, touchpoint,
    touchpoint_key, channel, channel_key, nps, csat, ces, load_no, sheet, row_number, record_key, content_hash)
with drawn as (
    select i, hash(i, 5) as a, hash(i, 6) as b, hash(i, 7) as c from range({size} // 10) as numbers(i)
)
select 'R' || i, 'r' || i, timestamp '2025-01-01' + to_seconds(i * (546 * 86400)::bigint // ({size} // 10)),
    'C' || a % greatest({size} // 50, 100), 'c' || a % greatest({size} // 50, 100),
    'E' || b % 200, 'e' || b % 200, 'P' || c % 14, 'p' || c % 14, 'Canal ' || a % 5, 'canal ' || a % 5,
    b % 11, 1 + c % 5, 1 + a % 7, 1, 'Encuestas', i + 2, i, i
from drawn;
"""


@dataclass(frozen=True)
class Question:
    """One metric by some dimensions under some filters."""

    label: str
    metric: str
    by: tuple[Dimension, ...]
    filters: Filters = EVERYTHING


QUESTIONS = (
    Question("wait by month and area, all", "wait", (Dimension.MONTH, Dimension.AREA)),
    Question("wait by month, a year, one area", "wait", (Dimension.MONTH,), YEAR.only(Dimension.AREA, "Área 3")),
    Question("first contact by day, a month", "fcr", (Dimension.DAY,), MONTH),
    Question("service level, 90 days", "service_level", (), QUARTER),
    Question("interactions by reason, a year", "interactions", (Dimension.REASON,), YEAR),
    Question("wait by channel, 90 days", "wait", (Dimension.CHANNEL,), QUARTER),
    Question("handle time by segment, a year", "handle_time", (Dimension.SEGMENT,), YEAR),
    Question("first contact by person, 90 days", "fcr", (Dimension.EMPLOYEE,), QUARTER),
    Question("one person by month, all", "handle_time", (Dimension.MONTH,), ONE_PERSON),
    Question("satisfaction by touchpoint, 90 days", "csat", (Dimension.TOUCHPOINT,), QUARTER),
    Question("NPS by month, all", "nps", (Dimension.MONTH,)),
    Question("person × touchpoint × channel, 90 days", "fcr", LIKE_WITH_LIKE, QUARTER),
    Question("wait by reason and channel, all", "wait", (Dimension.REASON, Dimension.CHANNEL)),
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("interactions", nargs="?", type=int, default=10_000_000)
    parser.add_argument("--without-pandas", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MOMENTOS_DATABASE"] = str(Path(folder) / "momentos.duckdb")
        build(warehouse(), asked.interactions)
        with warehouse().cursor() as cursor:
            ask_all(cursor, with_pandas=not asked.without_pandas)


def build(opened: Warehouse, size: int) -> None:
    """Write the facts, sum them up, and say how long and how large."""
    started = time.perf_counter()
    with opened.transaction() as cursor:
        cursor.execute(COMPANY.format(size=size))
        cursor.execute(ROWS.format(size=size))
    written = time.perf_counter()
    with opened.transaction() as cursor:
        touched.derive_again(cursor)
    summed = time.perf_counter()
    megabytes = opened.path.stat().st_size / 1e6
    print(
        f"{size:,} interactions: written in {written - started:.1f} s, names and summaries in {summed - written:.1f} s"
    )
    print(f"file {megabytes:,.0f} MB, peak memory so far {peak():,} MB\n")
    print("| summary | rows |\n|---|---|")
    with opened.cursor() as cursor:
        for summary in summaries.SUMMARIES:
            (rows,) = cursor.execute(f"select count(*) from {summary.name}").fetchone() or (0,)
            print(f"| {summary.name} | {rows:,} |")


def ask_all(cursor: DuckDBPyConnection, *, with_pandas: bool) -> None:
    """Print every question's medians and 95th percentiles, then every screen's."""
    answers = {question: [milliseconds(lambda q=question: ask(cursor, q), TIMES)] for question in QUESTIONS}
    print(f"\npeak memory after the product's questions {peak():,} MB")
    with patch("momentos.figures.measure.source_for", lambda fact, *_: summaries.facts_for(fact)):
        for question in QUESTIONS:
            answers[question].append(milliseconds(lambda q=question: ask(cursor, q), TIMES))
    print(f"peak memory after DuckDB on the facts {peak():,} MB\n")
    screens = {name: screen_questions(page) for name, page in SCREENS.items()}
    waits = {name: milliseconds(lambda q=asked: ask_screen(cursor, q), TIMES) for name, asked in screens.items()}
    if with_pandas:
        frames = {fact.name: frame_of(cursor, fact) for fact in FACTS.values()}
        for question in QUESTIONS:
            answers[question].append(milliseconds(lambda q=question: ask_pandas(frames, q), PANDAS_TIMES))
        print(f"peak memory with pandas {peak():,} MB\n")
    print("| question (ms) | product: median | p95 | DuckDB on facts: median | × | pandas: median | × |")
    print("|---|---|---|---|---|---|---|")
    for question, taken in answers.items():
        print(f"| {question.label} | {' | '.join(cells(taken))} |")
    print("\n| screen, all its questions, uncached (ms) | questions | median | p95 |\n|---|---|---|---|")
    for name, taken in waits.items():
        print(f"| {name} | {len(screens[name])} | {statistics.median(taken):.0f} | {p95(taken):.0f} |")


def cells(taken: Sequence[list[float]]) -> list[str]:
    """The product's median and p95, then each other way's median and how many times the product's it is."""
    product, *others = taken
    base = statistics.median(product)
    compared = [(statistics.median(other), statistics.median(other) / base) for other in others]
    return [f"{base:.1f}", f"{p95(product):.1f}", *(f"{value:,.0f} | {ratio:.0f}" for value, ratio in compared)]


def ask(cursor: DuckDBPyConnection, question: Question) -> object:
    return measure(cursor, METRICS[question.metric], question.by, question.filters)


def ask_pandas(frames: dict[str, pd.DataFrame], question: Question) -> object:
    """The same sums, by mask and ``groupby``."""
    metric = METRICS[question.metric]
    is_journey = Dimension.TOUCHPOINT in question.by
    frame = frames[(is_journey and metric.along_journey) or metric.fact]
    kept = pd.Series(True, index=frame.index)
    if question.filters.from_on:
        kept &= frame["occurred_on"] >= pd.Timestamp(question.filters.from_on)
    if question.filters.to_on:
        kept &= frame["occurred_on"] <= pd.Timestamp(question.filters.to_on)
    for dimension, values in question.filters.where.items():
        kept &= frame[str(dimension)].isin(values)
    summed = list(dict.fromkeys([metric.numerator, metric.denominator, metric.squares or metric.numerator]))
    by = ["occurred_on" if one is Dimension.DAY else str(one) for one in question.by]
    rows = frame.loc[kept, [*by, *summed]]
    return rows.groupby(by, observed=True)[summed].sum() if by else rows[summed].sum()


def frame_of(cursor: DuckDBPyConnection, fact: Fact) -> pd.DataFrame:
    """The fact with its measures: names as categories, the rest as numbers."""
    dimensions = [str(one) for one in fact.dimensions]
    columns = ", ".join(("occurred_on", "month", *dimensions, *fact.measures))
    for name in dimensions:
        cursor.execute(f"create or replace temp table seen as select distinct {name} from {fact.view}")
        if cursor.execute(f"select count({name}) from seen").fetchone() != (0,):
            cursor.execute(f"create type {fact}_{name} as enum (select {name} from seen where {name} is not null)")
            columns = columns.replace(f" {name},", f" {name}::{fact}_{name} as {name},")
    return cursor.execute(f"select {columns} from {fact.view}").df()


def screen_questions(page: str) -> list[Callable[[DuckDBPyConnection], object]]:
    """All that the screen asks the database when it is opened, each thing once, in its order: found by opening it."""
    asked: dict[str, Callable[[DuckDBPyConnection], object]] = {}

    def answer(name: str, args: tuple, kwargs: dict, _valid: tuple, _seen: frozenset, question: Callable) -> object:
        asked[f"{name} {args} {kwargs}"] = lambda cursor: question(cursor, *args, **kwargs)
        with warehouse().cursor() as cursor:
            return question(cursor, *args, **kwargs)

    with patch("momentos.screen.asking._answer", answer):
        app = AppTest.from_file(str(ROOT / "src" / "momentos" / "screen" / "main.py"), default_timeout=600).run()
        if page != "home.py":
            asked.clear()
            app.switch_page(str(next((ROOT / "pages").rglob(page)))).run()
    if app.exception:
        raise RuntimeError(f"{page}: {app.exception[0].message}")
    return list(asked.values())


def ask_screen(cursor: DuckDBPyConnection, questions: Sequence[Callable[[DuckDBPyConnection], object]]) -> None:
    for question in questions:
        question(cursor)


def milliseconds(action: Callable[[], object], times: int) -> list[float]:
    """How long each of so many runs took, after one to warm up."""
    action()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


def peak() -> int:
    """Largest memory the process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
