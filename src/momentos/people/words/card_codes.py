"""What became of the code of a person's card, in words."""

from momentos.access.card_codes import CardCode, CodeState
from momentos.domain.messages import Message, say

CODE_STATES: dict[CodeState, Message] = {
    CodeState.HOLDS: say("Opens the card"),
    CodeState.NOT_DRAWN: say("Not drawn yet"),
    CodeState.CHANGED: say("The name changed: draw it anew on their card"),
    CodeState.LEFT: say("No longer on staff"),
}


def code_explained(code: CardCode) -> Message:
    """What the code does, or why there is none that opens the card."""
    if code.code is not None:
        return say("{name} opens their own card with it. Hand it over in private.", name=code.employee)
    if code.state is CodeState.CHANGED:
        return say(
            "Since the code was drawn, this card has come to stand for another name or for more names, so the code "
            "opens nothing. If the staff sheet is right, draw a new one."
        )
    return CODE_STATES[code.state]
