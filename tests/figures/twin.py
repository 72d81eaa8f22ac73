"""The slow, obvious twin of ``measure``: plain Python over every row, to check the fast one against."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from momentos.domain.dimensions import JOURNEY_DIMENSIONS, Dimension
from momentos.domain.metrics import Metric
from momentos.facts.interactions import DEFAULT_SERVICE_LEVEL_SECONDS
from momentos.figures.filters import Filters

Row = Mapping[str, Any]
Company = Mapping[str, Sequence[Row]]


def slow_measure(
    company: Company, metric: Metric, by: Sequence[Dimension], filters: Filters
) -> dict[tuple[str, ...], tuple[float, int]]:
    """Value and n of every group with something measured."""
    groups: dict[tuple[str, ...], list[tuple[float, float]]] = defaultdict(list)
    for row in _cases(company, metric, {*by, *filters.where}):
        group = tuple(dimension_of(company, row, dimension) for dimension in by)
        measured = MEASURED[metric.key](row)
        if measured is not None and None not in group and _is_inside(company, row, filters):
            groups[group].append(measured)
    return {group: _figure(metric, cases) for group, cases in groups.items()}


def _figure(metric: Metric, cases: list[float]) -> tuple[float, int]:
    if metric.key == "interactions":
        return len(cases), len(cases)
    return metric.factor * sum(cases) / len(cases), len(cases)


def _cases(company: Company, metric: Metric, dimensions: set[Dimension]) -> list[Row]:
    if metric.fact == "interactions":
        return list(company["interactions"])
    if metric.key not in ("csat", "score"):
        return list(company["responses"])
    scores = [
        *(row for row in company["responses"] if row["touchpoint"] and row["csat"] is not None),
        *({**row, "csat": row["score"]} for row in company["ratings"]),
    ]
    overall = [row for row in company["responses"] if row["csat"] is not None]
    prefers_scores = bool(dimensions & set(JOURNEY_DIMENSIONS))
    return (scores or overall) if prefers_scores else (overall or scores)


def _yes(field: str) -> Any:
    return lambda row: None if row[field] is None else float(row[field])


def _of_the_served(field: str) -> Any:
    return lambda row: None if row["answered"] in ("no", "other") or row[field] is None else row[field]


def _answer(field: str) -> Any:
    return lambda row: row[field]


def _in_time(row: Row) -> float | None:
    if row["answered"] == "other" or row["wait_seconds"] is None:
        return None
    return float(row["answered"] != "no" and row["wait_seconds"] <= DEFAULT_SERVICE_LEVEL_SECONDS)


def _nps(row: Row) -> float | None:
    if row["nps"] is None:
        return None
    return 1 if row["nps"] >= 9 else -1 if row["nps"] <= 6 else 0


MEASURED: dict[str, Any] = {
    "interactions": lambda row: 1,
    "csat": lambda row: None if row["csat"] is None else float(row["csat"] >= 4),
    "score": _answer("csat"),
    "nps": _nps,
    "ces": _answer("ces"),
    "fcr": _yes("first_contact"),
    "resolution": _yes("resolved"),
    "escalation": _yes("escalated"),
    "reopened": _yes("reopened"),
    "abandonment": lambda row: None if row["answered"] not in ("yes", "no") else float(row["answered"] == "no"),
    "wait": _of_the_served("wait_seconds"),
    "service_level": _in_time,
    "handle_time": _of_the_served("handle_seconds"),
    "resolution_time": _answer("resolution_seconds"),
}


def dimension_of(company: Company, row: Row, dimension: Dimension) -> str | None:
    """The group of a row, or nothing where it is not known."""
    if dimension in _PERIODS:
        on = _day_of(row)
        return None if on is None else _PERIODS[dimension](on)
    if dimension in (Dimension.CHANNEL, Dimension.REASON):
        return row.get(str(dimension))
    if dimension in (Dimension.TOUCHPOINT, Dimension.STAGE):
        return _looked_up(company, "touchpoints", "touchpoint", row, dimension)
    if dimension is Dimension.SEGMENT:
        return _looked_up(company, "customers", "customer", row, dimension)
    if dimension is Dimension.AREA:
        return _looked_up(company, "touchpoints", "touchpoint", row, dimension) or _looked_up(
            company, "employees", "employee", row, dimension
        )
    return _looked_up(company, "employees", "employee", row, dimension)


def _looked_up(company: Company, dataset: str, key: str, row: Row, dimension: Dimension) -> str | None:
    written = row.get(key)
    if written is None:
        return None
    found = next(
        (
            one
            for name in (key, "name")
            for one in company[dataset]
            if one.get(name) and fold(one[name]) == fold(written)
        ),
        None,
    )
    if dimension == key:
        return written if found is None else found.get("name") or found[key]
    return None if found is None else found.get(str(dimension))


def fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _is_inside(company: Company, row: Row, filters: Filters) -> bool:
    on = _day_of(row)
    if filters.from_on and (on is None or on < filters.from_on):
        return False
    if filters.to_on and (on is None or on > filters.to_on):
        return False
    for dimension, values in filters.where.items():
        value = dimension_of(company, row, dimension)
        if value is None or fold(value) not in map(fold, values):
            return False
    return True


def _day_of(row: Row) -> date | None:
    at: datetime | None = row.get("occurred_at") or row.get("answered_at")
    return None if at is None else at.date()


_PERIODS = {
    Dimension.DAY: lambda on: on.isoformat(),
    Dimension.WEEK: lambda on: (on - timedelta(days=on.weekday())).isoformat(),
    Dimension.MONTH: lambda on: f"{on.year}-{on.month:02}",
    Dimension.QUARTER: lambda on: f"{on.year}-Q{(on.month + 2) // 3}",
    Dimension.YEAR: lambda on: str(on.year),
}
