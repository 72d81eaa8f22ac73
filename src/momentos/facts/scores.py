"""Scores given to a touchpoint: a survey's overall score where it names one, and every rating.

They are measured like a survey's overall score, so the metrics are those of surveys, read here along the journey.
"""

from momentos.domain.dimensions import Dimension
from momentos.facts.fact import OF_SERVICE, Fact

NAME = "scores"

SCORES = Fact(
    NAME,
    row="one score given to a touchpoint: a survey's overall score where it names one, and every rating",
    datasets=("responses", "ratings"),
    names=("touchpoint", "employee", "customer", "channel"),
    looks_up=(Dimension.REASON,),
    carries=("touchpoint_key", "response_key"),
    is_surveyed=True,
    is_of_service=True,
    part_of="responses",
    measures=(NAME, "csat_n", "csat_top", "csat_sum", "csat_squares"),
    grains=OF_SERVICE,
)
