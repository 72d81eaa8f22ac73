"""What is declared of the journey and does not fit the data, in words."""

from momentos.domain.messages import Message, say
from momentos.journey.questions.ownership import Check, Doubt

_MOST_NAMES = 8
"""People named in a sentence."""

LABELS = {
    Doubt.NO_OWNER: say("Nobody's touchpoints"),
    Doubt.NEVER_MEASURED: say("Never measured"),
    Doubt.NOT_DESCRIBED: say("Only in the data"),
    Doubt.ATTENDS_UNLISTED: say("Attend and are not listed"),
    Doubt.LISTED_ABSENT: say("Listed and do not appear"),
    Doubt.OTHER_AREA: say("Attended by another area"),
    Doubt.SAME_NAME: say("Two of one name"),
    Doubt.CIRCLE: say("Merged in a circle"),
}
_SENTENCES = {
    Doubt.NO_OWNER: say("No area answers for «{touchpoint}»."),
    Doubt.NEVER_MEASURED: say("No customer has ever scored «{touchpoint}»."),
    Doubt.NOT_DESCRIBED: say("«{touchpoint}» is in the data and not in the journey."),
    Doubt.ATTENDS_UNLISTED: say("At «{touchpoint}» attend and are not listed: {people}."),
    Doubt.LISTED_ABSENT: say("At «{touchpoint}» are listed and do not appear in the data: {people}."),
    Doubt.OTHER_AREA: say(
        "«{touchpoint}» belongs to {declared}, and {share} % of its cases are attended by people of {attending}."
    ),
    Doubt.SAME_NAME: say("Two touchpoints are called «{touchpoint}»: rename one, or merge them."),
    Doubt.CIRCLE: say(
        "«{touchpoint}» is merged into one that is merged into it: until one of them is separated, each counts by "
        "itself."
    ),
}


def doubt(check: Check) -> Message:
    """What does not fit, in one sentence."""
    people = [*check.people[:_MOST_NAMES], *(["…"] if len(check.people) > _MOST_NAMES else [])]
    values = {
        "touchpoint": check.touchpoint,
        "people": ", ".join(people),
        "declared": check.declared_area,
        "attending": check.attending_area,
        "share": round(100 * check.attended / check.cases) if check.cases else 0,
    }
    return Message(_SENTENCES[check.doubt].text, values)
