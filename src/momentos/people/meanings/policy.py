"""How people are evaluated and recognised: what the company writes down, and the ready policies it may start from.

A policy is published before a period begins and holds until the period ends: nobody changes the rules of a game that
is being played.
"""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Direction, Kind, Metric, Unit
from momentos.domain.samples import AWARD_N, BAND_N, BOARD_WINDOW_DAYS, CLEARLY_ABOVE, OWN_FIGURE_N, SHRINKAGE_K
from momentos.facts import METRICS, dimensions_of

WHOLE_WEIGHT = 100
"""What the weights of a policy add up to."""
CASE_DIMENSIONS = (Dimension.TOUCHPOINT, Dimension.CHANNEL, Dimension.SEGMENT, Dimension.REASON)
"""What may make two cases alike."""
PERIOD_MONTHS = (1, 3, 6, 12)
"""How long a period may last: it begins with a month of the calendar that its length divides."""
PEER_VOICES = 2
"""Different colleagues whose recognitions are needed to win by the voice of peers."""
ONLY_THRESHOLDS = ("handle_time", "interactions")
"""Metrics that as points would reward haste."""
STANDARD_POINTS = 60.0
RAFFLE_WINNERS = 3
_ENDS_WITHOUT_SCALE = (0.0, 100.0)


POINTS = Metric(
    "points",
    say("Points of the policy"),
    say("Every metric of the policy in points by its anchors, weighed: 0 is the minimum and 100 is excellent."),
    Kind.MEAN,
    Unit.POINTS,
    Direction.HIGHER,
    "",
    "",
    "",
    decimals=0,
)
"""How the points of a policy are written and drawn; it is worked out from other metrics and asked of no fact."""


class Credit(StrEnum):
    """To whom a case counts that several people attended."""

    AS_WRITTEN = "as_written"
    LAST = "last"
    FIRST = "first"
    ALL = "all"
    SHARED = "shared"

    @property
    def label(self) -> Message:
        return _CREDITS[self]


_CREDITS = {
    Credit.AS_WRITTEN: say("Whoever each row names"),
    Credit.LAST: say("The last person who attended"),
    Credit.FIRST: say("The first person who attended"),
    Credit.ALL: say("All who attended, whole"),
    Credit.SHARED: say("All who attended, in equal parts"),
}


class Audience(StrEnum):
    """Who sees the names on the board. Who is below the team is only ever seen by the person and their lead."""

    EVERYBODY = "everybody"
    LEADS = "leads"
    NOBODY = "nobody"

    @property
    def label(self) -> Message:
        return _AUDIENCES[self]


_AUDIENCES = {
    Audience.EVERYBODY: say(
        "Everybody sees the board; who is below the team is seen only by the person and their lead."
    ),
    Audience.LEADS: say("Only leads see the board; each person sees their own card."),
    Audience.NOBODY: say("There is no board: each person and their lead see the person's card."),
}


class Award(StrEnum):
    """What somebody is recognised for."""

    ABOVE = "above"
    TEAM = "team"
    STANDARD = "standard"
    IMPROVED = "improved"
    PEERS = "peers"
    RAFFLE = "raffle"

    @property
    def label(self) -> Message:
        return _AWARDS[self][0]

    @property
    def rule(self) -> Message:
        return _AWARDS[self][1]


_AWARDS = {
    Award.ABOVE: (
        say("Above the team"),
        say("Everybody who is clearly above the team in the same kind of cases: as many as there are, or nobody."),
    ),
    Award.TEAM: (
        say("Team of the period"),
        say("Every team that is clearly above the others in the same kind of cases."),
    ),
    Award.STANDARD: (
        say("Standard reached"),
        say("Everybody whose fair points reach the standard, however many they are."),
    ),
    Award.IMPROVED: (
        say("Most improved"),
        say("Everybody who has clearly improved since the period before, beyond the luck of a bad start."),
    ),
    Award.PEERS: (
        say("Voice of peers"),
        say("Whoever was recognised by the most colleagues in the period; ties are shared."),
    ),
    Award.RAFFLE: (
        say("Raffle among those who reach the standard"),
        say("Everybody who reaches the standard takes part, and the draw can be repeated by anybody."),
    ),
}


@dataclass(frozen=True)
class WeighedMetric:
    """A metric that counts: its weight, the figure worth 0 points and the one worth 100."""

    key: str
    weight: float
    minimum: float
    excellent: float

    @property
    def metric(self) -> Metric:
        return METRICS[self.key]


@dataclass(frozen=True)
class PolicyThreshold:
    """A figure that must be reached to be recognised at all, and earns nothing beyond."""

    key: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def metric(self) -> Metric:
        return METRICS[self.key]


