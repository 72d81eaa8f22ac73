"""A policy in plain words, the weight of each metric, and the versions that were published."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message
from momentos.facts import METRICS
from momentos.locales.reader import reader
from momentos.people.kept.policies import Version
from momentos.people.meanings.policy import CASE_DIMENSIONS, READY_POLICIES, Award, PolicyThreshold, WeighedMetric
from momentos.people.words import policy as words
from momentos.people.words import policy_versions as versions

POLICY = replace(
    READY_POLICIES[0].policy,
    name="La nuestra",
    metrics=(WeighedMetric("csat", 66.5, 50, 90), WeighedMetric("nps", 33.5, -10, 1500)),
    thresholds=(PolicyThreshold("handle_time", at_most=600.0),),
    awards=(Award.PEERS,),
    own_n=5, band_n=1200, award_n=3000, k=30, clearly=0.975,
)  # fmt: skip
VERSION = Version(3, date(2026, 10, 1), "Marta", datetime(2026, 9, 28, 9, 30), POLICY)


def english(message: Message) -> str:
    return reader("en").words(message)


def sentences(policy=POLICY, language: str = "en") -> dict[str, list[str]]:
    reads = reader(language)
    return {
        english(section.heading): [reads.words(sentence) for sentence in section.sentences]
        for section in words.in_words(policy)
    }


def test_each_metric_says_its_weight_and_what_its_points_are_worth() -> None:
    csat, nps, threshold = sentences()["What is looked at"]
    assert csat.startswith("Satisfaction (CSAT): 66.5 % of the points. 50 is worth 0 points and 90 is worth 100.")
    assert "33.5 % of the points. -10 is worth 0 points and 1,500 is worth 100." in nps
    assert threshold == "Mean handle time: at most 600. It gives no points; without it there is no recognition."


def test_weights_are_written_as_the_reader_writes_numbers() -> None:
    assert ": 66,5 % de los puntos." in sentences(language="es")["What is looked at"][0]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"at_least": 4.5}, "at least 4.5."),
        ({"at_most": 7.0}, "at most 7."),
        ({"at_least": 4.5, "at_most": 7.0}, "between 4.5 and 7."),
    ],
)
def test_a_threshold_says_the_ends_it_has(limits: dict[str, float], said: str) -> None:
    policy = replace(POLICY, metrics=(), thresholds=(PolicyThreshold("handle_time", **limits),))
    (threshold,) = sentences(policy)["What is looked at"]
    assert threshold.startswith(f"Mean handle time: {said}")


def test_how_it_is_compared_says_the_numbers_of_the_policy() -> None:
    compared = sentences()["How it is compared"]
    assert compared[0].endswith("cases of the same kind: Touchpoint, Channel.")
    assert "the same 30 imaginary answers" in compared[1]
    assert compared[2] == "Only the last 90 days count."
    assert "only with 97.5 % certainty" in compared[4]


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ((), "Each person is compared with the whole team, whatever their cases."),
        (
            (Dimension.CHANNEL,),
            "Each person is compared with what the team achieves in cases of the same kind: Channel.",
        ),
    ],
)
def test_with_whom_a_person_is_compared(cases: tuple[Dimension, ...], said: str) -> None:
    assert english(words.like_with_like(replace(POLICY, case_mix=cases))) == said


def test_everything_that_makes_cases_alike_is_named() -> None:
    told = english(words.like_with_like(replace(POLICY, case_mix=CASE_DIMENSIONS)))
    assert all(english(one.label) in told for one in CASE_DIMENSIONS)


def test_each_minimum_of_answers_says_what_it_opens() -> None:
    own, band, award = sentences()["How many answers it takes"]
    assert own.startswith("From 5 answers you see your own figure")
    assert band.startswith("From 1,200 answers your group is said")
    assert award.startswith("From 3,000 answers you can be recognised")


def test_awards_and_who_sees_what_are_told() -> None:
    told = sentences()
    assert told["What is recognised"][0].startswith("Whoever was recognised by the most colleagues")
    assert len(told["What is recognised"]) == 2
    assert told["Who sees what"][0] == english(POLICY.audience.label)


def test_a_weight_that_is_not_known_is_not_nought() -> None:
    csat, nps = words.weight_rows(POLICY, {"csat": (0.665, 0.824)})
    assert (english(csat.metric), english(csat.on_paper), english(csat.real)) == (
        english(METRICS["csat"].label), "66 %", "82 %",
    )  # fmt: skip
    assert (english(nps.on_paper), english(nps.real)) == ("34 %", "not known yet")


def test_on_paper_only_weights_that_are_known_are_told() -> None:
    told = words.what_decides(POLICY, {"csat": (0.665, 0.824), "nps": (0.335, None)})
    assert [english(one) for one in told] == ["Satisfaction (CSAT): 66.5 % on paper, 82 % with the last data."]
    assert words.what_decides(POLICY, {}) == ()


def test_the_title_names_the_policy_or_says_that_there_is_none() -> None:
    assert english(versions.policy_finding(VERSION)) == "How we evaluate and recognise: La nuestra"
    assert english(versions.policy_finding(None)) == "No policy has been published yet: the starting one holds"
    assert reader("en").text(versions.policy_name(VERSION)) == "La nuestra"
    assert reader("en").text(versions.policy_name(None)) == "Starting policy"


def test_a_version_says_since_when_and_by_whom() -> None:
    assert reader("es").words(versions.in_force(VERSION)) == "Vigente desde el 1 oct 2026, publicada por Marta."
    assert english(versions.in_force_on_paper(VERSION)) == (
        "La nuestra · in force from Oct 1, 2026 · published by Marta"
    )
    assert english(versions.will_hold(date(2027, 1, 1))) == "It will hold from Jan 1, 2027."
    assert english(versions.version_line(VERSION)).startswith(
        "3. La nuestra · from Oct 1, 2026 · Marta, Sep 28, 2026, 9:30"
    )


def test_the_last_version_is_one_to_start_from() -> None:
    ready = versions.as_it_is(VERSION)
    assert (ready.key, ready.policy) == ("version_3", POLICY)
    assert english(ready.label) == "The last one published: La nuestra"
