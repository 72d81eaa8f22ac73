"""A metric by group: by somebody's name for whoever leads alone."""

from datetime import datetime

import pytest

from momentos.domain.dimensions import Dimension
from momentos.domain.errors import Refused
from momentos.domain.viewer import EVERYBODY, LEADS, Viewer
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.figures.named_groups import offered_to, seen_groups
from tests.figures.company import company

LEAD = Viewer("Marta", frozenset({LEADS}))
AT = datetime(2026, 6, 1, 9, 0)


@pytest.fixture(scope="module")
def staff(tmp_path_factory):
    """Two people led by Marta, each with an answer."""
    answers = [{"employee": name, "answered_at": AT, "csat": 5.0} for name in ("Ana Ruiz", "Luis Mora")]
    people = [{"employee": name, "name": name, "supervisor": "Marta"} for name in ("Ana Ruiz", "Luis Mora")]
    with company(tmp_path_factory.mktemp("staff"), responses=answers, employees=people) as cursor:
        yield cursor


def test_a_metric_by_leads_name_is_for_leads_as_bad_figures_stand_beside_good_ones(staff):
    groups = seen_groups(staff, LEAD, METRICS["csat"], Dimension.SUPERVISOR, Filters())
    assert list(groups["supervisor"]) == ["Marta"]
    for by in (Dimension.SUPERVISOR, Dimension.EMPLOYEE):
        with pytest.raises(Refused):
            seen_groups(staff, EVERYBODY, METRICS["csat"], by, Filters())


def test_a_metric_by_month_is_for_everybody(staff):
    assert list(seen_groups(staff, EVERYBODY, METRICS["csat"], Dimension.MONTH, Filters())["n"]) == [2]


def test_names_are_offered_to_whoever_leads_alone():
    groups = (Dimension.AREA, Dimension.SUPERVISOR, Dimension.SITE, Dimension.EMPLOYEE)
    assert offered_to(LEAD, METRICS["csat"], groups) == list(groups)
    assert offered_to(EVERYBODY, METRICS["csat"], groups) == [Dimension.AREA, Dimension.SITE]


def test_groups_that_the_metric_does_not_have_are_not_offered():
    assert offered_to(LEAD, METRICS["csat"], (Dimension.MONTH, Dimension.AREA)) == [Dimension.AREA]
