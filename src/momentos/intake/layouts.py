"""What was decided about a layout, in a form that can be kept and used on the next file that looks the same."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from momentos.datasets import DATASETS, FieldType
from momentos.domain.errors import Refused
from momentos.intake.choices import Choices, checked
from momentos.intake.raw_table import RawTable
from momentos.intake.text import plain

OF_ONE_FILE = (FieldType.DATE, FieldType.INSTANT)
"""A date given to all rows of one file says nothing of the next."""


def layout_of(table: RawTable) -> str:
    """A fingerprint of the headers, in order; the same wherever in a sheet the table stands. Empty without headers."""
    headers = [plain(column.header) for column in table.columns]
    return blake2b("\x1f".join(headers).encode(), digest_size=12).hexdigest() if any(headers) else ""


def as_kept(table: RawTable, choices: Choices) -> dict[str, Any]:
    """The choices as plain JSON, with columns by their place in the table."""
    place = {column.letter: str(number) for number, column in enumerate(table.columns)}
    dataset = DATASETS[choices.dataset]
    return {
        "dataset": choices.dataset,
        "headers": [column.header for column in table.columns],
        "mapping": {place[letter]: name for letter, name in choices.mapping.items()},
        "ratings": {place[letter]: name for letter, name in choices.ratings.items()},
        "day_first": choices.day_first,
        "decimal_comma": choices.decimal_comma,
        "not_scores": {place[letter]: sorted(codes) for letter, codes in choices.not_scores.items()},
        "scales": {place[letter]: list(scale) for letter, scale in choices.scales.items()},
        "constants": {name: text for name, text in choices.constants.items() if dataset[name].type not in OF_ONE_FILE},
        "duration_units": {place[letter]: unit for letter, unit in choices.duration_units.items()},
        "hidden_sheets": sorted(choices.hidden_sheets),
    }


def as_chosen(table: RawTable, kept: Mapping[str, Any]) -> Choices | None:
    """The choices kept for this layout; ``None`` if they no longer fit: a field that is gone, another layout."""
    letters = {str(number): column.letter for number, column in enumerate(table.columns)}

    def by_letter(name: str) -> dict[str, Any]:
        return {letters[place]: value for place, value in kept[name].items()}

    try:
        choices = Choices(
            kept["dataset"],
            by_letter("mapping"),
            by_letter("ratings"),
            kept["day_first"],
            kept["decimal_comma"],
            {letter: frozenset(codes) for letter, codes in by_letter("not_scores").items()},
            {letter: (scale[0], scale[1]) for letter, scale in by_letter("scales").items()},
            kept["constants"],
            by_letter("duration_units"),
            frozenset(kept.get("hidden_sheets", [])),
        )
        return checked(table, choices)
    except (KeyError, Refused):
        return None
