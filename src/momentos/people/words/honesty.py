"""Signals to review in words: what looks odd of a person, and what could not be looked at. Never a verdict."""

from momentos.analysis.gaming import Check
from momentos.domain.messages import Message, say
from momentos.domain.quantities import Number, count
from momentos.domain.samples import BURST_MINUTES
from momentos.people.questions.honesty import Funnel, Honesty, Signal, Unseen

CHECK_SENTENCES: dict[Check, Message] = {
    Check.FEW_INVITATIONS: say("Far fewer customers are invited to answer than elsewhere in the team."),
    Check.MANY_INVITATIONS: say("Far more customers are invited to answer than elsewhere in the team."),
    Check.FEW_RESPONSES: say("Far fewer of those invited answer than elsewhere in the team."),
    Check.MANY_RESPONSES: say("Far more of those invited answer than elsewhere in the team."),
    Check.REPEATED_CONTACTS: say("The same customers answer again and again, far more than elsewhere in the team."),
    Check.BURST: say("Many answers arrived within a few minutes."),
    Check.TOO_PERFECT: say(
        "Not a single answer below the highest score, in more answers than even excellence explains."
    ),
    Check.CONTRADICTING_COMMENTS: say("Comments contradict their scores far more often than elsewhere in the team."),
}

_UNSEEN: dict[Unseen, Message] = {
    Unseen.INVITATIONS: say(
        "Who is invited: the sheets of contacts do not say it. A column «Invited to the survey» (yes or no) would."
    ),
    Unseen.ANSWERS: say("Who answers: the surveys do not carry the number of their contact."),
    Unseen.REPEATED_CUSTOMERS: say("Repeated customers: the surveys name neither the customer nor the contact."),
    Unseen.COMMENTS: say("Comments against scores: no comment with a clear mood stands beside a score."),
    Unseen.MINUTES: say("Answers within minutes: the surveys say the day and not the hour."),
}


def honesty_finding(looked_at: Honesty) -> Message:
    """How many people have a signal, in the title."""
    if looked_at.answers == 0:
        return say("No survey names people yet")
    people = len({signal.employee for signal in looked_at.signals})
    if people == 0:
        return say("Nothing looks odd")
    if people == 1:
        return say("One person has signals to talk about")
    return say("{n} people have signals to talk about", n=count(people))


def signal_words(signal: Signal) -> Message:
    """What is odd, and beside what."""
    what = CHECK_SENTENCES[signal.check]
    if signal.check is Check.BURST:
        most = count(signal.figure)
        return say("{what} {most} answers within {minutes} minutes.", what=what, most=most, minutes=BURST_MINUTES)
    if signal.check is Check.TOO_PERFECT:
        return say("{what} {n} answers, all with the highest score.", what=what, n=count(signal.n))
    return say(
        "{what} {figure} % against {ordinary} % of the others, n = {n}.",
        what=what,
        figure=Number(100 * signal.figure, 0),
        ordinary=Number(100 * signal.ordinary, 0),
        n=count(signal.n),
    )


def nothing_odd(looked_at: Honesty) -> Message | None:
    """At how much was looked, where nothing is odd and anything was answered."""
    if looked_at.signals or not looked_at.answers:
        return None
    return say(
        "Looked at {answers} answers of {people} people: nothing is odder than chance allows.",
        answers=count(looked_at.answers),
        people=count(looked_at.people),
    )


def not_looked_at(unseen: Unseen) -> Message:
    """What could not be looked at, and why."""
    return say("Not looked at. {why}", why=_UNSEEN[unseen])


def how_to_read(funnel: Funnel) -> Message:
    """One line under a funnel's title."""
    return say("{formula} Between the curves luck and small differences explain it.", formula=funnel.metric.formula)
