"""``targets``: what the company wants of each metric, taking a target and removing one."""

from typing import Any

import click

from momentos.domain import clock
from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.domain.viewer import LEADS, Viewer
from momentos.facts import METRICS
from momentos.terminal.console import Console, command, json_option

_KEYS = [key for key, metric in METRICS.items() if metric.can_have_target]


class _Target(click.ParamType):
    """``METRIC=VALUE``: the metric's key and the number, in the metric's own unit."""

    name = "METRIC=VALUE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        if isinstance(value, tuple):
            return value
        key, _, number = value.partition("=")
        try:
            wanted = float(number)
        except ValueError:
            self.fail(f"{value!r} is not METRIC=VALUE, for example csat=80.", param, ctx)
        if key not in _KEYS:
            self.fail(f"{key!r} is none of {', '.join(_KEYS)}.", param, ctx)
        return key, wanted


@click.command()
@click.option("--set", "taken", type=_Target(), help="Take a target, in the metric's own unit.")
@click.option("--remove", "removed", type=click.Choice(_KEYS), help="Leave the metric without a target.")
@click.option("--author", default="", help="Who decides it; it stays beside the target.")
@json_option
@command
def targets(console: Console, taken: tuple[str, float] | None, removed: str | None, author: str) -> None:
    """The targets that the company took, metric by metric, and what the trade suggests, which judges nothing."""
    from momentos.figures.taken_targets import remove_target, take_target, taken_targets

    if (taken is not None or removed is not None) and not author.strip():
        raise WrongInput(say("Say who decides it: --author NAME"))
    lead, at = Viewer(author, frozenset({LEADS})), clock.this_second()
    with console.warehouse() as warehouse:
        if taken is not None:
            take_target(warehouse, lead, *taken, author=author, at=at)
        if removed is not None:
            remove_target(warehouse, lead, removed, author=author, at=at)
        with warehouse.cursor() as cursor:
            held = taken_targets(cursor)
    if console.is_json:
        console.print_json(
            {
                "targets": [
                    {"metric": one.metric, "value": one.value, "author": one.author, "since": one.taken_at.isoformat()}
                    for one in held.values()
                ],
                "suggestions": [{"metric": key, "value": METRICS[key].suggested} for key in _KEYS],
            }
        )
        return
    rows = [
        [
            key,
            console.render(METRICS[key].label),
            str(METRICS[key].unit),
            held[key].value if key in held else None,
            held[key].author if key in held else None,
            held[key].taken_at.date() if key in held else None,
            METRICS[key].suggested,
        ]
        for key in _KEYS
    ]
    headings = [
        say("Key"), say("Metric"), say("Unit"), say("Target"), say("Who"), say("Since"), say("Suggestion"),
    ]  # fmt: skip
    console.print_table(headings, rows)
