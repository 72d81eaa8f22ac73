"""What a person said on their own card, in words: that they read how they are evaluated, and their remarks."""

from momentos.domain.messages import Message, say
from momentos.domain.names import fold
from momentos.domain.quantities import Instant
from momentos.domain.viewer import Viewer
from momentos.people.kept.card_remarks import PolicyRead, Remark
from momentos.warehouse.journal import Entry


def read_or_not(read: Entry[PolicyRead] | None, employee: str, viewer: Viewer) -> Message:
    """Whether the person said that they read how they are evaluated, and when; told to themselves or of them."""
    if read is None:
        return say("{name} has not said yet that they read how they are evaluated.", name=employee)
    day = Instant(read.written_at)
    if fold(employee) in viewer.own_cards:
        return say("You said on {day} that you had read how you are evaluated.", day=day)
    return say("{name} said on {day}: «I have read how I am evaluated».", name=read.author, day=day)


def remark_line(remark: Remark) -> Message:
    """The remark on a figure, and who signed it where that is somebody else."""
    if fold(remark.author) == fold(remark.employee):
        return say("{name} on {figure}: {text}", name=remark.employee, figure=remark.figure, text=remark.text)
    return say(
        "{name} on {figure}: {text} (signed by {author})",
        name=remark.employee,
        figure=remark.figure,
        text=remark.text,
        author=remark.author,
    )


def answer_line(remark: Remark) -> Message:
    """The answer, or that there is none yet."""
    if remark.answer is None:
        return say("Not answered yet.")
    return say("{name} answered: {text}", name=remark.answered_by, text=remark.answer)
