"""One touchpoint close by in words: its trend, what the drawing says of it, where voices stand, and its last review."""

from datetime import datetime

from momentos.analysis.signals import VERDICT_SENTENCES, Verdict
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Day, Instant, Number
from momentos.domain.touchpoint import Touchpoint
from momentos.journey.words.moments import Fact

_TITLES = {
    Dimension.MONTH: say("{metric} by month"),
    Dimension.QUARTER: say("{metric} by quarter"),
    Dimension.YEAR: say("{metric} by year"),
}
NO_VOICES = say("Nobody wrote a comment here in this period.")


def trend_title(metric: Metric, period: Dimension) -> Message:
    """The metric by month, quarter or year."""
    return Message(_TITLES[period].text, {"metric": metric.label})


def trend_verdict(verdict: Verdict) -> Message | None:
    """Whether anything stands out; ``None`` where surveys of two kinds are mixed, which is said otherwise."""
    return None if verdict is Verdict.MIXED else VERDICT_SENTENCES[verdict]


def described(touchpoint: Touchpoint) -> list[Fact]:
    """What the drawing says of it besides: who answers for it, where, and how and when it is judged."""
    values = [
        (say("What the customer lives there"), touchpoint.description),
        (say("People responsible"), touchpoint.responsible),
        (say("Channels"), touchpoint.channels),
        (say("Metrics it is judged by"), touchpoint.metrics),
        (say("Target score (1–5)"), None if touchpoint.target is None else Number(touchpoint.target, 1)),
        (say("Next review"), None if touchpoint.review_on is None else Day(touchpoint.review_on)),
    ]
    return [Fact(label, say("{value}", value=value)) for label, value in values if value]


def place(cell: str | None, sheet: str, row_number: int) -> Message:
    """The cell as a formula would name it; the sheet and the row where the column is not known."""
    return say("{value}", value=cell) if cell else say("{sheet}, row {row}", sheet=sheet, row=row_number)


def what_changed(reviewed: datetime | None) -> Message:
    """The title over the changes since somebody last looked."""
    if reviewed is None:
        return say("What changed (nobody has marked a review yet)")
    return say("What changed since the review of {when}", when=Instant(reviewed))
