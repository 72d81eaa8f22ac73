"""Streamlit's own words: each has its translation, and English is left alone."""

import pytest

from momentos.locales import LANGUAGES, catalogue
from momentos.screen.chrome import SENTENCES_WITH_PLACES, WHOLE_SENTENCES, words_of_frame


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_word_of_streamlits_frame_is_translated(code):
    assert sorted({*WHOLE_SENTENCES, *SENTENCES_WITH_PLACES} - set(catalogue(code))) == []


def test_nothing_of_the_frame_changes_in_english():
    assert words_of_frame("en") == {"whole": {}, "withPlaces": {}}
