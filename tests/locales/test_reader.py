"""Sentences as each reader gets them."""

from momentos.domain.messages import say
from momentos.domain.outcomes import Outcome
from momentos.domain.quantities import Lowered
from momentos.locales.reader import reader


def test_a_label_inside_a_sentence_is_translated_and_then_written_in_small_letters():
    sentence = say("Loyalty: {outcome}.", outcome=Lowered(Outcome.RECOMMENDATION.label))
    assert reader("es").words(sentence) == "Lealtad: recomendación (0 a 10)."
    assert str(sentence) == "Loyalty: recommendation (0 to 10)."
