"""Recognitions in words: why somebody is proposed and what it rests on, who might lead, and how each is signed."""

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Day, count
from momentos.people.questions.awards import Winner
from momentos.people.questions.praise import Praise
from momentos.people.questions.recognition import Recognition
from momentos.people.questions.recognition_proposals import LEADER_WINDOWS, HardCases, Leader, Proposal
from momentos.people.words.awards import award_reason

NO_PROPOSALS = say("In this period nothing stands out by the policy, by a customer's words or by hard cases.")
NO_LEADERS = say("Nobody was clearly above the team in more than one window.")
FIRST_THANKS = say("Nobody has recognised this person yet.")
THE_WALL_WAITS = say("The wall is waiting for its first recognition")


def reason(proposal: Proposal) -> Message:
    """What somebody would be recognised for."""
    match proposal.why:
        case Winner() as winner:
            return say("{award}: {reason}", award=winner.award.label, reason=award_reason(winner))
        case Praise() as praise:
            return say("A customer wrote: «{comment}»", comment=praise.comment)
        case HardCases(solved):
            return say("Solved {n} hard cases (escalated or reopened), more than anybody.", n=count(solved))


def proof(proposal: Proposal) -> Message:
    """What the reason rests on, so that a reader finds it."""
    match proposal.why:
        case Winner():
            return say("the figures of the board")
        case Praise() as praise:
            return _survey(praise)
        case HardCases(last=last):
            return say("the last one: case {number}", number=last or "–")


def evidence(proposal: Proposal) -> Message:
    """What the reason rests on, with the day of the fact where there is one."""
    if proposal.occurred_on is None:
        return say("Rests on: {proof}", proof=proof(proposal))
    return say("Rests on: {proof} · {day}", proof=proof(proposal), day=Day(proposal.occurred_on))


def leader(possible: Leader) -> Message:
    """Why somebody is on the shortlist of possible leaders."""
    return say(
        "{name}: clearly above the team in {n} of {windows} windows; colleagues who gave recognition: {voices}; "
        "courses done: {courses}.",
        name=possible.employee,
        n=possible.windows,
        windows=LEADER_WINDOWS,
        voices=possible.voices,
        courses=possible.courses,
    )


def signed(given: Recognition) -> Message:
    """Who gave it and when."""
    return say("{author} · {day}", author=given.given_by or "–", day=Day(given.given_on))


def named(given: Recognition) -> Message:
    """Whose it is and of which day, to pick it from a list."""
    return say("{name}, {day}", name=given.employee, day=Day(given.given_on))


def _survey(praise: Praise) -> Message:
    """The survey by its number, else by what it is about and where it stands."""
    if praise.has_own_number:
        return say("survey {number}", number=praise.number)
    where: Message | str = praise.cell or say("{sheet}, row {row}", sheet=praise.sheet, row=praise.row_number)
    if praise.touchpoint:
        return say("survey about «{touchpoint}», {place}", touchpoint=praise.touchpoint, place=where)
    return say("survey in {place}", place=where)
