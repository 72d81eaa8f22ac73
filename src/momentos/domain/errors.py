"""What the person can put right, told apart by what they can do about it; everything else is a bug.

Raised is always one of the kinds; ``Refused`` is what a screen or a command catches to say the sentence.
"""

from momentos.domain.messages import Message


class Refused(Exception):
    """Something the person brought or asked cannot be done; ``message`` says where, what and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.render())
        self.message = message


class WrongInput(Refused):
    """What they brought or wrote cannot be taken as it is: they bring or write it otherwise."""


class NotAllowed(Refused):
    """It is for somebody else to see or do: they show who they are, or ask that person."""


class NotFound(Refused):
    """What they named is not there: they look which there are."""


class Unavailable(Refused):
    """The place where the data are kept does not answer: they make room, close the other program, look for the file."""
