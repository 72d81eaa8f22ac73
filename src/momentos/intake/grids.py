"""Survey grids: columns that each hold the scores given to one touchpoint, found by their names and values."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from momentos.intake.across import names_a_month
from momentos.intake.convert.answered import uniques
from momentos.intake.convert.scores import grade_counts, grade_of, holds_per_cents, word_places
from momentos.intake.header_row import JOINED_BY
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.scales import Scale, scale_of
from momentos.intake.text import clean, fold, is_missing, plain

FEWEST_COLUMNS = 3
FIVE: Scale = (1, 5)
FEWEST_WORDS = 2
"""Different answers in words, all of one scale, from which a column tells that it holds scores."""

MOST_ANSWERS = 60
"""A column with more different values is no column of scores."""

WORDS_OF_A_QUESTION = 4
"""A header of so many words, or with a question mark, is a question that somebody was asked."""

FEW_ROWS = 20
"""Below this many answers a column need not show its whole scale to be taken for one."""

MOST_OTHER_WORDS = 0.2
"""Words that are no scores, as a share of the scores, up to which a column of a named grid is still one of its items,
and one always: they are mistakes to be told, cell by cell."""

OVERALL = frozenset(
    [
        *("all", "overall", "general", "global", "total", "en general", "todo", "the whole", "as a whole"),
        *("satisfaccion general", "overall satisfaction", "evaluacion general", "experiencia general"),
    ]
)
"""Items of a grid that ask for the whole rather than for one touchpoint."""


_WORD = re.compile(r"\w+")
_COUNTS = re.compile(r"\bcuant[oa]s?\b|\bhow (?:many|much|often)\b")
"""Words that ask for a number of things, which is no score."""


@dataclass(frozen=True)
class Grid:
    """Columns that share a scale. ``columns`` maps letters to touchpoints; ``overall`` is the column about the whole.

    ``not_scores`` are codes off the scale that most of the columns hold.
    """

    columns: Mapping[str, str]
    overall: str | None
    scale: Scale
    not_scores: frozenset[float]

    @property
    def letters(self) -> tuple[str, ...]:
        return (*self.columns, *((self.overall,) if self.overall else ()))


@dataclass(frozen=True)
class _Item:
    column: Column
    stem: str
    name: str
    scale: Scale
    codes: frozenset[float]
    shows_whole_scale: bool


def find_grids(table: RawTable, letters: Iterable[str]) -> list[Grid]:
    """The grids among these columns, the largest first.

    Columns with one stem (``Q7ART``, ``Q7FOOD``; ``Atención [Caja]``; ``P1``, ``P2``) and one scale are a grid;
    columns side by side without a stem are one if each shows its whole scale.
    """
    wanted = set(letters)
    items = [_item(column) if column.letter in wanted else None for column in table.columns]
    stemmed: dict[tuple[str, Scale], list[_Item]] = {}
    for item in items:
        if item is not None and item.stem:
            stemmed.setdefault((item.stem, item.scale), []).append(item)
    groups = [group for group in stemmed.values() if _is_grid(group)]
    taken = {item.column.letter for group in groups for item in group}
    runs = _runs([item if item and item.column.letter not in taken else None for item in items])
    groups += [run for run in runs if len(run) >= FEWEST_COLUMNS]
    return sorted(map(_grid, groups), key=lambda grid: -len(grid.letters))


def single_questions(table: RawTable, letters: Iterable[str]) -> tuple[str, ...]:
    """Columns whose header is a question and whose values are scores: too few to be a grid, so they are to be asked."""
    wanted = set(letters)
    asked = [column for column in table.columns if column.letter in wanted and is_question(column.header)]
    found = [(column, _item(column)) for column in asked]
    return tuple(column.letter for column, item in found if item is not None and _holds_scores(column, item))


def is_about_the_whole(header: str) -> bool:
    """Whether the question says that it is about everything rather than one touchpoint."""
    said = f" {' '.join(_WORD.findall(plain(header)))} "
    return any(f" {words} " in said for words in OVERALL)


def is_question(header: str) -> bool:
    """Whether the header asks for an opinion, as a question or one item of it does: not for how many times."""
    text = clean(header)
    if _COUNTS.search(plain(text)):
        return False
    longest = max(len(level.split()) for level in text.split(JOINED_BY))
    return "?" in text or "[" in text or longest >= WORDS_OF_A_QUESTION


def _holds_scores(column: Column, item: _Item) -> bool:
    """Whether several answers stand in the column; a lone number in every row counts something else."""
    return item.shows_whole_scale or len(grade_counts(column)) + len(word_places(column)) >= FEWEST_WORDS


def _is_grid(group: list[_Item]) -> bool:
    return len(group) >= FEWEST_COLUMNS and sum(item.shows_whole_scale for item in group) > len(group) / 2


def _runs(items: list[_Item | None]) -> list[list[_Item]]:
    """Neighbours on one scale, each of which shows it whole."""
    runs: list[list[_Item]] = [[]]
    for item in items:
        usable = item is not None and item.shows_whole_scale and not (runs[-1] and runs[-1][0].scale != item.scale)
        if usable and item is not None:
            runs[-1].append(item)
        else:
            runs.append([item] if item is not None and item.shows_whole_scale else [])
    return runs


def _grid(group: list[_Item]) -> Grid:
    codes = Counter(code for item in group for code in item.codes)
    overall = next((item.column.letter for item in group if plain(item.name) in OVERALL), None)
    touchpoints = {item.column.letter: _touchpoint(item) for item in group if item.column.letter != overall}
    written = Counter(map(fold, touchpoints.values()))
    return Grid(
        {letter: f"{name} ({letter})" if written[fold(name)] > 1 else name for letter, name in touchpoints.items()},
        overall,
        group[0].scale,
        frozenset(code for code, count in codes.items() if count >= len(group) / 2),
    )


def _touchpoint(item: _Item) -> str:
    """The item's own words where the header has them apart, else the whole header."""
    header = clean(item.column.header)
    return item.name if "[" in header or JOINED_BY in header else header or item.column.letter


