"""A figure with its n, and of which answers it is."""

import pandas as pd

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message
from momentos.facts import METRICS
from momentos.figures.words.figure import figure_of_the_period, good_news, which_answers
from momentos.locales.reader import reader

CSAT = METRICS["csat"]
NAN = float("nan")
NOTHING = pd.DataFrame({"value": [], "n": [], "low": [], "high": []})


def english(words: Message | None) -> str | None:
    return None if words is None else reader("en").words(words)


def figure(n: int, value: float = 80.0, low: float = 78.0, high: float = 82.0) -> pd.DataFrame:
    return pd.DataFrame({"value": [value], "n": [n], "low": [low], "high": [high]})


def test_a_figure_stands_with_its_interval_and_its_n() -> None:
    words = figure_of_the_period(CSAT, figure(1200))
    assert english(words) == "In this period: 80.0 % (78.0 % to 82.0 %) · n = 1,200"
    assert words is not None
    assert reader("es").words(words) == "En este periodo: 80,0 % (78,0 % a 82,0 %) · n = 1.200"


def test_without_an_interval_its_n_stands_all_the_same() -> None:
    assert english(figure_of_the_period(CSAT, figure(3, low=NAN, high=NAN))) == "In this period: 80.0 % · n = 3"


def test_of_nothing_measured_and_of_counts_nothing_is_said() -> None:
    assert figure_of_the_period(CSAT, NOTHING) is None
    assert figure_of_the_period(METRICS["interactions"], figure(40)) is None


def test_groups_of_other_answers_say_which_each_are_of() -> None:
    assert english(which_answers(figure(1300), figure(1200), Dimension.TOUCHPOINT)) == (
        "By touchpoint, every score given to a touchpoint counts (n = 1,300). The figure above is of surveys as "
        "a whole (n = 1,200)."
    )


def test_groups_of_the_same_answers_need_no_word() -> None:
    assert which_answers(figure(1200), figure(1200), Dimension.TOUCHPOINT) is None
    assert which_answers(NOTHING, figure(1200), Dimension.TOUCHPOINT) is None
    assert which_answers(figure(1200), NOTHING, Dimension.TOUCHPOINT) is None


def test_each_metric_says_which_way_is_good() -> None:
    told = [english(good_news(METRICS[key])) for key in ("csat", "wait", "interactions")]
    assert told == ["Higher is better.", "Lower is better.", "Neither more nor less is better by itself."]
