"""Who looks, and what they may see: handed to every question whose answer names others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from momentos.domain.errors import NotAllowed
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.signature import signed

LEADS = "leads"
"""May see who is below the team, the honesty checks, everybody's card and remarks, the rows behind figures and the
files as they came; and may undo, empty, merge and edit."""
ANYBODY = "anybody"
"""No lead's code is set and the lead's view is off: may speak on a card as its person, under the name they typed."""


@dataclass(frozen=True)
class Viewer:
    """``name`` signs; ``permissions`` and ``own_cards``, the folded names whose card they may open, are part of every
    kept answer's key."""

    name: str = ""
    permissions: frozenset[str] = frozenset()
    own_cards: frozenset[str] = frozenset()

    @property
    def is_lead(self) -> bool:
        return LEADS in self.permissions

    def may_open_card(self, employee: str) -> bool:
        return self.is_lead or fold(employee) in self.own_cards

    def may_speak_for(self, employee: str) -> bool:
        """Whether what they say on this card counts as said by its person; a lead only reads it."""
        return fold(employee) in self.own_cards or ANYBODY in self.permissions

    def signs_for(self, employee: str) -> str:
        """The name under which they speak on this card: its person's where their code opened it, else the typed one."""
        return employee if fold(employee) in self.own_cards else self.name.strip()


EVERYBODY = Viewer()
"""Somebody of whom nothing is known."""
OWNER = Viewer(permissions=frozenset({LEADS}))
"""Whoever runs the terminal: they have the file, and whatever is in it."""


_Inner = TypeVar("_Inner", bound=Callable[..., Any])


def inner(function: _Inner) -> _Inner:
    """Marks what names people, or keeps something, and does not know who asks: others ask it, which do, or which name
    nobody any more. A test holds that no screen, page or command asks it."""
    function.is_inner = True  # type: ignore[attr-defined]
    return function


def need_lead(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may see what leads see."""
    if not viewer.is_lead:
        raise NotAllowed(say("Only whoever leads sees and does this: write the lead's code first."))


def need_card(viewer: Viewer, employee: str) -> None:
    """Raises ``NotAllowed`` unless it is the viewer's own card, or they lead."""
    if not viewer.may_open_card(employee):
        raise NotAllowed(say("This card is seen only by its person and whoever leads: write its code first."))


def need_person(viewer: Viewer, employee: str) -> str:
    """The name that signs. Raises ``Refused`` unless the viewer may speak as the card's person and has a name."""
    if not viewer.may_speak_for(employee):
        raise NotAllowed(say("Only the person says this on their card: whoever leads reads it."))
    return signed(viewer.signs_for(employee))
