"""Why somebody is recognised by a policy, what past periods would have shown, and what nobody can reach."""

from collections import defaultdict
from collections.abc import Sequence

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Day, Number, count, exact, listed
from momentos.people.meanings.policy import Award, Policy
from momentos.people.questions.awards import Hurdle, Obstacle, PastPeriod, Winner, luck_of

_NOBODY = say("nobody")


def award_reason(winner: Winner) -> Message:
    """What the award rests on, in a sentence."""
    match winner.award:
        case Award.ABOVE | Award.TEAM:
            return say(
                "{points} points against the team's {team} in the same kind of cases, with {n} answers.",
                points=count(winner.figure),
                team=count(winner.beside or 0),
                n=count(winner.n or 0),
            )
        case Award.STANDARD:
            return say(
                "{points} points, and the standard is {standard}, with {n} answers.",
                points=count(winner.figure),
                standard=exact(winner.beside or 0),
                n=count(winner.n or 0),
            )
        case Award.RAFFLE:
            return say("Drawn among the {n} who reached the standard.", n=count(winner.figure))
        case Award.IMPROVED:
            return say(
                "{points} points more than in the period before, beyond the team's own change, with at least {n} "
                "answers in each.",
                points=count(winner.figure),
                n=count(winner.n or 0),
            )
        case Award.PEERS:
            return say("Recognised by {n} different colleagues.", n=count(winner.figure))


def hurdle(hurdle: Hurdle, policy: Policy) -> Message:
    """What keeps everybody from being recognised, so that whoever writes the policy can put it right."""
    match hurdle.obstacle:
        case Obstacle.NO_FIGURES:
            return say("In the last {days} days nobody has figures for these metrics.", days=policy.window_days)
        case Obstacle.ANSWERS:
            return say(
                "Nobody can be recognised: it takes {needed} answers in {days} days, and whoever has the most has "
                "{most}. Ask for fewer, or lengthen the window.",
                needed=count(policy.award_n),
                days=policy.window_days,
                most=count(hurdle.most),
            )
        case Obstacle.THRESHOLDS:
            return say("Nobody meets the thresholds in the last {days} days.", days=policy.window_days)
        case Obstacle.STANDARD:
            return say(
                "Nobody reaches the standard of {standard} points: the most is {most}.",
                standard=exact(policy.standard),
                most=count(hurdle.most),
            )


def luck(periods: Sequence[PastPeriod]) -> Message:
    """How many would have been recognised in past periods, and how many of them are expected to be luck."""
    awards, by_luck = luck_of(periods)
    if awards == 0:
        return say("In these periods it would have recognised nobody.")
    return say(
        "Recognitions: {awards}; periods: {periods}; by luck: {luck}.",
        awards=awards,
        periods=len(periods),
        luck=Number(by_luck, 1),
    )


def window(period: PastPeriod) -> Message:
    """From which day to which."""
    return say("{first} – {last}", first=Day(period.from_on), last=Day(period.to_on))


def winners(period: PastPeriod) -> tuple[Message, ...]:
    """Whom each award would have gone to in a past period, a line an award."""
    names: dict[Award, list[str]] = defaultdict(list)
    for winner in period.winners:
        names[winner.award].append(winner.name)
    lines = [say("{award}: {names}", award=award.label, names=listed(some)) for award, some in names.items()]
    return tuple(lines) or (_NOBODY,)
