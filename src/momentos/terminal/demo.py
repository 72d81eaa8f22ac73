"""``demo``: the sample company, to look around."""

from dataclasses import asdict

import click

from momentos.datasets import DATASETS
from momentos.domain.messages import say
from momentos.terminal.answers import plain
from momentos.terminal.console import Console, command, json_option

_TOLD = ("dataset", "sheet", "read", "loaded", "rejected", "skipped", "replaced", "unchanged", "load_id")


@click.command()
@json_option
@command
def demo(console: Console) -> None:
    """Load the sample company, an invented retailer. Once is enough: loading it again changes nothing."""
    from momentos.sample import is_sample, load_sample
    from momentos.sample.words import ALREADY_LOADED

    with console.warehouse() as warehouse:
        with warehouse.cursor() as cursor:
            is_there = is_sample(cursor)
        outcomes = [] if is_there else load_sample(warehouse)
    if console.is_json:
        told = [asdict(outcome) for outcome in outcomes]
        console.print_json([{name: plain(one[name]) for name in _TOLD} for one in told])
    elif is_there:
        console.tell(ALREADY_LOADED)
    else:
        headings = [say("Dataset"), say("Rows read"), say("Loaded"), say("Load number")]
        rows = [[console.render(DATASETS[one.dataset].label), one.read, one.loaded, one.load_id] for one in outcomes]
        console.print_table(headings, rows)
