"""The finding of a page in one sentence: what the data say, and no more than they say."""

import pandas as pd

from momentos.analysis.priority import Quadrant
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.queries.compare import with_change
from momentos.queries.filters import Filters
from momentos.queries.people import have_nothing_alike
from momentos.ui.asking import ask
from momentos.ui.figures import beside_target, count_text, figure_text
from momentos.ui.language import t, tell


def to_fix_first(journey: pd.DataFrame) -> pd.DataFrame:
    """The moments of truth that clearly miss their target, the weightiest first."""
    return journey[journey["quadrant"] == Quadrant.FIX_FIRST].sort_values("priority", ascending=False)


def journey_finding(journey: pd.DataFrame) -> str:
    """Which moments of truth cost most; that none does; or that nothing can be said yet."""
    names = list(to_fix_first(journey)["touchpoint"])
    if len(names) >= 2:
        return t("«{first}» and «{second}» cost us most", first=names[0], second=names[1])
    if names:
        return t("«{first}» costs us most", first=names[0])
    if not (journey["n"] > 0).any():
        return t("The journey is drawn; answers will say how it goes")
    if not journey["impact"].notna().any():
        return t("The journey is measured; the impact of each touchpoint is missing")
    return t("No moment of truth clearly misses its target")


def home_finding(journey: pd.DataFrame, measured: list[Metric], filters: Filters) -> str:
    """The journey's finding where there is one to tell, else how the first metric moved."""
    if not to_fix_first(journey).empty:
        return journey_finding(journey)
    heard = [metric for metric in measured if metric.kind is not Kind.COUNT]
    said = sorted(heard or measured, key=lambda metric: metric.key not in ("csat", "nps"))
    return service_finding(next((one for one in said if not ask(with_change, one, filters).empty), said[0]), filters)


def service_finding(metric: Metric, filters: Filters) -> str:
    """How the metric moved since the period before, if it did more than chance would; or that the cases are too few."""
    now = ask(with_change, metric, filters)
    label = tell(metric.label)
    if now.empty:
        return t("{metric}: nothing measured in this period", metric=label)
    value = figure_text(metric, float(now["value"].iloc[0]))
    if now["is_mixed"].iloc[0]:
        return _mixed(label, value, is_mixed_now=bool(now["is_mixed_now"].iloc[0]))
    if metric.kind is not Kind.COUNT and now["n"].iloc[0] < metric.minimum_n:
        return t(
            "{metric}: {value} from only {n} cases, too few to judge yet",
            metric=label,
            value=value,
            n=count_text(now["n"].iloc[0]),
        )
    if filters.from_on is None or filters.to_on is None or metric.kind is Kind.COUNT:
        return _standing(metric, now.iloc[0])
    change = ask(with_change, metric, filters).iloc[0]
    if pd.isna(change.difference):
        return _standing(metric, now.iloc[0])
    words = {"metric": label, "value": value, "before": figure_text(metric, float(change.previous))}
    if not change.is_real:
        if misses_target(metric, now.iloc[0]):
            words |= beside_target(metric, float(now["value"].iloc[0]))
            return t("{metric}: {value}, without a real change and missing its target of {target}", **words)
        return t("{metric}: {value}, without a real change", **words)
    if change.difference > 0:
        return t("{metric}: rose from {before} to {value}", **words)
    return t("{metric}: fell from {before} to {value}", **words)


def _mixed(metric: str, value: str, *, is_mixed_now: bool) -> str:
    """The figure, and that surveys of different kinds are in it, or in it and the period before together."""
    if is_mixed_now:
        return t(
            "{metric}: {value}, from two mixed surveys (one about each contact, one about the relation): not compared",
            metric=metric,
            value=value,
        )
    return t(
        "{metric}: {value}; another kind of survey is in the period before, so they are not compared",
        metric=metric,
        value=value,
    )


def misses_target(metric: Metric, figure: pd.Series) -> bool:
    """Whether the whole interval is on the wrong side of the target. ``figure``: ``low, high``."""
    if metric.target is None or pd.isna(figure["low"]) or metric.direction is Direction.NEITHER:
        return False
    if metric.direction is Direction.HIGHER:
        return bool(figure["high"] < metric.target)
    return bool(figure["low"] > metric.target)


def _standing(metric: Metric, figure: pd.Series) -> str:
    """The figure, and that it misses its target where it clearly does."""
    label, value = tell(metric.label), float(figure["value"])
    if misses_target(metric, figure):
        return t("{metric}: {value}, missing its target of {target}", metric=label, **beside_target(metric, value))
    return t("{metric}: {value}", metric=label, value=figure_text(metric, value))


def team_finding(rows: pd.DataFrame) -> str:
    """Who stands out, or how many where they are more than two; a board praises."""
    if rows.empty:
        return t("No case names the person who attended yet")
    above = int((rows["band"] == "above").sum())
    if not rows["band"].notna().any():
        return t("Answers are still missing to compare people")
    if above == 0:
        return t("Nobody can be told apart for the better yet")
    names = rows.loc[rows["band"] == "above", "employee"].astype(str).sort_values().tolist()
    if above == 1:
        return t("{name} stands out", name=names[0])
    if above == 2:
        return t("{first} and {second} stand out", first=names[0], second=names[1])
    return t("{n} people stand out", n=count_text(above))


def groups_finding(rows: pd.DataFrame) -> str:
    """How many teams, areas or sites stand out of those compared, where there is something alike to compare."""
    if rows.empty:
        return t("No case names the person who attended yet")
    if have_nothing_alike(rows):
        return t("Each of the {total} attends other cases: they cannot be compared", total=count_text(len(rows)))
    above = int((rows["band"] == "above").sum())
    if above == 0:
        return t("None of the {total} can be told apart for the better yet", total=count_text(len(rows)))
    if above == 1:
        return t("One of {total} stands out", total=count_text(len(rows)))
    return t("{n} of {total} stand out", n=count_text(above), total=count_text(len(rows)))


def proposals_finding(n: int) -> str:
    """How many reasons there are to recognise somebody."""
    if n == 0:
        return t("Recognitions")
    return (
        t("There is one reason to say thanks") if n == 1 else t("There are {n} reasons to say thanks", n=count_text(n))
    )
