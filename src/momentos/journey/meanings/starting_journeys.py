"""Journeys to start from, by kind of business: stages and touchpoints to choose and then make one's own."""

from dataclasses import dataclass

from momentos.domain.messages import Message, Translate, say
from momentos.domain.touchpoint import Touchpoint


@dataclass(frozen=True)
class StartingPoint:
    """A touchpoint with its stage and the impact it usually has, 1 to 5: something to correct, not something known."""

    stage: Message
    name: Message
    impact: int


@dataclass(frozen=True)
class StartingJourney:
    """One kind of business, from discovery to after the sale."""

    key: str
    label: Message
    points: tuple[StartingPoint, ...]

    def touchpoints(self, translate: Translate) -> list[Touchpoint]:
        """The journey as touchpoints of its own, in the reader's language."""
        return [
            Touchpoint(
                touchpoint=point.name.render(translate),
                stage=point.stage.render(translate),
                position=float(place),
                impact=float(point.impact),
            )
            for place, point in enumerate(self.points, start=1)
        ]


_DISCOVER, _CHOOSE, _BUY, _RECEIVE = say("Discover"), say("Choose"), say("Buy"), say("Receive")
_USE, _GET_HELP, _COME_BACK, _ARRIVE = say("Use"), say("Ask for help"), say("Come back"), say("Arrive")
_BOOK, _STAY, _LEAVE, _BE_SEEN = say("Book"), say("Stay"), say("Leave"), say("Be attended")
_OPEN, _FOLLOW_UP, _HIRE = say("Become a customer"), say("Follow-up"), say("Hire")

_RETAIL = StartingJourney(
    "retail",
    say("Shop or online store"),
    (
        StartingPoint(_DISCOVER, say("Sees an advertisement or a recommendation"), 2),
        StartingPoint(_DISCOVER, say("Visits the website"), 3),
        StartingPoint(_CHOOSE, say("Enters the store"), 3),
        StartingPoint(_CHOOSE, say("Asks for advice"), 4),
        StartingPoint(_BUY, say("Queues at the till"), 3),
        StartingPoint(_BUY, say("Pays"), 4),
        StartingPoint(_RECEIVE, say("Waits for the delivery"), 5),
        StartingPoint(_RECEIVE, say("Receives the order"), 4),
        StartingPoint(_USE, say("Uses the product"), 4),
        StartingPoint(_GET_HELP, say("Asks for a change or a refund"), 5),
        StartingPoint(_GET_HELP, say("Calls support"), 5),
        StartingPoint(_COME_BACK, say("Receives offers and points"), 2),
    ),
)

_BANK = StartingJourney(
    "bank",
    say("Bank or finance"),
    (
        StartingPoint(_DISCOVER, say("Compares rates and fees"), 3),
        StartingPoint(_OPEN, say("Applies for an account or a loan"), 4),
        StartingPoint(_OPEN, say("Waits for the approval"), 5),
        StartingPoint(_OPEN, say("Receives the card"), 3),
        StartingPoint(_USE, say("Uses the app"), 5),
        StartingPoint(_USE, say("Uses a cash machine"), 3),
        StartingPoint(_USE, say("Goes to a branch"), 3),
        StartingPoint(_USE, say("Understands the statement and its charges"), 4),
        StartingPoint(_GET_HELP, say("Calls the bank"), 4),
        StartingPoint(_GET_HELP, say("Reports a fraud or a lost card"), 5),
        StartingPoint(_GET_HELP, say("Files a complaint"), 5),
        StartingPoint(_COME_BACK, say("Is offered another product"), 2),
    ),
)

