"""All metrics asked at once are what each is when asked alone."""

from pathlib import Path

import pytest

from momentos.facts import METRICS
from momentos.figures.measure import measure
from momentos.figures.totals import totals
from tests.figures.company import company, invented_company


@pytest.mark.parametrize("left_out", ["", "responses", "ratings", "interactions"])
def test_every_total_is_what_the_metric_measures(left_out: str, tmp_path: Path) -> None:
    facts = {name: [] if name == left_out else rows for name, rows in invented_company().items()}
    with company(tmp_path, **facts) as cursor:
        alone = {name: measure(cursor, metric) for name, metric in METRICS.items()}
        expected = {name: frame["value"].iloc[0] for name, frame in alone.items() if len(frame)}

        assert totals(cursor) == pytest.approx(expected)
