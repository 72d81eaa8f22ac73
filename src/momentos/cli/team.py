"""``team``: the fair board."""

from typing import TYPE_CHECKING, Any

import click

from momentos.cli.answers import plain, records
from momentos.cli.console import NOTHING_MEASURED, Console, command, json_option
from momentos.cli.filtering import filter_options
from momentos.domain.messages import say
from momentos.domain.metrics import METRICS, Direction
from momentos.queries.filters import Filters

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from momentos.queries.people import TeamBoard

_COMPARED = [metric.key for metric in METRICS.values() if metric.direction is not Direction.NEITHER]

_COLUMNS = (
    "employee", "area", "supervisor", "site", "n", "observed", "expected", "score", "low", "high", "p_above", "p_top3",
    "band", "missing",
)  # fmt: skip


@click.command()
@click.option("--metric", "key", type=click.Choice(_COMPARED), default="csat", show_default=True)
@filter_options
@json_option
@command
def team(console: Console, key: str, filters: Filters) -> None:
    """Who stands out, compared like with like and with the same doubt for all. The last 90 days of data unless told."""
    from momentos.queries.people import team_board

    with console.cursor() as cursor:
        board = team_board(cursor, METRICS[key], _in_recent_window(cursor, filters))
    if console.is_json:
        console.print_json(_answer(board))
    elif board.rows.empty:
        console.tell(NOTHING_MEASURED)
    else:
        _print_board(console, board)


def _in_recent_window(cursor: "DuckDBPyConnection", filters: Filters) -> Filters:
    """The filters as given, or over the last days of data where no window was."""
    from momentos.queries.catalogue import recent_window

    window = recent_window(cursor)
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
    from momentos.analysis.fair import BAND_SENTENCES, Band

    rows = records(
        board.rows, ("employee", "area", "n", "observed", "expected", "score", "low", "high", "band", "missing")
    )
    for row in rows:
        missing = row.pop("missing")
        sentence = BAND_SENTENCES[Band(row["band"])] if row["band"] else say("Answers missing: {count}.", count=missing)
        row["band"] = console.render(sentence)
    headings = [
        say("Employee"), say("Area"), say("n"), say("Observed"), say("Expected"), say("Fair score"), say("From"),
        say("To"), say("Compared with the team"),
    ]  # fmt: skip
    console.print_table(headings, [list(row.values()) for row in rows])
