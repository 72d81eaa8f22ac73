"""What of a file stays out, told before it is loaded."""

from momentos.domain.messages import Message, say
from momentos.domain.quantities import count
from momentos.loading.stays_out import StaysOut

MOST_NAMED = 30


def what_stays_out(left: StaysOut) -> list[Message]:
    """A sentence of its rows and one of its columns; or one where all of it stays out, or an answer is missing."""
    if left.is_whole:
        return [say("{place}: all of it stays out.", place=left.place)]
    told = [words for words in (_rows(left), _columns(left)) if words is not None]
    if left.unanswered and not left.columns:
        told.append(say("{place}: not everything is answered.", place=left.place))
    return told


def not_answered(left: StaysOut) -> list[Message]:
    """A sentence for each question without an answer."""
    return [say("Not answered: {question}", question=question) for question in left.unanswered]


def _columns(left: StaysOut) -> Message | None:
    if not left.columns:
        return None
    names = ", ".join(left.columns[:MOST_NAMED]) + (" …" if len(left.columns) > MOST_NAMED else "")
    values = {"place": left.place, "n": count(len(left.columns)), "all": count(left.of), "names": names}
    if len(left.columns) == 1:
        return say("{place}: 1 of {all} columns stays out: {names}", **values)
    return say("{place}: {n} of {all} columns stay out: {names}", **values)


def _rows(left: StaysOut) -> Message | None:
    if not left.rows:
        return None
    values = {"place": left.place, "n": count(left.rows), "all": count(left.of_rows)}
    if left.rows == 1:
        return say("{place}: 1 of {all} rows stays out; why is said at its table", **values)
    return say("{place}: {n} of {all} rows stay out; why is said at their table", **values)
