"""Who looks, and what they may see: handed to every question whose answer names others."""

from dataclasses import dataclass

from momentos.domain.errors import Refused
from momentos.domain.messages import say
from momentos.domain.names import fold

LEADS = "leads"
"""May see who is below the team, the honesty checks, everybody's card and everybody's remarks."""


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


EVERYBODY = Viewer()
"""Somebody of whom nothing is known."""


def need_lead(viewer: Viewer) -> None:
    """Raises ``Refused`` unless the viewer may see what leads see."""
    if not viewer.is_lead:
        raise Refused(say("Only whoever leads sees this: write the lead's code first."))


def need_card(viewer: Viewer, employee: str) -> None:
    """Raises ``Refused`` unless it is the viewer's own card, or they lead."""
    if not viewer.may_open_card(employee):
        raise Refused(say("This card is seen only by its person and whoever leads: write its code first."))
