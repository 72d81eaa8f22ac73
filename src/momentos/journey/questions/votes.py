"""The impact people give each touchpoint: how much they agree, and who changed their mind when."""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.impact import DISAGREEMENT
from momentos.domain.names import fold
from momentos.journey.kept.votes import ImpactVote
from momentos.warehouse.journal import entries

COLUMNS = ["touchpoint_key", "touchpoint", "votes", "median", "lowest", "highest", "spread", "disagree", "sheet"]


@dataclass(frozen=True)
class Vote:
    """One vote; ``counts`` says whether it is its author's last."""

    author: str
    impact: float
    reason: str
    written_at: datetime
    counts: bool


def votes_by_touchpoint(cursor: DuckDBPyConnection) -> pd.DataFrame:
    """One row per touchpoint with votes: the number of people, their ``median``, ``lowest`` and ``highest``, the
    ``spread`` between these, whether they ``disagree``, and the impact in the ``sheet``."""
    found = cursor.execute(
        """
        select
            votes.touchpoint_key,
            names.touchpoint,
            count(*) as votes,
            median(votes.impact) as median,
            min(votes.impact) as lowest,
            max(votes.impact) as highest,
            max(votes.impact) - min(votes.impact) as spread,
            max(votes.impact) - min(votes.impact) >= ? as disagree,
            any_value(names.impact) as sheet
        from impact_votes as votes
        join (select distinct touchpoint_key, touchpoint, impact from touchpoint_names) as names using (touchpoint_key)
        group by all
        order by spread desc, touchpoint
        """,
        [DISAGREEMENT],
    )
    return found.df()[COLUMNS]


def votes_of(cursor: DuckDBPyConnection, touchpoint_key: str) -> list[Vote]:
    """Every vote ever given to a touchpoint and not taken back, the latest first."""
    last: set[str] = set()
    votes = []
    for one in reversed(entries(cursor, ImpactVote, touchpoint_key)):
        author = fold(one.author)
        votes.append(Vote(one.author, one.said.impact, one.said.reason, one.written_at, author not in last))
        last.add(author)
    return votes
