"""Answers in words: yes and no, and one of a few choices."""

import pyarrow as pa

from momentos.datasets.field import Field
from momentos.domain.messages import say
from momentos.intake.convert.answered import Converted, Fault, Ways, as_array, by_unique
from momentos.intake.raw_table import Column
from momentos.intake.text import plain

YES = frozenset(
    ["si", "s", "yes", "y", "1", "true", "verdadero", "v", "t", "x", "✓", "✔", "✅", "ok", "afirmativo", "cierto"]
)
NO = frozenset(["no", "n", "0", "false", "falso", "f", "negativo", "✗", "✘", "❌"])

_AS_DIGITS = {"1.0": "1", "1,0": "1", "100 %": "1", "100%": "1", "0.0": "0", "0,0": "0", "0 %": "0", "0%": "0"}

NOT_YES_OR_NO = Fault("not yes or no", say("This is neither yes nor no."), say("Write sí or no."))


def convert_yes_no(column: Column, field: Field, _ways: Ways) -> Converted:
    """Booleans."""
    values = as_array(column.values)
    if pa.types.is_boolean(values.type):
        return Converted(values)
    return by_unique(column, pa.bool_(), field, _understand)


def _understand(text: str, _is_number: bool) -> bool | Fault:
    word = plain(text).strip(" .")
    word = _AS_DIGITS.get(word, word)
    if word in YES:
        return True
    return False if word in NO else NOT_YES_OR_NO


def convert_choice(column: Column, field: Field, _ways: Ways) -> Converted:
    """The canonical word of each choice."""
    meaning = {plain(word): choice for choice, words in field.choices.items() for word in (choice, *words)}
    fault = Fault(
        "not a choice",
        say("This word is not one of the answers known here."),
        say("Use one of: {choices}.", choices=", ".join(field.choices)),
    )
    return by_unique(column, pa.string(), field, lambda text, _: meaning.get(plain(text).strip(" ."), fault))
