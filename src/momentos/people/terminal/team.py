"""``team``: the fair board."""

from typing import TYPE_CHECKING, Any

import click

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import say
from momentos.domain.metrics import Direction
from momentos.domain.viewer import OWNER
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.meanings.policy import Credit
from momentos.terminal.answers import plain, records
from momentos.terminal.console import NOTHING_MEASURED, Console, command, json_option
from momentos.terminal.filtering import filter_options

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from momentos.people.questions.board import TeamBoard

_COMPARED = [metric.key for metric in METRICS.values() if metric.direction is not Direction.NEITHER]

_GROUPS = [str(one) for one in (Dimension.EMPLOYEE, Dimension.SUPERVISOR, Dimension.AREA, Dimension.SITE)]

_COLUMNS = (
    "employee", "area", "supervisor", "site", "n", "observed", "expected", "score", "low", "high", "p_above", "p_top3",
    "band", "missing",
)  # fmt: skip


@click.command()
@click.option("--metric", "key", type=click.Choice(_COMPARED), default="csat", show_default=True)
@click.option("--by", type=click.Choice(_GROUPS), default=_GROUPS[0], show_default=True, help="Who is compared.")
@click.option(
    "--credit",
    type=click.Choice([str(one) for one in Credit]),
    help="Whose a case with several people is; as the policy says unless told.",
)
@filter_options
@json_option
@command
def team(console: Console, key: str, by: str, credit: str | None, filters: Filters) -> None:
    """Who stands out, compared like with like and with the same doubt for all, as the policy says. The last days of
    data that the policy counts unless told."""
    from momentos.people.kept.policies import policy_on
    from momentos.people.questions.seen import whole_board

    with console.cursor() as cursor:
        policy = policy_on(cursor, clock.today())
        board = whole_board(
            cursor,
            OWNER,
            policy,
            METRICS[key],
            _in_recent_window(cursor, filters, policy.window_days),
            by=Dimension(by),
            credit=Credit(credit) if credit else policy.credit,
        )
    if console.is_json:
        console.print_json(_answer(board))
    elif board.rows.empty:
        console.tell(NOTHING_MEASURED)
    else:
        _print_board(console, board)


def _in_recent_window(cursor: "DuckDBPyConnection", filters: Filters, days: int) -> Filters:
    """The filters as given, or over the last days of data where no window was."""
    from momentos.figures.catalogue import recent_window

    window = recent_window(cursor, days, clock.today())
    if filters.from_on or filters.to_on or window is None:
        return filters
    return filters.within(*window)


def _answer(board: "TeamBoard") -> dict[str, Any]:
    return {
        "metric": board.metric.key,
        "window": [plain(board.from_on), plain(board.to_on)],
        "k": board.k,
        "team": plain(board.team),
        "rows": records(board.rows, _COLUMNS),
    }


def _print_board(console: Console, board: "TeamBoard") -> None:
    from momentos.people.words.board import standing

    rows = records(
        board.rows, ("employee", "area", "n", "observed", "expected", "score", "low", "high", "band", "missing")
    )
    for row in rows:
        missing = row.pop("missing")
        row["band"] = console.render(standing(row["band"], missing))
    headings = [
        say("Employee"), say("Area"), say("n"), say("Observed"), say("Expected"), say("Fair figure"), say("From"),
        say("To"), say("Compared with the team"),
    ]  # fmt: skip
    console.print_table(headings, [list(row.values()) for row in rows])
