"""The finding of the people pages in one sentence: what the data say, and no more than they say; a board praises."""

import pandas as pd

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import count
from momentos.domain.samples import JUDGED_N
from momentos.people.meanings.policy import ONLY_THRESHOLDS
from momentos.people.questions.board import have_nothing_alike


def board_finding(rows: pd.DataFrame, metric: Metric, by: Dimension) -> Message:
    """Who stands out; of what is only a limit, what is compared and no more."""
    if metric.key in ONLY_THRESHOLDS:
        return say("{metric}, person by person", metric=metric.label)
    return team_finding(rows) if by is Dimension.EMPLOYEE else groups_finding(rows)


def team_finding(rows: pd.DataFrame) -> Message:
    """Who stands out, or how many where they are more than two; a board praises."""
    if rows.empty:
        return say("No case names the person who attended yet")
    if not rows["band"].notna().any():
        return say("Answers are still missing to compare people")
    is_above = rows["band"] == "above"
    names = rows.loc[is_above & (rows["n"] >= JUDGED_N), "employee"].astype(str).sort_values().tolist()
    if not names and is_above.any():
        return say("Nobody with {needed} answers can be told apart for the better yet", needed=count(JUDGED_N))
    if not names:
        return say("Nobody can be told apart for the better yet")
    if len(names) == 1:
        return say("{name} stands out", name=names[0])
    if len(names) == 2:
        return say("{first} and {second} stand out", first=names[0], second=names[1])
    return say("{n} people stand out", n=count(len(names)))


def groups_finding(rows: pd.DataFrame) -> Message:
    """How many teams, areas or sites stand out of those compared, where there is something alike to compare."""
    if rows.empty:
        return say("No case names the person who attended yet")
    if have_nothing_alike(rows):
        return say("Each of the {total} attends other cases: they cannot be compared", total=count(len(rows)))
    above = int((rows["band"] == "above").sum())
    if above == 0:
        return say("None of the {total} can be told apart for the better yet", total=count(len(rows)))
    if above == 1:
        return say("One of {total} stands out", total=count(len(rows)))
    return say("{n} of {total} stand out", n=count(above), total=count(len(rows)))


def proposals_finding(n: int) -> Message:
    """How many reasons there are to recognise somebody."""
    if n == 0:
        return say("Recognitions")
    return (
        say("There is one reason to say thanks") if n == 1 else say("There are {n} reasons to say thanks", n=count(n))
    )
