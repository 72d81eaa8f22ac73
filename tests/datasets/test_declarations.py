"""What every declared spreadsheet must keep, so that the next one is covered the day it is born."""

import unicodedata
from collections import Counter

import pytest

from momentos.datasets import DATASETS, Dataset, FieldType

ALL = pytest.mark.parametrize("dataset", DATASETS.values(), ids=DATASETS.keys())


def bare(header: str) -> str:
    """A header as recognition compares it: no accents, no case."""
    return unicodedata.normalize("NFKD", header).encode("ascii", "ignore").decode().casefold().strip()


@ALL
def test_it_is_registered_under_its_own_name(dataset: Dataset) -> None:
    assert DATASETS[dataset.name] is dataset


@ALL
def test_its_key_and_date_are_fields_of_its_own(dataset: Dataset) -> None:
    assert all(name in dataset for name in dataset.key)
    assert dataset.occurred is None or dataset.occurred in dataset


@ALL
def test_no_field_stands_twice(dataset: Dataset) -> None:
    repeated = [name for name, count in Counter(one.name for one in dataset.fields).items() if count > 1]
    assert repeated == []


@ALL
def test_no_header_could_mean_two_of_its_fields(dataset: Dataset) -> None:
    claims = Counter(header for one in dataset.fields for header in {bare(text) for text in one.headers})
    assert [header for header, count in claims.items() if count > 1] == []


@ALL
def test_every_field_can_be_recognised_and_explained(dataset: Dataset) -> None:
    for one in dataset.fields:
        assert one.headers, one.name
        assert one.label.text, one.name
        assert one.help.text.endswith("."), one.name


@ALL
def test_references_point_to_a_dataset_we_accept(dataset: Dataset) -> None:
    assert {one.refers_to for one in dataset.fields if one.refers_to} <= DATASETS.keys()


@ALL
def test_scores_say_their_scale_and_choices_their_words(dataset: Dataset) -> None:
    for one in dataset.fields:
        if one.type is FieldType.SCORE:
            assert None not in (one.low, one.high), one.name
        assert bool(one.choices) == (one.type is FieldType.CHOICE), one.name
