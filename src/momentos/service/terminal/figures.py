"""``metrics``, ``metric`` and ``monitor``: figures by any dimension, and over time with their limits."""

from typing import TYPE_CHECKING, Any

import click

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import say
from momentos.domain.metrics import Kind, Metric
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.terminal.answers import plain, records
from momentos.terminal.console import NOTHING_MEASURED, Console, command, json_option
from momentos.terminal.filtering import filter_options

if TYPE_CHECKING:
    import pandas as pd

    from momentos.figures.mixing import Mixture
    from momentos.figures.monitor import Monitoring

_FIGURE = ("value", "n", "low", "high")


@click.command()
@json_option
@command
def metrics(console: Console) -> None:
    """The metrics there are, and what each means. A target is the company's; what the trade suggests judges nothing."""
    from momentos.figures.targets import held_metrics
    from momentos.figures.words.figure import good_news

    held = METRICS
    if console.has_database():  # asking what there is to ask makes none
        with console.cursor() as cursor:
            held = held_metrics(cursor)
    if console.is_json:
        console.print_json([_described(console, metric) for metric in held.values()])
        return
    headings = [
        say("Key"), say("Metric"), say("Unit"), say("Good news"), say("Target"), say("Suggestion"),
        say("What it means"),
    ]  # fmt: skip
    console.print_table(
        headings,
        [
            [
                metric.key,
                console.render(metric.label),
                str(metric.unit),
                console.render(good_news(metric)),
                metric.target,
                metric.suggested,
                console.render(metric.formula),
            ]
            for metric in held.values()
        ],
    )


@click.command()
@click.argument("key", type=click.Choice(list(METRICS)), metavar="KEY")
@click.option("--by", "by", type=click.Choice(list(map(str, Dimension))), multiple=True, help="May be repeated.")
@filter_options
@json_option
@command
def metric(console: Console, key: str, by: tuple[str, ...], filters: Filters) -> None:
    """One metric, by any dimensions. KEY is one of those that "momentos metrics" lists."""
    from momentos.figures.measure import measure
    from momentos.figures.mixing import mixture

    asked, dimensions = METRICS[key], tuple(map(Dimension, dict.fromkeys(by)))
    with console.cursor() as cursor:
        found, mixed = measure(cursor, asked, dimensions, filters), mixture(cursor, asked, filters, dimensions)
    if console.is_json:
        rows = records(_whole(found, asked), [*map(str, dimensions), *_FIGURE])
        console.print_json({**_head(asked), **_mixed_answer(mixed), "rows": rows})
    elif found.empty:
        console.tell(NOTHING_MEASURED)
    else:
        _print_figures(console, found, asked, dimensions)
        _tell_mixture(console, mixed)


@click.command()
@click.argument("key", type=click.Choice(list(METRICS)), metavar="KEY")
@click.option("--by", "period", type=click.Choice(["week", "month", "quarter"]), default="month", show_default=True)
@filter_options
@json_option
@command
def monitor(console: Console, key: str, period: str, filters: Filters) -> None:
    """The control chart of a metric: its points, limits and signals, and what the latest period says."""
    from momentos.figures.catalogue import ended
    from momentos.figures.mixing import mixture
    from momentos.figures.monitor import monitor as ask_monitor
    from momentos.figures.targets import held_metrics

    with console.cursor() as cursor:
        filters = ended(cursor, filters, clock.today())
        held = held_metrics(cursor)[key]
        found = ask_monitor(cursor, held, Dimension(period), filters)
        mixed = mixture(cursor, held, filters)
    if console.is_json:
        console.print_json({**_monitor_answer(found), **_mixed_answer(mixed)})
    elif found.points.empty:
        console.tell(NOTHING_MEASURED)
    else:
        _print_monitor(console, found, Dimension(period))
        _tell_mixture(console, mixed)


def _described(console: Console, metric: Metric) -> dict[str, Any]:
    return {
        **_head(metric),
        "label": console.render(metric.label),
        "formula": console.render(metric.formula),
        "kind": str(metric.kind),
        "fact": str(metric.fact),
        "scale": metric.scale,
        "target": metric.target,
        "suggested": metric.suggested,
        "minimum_n": metric.minimum_n,
    }


def _head(metric: Metric) -> dict[str, Any]:
    return {"metric": metric.key, "unit": str(metric.unit), "direction": str(metric.direction)}


def _whole(found: "pd.DataFrame", metric: Metric) -> "pd.DataFrame":
    """Counts without decimals."""
    return found.astype({"value": "int64"}) if metric.kind is Kind.COUNT else found


def _print_figures(console: Console, found: "pd.DataFrame", metric: Metric, by: tuple[Dimension, ...]) -> None:
    heading = say("{metric} ({unit})", metric=metric.label, unit=str(metric.unit)) if metric.unit else metric.label
    columns = [*map(str, by), *_FIGURE]
    rows = [list(row.values()) for row in records(_whole(found, metric), columns)]
    console.print_table([*(one.label for one in by), heading, say("n"), say("From"), say("To")], rows)


def _monitor_answer(found: "Monitoring") -> dict[str, Any]:
    return {
        "metric": found.metric.key,
        "centre": plain(found.centre),
        "points": records(found.points, ["period", "value", "n", "low", "high", "signal"]),
        "target": found.target,
        "limits": str(found.limits),
        "verdict": str(found.verdict),
        "assurance": None if found.assurance is None else str(found.assurance),
    }


def _mixed_answer(mixed: "Mixture") -> dict[str, Any]:
    """``mixed``: the answers of each kind of survey, where they are of two."""
    return {"mixed": {"contact": mixed.contact, "relation": mixed.relation}} if mixed.is_mixed else {}


def _tell_mixture(console: Console, mixed: "Mixture") -> None:
    from momentos.figures.words.mixing import two_surveys

    words = two_surveys(mixed)
    if words is not None:
        console.tell(words)


def _print_monitor(console: Console, found: "Monitoring", period: Dimension) -> None:
    from momentos.analysis.control import LIMITS_SENTENCES
    from momentos.analysis.signals import ASSURANCE_SENTENCES, SIGNAL_SENTENCES, VERDICT_SENTENCES, Signal, Verdict

    points = records(found.points, ["period", "value", "n", "low", "high", "signal"])
    for point in points:
        point["signal"] = console.render(SIGNAL_SENTENCES[Signal(point["signal"])]) if point["signal"] else ""
    headings = [period.label, found.metric.label, say("n"), say("Lower limit"), say("Upper limit"), say("Signal")]
    console.print_table(headings, [list(point.values()) for point in points])
    sentences = [VERDICT_SENTENCES[found.verdict]]
    if found.verdict is not Verdict.MIXED:
        sentences.append(LIMITS_SENTENCES[found.limits])
    if found.assurance is not None:
        sentences.append(ASSURANCE_SENTENCES[found.assurance])
    for sentence in sentences:
        click.echo(console.render(sentence))
