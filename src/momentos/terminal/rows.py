"""``rows``: the current rows of a dataset, as stored."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import click

from momentos.datasets import DATASETS, Dataset
from momentos.domain.messages import say
from momentos.domain.quantities import count
from momentos.domain.viewer import OWNER
from momentos.terminal.answers import plain
from momentos.terminal.console import NOTHING_YET, Console, command, json_option, write_utf8

_SHOWN = 50


@click.command()
@click.argument("name", type=click.Choice(list(DATASETS)), metavar="DATASET")
@click.option("--csv", "is_csv", is_flag=True, help="Comma-separated values, in UTF-8.")
@json_option
@command
def rows(console: Console, name: str, is_csv: bool) -> None:
    """The rows of DATASET that hold now, as stored."""
    from momentos.figures.current_rows import current_rows, stored_columns

    columns = stored_columns(DATASETS[name])
    with console.cursor() as cursor:
        found = current_rows(cursor, OWNER, DATASETS[name])
        if console.is_json:
            write_utf8(_json_lines(columns, found))
        elif is_csv:
            write_utf8(_csv_lines(columns, found))
        else:
            _print_some(console, DATASETS[name], found)


def _json_lines(columns: Sequence[str], found: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """One JSON list, written row by row."""
    opening = "[\n"
    for row in found:
        values = dict(zip(columns, map(plain, row), strict=True))
        yield opening + json.dumps(values, ensure_ascii=False, allow_nan=False)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _csv_lines(columns: Sequence[str], found: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(columns)
    for row in found:
        writer.writerow([_csv_cell(value) for value in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _csv_cell(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula is made harmless; yes and no are written true and false."""
    from momentos.exports.workbook import harmless

    return str(value).lower() if isinstance(value, bool) else harmless(plain(value))


def _print_some(console: Console, dataset: Dataset, found: Iterator[tuple[Any, ...]]) -> None:
    shown = list(islice(found, _SHOWN))
    if not shown:
        console.tell(NOTHING_YET)
        return
    console.print_table([field.label for field in dataset.stored], shown)
    more = sum(1 for _ in found)
    if more:
        console.tell(say("{count} more rows. See them all with --csv or --json.", count=count(more)))
