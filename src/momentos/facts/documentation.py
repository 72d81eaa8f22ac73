"""``python -m momentos.facts.documentation``: writes ``docs/datasets.md`` and ``docs/metrics.md`` as declared."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from momentos.datasets import DATASETS, Dataset, Field
from momentos.domain.messages import Message
from momentos.domain.metrics import Kind, Metric
from momentos.facts import FACTS, METRICS, Fact
from momentos.locales import translator

FOLDER = Path(__file__).parents[3] / "docs"
WRITTEN_BY = "Written by `python -m momentos.facts.documentation` from what is declared in"


def documents() -> dict[str, str]:
    """The text of each page by its file name."""
    return {"datasets.md": _datasets(), "metrics.md": _metrics()}


def _datasets() -> str:
    intro = [
        "# The datasets",
        "",
        f"{WRITTEN_BY} `datasets/`: what each spreadsheet says, in English and in Spanish.",
        "A column is also found under the other headers that its module lists. Columns in bold are required.",
    ]
    return "\n".join([*intro, *(line for dataset in DATASETS.values() for line in _dataset(dataset))]) + "\n"


def _dataset(dataset: Dataset) -> list[str]:
    columns = ("Column", "Columna", "Field", "Holds", "What goes in it", "Qué lleva")
    key = f" A row is told by {_code(dataset.key)}." if dataset.key else ""
    return [
        "",
        f"## {' · '.join(_both(dataset.label))}",
        "",
        f"`{dataset.name}` — {' '.join(_both(dataset.help))}{key}",
        "",
        *_table(columns, map(_field, dataset.fields)),
    ]


def _field(field: Field) -> Sequence[str]:
    english, spanish = (f"**{label}**" if field.required else label for label in _both(field.label))
    return english, spanish, f"`{field.name}`", _held_by(field), *_both(field.help)


def _held_by(field: Field) -> str:
    """The type of the field, and what bounds it."""
    if field.choices:
        return f"{field.type}: {', '.join(field.choices)}"
    if field.low is not None and field.high is not None and max(abs(field.low), abs(field.high)) < 1e6:
        return f"{field.type}, {field.low:g} to {field.high:g}"
    return str(field.type)


def _metrics() -> str:
    intro = [
        "# The metrics",
        "",
        f"{WRITTEN_BY} `facts/`. A metric is a ratio of two sums of its fact's measures;",
        "shares are in per cent, net scores in points. What is suggested is what the trade usually aims at: it is",
        "offered, never applied.",
    ]
    return "\n".join([*intro, *(line for fact in FACTS.values() for line in _fact(fact))]) + "\n"


def _fact(fact: Fact) -> list[str]:
    columns = ("Metric", "Métrica", "Key", "What it is", "Qué es", "Sums", "Unit", "Better", "Suggested")
    told = [
        f"A row is {fact.row}.",
        f"Its rows come from {_code(fact.datasets)}; it can be asked by {_code(fact.offered)}.",
    ]
    read_here = [metric.key for metric in METRICS.values() if metric.along_journey == fact.name]
    if read_here:
        told.append(f"Asked along the journey, {_code(read_here)} are read from here.")
    lines = ["", f"## `{fact}`", "", " ".join(told), "", f"Measures: {_code(fact.measures)}."]
    return [*lines, "", *_table(columns, map(_metric, fact.metrics))] if fact.metrics else lines


def _metric(metric: Metric) -> Sequence[str]:
    sums = metric.numerator if metric.kind is Kind.COUNT else f"{metric.numerator} / {metric.denominator}"
    suggested = "" if metric.suggested is None else f"{metric.suggested:g}"
    labels, formulas = _both(metric.label), _both(metric.formula)
    return *labels, f"`{metric.key}`", *formulas, f"`{sums}`", metric.unit, metric.direction, suggested


def _both(message: Message) -> tuple[str, str]:
    """In English and in Spanish."""
    return message.render(translator("en")), message.render(translator("es"))


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [columns, ["---"] * len(columns), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines]


def main() -> None:
    for name, text in documents().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
