"""What each service metric means: a ratio of two sums over one fact.

``numerator``, ``denominator`` and ``squares`` name columns of the fact's measures (``warehouse`` defines each
column once, per row); a summary holds their sums, so a metric can be read at any grain that can be added up.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from momentos.domain.messages import Message, say
from momentos.domain.samples import JUDGED_N


class Fact(StrEnum):
    """What is counted: contacts with customers, answered surveys, or scores given to a touchpoint."""

    INTERACTIONS = "interactions"
    RESPONSES = "responses"
    SCORES = "scores"


class Kind(StrEnum):
    """How the ratio is formed, hence which interval it gets."""

    COUNT = "count"
    SHARE = "share"
    NET = "net"
    MEAN = "mean"


class Unit(StrEnum):
    COUNT = ""
    PERCENT = "%"
    POINTS = "points"
    SCORE_5 = "1–5"
    SCORE_7 = "1–7"
    SECONDS = "s"


class Direction(StrEnum):
    """Which way is good news."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True)
class Metric:
    """One definition. ``value = factor * sum(numerator) / sum(denominator)``; a count is its numerator alone.

    ``suggested`` is what the trade usually aims at: offered, never applied. ``target`` is what the company took, and
    here always ``None``: ``queries.targets`` fills it in.
    """

    key: str
    label: Message
    formula: Message
    kind: Kind
    unit: Unit
    direction: Direction
    fact: Fact
    numerator: str
    denominator: str
    squares: str | None = None
    suggested: float | None = None
    target: float | None = None
    minimum_n: int = JUDGED_N
    decimals: int = 1

    @property
    def factor(self) -> int:
        """Shares are given in per cent and net scores in points; everything else as it is."""
        return 100 if self.kind in (Kind.SHARE, Kind.NET) else 1

    @property
    def can_have_target(self) -> bool:
        """A figure of which neither more nor less is better has nothing to reach."""
        return self.direction is not Direction.NEITHER

    @property
    def scale(self) -> tuple[float, float] | None:
        """Lowest and highest possible value, where there is one."""
        return _SCALES.get(self.unit)

    @property
    def bounds(self) -> tuple[float, float]:
        """What no value can be below or above: the scale's ends, or 0 and no end."""
        return self.scale or (0.0, inf)


_SCALES: dict[Unit, tuple[float, float]] = {
    Unit.PERCENT: (0, 100),
    Unit.POINTS: (-100, 100),
    Unit.SCORE_5: (1, 5),
    Unit.SCORE_7: (1, 7),
}


def _share(
    key: str,
    label: Message,
    formula: Message,
    numerator: str,
    denominator: str,
    *,
    fact: Fact = Fact.INTERACTIONS,
    direction: Direction = Direction.HIGHER,
    suggested: float | None = None,
) -> Metric:
    return Metric(
        key, label, formula, Kind.SHARE, Unit.PERCENT, direction, fact, numerator, denominator, suggested=suggested
    )


def _mean(
    key: str,
    label: Message,
    formula: Message,
    stem: str,
    unit: Unit,
    *,
    fact: Fact = Fact.INTERACTIONS,
    direction: Direction = Direction.LOWER,
    suggested: float | None = None,
    decimals: int = 1,
) -> Metric:
    return Metric(
        key,
        label,
        formula,
        Kind.MEAN,
        unit,
        direction,
        fact,
        f"{stem}_sum",
        f"{stem}_n",
        squares=f"{stem}_squares",
        suggested=suggested,
        decimals=decimals,
    )


