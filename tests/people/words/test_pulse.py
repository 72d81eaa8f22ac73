"""What is told of the employee pulse."""

from momentos.analysis.intervals import Difference
from momentos.domain.messages import Message
from momentos.locales.reader import reader
from momentos.people.kept.pulse import Waiting
from momentos.people.meanings.pulse_groups import TOGETHER, Quarter
from momentos.people.questions.pulse import Felt
from momentos.people.words import pulse

Q1 = Quarter(2026, 1)
ROSE, FELL = Difference(0.4, 0.1, 0.7, 0.01), Difference(-0.4, -0.7, -0.1, 0.01)
CHANCE, NEW = Difference(0.4, -0.1, 0.9, 0.2), Difference(None, None, None, None)


def english(words: Message | None) -> str | None:
    return None if words is None else reader("en").words(words)


def felt(*areas: str, mean: float = 3.876, change: Difference | None = None, quarter: Quarter = Q1) -> Felt:
    return Felt(quarter, areas, 1200, mean, 3.5, 4.25, change)


def test_the_title_is_the_mean_of_everybody_in_the_last_quarter() -> None:
    groups = [felt(), felt("Caja", mean=1.0), felt(quarter=Quarter(2026, 2), mean=4.12), felt("Caja", mean=2.0)]
    assert english(pulse.pulse_finding(groups)) == "Pulse of Q2 2026: 4.1 of 5"


def test_before_anything_is_published_the_title_promises_no_names() -> None:
    assert english(pulse.pulse_finding([])) == "The pulse of the team, without anybody's name"


def test_everybody_is_told_with_how_many_answered_and_the_interval() -> None:
    spanish = reader("es").words(pulse.how_everybody_feels(felt()))
    assert spanish == "Respondieron 1.200 personas: 3,88 de 5 (3,50 a 4,25)."
    assert english(pulse.how_everybody_feels(felt(change=NEW))) == "1,200 people answered: 3.88 of 5 (3.50 to 4.25)."


def test_what_changed_really_is_told_apart_from_chance() -> None:
    since = "since the published quarter before."
    told = {change: english(pulse.how_everybody_feels(felt(change=change))) for change in (ROSE, FELL, CHANCE)}
    assert told[ROSE] == f"1,200 people answered: 3.88 of 5 (3.50 to 4.25). It really rose {since}"
    assert told[FELL] == f"1,200 people answered: 3.88 of 5 (3.50 to 4.25). It really fell {since}"
    assert told[CHANCE] == f"1,200 people answered: 3.88 of 5 (3.50 to 4.25). No real change {since}"


def test_an_areas_change_is_told_only_where_it_is_real() -> None:
    assert english(pulse.real_change(felt("Caja", change=ROSE))) == (
        "Caja: really rose by 0.40 since the published quarter before."
    )
    assert english(pulse.real_change(felt("Caja", "Web", change=FELL))) == (
        "The other areas together: really fell by 0.40 since the published quarter before."
    )
    assert [pulse.real_change(felt("Caja", change=change)) for change in (CHANCE, NEW, None)] == [None, None, None]


def test_in_a_table_a_change_has_its_sign_or_says_that_it_may_be_chance() -> None:
    told = [english(pulse.change_beside(felt(change=change))) for change in (ROSE, FELL, CHANCE, NEW, None)]
    assert told == ["+0.40", "-0.40", "could be chance", None, None]


def test_areas_shown_as_one_are_named_below_the_picture_and_in_the_table() -> None:
    both = felt("Caja", "Web")
    assert english(pulse.group_name(both)) == "The other areas together"
    assert english(pulse.group_in_full(both)) == "Caja, Web"
    assert english(pulse.shown_together(both)) == "Shown together: Caja, Web."


def test_an_area_by_itself_and_everybody_are_called_so() -> None:
    assert [english(pulse.group_name(one)) for one in (felt("Caja"), felt())] == ["Caja", "Everybody"]
    assert [english(pulse.group_in_full(one)) for one in (felt("Caja"), felt())] == ["Caja", "Everybody"]
    assert pulse.shown_together(felt("Caja")) is None


def test_items_are_called_as_they_were_asked() -> None:
    assert english(pulse.item_words(TOGETHER)) == "The three items together"
    assert english(pulse.item_words("support")) == "My lead supports me (1–5)"


def test_a_quarter_waits_for_its_end_or_for_answers() -> None:
    assert english(pulse.why_waiting(Waiting(Q1, 9, False, False))) == "Q1 2026: it has not ended."
    assert english(pulse.why_waiting(Waiting(Q1, 9, True, False))) == "Q1 2026: ready, with 9 whole answers."
    assert english(pulse.why_waiting(Waiting(Q1, 3, True, False))) == (
        "Q1 2026: 2 whole answers are missing to show anything."
    )


def test_a_quarter_shown_with_other_answers_is_not_published_twice() -> None:
    assert english(pulse.why_waiting(Waiting(Q1, 3, True, True))) == (
        "Q1 2026: it was shown with other answers, and is not published twice."
    )


def test_the_mean_has_its_bounds() -> None:
    assert english(pulse.interval_of(felt())) == "3.50 to 4.25"
