"""The finding of the journey's page: how much is drawn."""

from momentos.domain.touchpoint import Touchpoint
from momentos.screen.language import t
from momentos.screen.writing import count_text


def drawing_finding(touchpoints: list[Touchpoint], stages: list[str]) -> str:
    """How many touchpoints and stages there are, or that there are none."""
    if not touchpoints:
        return t("Draw the journey of your customers")
    if len(touchpoints) == 1:
        return t("A journey of one touchpoint, so far")
    if len(stages) < 2:
        return t("A journey of {n} touchpoints", n=count_text(len(touchpoints)))
    return t(
        "A journey of {n} touchpoints in {stages} stages",
        n=count_text(len(touchpoints)),
        stages=count_text(len(stages)),
    )