@dataclass(frozen=True)
class Policy:
    """Everything a person may want to know of how they are evaluated."""

    name: str
    metrics: tuple[WeighedMetric, ...]
    thresholds: tuple[PolicyThreshold, ...] = ()
    awards: tuple[Award, ...] = (Award.ABOVE, Award.IMPROVED)
    case_mix: tuple[Dimension, ...] = (Dimension.TOUCHPOINT, Dimension.CHANNEL)
    credit: Credit = Credit.AS_WRITTEN
    audience: Audience = Audience.EVERYBODY
    window_days: int = BOARD_WINDOW_DAYS
    period_months: int = 3
    own_n: int = OWN_FIGURE_N
    band_n: int = BAND_N
    award_n: int = AWARD_N
    k: float = SHRINKAGE_K
    clearly: float = CLEARLY_ABOVE
    standard: float = STANDARD_POINTS
    winners: int = RAFFLE_WINNERS

    @property
    def weights(self) -> dict[str, float]:
        return {one.key: one.weight for one in self.metrics}


@dataclass(frozen=True)
class ReadyPolicy:
    """A policy to start from, with what it is good for and where it goes wrong."""

    key: str
    label: Message
    good_for: Message
    policy: Policy = field(compare=False)


# One metric: each more from the same surveys adds its doubt, and takes more answers to tell anybody apart.
_BASE = Policy("", (WeighedMetric("csat", WHOLE_WEIGHT, 50, 90),))

READY_POLICIES = (
    ReadyPolicy(
        "individual",
        say("Individual"),
        say("Where each person attends alone. It may set people against each other: add the voice of peers."),
        replace(_BASE, awards=(Award.ABOVE, Award.IMPROVED)),
    ),
    ReadyPolicy(
        "team",
        say("By team"),
        say("Where the result depends on several people. Nobody is singled out."),
        replace(_BASE, awards=(Award.TEAM,), audience=Audience.LEADS),
    ),
    ReadyPolicy(
        "threshold",
        say("By standard"),
        say("Where all can win: the rival is the standard, not the colleague."),
        replace(_BASE, awards=(Award.STANDARD,), audience=Audience.NOBODY),
    ),
    ReadyPolicy(
        "improvement",
        say("By improvement"),
        say("Where new people should have the same chance as the old hands."),
        replace(_BASE, awards=(Award.IMPROVED,)),
    ),
    ReadyPolicy(
        "peers",
        say("Voice of peers"),
        say("Where what matters is not measured by surveys: help given, hard cases, companionship."),
        replace(_BASE, awards=(Award.PEERS,), audience=Audience.LEADS),
    ),
    ReadyPolicy(
        "raffle",
        say("Raffle among those who reach the standard"),
        say("Where the budget is small: effort opens the door and luck, openly, hands out the prize."),
        replace(_BASE, awards=(Award.STANDARD, Award.RAFFLE), audience=Audience.NOBODY),
    ),
)


def comparable_metrics() -> list[Metric]:
    """Those that say something of how well somebody works."""
    judged = [one for one in METRICS.values() if one.kind is not Kind.COUNT and one.direction is not Direction.NEITHER]
    return [one for one in judged if Dimension.EMPLOYEE in dimensions_of(one)]


def newly_weighed(key: str) -> WeighedMetric:
    """A metric newly chosen: from end to end of its scale, the good end worth 100, and no weight yet."""
    metric = METRICS[key]
    low, high = metric.scale or _ENDS_WITHOUT_SCALE
    worst, best = (low, high) if metric.direction is Direction.HIGHER else (high, low)
    return WeighedMetric(key, 0.0, worst, best)


def period_of(policy: Policy, day: date) -> tuple[date, date]:
    """First day of the policy's period that the day lies in, and first day of the next one."""
    month = day.year * 12 + day.month - 1
    first = month - (day.month - 1) % policy.period_months
    after = first + policy.period_months
    return date(first // 12, first % 12 + 1, 1), date(after // 12, after % 12 + 1, 1)


def as_plain(policy: Policy) -> dict[str, Any]:
    """The policy as JSON knows it."""
    return asdict(policy)


def from_plain(plain: dict[str, Any]) -> Policy:
    """The policy that ``as_plain`` wrote down."""
    return Policy(
        **{
            **plain,
            "metrics": tuple(WeighedMetric(**one) for one in plain["metrics"]),
            "thresholds": tuple(PolicyThreshold(**one) for one in plain["thresholds"]),
            "awards": tuple(Award(one) for one in plain["awards"]),
            "case_mix": tuple(Dimension(one) for one in plain["case_mix"]),
            "credit": Credit(plain["credit"]),
            "audience": Audience(plain["audience"]),
        }
    )