def _item(column: Column) -> _Item | None:
    """The column as one item of a grid, or ``None`` if its values are not scores."""
    if names_a_month(column.header) or len(uniques(column).texts) > MOST_ANSWERS:
        return None
    stem, name = _stem(column.header)
    places = word_places(column)
    counts = {grade: count for grade, count in grade_counts(column).items() if count}
    if places and not counts:
        return _Item(column, stem, name, FIVE, frozenset(), len(places) >= FEWEST_WORDS)
    if stem and counts and holds_per_cents(column) and not _other_words(column):
        return _Item(column, stem, name, FIVE, frozenset(), shows_whole_scale=True)
    if (
        not counts
        or len(counts) > 11
        or any(grade != int(grade) for grade in counts)
        or (not places and _other_words(column) > (max(1, MOST_OTHER_WORDS * sum(counts.values())) if stem else 0))
    ):
        return None
    scale, codes = scale_of(counts, FIVE)
    if scale is None or scale[1] > 10:
        return None
    on_scale = {grade for grade in counts if grade not in codes}
    few = sum(counts.values()) < FEW_ROWS
    whole = max(on_scale, default=0) == scale[1] and len(on_scale) >= FEWEST_COLUMNS
    return _Item(column, stem, name, scale, codes, whole or (few and bool(stem) and bool(on_scale)))


def _other_words(column: Column) -> int:
    """How many cells hold words that are neither grades nor marks for "no answer"."""
    different = uniques(column)
    rows = different.rows
    return sum(
        rows.get(place, 0)
        for place, (text, number) in enumerate(zip(different.texts, different.are_numbers, strict=True))
        if grade_of(text, number) is None and not is_missing(text)
    )


def _stem(header: str) -> tuple[str, str]:
    """What the header shares with its grid, and what is its own; an empty stem if it tells nothing."""
    text = clean(header)
    bracket = re.fullmatch(r"(.*?)\s*\[(.+)\]", text)
    if bracket:
        return plain(bracket[1]) or "[]", bracket[2].strip()
    if JOINED_BY in text:
        parent, _, item = text.rpartition(JOINED_BY)
        return plain(parent), item
    coded = re.fullmatch(r"([A-Za-z]+\d+)[\s_\-.]*([A-Za-z].*)", text)
    if coded:
        return coded[1].casefold(), coded[2]
    numbered = re.fullmatch(r"([A-Za-zÁÉÍÓÚÑáéíóúñ ]+?)[\s_\-.]*\d+", text)
    return (f"{plain(numbered[1])}#", text) if numbered else ("", text)
