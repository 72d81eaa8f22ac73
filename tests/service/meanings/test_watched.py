"""Which metrics are watched, and which speak first."""

from momentos.domain.metrics import Direction, Kind
from momentos.facts import METRICS
from momentos.service.meanings.watched import WATCHED, for_the_headline, for_tiles, watched


def measured(*keys: str):
    return [METRICS[key] for key in keys]


def keys(metrics) -> list[str]:
    return [metric.key for metric in metrics]


def test_what_is_watched_can_get_better_or_worse() -> None:
    assert all(METRICS[key].kind is not Kind.COUNT for key in WATCHED)
    assert all(METRICS[key].direction is not Direction.NEITHER for key in WATCHED)


def test_only_what_is_measured_is_watched() -> None:
    assert keys(watched(measured("interactions", "wait", "handle_time", "csat"))) == ["wait", "csat"]


def test_what_customers_say_comes_before_how_they_are_served() -> None:
    assert keys(for_the_headline(measured("interactions", "wait", "nps"))) == ["nps", "wait"]


def test_a_count_speaks_only_where_there_is_nothing_else() -> None:
    assert keys(for_the_headline(measured("interactions"))) == ["interactions"]


def test_tiles_have_an_order_of_their_own() -> None:
    assert keys(for_tiles(measured("interactions", "wait", "nps", "csat"))) == ["csat", "nps", "wait", "interactions"]
