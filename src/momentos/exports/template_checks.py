"""What Excel checks while somebody fills in a template: made from a field's type and range."""

from datetime import date, time
from typing import Any

from momentos.datasets import Field, FieldType
from momentos.domain.messages import Message, Translate, say

YES_NO = {"yes": ("sí",), "no": ("no",)}
FIRST_DATE, LAST_DATE = date(1950, 1, 1), date(2100, 12, 31)
BOUNDS_NOBODY_MEETS = 1e6
LONGEST_TITLE, LONGEST_TEXT = 32, 255


def check_of(one: Field, t: Translate, language: str, list_source: str | None = None) -> dict[str, Any]:
    """The validation of a column's cells, with the field's help shown beside the cell that is being filled in.

    A list of known values only advises: a new value may always be written. Everything else refuses.
    """
    rule, sentence = _rule(one, language, list_source)
    check = {
        **rule,
        "input_title": one.label.render(t)[:LONGEST_TITLE],
        "input_message": one.help.render(t)[:LONGEST_TEXT],
    }
    if sentence is None:
        return check
    return {
        **check,
        "error_title": one.label.render(t)[:LONGEST_TITLE],
        "error_message": sentence.render(t)[:LONGEST_TEXT],
    }


def _rule(one: Field, language: str, list_source: str | None) -> tuple[dict[str, Any], Message | None]:
    """Excel's rule and the sentence it shows when it is broken."""
    if list_source:
        advice = say("This value is not in the list yet. Use it if it is new and not another spelling.")
        return {"validate": "list", "source": list_source, "error_type": "information"}, advice
    if one.type in (FieldType.YES_NO, FieldType.CHOICE):
        words = [word_for(one, canonical, language) for canonical in one.choices or YES_NO]
        return {"validate": "list", "source": words}, say("Choose one of: {words}.", words=", ".join(words))
    if one.type in (FieldType.DATE, FieldType.INSTANT):
        return _between("date", FIRST_DATE, LAST_DATE), say("Write a date, like 31/12/2026.")
    if one.type is FieldType.TIME_OF_DAY:
        return _between("time", time(0, 0), time(23, 59, 59)), say("Write an hour, like 14:20.")
    if one.type is FieldType.DURATION:
        return _from_zero(), say("Write seconds, or hours, minutes and seconds like 0:01:30.")
    if one.low is not None and one.high is not None:
        kind = "integer" if one.type is FieldType.INTEGER else "decimal"
        return _between(kind, one.low, one.high), number_between(one.low, one.high)
    return {"validate": "any"}, None


def number_between(low: float, high: float) -> Message:
    """What is asked for; bounds that only keep slips of the hand out are not worth their zeros."""
    if max(-low, high) >= BOUNDS_NOBODY_MEETS:
        return say("Write a number.")
    return say("Write a number from {low} to {high}.", low=f"{low:.15g}", high=f"{high:.15g}")


def word_for(one: Field, word: str, language: str) -> str:
    """The word to write for a choice: in Spanish the first that people write for it, in English the canonical one."""
    choices = one.choices or YES_NO
    canonical = next((key for key, words in choices.items() if word in (key, *words)), word)
    return canonical if language == "en" or canonical not in choices else choices[canonical][0]


def _between(kind: str, low: Any, high: Any) -> dict[str, Any]:
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}


def _from_zero() -> dict[str, Any]:
    return {"validate": "decimal", "criteria": ">=", "value": 0}
