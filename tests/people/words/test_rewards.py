"""What is told of rewards: the budget, whether it suffices, what each costs, and how each person likes to be thanked."""

from datetime import date

import pytest

from momentos.domain.messages import Message
from momentos.locales.reader import reader
from momentos.people.kept.rewards import Liking, Promise, Reward
from momentos.people.questions.recognition import Recognition
from momentos.people.questions.rewards import Rewards, Waiting
from momentos.people.words import rewards

PERIOD = date(2026, 1, 1), date(2026, 4, 1)
FREE, DINNER = Reward("Tarde libre", 0.0), Reward("Cena", 1250.5)


def english(words: Message | None) -> str | None:
    return None if words is None else reader("en").words(words)


def promise(cost: float) -> Promise:
    return Promise(1, "Ana", "key", Reward("Cena", cost), "Marta", date(2026, 2, 3), None)


def found(
    budget: float | None, *, promised: float = 0.0, waiting: int = 0, menu: tuple[Reward, ...] = (DINNER,)
) -> Rewards:
    given = Recognition(date(2026, 2, 3), "Ana", "Marta", "Ayudó", "caso 1", None, None)
    waits = tuple(Waiting(given, str(place), None) for place in range(waiting))
    return Rewards(PERIOD, menu, budget, (promise(promised),), waits)


def test_a_period_ends_the_day_before_the_next() -> None:
    assert english(rewards.period(*PERIOD)) == "Jan 1, 2026 to Mar 31, 2026"


def test_a_period_without_a_budget_says_so() -> None:
    assert english(rewards.no_budget(found(None))) == "No budget is set for Jan 1, 2026 to Mar 31, 2026."
    assert rewards.no_budget(found(0.0)) is None


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (1000.0, "More was promised than there is: 250 are missing."),
        (1250.0, None),
        (None, None),
    ],
)
def test_more_promised_than_there_is_says_how_much_is_missing(budget: float | None, words: str | None) -> None:
    assert english(rewards.shortfall(found(budget, promised=1250.0))) == words


def test_a_budget_that_does_not_reach_to_all_says_to_how_many() -> None:
    assert english(rewards.too_little(found(3000.0, waiting=3))) == (
        "The budget does not suffice: of 3 recognitions without a reward it reaches to 2, with the cheapest. Raise it, "
        "or add a reward that costs nothing."
    )


@pytest.mark.parametrize(
    "enough",
    [found(3000.0, waiting=2), found(0.0, waiting=3, menu=(FREE, DINNER)), found(None, waiting=3), found(9.0, menu=())],
)
def test_a_budget_that_reaches_to_all_or_is_not_set_is_not_called_too_little(enough: Rewards) -> None:
    assert rewards.too_little(enough) is None


def test_what_costs_nothing_is_free() -> None:
    reads = reader("es")
    assert (reads.text(rewards.cost(FREE)), reads.text(rewards.cost(DINNER))) == ("Gratis", "1.250,50")
    assert (english(rewards.priced(FREE)), english(rewards.priced(DINNER))) == ("Tarde libre (free)", "Cena (1,250.50)")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (None, "Has not said how they like to be recognised."),
        (Liking(True, "Cena"), "Likes it in public. Wishes: Cena."),
        (Liking(False, "Cena"), "Likes it in private. Wishes: Cena."),
        (Liking(False, ""), "Likes it in private. Wishes: Anything is fine."),
        (Liking(True, ""), "Likes it in public. Wishes: Anything is fine."),
    ],
)
def test_how_somebody_likes_to_be_thanked(said: Liking | None, words: str) -> None:
    assert english(rewards.liked(said)) == words


def test_a_promise_says_who_gave_it_and_when() -> None:
    assert english(rewards.promised(promise(10.0))) == "Ana: Cena, promised by Marta on Feb 3, 2026"