_CLINIC = StartingJourney(
    "clinic",
    say("Clinic or medical practice"),
    (
        StartingPoint(_DISCOVER, say("Looks for a specialist"), 3),
        StartingPoint(_BOOK, say("Asks for an appointment"), 4),
        StartingPoint(_BOOK, say("Is reminded of the appointment"), 2),
        StartingPoint(_ARRIVE, say("Is received at the front desk"), 3),
        StartingPoint(_ARRIVE, say("Waits to be seen"), 5),
        StartingPoint(_BE_SEEN, say("Is seen by the doctor"), 5),
        StartingPoint(_BE_SEEN, say("Is looked after by nurses"), 4),
        StartingPoint(_BE_SEEN, say("Has tests done"), 3),
        StartingPoint(_FOLLOW_UP, say("Receives results"), 5),
        StartingPoint(_FOLLOW_UP, say("Understands the treatment"), 4),
        StartingPoint(_FOLLOW_UP, say("Pays or deals with the insurance"), 3),
        StartingPoint(_GET_HELP, say("Asks a question afterwards"), 4),
    ),
)

_HOTEL = StartingJourney(
    "hotel",
    say("Hotel"),
    (
        StartingPoint(_DISCOVER, say("Reads reviews"), 3),
        StartingPoint(_BOOK, say("Books a room"), 4),
        StartingPoint(_BOOK, say("Receives the confirmation"), 2),
        StartingPoint(_ARRIVE, say("Checks in"), 4),
        StartingPoint(_ARRIVE, say("Enters the room"), 5),
        StartingPoint(_STAY, say("Sleeps"), 5),
        StartingPoint(_STAY, say("Has breakfast"), 3),
        StartingPoint(_STAY, say("Uses the internet"), 3),
        StartingPoint(_STAY, say("Asks for something at reception"), 4),
        StartingPoint(_STAY, say("Has a problem solved"), 5),
        StartingPoint(_LEAVE, say("Checks out and pays"), 3),
        StartingPoint(_COME_BACK, say("Is invited to come back"), 2),
    ),
)

_TELECOM = StartingJourney(
    "telecom",
    say("Telecommunications"),
    (
        StartingPoint(_DISCOVER, say("Compares plans"), 3),
        StartingPoint(_HIRE, say("Hires the service"), 3),
        StartingPoint(_HIRE, say("Waits for the installation"), 4),
        StartingPoint(_HIRE, say("Is visited by the installer"), 4),
        StartingPoint(_USE, say("Has coverage and speed"), 5),
        StartingPoint(_USE, say("Receives the bill"), 4),
        StartingPoint(_USE, say("Pays the bill"), 2),
        StartingPoint(_GET_HELP, say("Calls support"), 4),
        StartingPoint(_GET_HELP, say("Has a fault repaired"), 5),
        StartingPoint(_GET_HELP, say("Claims a charge"), 5),
        StartingPoint(_COME_BACK, say("Changes or renews the plan"), 4),
        StartingPoint(_COME_BACK, say("Asks to leave"), 5),
    ),
)

_SERVICES = StartingJourney(
    "services",
    say("Professional services"),
    (
        StartingPoint(_DISCOVER, say("Is recommended the company"), 3),
        StartingPoint(_DISCOVER, say("Makes the first contact"), 4),
        StartingPoint(_HIRE, say("Receives a proposal"), 4),
        StartingPoint(_HIRE, say("Agrees on price and scope"), 3),
        StartingPoint(_BE_SEEN, say("Starts the work"), 3),
        StartingPoint(_BE_SEEN, say("Is told of the progress"), 4),
        StartingPoint(_BE_SEEN, say("Receives the result on time"), 5),
        StartingPoint(_BE_SEEN, say("Receives the quality agreed"), 5),
        StartingPoint(_FOLLOW_UP, say("Is invoiced"), 2),
        StartingPoint(_GET_HELP, say("Asks for a correction"), 5),
        StartingPoint(_COME_BACK, say("Is asked for an opinion"), 2),
        StartingPoint(_COME_BACK, say("Hires again"), 4),
    ),
)

STARTING_JOURNEYS: dict[str, StartingJourney] = {
    one.key: one for one in (_RETAIL, _BANK, _CLINIC, _HOTEL, _TELECOM, _SERVICES)
}
