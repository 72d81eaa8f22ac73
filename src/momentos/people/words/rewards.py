"""Rewards in words: what there is for the period, whether it suffices, what is owed, and how each likes it."""

from datetime import date, timedelta

from momentos.domain.messages import Message, Told, say
from momentos.domain.quantities import Amount, Day, count
from momentos.people.kept.rewards import Liking, Promise, Reward
from momentos.people.questions.rewards import Rewards

NO_MENU = say("There is no reward on the menu yet. A reward may cost nothing: a free afternoon, a lunch together.")
_ANYTHING = say("Anything is fine")


def period(first: date, after: date) -> Message:
    """From the first day to the last; ``after`` is the first day of the next period."""
    return say("{first} to {last}", first=Day(first), last=Day(after - timedelta(days=1)))


def no_budget(rewards: Rewards) -> Message | None:
    """That nobody has set a budget for the period, where nobody has."""
    return say("No budget is set for {period}.", period=period(*rewards.period)) if rewards.budget is None else None


def shortfall(rewards: Rewards) -> Message | None:
    """By how much more was promised than there is."""
    if rewards.left is None or rewards.left >= 0:
        return None
    return say("More was promised than there is: {missing} are missing.", missing=Amount(-rewards.left))


def too_little(rewards: Rewards) -> Message | None:
    """To how few of those who wait the rest of the budget reaches."""
    if rewards.reaches is None or rewards.reaches >= len(rewards.waiting):
        return None
    return say(
        "The budget does not suffice: of {waiting} recognitions without a reward it reaches to {reaches}, with the "
        "cheapest. Raise it, or add a reward that costs nothing.",
        waiting=count(len(rewards.waiting)),
        reaches=count(rewards.reaches),
    )


def cost(reward: Reward) -> Told:
    """What a reward costs."""
    return say("Free") if reward.cost == 0 else Amount(reward.cost)


def priced(reward: Reward) -> Message:
    """A reward with what it costs."""
    if reward.cost == 0:
        return say("{reward} (free)", reward=reward.name)
    return say("{reward} ({cost})", reward=reward.name, cost=Amount(reward.cost))


def liked(said: Liking | None) -> Message:
    """How somebody likes to be thanked, as they said."""
    if said is None:
        return say("Has not said how they like to be recognised.")
    reward: Message | str = said.reward or _ANYTHING
    if said.is_public:
        return say("Likes it in public. Wishes: {reward}.", reward=reward)
    return say("Likes it in private. Wishes: {reward}.", reward=reward)


def promised(promise: Promise) -> Message:
    """A reward promised, by whom and when."""
    return say(
        "{name}: {reward}, promised by {author} on {day}",
        name=promise.employee,
        reward=promise.reward.name,
        author=promise.promised_by,
        day=Day(promise.promised_on),
    )
