"""What a person (or the command line's defaults) decided about one table before it is read in earnest."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from momentos.datasets import DATASETS
from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.scales import Scale
from momentos.intake.text import fold, plain

RATING = "rating"
"""What a column is mapped to that holds the scores given to one touchpoint."""

IGNORED = "-"
"""What a column is mapped to that is not to be loaded."""


@dataclass(frozen=True)
class Choices:
    """How one table is to be read. Columns go by their letter.

    ``mapping`` says which field of the dataset each column is; ``ratings`` which touchpoint a column of scores is
    about; ``constants`` fields that are one text for every row (``answered_at`` of a survey without dates).
    ``day_first`` and ``decimal_comma`` are for the whole table, ``None`` to let each column decide. ``not_scores``
    are codes in a column that stand for no answer; ``scales`` the lowest and highest grade as written;
    ``duration_units`` one of ``s``, ``min``, ``h``, ``d`` (a day) for bare numbers.
    ``hidden_sheets`` names, folded, the hidden sheets whose tables of this layout are to be loaded all the same.
    """

    dataset: str
    mapping: Mapping[str, str]
    ratings: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    decimal_comma: bool | None = None
    not_scores: Mapping[str, frozenset[float]] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    duration_units: Mapping[str, str] = field(default_factory=dict)
    hidden_sheets: frozenset[str] = frozenset()


def checked(table: RawTable, choices: Choices) -> Choices:
    """The same choices; ``Refused`` where they name what is not there, or one field or touchpoint twice."""
    if choices.dataset not in DATASETS:
        raise NotFound(say("There is no dataset called {name}.", name=choices.dataset))
    dataset = DATASETS[choices.dataset]
    letters = {column.letter for column in table.columns}
    for letter in (*choices.mapping, *choices.ratings):
        if letter not in letters:
            raise NotFound(say("The table has no column {letter}.", letter=letter))
    touchpoints = [fold(touchpoint) for touchpoint in choices.ratings.values()]
    for touchpoint in choices.ratings.values():
        if touchpoints.count(fold(touchpoint)) > 1:
            raise WrongInput(say("Two columns cannot both be {field}.", field=touchpoint))
    named = [*choices.mapping.values(), *choices.constants]
    for name in named:
        if name not in dataset:
            raise NotFound(say("{dataset} has no field called {name}.", dataset=dataset.label, name=name))
        if named.count(name) > 1:
            raise WrongInput(say("Two columns cannot both be {field}.", field=dataset[name].label))
    return choices


def mapped(table: RawTable, choices: Choices, wishes: Mapping[str, str]) -> Choices:
    """The choices with columns mapped by their header (or letter) as wished: ``{"Nota": "csat", "Q1": "rating"}``.

    ``rating`` makes the column a touchpoint's scores under its header's name, ``-`` leaves it out. A field that a
    wish names is taken from the column that had it. ``Refused`` if no column or more than one has that header.
    """
    for header, target in wishes.items():
        column = column_called(table, header)
        mapping = {
            letter: name for letter, name in choices.mapping.items() if letter != column.letter and name != target
        }
        ratings = {letter: name for letter, name in choices.ratings.items() if letter != column.letter}
        if target == RATING:
            ratings[column.letter] = column.header or column.letter
        elif target != IGNORED:
            mapping[column.letter] = target
        constants = {name: text for name, text in choices.constants.items() if name != target}
        choices = replace(choices, mapping=mapping, ratings=ratings, constants=constants)
    return checked(table, choices)


def column_called(table: RawTable, header: str) -> Column:
    """The column with this header or letter; ``Refused`` if there is none, or more than one."""
    wanted = plain(header)
    found = [column for column in table.columns if plain(column.header) == wanted]
    found = found or [column for column in table.columns if column.letter == header.strip().upper()]
    if len(found) == 1:
        return found[0]
    if found:
        letters = ", ".join(column.letter for column in found)
        raise WrongInput(
            say(
                "Several columns are called {header}: {letters}. Name one by its letter.",
                header=header,
                letters=letters,
            )
        )
    raise NotFound(say("No column of sheet {sheet} is called {header}.", sheet=table.sheet, header=header))
