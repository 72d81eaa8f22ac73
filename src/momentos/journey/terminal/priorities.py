"""``priorities``: what to mend first and why, and a budget by area."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.figures.filters import Filters
from momentos.terminal.answers import records
from momentos.terminal.console import NOTHING_YET, Console, command, json_option
from momentos.terminal.filtering import filter_options

if TYPE_CHECKING:
    from momentos.analysis.priority import AreaShare
    from momentos.journey.kept.resource_plan import ResourcePlan
    from momentos.journey.questions.priorities import Priorities
    from momentos.journey.questions.resources import Proposal

_ALL_AREAS = ""

_COLUMNS = (
    "touchpoint", "stage", "area", "impact", "impact_low", "impact_high", "score", "low", "high", "n", "target", "goal",
    "gap", "reach", "priority", "priority_low", "priority_high", "quadrant", "gain", "gain_low", "gain_high",
)  # fmt: skip


class _Floor(click.ParamType):
    """``AREA=PERCENT``, or ``PERCENT`` for every area: the area's name (empty for all) and the number."""

    name = "AREA=PERCENT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        if isinstance(value, tuple):
            return value
        area, _, percent = value.rpartition("=")
        try:
            kept = float(percent.strip().removesuffix("%"))
        except ValueError:
            kept = -1.0
        if not 0 <= kept <= 100:
            self.fail(f"{value!r} is not AREA=PERCENT, with a percent from 0 to 100.", param, ctx)
        return area.strip(), kept


@click.command()
@click.option("--by-data", "is_by_data", is_flag=True, help="Impact according to the data, not as assigned.")
@click.option("--target", type=click.FloatRange(1, 5), help="A trial: the score all of them would have to reach.")
@click.option("--budget", type=click.FloatRange(0), help="Money a month; as kept on the screen unless told.")
@click.option(
    "--floor",
    "floors",
    type=_Floor(),
    multiple=True,
    help="Per cent of today's money that an area keeps, or all do; as kept on the screen unless told. May be repeated.",
)
@filter_options
@json_option
@command
def priorities(
    console: Console,
    filters: Filters,
    is_by_data: bool,
    target: float | None,
    budget: float | None,
    floors: tuple[tuple[str, float], ...],
) -> None:
    """The touchpoints by impact × gap × reach, with the reason, and the budget by area.

    First what is surely to fix first, then the others. The gap is what the score lacks to its goal: the target where
    all that can be ordered have one, else 5, the best score. The target is the touchpoint's own, else the company's
    for the mean score.
    """
    from momentos.journey.kept.resource_plan import kept_plan
    from momentos.journey.questions.impact import journey_impact
    from momentos.journey.questions.journey import journey
    from momentos.journey.questions.priorities import Basis, prioritise
    from momentos.journey.questions.resources import propose, todays_money
    from momentos.journey.questions.spending import monthly_spending

    with console.cursor() as cursor:
        rows, impact = journey(cursor, filters, target), journey_impact(cursor, filters)
        spending, plan = monthly_spending(cursor), kept_plan(cursor).plan
    found = prioritise(rows, impact, Basis.DERIVED if is_by_data else Basis.ASSIGNED)
    plan = _told(plan, found.areas, budget, dict(floors))
    shared = propose(found.areas, todays_money(found.areas, spending, plan), plan)
    if console.is_json:
        console.print_json(_answer(console, found, shared))
    elif found.rows.empty:
        console.tell(NOTHING_YET)
    else:
        is_money = shared.has_today or plan.budget is not None
        _print(console, found, shared.shares if is_money else ())


def _told(plan: "ResourcePlan", areas: Iterable[str], budget: float | None, floors: dict[str, float]) -> "ResourcePlan":
    """The plan with what the command says in place of what was kept; ``Refused`` for an area that is not there."""
    known = {fold(area): area for area in areas}
    for area in floors:
        if area != _ALL_AREAS and fold(area) not in known:
            raise NotFound(
                say(
                    "No area of the journey is called {area}. There are: {areas}.",
                    area=area,
                    areas=", ".join(known.values()) or "–",
                )
            )
    own = {fold(area): percent for area, percent in floors.items() if area != _ALL_AREAS}
    if _ALL_AREAS in floors:
        return replace(plan, budget=plan.budget if budget is None else budget, floor=floors[_ALL_AREAS], floors=own)
    return replace(plan, budget=plan.budget if budget is None else budget, floors={**plan.floors, **own})


def _answer(console: Console, found: "Priorities", shared: "Proposal") -> dict[str, Any]:
    return {
        "basis": str(found.basis),
        "rows": [
            {**row, "reason": reason}
            for row, reason in zip(records(found.rows, _COLUMNS), _reasons(console, found), strict=True)
        ],
        "budget": round(shared.budget, 2),
        "areas": [
            {
                "area": one.area,
                "share": round(one.share, 6),
                "proposed": round(one.proposed, 2),
                "today": round(one.today, 2),
                "floor": round(shared.floors[one.area], 2),
                "is_uncertain": one.is_uncertain,
            }
            for one in shared.shares
        ],
    }


def _reasons(console: Console, found: "Priorities") -> list[str]:
    from momentos.journey.words.reason import reason

    return [console.render(reason(row)) for row in found.rows.itertuples()]


def _print(console: Console, found: "Priorities", areas: tuple["AreaShare", ...]) -> None:
    headings = [say("Touchpoint"), say("Area"), say("Priority"), say("From"), say("To"), say("Why")]
    shown = records(found.rows, ("touchpoint", "area", "priority", "priority_low", "priority_high"))
    reasons = _reasons(console, found)
    console.print_table(headings, [[*row.values(), why] for row, why in zip(shown, reasons, strict=True)])
    if areas:
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
