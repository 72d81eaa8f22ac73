"""``journey`` and ``impact``: the touchpoints in order, and how much each weighs."""

from typing import TYPE_CHECKING, Any

import click

from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.outcomes import OUTCOME_DAYS, Outcome
from momentos.figures.filters import Filters
from momentos.terminal.answers import records
from momentos.terminal.console import NOTHING_YET, Console, command, json_option
from momentos.terminal.filtering import filter_options, window_options

if TYPE_CHECKING:
    import pandas as pd

    from momentos.journey.questions.impact import JourneyImpact

_COLUMNS = (
    "touchpoint", "stage", "position", "area", "assigned", "derived", "low", "high", "share", "strength",
    "strength_low", "strength_high", "n", "missing", "score", "score_low", "score_high", "csat", "interactions",
    "reach", "verdict", "priority", "priority_low", "priority_high", "quadrant", "people",
)  # fmt: skip
_LEVELS = ("position", "assigned", "derived", "low", "high")


@click.command()
@filter_options
@json_option
@command
def journey(console: Console, filters: Filters) -> None:
    """The touchpoints in order, with impact, score, answers, priority and people."""
    rows, found = _ask(console, filters)
    rows = rows.assign(n=rows["scores"])
    if console.is_json:
        console.print_json(_answer(console, rows, found))
    elif rows.empty:
        console.tell(NOTHING_YET)
    else:
        headings = [
            say("Stage"), say("Touchpoint"), say("Area"), say("Impact"), say("Score (1–5)"), say("n"), say("From"),
            say("To"), say("Reach"), say("Priority"), say("People"),
        ]  # fmt: skip
        columns = (
            "stage", "touchpoint", "area", "assigned", "score", "n", "score_low", "score_high", "reach", "priority",
            "people",
        )  # fmt: skip
        shown = _whole_levels(records(rows, columns))
        console.print_table(headings, [[*list(row.values())[:-1], ", ".join(row["people"])] for row in shown])


@click.command()
@click.option(
    "--outcome",
    type=click.Choice(list(map(str, Outcome))),
    help="What stands for loyalty: recommendation, overall score, buying again or staying.",
)
@click.option(
    "--days",
    type=click.IntRange(1, 3650),
    default=OUTCOME_DAYS,
    show_default=True,
    help="Days after the answer in which buying again or staying is looked for.",
)
@window_options
@json_option
@command
def impact(console: Console, filters: Filters, outcome: str | None, days: int) -> None:
    """The impact you assigned, beside what the answers say."""
    rows, found = _ask(console, filters, outcome, days)
    if console.is_json:
        console.print_json(_answer(console, rows, found))
    elif rows.empty:
        console.tell(NOTHING_YET)
    else:
        _print_impact(console, rows, found)


def _ask(
    console: Console, filters: Filters, outcome: str | None = None, days: int = OUTCOME_DAYS
) -> tuple["pd.DataFrame", "JourneyImpact"]:
    """Every touchpoint of the journey, with what was assigned and what the answers say: ``n``, those its impact rests
    on; ``scores``, those its score does. ``Refused`` for an outcome that the data do not hold."""
    from momentos.figures.loyalty import Loyalty, offered_outcomes
    from momentos.journey.questions.impact import journey_impact
    from momentos.journey.questions.journey import journey as ask_journey

    with console.cursor() as cursor:
        if outcome is not None and Outcome(outcome) not in offered_outcomes(cursor):
            raise NotFound(say("The data loaded say nothing of this: {outcome}.", outcome=Outcome(outcome).label))
        loyalty = None if outcome is None else Loyalty(Outcome(outcome), days)
        rows, found = ask_journey(cursor, filters), journey_impact(cursor, filters, loyalty)
    rows = rows.rename(columns={"impact": "assigned", "low": "score_low", "high": "score_high", "n": "scores"})
    joined = rows.merge(found.rows.drop(columns="assigned"), how="left", on="touchpoint")
    joined["n"] = joined["n"].fillna(joined["scores"]).astype("int64")
    joined["missing"] = joined["missing"].fillna(_missing_everywhere(found)).astype("int64")
    return joined, found


def _missing_everywhere(found: "JourneyImpact") -> int:
    """Answers missing at a touchpoint that nobody scored."""
    from momentos.domain.samples import IMPACT_VISITS

    return max(IMPACT_VISITS, found.report.missing_respondents)


def _answer(console: Console, rows: "pd.DataFrame", found: "JourneyImpact") -> dict[str, Any]:
    return {
        "n": found.report.respondents,
        "loyalty": str(found.loyalty.outcome),
        "days": found.loyalty.days if found.loyalty.outcome.is_share else None,
        "method": str(found.report.method),
        "evidence": str(found.report.evidence),
        "missing": found.missing,
        "lack": None if found.lack is None else str(found.lack),
        "rows": _whole_levels(records(rows, _COLUMNS)),
        "warnings": [console.render(one.sentence) for one in found.report.warnings],
    }


def _whole_levels(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Levels and positions without decimals where they have none."""
    return [
        {
            name: int(value) if name in _LEVELS and value is not None and value == int(value) else value
            for name, value in row.items()
        }
        for row in rows
    ]


def _print_impact(console: Console, rows: "pd.DataFrame", found: "JourneyImpact") -> None:
    from momentos.analysis.impact import METHOD_SENTENCES, VERDICT_SENTENCES, ImpactVerdict
    from momentos.journey.words.impact import what_is_lacking

    columns = ("touchpoint", "assigned", "derived", "low", "high", "share", "strength", "n", "missing", "verdict")
    shown = _whole_levels(records(rows, columns))
    for row in shown:
        row["verdict"] = console.render(VERDICT_SENTENCES[ImpactVerdict(row["verdict"])]) if row["verdict"] else ""
    headings = [
        say("Touchpoint"), say("Assigned"), say("According to the data"), say("From"), say("To"), say("Share"),
        say("Strength"), say("n"), say("Missing"), say("Verdict"),
    ]  # fmt: skip
    console.print_table(headings, [list(row.values()) for row in shown])
    lack = what_is_lacking(found)
    if lack is not None:
        click.echo(console.render(lack))
    for sentence in (METHOD_SENTENCES[found.report.method], *(one.sentence for one in found.report.warnings)):
        click.echo(console.render(sentence))