_ALL = (
    Metric(
        "interactions",
        say("Interactions"),
        say("Contacts with customers, counted."),
        Kind.COUNT,
        Unit.COUNT,
        Direction.NEITHER,
        Fact.INTERACTIONS,
        "interactions",
        "interactions",
        minimum_n=1,
        decimals=0,
    ),
    _share(
        "csat",
        say("Satisfaction (CSAT)"),
        say("Answers of 4 or 5 out of 5, divided by all answers."),
        "csat_top",
        "csat_n",
        fact=Fact.RESPONSES,
        suggested=80,
    ),
    _mean(
        "score",
        say("Mean score"),
        say("Mean of the scores from 1 to 5."),
        "csat",
        Unit.SCORE_5,
        fact=Fact.RESPONSES,
        direction=Direction.HIGHER,
        suggested=4.0,
        decimals=2,
    ),
    Metric(
        "nps",
        say("Recommendation index (NPS)"),
        say("Share of promoters (9–10) minus share of detractors (0–6), in points from −100 to 100."),
        Kind.NET,
        Unit.POINTS,
        Direction.HIGHER,
        Fact.RESPONSES,
        "nps_net",
        "nps_n",
        squares="nps_squares",
        suggested=40,
    ),
    _mean(
        "ces",
        say("Customer effort (CES)"),
        say("Mean of the answers from 1 to 7 to “it was easy”: higher is easier."),
        "ces",
        Unit.SCORE_7,
        fact=Fact.RESPONSES,
        direction=Direction.HIGHER,
        suggested=5.5,
        decimals=2,
    ),
    _share(
        "fcr",
        say("First contact resolution"),
        say("Cases solved in the first contact, divided by cases where it is known."),
        "fcr_yes",
        "fcr_n",
        suggested=75,
    ),
    _share(
        "resolution",
        say("Resolution"),
        say("Solved cases, divided by cases where it is known."),
        "resolved_yes",
        "resolved_n",
        suggested=90,
    ),
    _share(
        "escalation",
        say("Escalation"),
        say("Cases passed to another level, divided by cases where it is known."),
        "escalated_yes",
        "escalated_n",
        direction=Direction.LOWER,
        suggested=10,
    ),
    _share(
        "reopened",
        say("Reopened cases"),
        say("Cases opened again, divided by cases where it is known."),
        "reopened_yes",
        "reopened_n",
        direction=Direction.LOWER,
        suggested=5,
    ),
    _share(
        "abandonment",
        say("Abandonment"),
        say("Contacts whose customer left before being served, divided by contacts served or abandoned."),
        "abandoned",
        "offered",
        direction=Direction.LOWER,
        suggested=5,
    ),
    _mean(
        "wait",
        say("Mean wait"),
        say("Mean wait, in seconds, of those who were served."),
        "wait",
        Unit.SECONDS,
        suggested=60,
    ),
    _share(
        "service_level",
        say("Service level"),
        say("Contacts served within the agreed wait, divided by contacts served or abandoned whose wait is known."),
        "in_time",
        "timed",
        suggested=80,
    ),
    _mean(
        "handle_time",
        say("Mean handle time"),
        say("Mean time of attention, in seconds, of those who were served."),
        "handle",
        Unit.SECONDS,
        suggested=300,
    ),
    _mean(
        "resolution_time",
        say("Mean resolution time"),
        say("Mean time from opening to solution, in seconds."),
        "resolution",
        Unit.SECONDS,
        suggested=86_400,
    ),
)

METRICS: dict[str, Metric] = {metric.key: metric for metric in _ALL}

DEFAULT_SERVICE_LEVEL_SECONDS = 20

MEASURES: dict[Fact, tuple[str, ...]] = {
    Fact.INTERACTIONS: (
        "interactions",
        "offered",
        "abandoned",
        "timed",
        "in_time",
        "wait_n",
        "wait_sum",
        "wait_squares",
        "handle_n",
        "handle_sum",
        "handle_squares",
        "resolution_n",
        "resolution_sum",
        "resolution_squares",
        "fcr_n",
        "fcr_yes",
        "resolved_n",
        "resolved_yes",
        "escalated_n",
        "escalated_yes",
        "reopened_n",
        "reopened_yes",
    ),
    Fact.RESPONSES: (
        "responses",
        "csat_n",
        "csat_top",
        "csat_sum",
        "csat_squares",
        "nps_n",
        "nps_net",
        "nps_squares",
        "ces_n",
        "ces_sum",
        "ces_squares",
    ),
    Fact.SCORES: ("scores", "csat_n", "csat_top", "csat_sum", "csat_squares"),
}
"""The additive columns of each fact. A score given to a touchpoint is measured like a survey's overall score."""
