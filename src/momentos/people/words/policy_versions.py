"""The versions of the policy in words: which one holds, since when, and what was published before."""

from datetime import date

from momentos.domain.messages import Message, Told, say
from momentos.domain.quantities import Day, Instant
from momentos.people.kept.policies import Version
from momentos.people.meanings.policy import ReadyPolicy


def policy_finding(version: Version | None) -> Message:
    """Which policy holds, in the title."""
    if version is None:
        return say("No policy has been published yet: the starting one holds")
    return say("How we evaluate and recognise: {policy}", policy=version.policy.name)


def policy_name(version: Version | None) -> Told:
    """What the policy that holds is called."""
    return say("Starting policy") if version is None else version.policy.name


def in_force(version: Version) -> Message:
    """Since when it holds, and who says so."""
    return say("In force from {day}, published by {author}.", day=Day(version.starts_on), author=version.author)


def in_force_on_paper(version: Version) -> Message:
    """The same on a page that names the policy nowhere else."""
    return say(
        "{policy} · in force from {day} · published by {author}",
        policy=version.policy.name,
        day=Day(version.starts_on),
        author=version.author,
    )


def will_hold(start: date) -> Message:
    """From which day a policy would hold that is published now."""
    return say("It will hold from {day}.", day=Day(start))


def version_line(version: Version) -> Message:
    """One version among all that were published."""
    return say(
        "{number}. {policy} · from {day} · {author}, {at}",
        number=version.number,
        policy=version.policy.name,
        day=Day(version.starts_on),
        author=version.author,
        at=Instant(version.written_at),
    )


def as_it_is(last: Version) -> ReadyPolicy:
    """The last version as a policy to start from."""
    return ReadyPolicy(
        f"version_{last.number}",
        say("The last one published: {policy}", policy=last.policy.name),
        say("To change what is needed and leave the rest as it is."),
        last.policy,
    )
