"""All that a warehouse holds, to compare before and after."""

from collections.abc import Iterable

from momentos.datasets import DATASETS
from momentos.facts import FACTS, Fact
from momentos.warehouse import passages, questionnaires, shared
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.summaries import SUMMARIES, Relation

Content = dict[str, list[tuple]]

NOT_COMPARED = {"loads", "state"}
"""The history remembers undone loads too, and the state counts them."""


def whole_content(warehouse: Warehouse) -> Content:
    """Every row of every table but the history, in an order of its own."""
    with warehouse.cursor() as cursor:
        tables = cursor.execute("select table_name from duckdb_tables() where not temporary").fetchall()
        return {
            name: cursor.execute(f"from {name} order by all").fetchall()
            for (name,) in tables
            if name not in NOT_COMPARED
        }


def current_content(warehouse: Warehouse) -> Content:
    """Every current row of every dataset, as its sheet said it."""
    with warehouse.cursor() as cursor:
        return {
            name: cursor.execute(
                f"select {', '.join(field.name for field in dataset.stored)} from current_{name} order by all"
            ).fetchall()
            for name, dataset in DATASETS.items()
        }


def summed_up(warehouse: Warehouse, summary: Relation, relation: str) -> list[tuple]:
    """The summary's sums read from a relation, rounded where the order of adding could show."""
    keys = ", ".join(summary.keys)
    sums = ", ".join(f"round(sum({measure}), 6)::double" for measure in summary.fact.measures)
    with warehouse.cursor() as cursor:
        return cursor.execute(f"select {keys}, {sums} from {relation} group by all order by all").fetchall()


def assert_summaries_equal_facts(warehouse: Warehouse, only: Iterable[Fact] = tuple(FACTS.values())) -> None:
    """Whatever is worked out from the rows is what it would be if it were worked out now."""
    for summary in (one for one in SUMMARIES if one.fact in set(only)):
        facts = summed_up(warehouse, summary, summary.fact.view)
        assert summed_up(warehouse, summary, summary.name) == facts, summary.name
    with warehouse.cursor() as cursor:
        followed = cursor.execute(f"{passages.QUESTION} order by all").fetchall()
        assert cursor.execute("from passages order by all").fetchall() == followed
        about = cursor.execute(f"{questionnaires.QUESTION} order by all").fetchall()
        assert cursor.execute("from questionnaires order by all").fetchall() == about
        several = cursor.execute(f"{shared.QUESTION.format(condition='true')} order by all").fetchall()
        assert cursor.execute("from shared_interactions order by all").fetchall() == several
