"""That a figure is of two surveys of different kinds, so that their mix is not taken for a change."""

from momentos.domain.messages import Message, say
from momentos.domain.quantities import count
from momentos.figures.mixing import Mixture


def two_surveys(mixture: Mixture) -> Message | None:
    """How many answers each kind of survey has; ``None`` where there is but one kind."""
    if not mixture.is_mixed:
        return None
    return say(
        "Two surveys are mixed here: {contact} answers or scores about one contact each and {relation} "
        "about the whole relation. What goes up or down here may be their mix alone, so it is not told as "
        "a change.",
        contact=count(mixture.contact),
        relation=count(mixture.relation),
    )
