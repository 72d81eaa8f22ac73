"""The view of a fact: its rows with the dimensions they are shown under. Facts are joined to names here alone."""

from collections.abc import Iterable

from momentos.domain.dimensions import THINGS, Dimension
from momentos.facts.fact import Fact

_TIMES = (
    "facts.occurred_at",
    "facts.occurred_at::date as occurred_on",
    "(year(facts.occurred_at) * 12 + month(facts.occurred_at) - 1)::integer as month",
)
_ABOUT = "questionnaires.about", "left join questionnaires using (load_no, sheet)"
_CUSTOMER = "coalesce(of_customer.customer_key, facts.customer_key) as customer"


def view_of(fact: Fact) -> str:
    """The statement that makes ``<name>_measured``: one row per row of the fact.

    Columns: ``record_key, load_no``, what the fact carries, ``about`` (what a survey is about), ``occurred_at``,
    ``occurred_on``, ``month`` (year * 12 + month - 1; no row without a date has them), the dimensions as shown,
    ``customer`` (as the customers' sheet calls them where it does), and the measures.
    """
    columns = ",\n    ".join(_columns(fact))
    joins = "\n".join(_joins(fact))
    return (
        f"create or replace view {fact.view} as\nselect\n    {columns}\nfrom (\n{fact.sql.strip()}\n) as facts\n{joins}"
    )


def _columns(fact: Fact) -> list[str]:
    columns = _own(("record_key", "load_no", *fact.carries))
    if fact.is_surveyed:
        columns.append(_ABOUT[0])
    columns += _TIMES
    columns += [f"{_shown(fact, dimension)} as {dimension}" for dimension in fact.dimensions]
    if "customer" in fact.names:
        columns.append(_CUSTOMER)
    return columns + _own(fact.measures)


def _own(columns: Iterable[str]) -> list[str]:
    return [f"facts.{column}" for column in columns]


def _shown(fact: Fact, dimension: Dimension) -> str:
    """The dimension of the first thing named that has it; a word of the row itself as it is shown."""
    naming = [name for name in dimension.known_by if name in fact.names]
    found = [f"of_{name}.{dimension}" if name in THINGS else f"of_{name}.label" for name in naming]
    return found[0] if len(found) == 1 else f"coalesce({', '.join(found)})"


def _joins(fact: Fact) -> list[str]:
    joins = [_names(name) if name in THINGS else _words(name) for name in fact.names]
    return [_ABOUT[1], *joins] if fact.is_surveyed else joins


def _names(thing: str) -> str:
    return f"left join {thing}_names as of_{thing} on of_{thing}.key = facts.{thing}_key"


def _words(name: str) -> str:
    return f"left join labels as of_{name} on of_{name}.dimension = '{name}' and of_{name}.key = facts.{name}_key"
