"""Answered surveys: what customers say of the service as a whole."""

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import say
from momentos.domain.metrics import Direction, Kind, Metric, Unit, mean, share
from momentos.facts.fact import OF_SERVICE, Fact

NAME = "responses"

RESPONSES = Fact(
    NAME,
    row="one answered survey",
    datasets=("responses",),
    names=("touchpoint", "employee", "customer", "channel"),
    looks_up=(Dimension.REASON,),
    carries=("touchpoint_key",),
    is_surveyed=True,
    is_of_service=True,
    measures=(
        NAME,
        "csat_n",
        "csat_top",
        "csat_sum",
        "csat_squares",
        "nps_n",
        "nps_net",
        "nps_squares",
        "ces_n",
        "ces_sum",
        "ces_squares",
    ),
    grains=OF_SERVICE,
    metrics=(
        share(
            NAME,
            "csat",
            say("Satisfaction (CSAT)"),
            say("Answers of 4 or 5 out of 5, divided by all answers."),
            "csat_top",
            "csat_n",
            suggested=80,
            along_journey="scores",
        ),
        mean(
            NAME,
            "score",
            say("Mean score"),
            say("Mean of the scores from 1 to 5."),
            "csat",
            Unit.SCORE_5,
            direction=Direction.HIGHER,
            suggested=4.0,
            decimals=2,
            along_journey="scores",
        ),
        Metric(
            "nps",
            say("Recommendation index (NPS)"),
            say("Share of promoters (9–10) minus share of detractors (0–6), in points from −100 to 100."),
            Kind.NET,
            Unit.POINTS,
            Direction.HIGHER,
            NAME,
            "nps_net",
            "nps_n",
            squares="nps_squares",
            suggested=40,
        ),
        mean(
            NAME,
            "ces",
            say("Customer effort (CES)"),
            say("Mean of the answers from 1 to 7 to “it was easy”: higher is easier."),
            "ces",
            Unit.SCORE_7,
            direction=Direction.HIGHER,
            suggested=5.5,
            decimals=2,
        ),
    ),
)
