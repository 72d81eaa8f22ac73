"""What came in (``loads``, ``original``, ``layouts``), its way back (``undo``, ``redo``), and ``template``."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from momentos.datasets import DATASETS
from momentos.domain import clock
from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.quantities import count
from momentos.domain.viewer import OWNER
from momentos.terminal.console import Console, command, json_option

if TYPE_CHECKING:
    from momentos.loading.remembered_layouts import RememberedLayout
    from momentos.warehouse.history import LoadRecord
    from momentos.warehouse.journal import Entry


@click.command()
@json_option
@command
def loads(console: Console) -> None:
    """What was loaded, the latest first."""
    from momentos.loading.words.load import NOTHING_LOADED
    from momentos.warehouse.history import list_loads

    with console.cursor() as cursor:
        found = list_loads(cursor)
    if console.is_json:
        console.print_json([_load_answer(load) for load in found])
    elif not found:
        console.tell(NOTHING_LOADED)
    else:
        headings = [say("Load number"), say("When"), say("Who"), say("Rows"), say("State"), say("Dataset"), say("File")]
        console.print_table(headings, [_load_row(console, load) for load in found])


@click.command()
@click.argument("load_id")
@command
def undo(console: Console, load_id: str) -> None:
    """Restore what there was before the load LOAD_ID, as "momentos loads" calls it."""
    from momentos.terminal.importing import author
    from momentos.warehouse.undo import undo as undo_load

    with console.warehouse() as warehouse:
        load = undo_load(warehouse, OWNER, load_id, author=author(), at=clock.now())
    console.tell(
        say(
            "{load} is undone: what {file} brought is out, and what it replaced is back.",
            load=load_id,
            file=load.file_name,
        )
    )


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(DATASETS)), metavar="[DATASET]…")
@click.option(
    "-o", "target", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The .xlsx to write."
)
@command
def template(console: Console, names: tuple[str, ...], target: Path) -> None:
    """Write the workbook to fill in: a sheet for each DATASET (all unless told), lists of what is already in use."""
    from momentos.exports.template import template as template_of
    from momentos.figures.known_values import known_values

    with console.cursor() as cursor:
        known = known_values(cursor, OWNER)
    datasets = [DATASETS[name] for name in names or DATASETS]
    target.write_bytes(template_of(datasets, console.language, known))
    console.tell(say("{file} is ready to be filled in.", file=str(target)))


@click.command()
@click.argument("load_id")
@command
def redo(console: Console, load_id: str) -> None:
    """Load again what was undone as LOAD_ID, read as it was then."""
    from momentos.loading.redo import redo as redo_load
    from momentos.terminal.importing import author

    with console.warehouse() as warehouse:
        outcomes = redo_load(warehouse, OWNER, load_id, author=author(), at=clock.now())
    console.tell(
        say(
            "{load} is loaded again as {new}: rows loaded {loaded}, already there {unchanged}.",
            load=load_id,
            new=outcomes[0].load_id,
            loaded=count(sum(one.loaded for one in outcomes)),
            unchanged=count(sum(one.unchanged for one in outcomes)),
        )
    )


@click.command()
@click.argument("load_id")
@click.option("-o", "target", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to write it.")
@command
def original(console: Console, load_id: str, target: Path) -> None:
    """Write the file of the load LOAD_ID as it came."""
    from momentos.warehouse.history import find_load
    from momentos.warehouse.kept_files import is_kept, kept_file

    with console.warehouse() as warehouse:
        with warehouse.cursor() as cursor:
            load = find_load(cursor, load_id)
        if load is None or not is_kept(warehouse, load.sha256):
            raise NotFound(say("The file of the load {load} is not kept here.", load=load_id))
    shutil.copyfile(kept_file(warehouse, OWNER, load.sha256), target)
    console.tell(say("{file} is written as it came.", file=str(target)))


@click.command()
@click.option("--forget", "layout", help="Decide anew about this layout: the start of its number is enough.")
@json_option
@command
def layouts(console: Console, layout: str | None) -> None:
    """How tables were said to be read, which holds for every file with the same headers."""
    from momentos.loading.remembered_layouts import forget, remembered
    from momentos.terminal.importing import author

    if layout:
        with console.warehouse() as warehouse:
            forget(warehouse, layout, author=author(), at=clock.now())
        console.tell(say("The layout {layout} is forgotten.", layout=layout))
        return
    with console.cursor() as cursor:
        found = remembered(cursor)
    if console.is_json:
        console.print_json(
            [{"layout": one, "author": entry.author, **entry.said.layout} for one, entry in found.items()]
        )
    elif not found:
        console.tell(say("Nothing was said about any layout yet."))
    else:
        headings = [say("Layout"), say("When"), say("Who"), say("Dataset"), say("Headers")]
        console.print_table(headings, [_layout_row(console, one, entry) for one, entry in found.items()])


def _layout_row(console: Console, layout: str, entry: "Entry[RememberedLayout]") -> list[Any]:
    kept = entry.said.layout
    dataset = DATASETS.get(kept["dataset"])
    words = console.render(dataset.label) if dataset else kept["dataset"]
    headers = ", ".join(kept["headers"])
    return [layout[:8], entry.written_at, entry.author, words, headers]


def _load_answer(load: "LoadRecord") -> dict[str, Any]:
    return {
        "load_id": load.load_id,
        "file": load.file_name,
        "sha256": load.sha256,
        "author": load.author,
        "loaded_at": load.loaded_at.isoformat(),
        "undone_at": None if load.undone_at is None else load.undone_at.isoformat(),
        "undone_by": load.undone_by,
        "sheets": [
            {
                "sheet": sheet.outcome.sheet,
                "dataset": sheet.outcome.dataset,
                "read": sheet.outcome.read,
                "loaded": sheet.outcome.loaded,
                "rejected": sheet.outcome.rejected,
                "skipped": sheet.outcome.skipped,
                "replaced": sheet.outcome.replaced,
                "unchanged": sheet.outcome.unchanged,
            }
            for sheet in load.sheets
        ],
    }


def _load_row(console: Console, load: "LoadRecord") -> list[Any]:
    state = say("undone") if load.is_undone else say("in use")
    datasets = dict.fromkeys(sheet.outcome.dataset for sheet in load.sheets)
    return [
        load.load_id,
        load.loaded_at,
        load.author,
        sum(sheet.outcome.loaded for sheet in load.sheets),
        console.render(state),
        ", ".join(console.render(DATASETS[name].label) for name in datasets),
        load.file_name,
    ]
