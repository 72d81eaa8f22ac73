"""Names that may be one, in files about to load and among what is loaded: each kind looked at as it deserves."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from momentos.datasets.checked import CheckedSheet
from momentos.domain.names import fold
from momentos.intake.near_names import SHORTEST, SHORTEST_WORD, NearNames, near_names
from momentos.loading.same_names import WRITTEN_IN, Named, SameName

MOST_ASKED = 30
"""How many names are asked about in one file."""


def may_be_one(named: Named, written: Mapping[str, int], known: Collection[str] = ()) -> list[NearNames]:
    """The names of one kind that are worth asking about; ``written`` counts each, ``known`` are in use already.

    A person's name of few letters may differ by one from another's; the names of things do not. Surveys ask about one
    touchpoint in other words from one year to the next.
    """
    is_somebody = named in (Named.EMPLOYEE, Named.SUPERVISOR)
    shortest = SHORTEST if is_somebody else SHORTEST_WORD
    return near_names(written, known, shortest, wordings=named is Named.TOUCHPOINT)


def asked_of(
    sheets: Sequence[CheckedSheet], named: Named, known: Collection[str], decided: Iterable[SameName]
) -> list[NearNames]:
    """The names in these sheets that are worth asking about; what somebody said already is not asked again."""
    settled = {fold(one.written) for one in decided if one.named is named}
    written = {name: count for name, count in names_in(sheets, named).items() if fold(name) not in settled}
    return may_be_one(named, written, known) if written else []


def names_in(sheets: Sequence[CheckedSheet], named: Named) -> Counter[str]:
    """How often the sheets write each name of this kind, in their rows and in the scores of their grids."""
    written: Counter[str] = Counter()
    for sheet in sheets:
        for dataset, rows in ((sheet.dataset, sheet.rows), *sheet.more.items()):
            if named in rows.column_names and dataset in WRITTEN_IN.get(named, (dataset,)):
                counted = rows.column(named).drop_null().value_counts().to_pylist()
                written.update({entry["values"]: entry["counts"] for entry in counted})
    return written
