"""Whoever decides or says something signs it: nothing that people enter is kept without a name."""

from momentos.domain.errors import WrongInput
from momentos.domain.messages import Message, say

UNSIGNED = say("What you change is signed: write your name.")


def signed(author: str, unsigned: Message = UNSIGNED) -> str:
    """The name without the spaces around it. Raises ``WrongInput`` with the sentence where nobody is named."""
    if not author.strip():
        raise WrongInput(unsigned)
    return author.strip()
