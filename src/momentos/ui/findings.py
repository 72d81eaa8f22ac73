"""The finding of a page in one sentence: what the data say, and no more than they say."""

import pandas as pd

from momentos.analysis.priority import Quadrant
from momentos.domain.dimensions import JOURNEY_DIMENSIONS
from momentos.domain.impact import MOMENT_OF_TRUTH_IMPACT
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.domain.samples import JUDGED_N
from momentos.queries.compare import with_change
from momentos.queries.filters import Filters
from momentos.queries.people import have_nothing_alike
from momentos.queries.priorities import Basis, Priorities
from momentos.queries.weighing import to_fix_first
from momentos.ui.asking import ask
from momentos.ui.figures import beside_target, count_text, figure_text
from momentos.ui.language import t, tell


def journey_finding(journey: pd.DataFrame, filters: Filters, basis: Basis = Basis.ASSIGNED) -> str:
    """Which moments of truth are the first to mend; how those measured stand; or that nothing can be said yet.

    ``journey``: its rows under the ``filters``, with impact and quadrant by the ``basis``.
    """
    names = list(to_fix_first(journey)["touchpoint"])
    if len(names) >= 2:
        return t("«{first}» and «{second}» are the first to mend", first=names[0], second=names[1])
    if names:
        return t("«{first}» is the first to mend", first=names[0])
    if not (journey["n"] > 0).any():
        return t("The journey is drawn; answers will say how it goes")
    if not journey["impact"].notna().any():
        return t("The journey is measured; the impact of each touchpoint is missing")
    return _under(filters, moments_finding(journey, basis))


def priorities_finding(found: Priorities, filters: Filters) -> str:
    """What to mend first, if anything is sure; else how the moments of truth measured stand."""
    names = list(to_fix_first(found.rows)["touchpoint"])
    if len(names) > 1:
        return t("Mend «{first}» first, then «{second}»", first=names[0], second=names[1])
    if names:
        return t("«{touchpoint}» is what to mend first", touchpoint=names[0])
    if not found.rows["score"].notna().any():
        return t("Answers are missing to say what comes first")
    if not found.rows["impact"].notna().any():
        return t("There are scores; the impact of each touchpoint is missing")
    return _under(filters, moments_finding(found.rows, found.basis))


def _under(filters: Filters, finding: str) -> str:
    """What is said of the moments of truth, which are not all of them where filters leave some out."""
    if any(dimension in filters.where for dimension in JOURNEY_DIMENSIONS):
        return t("{finding} (among those that the filters leave)", finding=finding)
    return finding


def moments_finding(rows: pd.DataFrame, basis: Basis) -> str:
    """How the moments of truth stand when none is surely to fix first: all of them only where all were measured."""
    unheard = int(rows["impact"].isna().sum())
    if basis is Basis.DERIVED and unheard:
        return t(
            "Nothing is surely to fix first; the data do not show yet the weight of {n} of the {all} touchpoints",
            n=count_text(unheard),
            all=count_text(len(rows)),
        )
    moments = rows[rows["impact"] >= MOMENT_OF_TRUTH_IMPACT]
    if moments.empty:
        return t("None of these touchpoints has an impact of 4 or 5")
    measured = moments[moments["n"] >= JUDGED_N]
    if measured.empty:
        return t("Answers are missing: no moment of truth has {needed} yet", needed=count_text(JUDGED_N))
    judged = measured[measured["target"].notna()]
    if judged.empty:
        return _without_targets(len(measured), len(moments))
    are_met = bool((judged["quadrant"] == Quadrant.KEEP_UP).all()) and not _has_unclassified(rows)
    if len(judged) < len(moments):
        return _some_of_them(len(judged), len(moments), are_met=are_met)
    return t("Every moment of truth meets its target") if are_met else t("No moment of truth surely misses its target")


def _has_unclassified(rows: pd.DataFrame) -> bool:
    return bool((rows["quadrant"] == Quadrant.UNCLASSIFIED).any())


def _without_targets(measured: int, moments: int) -> str:
    values = {"measured": count_text(measured), "all": count_text(moments)}
    if moments == 1:
        return t("The moment of truth is measured; nobody has set its target")
    if measured == moments:
        return t("The {all} moments of truth are measured; nobody has set their targets", **values)
    if measured == 1:
        return t("1 of {all} moments of truth is measured; nobody has set its target", **values)
    return t("{measured} of {all} moments of truth are measured; nobody has set their targets", **values)


def _some_of_them(judged: int, moments: int, *, are_met: bool) -> str:
    values = {"judged": count_text(judged), "all": count_text(moments)}
    if judged == 1 and are_met:
        return t("1 of {all} moments of truth can be judged: it meets its target", **values)
    if judged == 1:
        return t("1 of {all} moments of truth can be judged: it does not surely miss its target", **values)
    if are_met:
        return t("{judged} of {all} moments of truth can be judged: they meet their targets", **values)
    return t("{judged} of {all} moments of truth can be judged: none of them surely misses its target", **values)


def home_finding(journey: pd.DataFrame, measured: list[Metric], filters: Filters) -> str:
    """The journey's finding where there is one to tell, else how the first metric moved."""
    if not to_fix_first(journey).empty:
        return journey_finding(journey, filters)
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
    if pd.isna(change.difference) or change.previous_n < metric.minimum_n:
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
    if not rows["band"].notna().any():
        return t("Answers are still missing to compare people")
    is_above = rows["band"] == "above"
    names = rows.loc[is_above & (rows["n"] >= JUDGED_N), "employee"].astype(str).sort_values().tolist()
    if not names and is_above.any():
        return t("Nobody with {needed} answers can be told apart for the better yet", needed=count_text(JUDGED_N))
    if not names:
        return t("Nobody can be told apart for the better yet")
    if len(names) == 1:
        return t("{name} stands out", name=names[0])
    if len(names) == 2:
        return t("{first} and {second} stand out", first=names[0], second=names[1])
    return t("{n} people stand out", n=count_text(len(names)))


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
