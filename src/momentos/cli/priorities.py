"""``priorities``: what to mend first and why, and a budget by area."""

from typing import TYPE_CHECKING, Any

import click

from momentos.cli.answers import records
from momentos.cli.console import NOTHING_YET, Console, command, json_option
from momentos.cli.filtering import filter_options
from momentos.domain.messages import say
from momentos.domain.performance import DEFAULT_SCORE_TARGET
from momentos.queries.filters import Filters

if TYPE_CHECKING:
    from momentos.analysis.priority import AreaShare
    from momentos.queries.priorities import Priorities

_COLUMNS = (
    "touchpoint", "stage", "area", "impact", "impact_low", "impact_high", "score", "low", "high", "n", "target", "gap",
    "reach", "priority", "priority_low", "priority_high", "quadrant", "gain", "gain_low", "gain_high",
)  # fmt: skip


@click.command()
@click.option("--by-data", "is_by_data", is_flag=True, help="Impact according to the data, not as assigned.")
@click.option("--target", type=click.FloatRange(1, 5), default=DEFAULT_SCORE_TARGET, help="The score to reach.")
@click.option("--budget", type=click.FloatRange(0), help="Money a month to share out; today's spending unless told.")
@filter_options
@json_option
@command
def priorities(console: Console, filters: Filters, is_by_data: bool, target: float, budget: float | None) -> None:
    """The touchpoints by impact × gap to the target × reach, with the reason, and the budget by area."""
    found, areas = _ask(console, filters, is_by_data, target, budget)
    if console.is_json:
        console.print_json(_answer(console, found, areas))
    elif found.rows.empty:
        console.tell(NOTHING_YET)
    else:
        _print(console, found, areas)


def _ask(
    console: Console, filters: Filters, is_by_data: bool, target: float, budget: float | None
) -> tuple["Priorities", tuple["AreaShare", ...]]:
    from momentos.analysis.priority import allocate
    from momentos.queries.impact import journey_impact
    from momentos.queries.journey import journey
    from momentos.queries.priorities import Basis, prioritise
    from momentos.queries.spending import monthly_spending

    with console.cursor() as cursor:
        rows, impact, today = (
            journey(cursor, filters, target),
            journey_impact(cursor, filters),
            monthly_spending(cursor),
        )
    found = prioritise(rows, impact, Basis.DERIVED if is_by_data else Basis.ASSIGNED)
    to_share = sum(today.values()) if budget is None else budget
    return found, allocate(to_share, found.areas, today=today)


def _answer(console: Console, found: "Priorities", areas: tuple["AreaShare", ...]) -> dict[str, Any]:
    return {
        "basis": str(found.basis),
        "rows": [
            {**row, "reason": reason}
            for row, reason in zip(records(found.rows, _COLUMNS), _reasons(console, found), strict=True)
        ],
        "areas": [
            {
                "area": one.area,
                "share": round(one.share, 6),
                "proposed": round(one.proposed, 2),
                "today": round(one.today, 2),
                "is_uncertain": one.is_uncertain,
            }
            for one in areas
        ],
    }


def _reasons(console: Console, found: "Priorities") -> list[str]:
    from momentos.cli.tables import number_writer
    from momentos.queries.priorities import reason

    write = number_writer(console.language)
    return [console.render(reason(row, write)) for row in found.rows.itertuples()]


def _print(console: Console, found: "Priorities", areas: tuple["AreaShare", ...]) -> None:
    headings = [say("Touchpoint"), say("Area"), say("Priority"), say("From"), say("To"), say("Why")]
    shown = records(found.rows, ("touchpoint", "area", "priority", "priority_low", "priority_high"))
    reasons = _reasons(console, found)
    console.print_table(headings, [[*row.values(), why] for row, why in zip(shown, reasons, strict=True)])
    if any(one.proposed or one.today for one in areas):
        click.echo()
        headings = [
            say("Area"), say("Share of the priority (%)"), say("Today, a month"), say("Proposed, a month"),
            say("Sure?"),
        ]  # fmt: skip
        console.print_table(
            headings,
            [
                [one.area, 100 * one.share, one.today, one.proposed, console.render(_SURE[not one.is_uncertain])]
                for one in areas
            ],
        )


_SURE = {True: say("yes"), False: say("uncertain")}
