"""Nothing that people enter is kept without a name."""

import pytest

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.domain.signature import signed


def test_a_name_is_kept_without_the_spaces_around_it() -> None:
    assert signed("  Ana Gil ") == "Ana Gil"


@pytest.mark.parametrize("author", ["", "  ", "\t"])
def test_spaces_sign_nothing(author: str) -> None:
    with pytest.raises(WrongInput, match="What you change is signed: write your name"):
        signed(author)


def test_each_place_asks_for_the_name_in_its_own_words() -> None:
    with pytest.raises(WrongInput, match="A note is signed"):
        signed("", say("A note is signed: write your name."))
