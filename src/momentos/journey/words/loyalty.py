"""What stands for loyalty behind a weight, in words, and what to do where nothing does."""

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Lowered, count
from momentos.figures.loyalty import Loyalty
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.questions.impact_lack import Lack

ASSOCIATION = say("It is an association: it does not prove that one thing causes the other.")


def what_stands_for_it(loyalty: Loyalty) -> Message:
    """The outcome that the scores were held against."""
    return say("Loyalty: {outcome}.", outcome=Lowered(loyalty.outcome.label))


def known_of(respondents: int) -> Message:
    """Of how many answers it is known."""
    return say("Answers whose loyalty is known: {n}.", n=count(respondents))


def what_is_missing(impact: JourneyImpact) -> Message:
    """What has to be there beside the scores."""
    if impact.lack is Lack.NO_QUESTION:
        return say("What is missing is a loyalty answer")
    return impact.loyalty.outcome.label


def what_to_do(impact: JourneyImpact) -> Message:
    """How scores without anything that stands for loyalty beside them come to have it."""
    if impact.lack is Lack.NO_QUESTION:
        return say(
            "In the same surveys, a recommendation from 0 to 10 or an overall score; or the customers' purchases, "
            "to see who buys again. Then the screen says how much each touchpoint weighs."
        )
    if impact.lack is Lack.APART:
        return say(
            "Answers that say it: {n}. None of them scores a touchpoint: weights need both in one answer. Ask "
            "them in the same survey; where they stand in two sheets, with the same survey number in both.",
            n=count(impact.loyal),
        )
    if impact.lack is Lack.NOT_YET:
        return say(
            "What customers did is looked for in the {days} days after each answer, and those days have not "
            "passed yet, or the answers name no customer. Choose fewer days above, or wait.",
            days=count(impact.loyalty.days),
        )
    return say("There are answers at other times: choose all the history, or another period.")
