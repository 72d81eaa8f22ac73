"""``demo``: the sample company."""

from datetime import datetime

import click

from momentos.cli.console import Console, command
from momentos.domain.messages import say


@click.command()
@command
def demo(console: Console) -> None:
    """Load the sample company: an invented retailer with eighteen months of history."""
    from momentos.sample import load_sample

    with console.warehouse() as warehouse:
        outcomes = load_sample(warehouse, at=datetime.now())
    loaded = sum(outcome.loaded for outcome in outcomes)
    if loaded:
        console.tell(say("The sample company is loaded: {rows} rows of an invented retailer.", rows=loaded))
    else:
        console.tell(say("The sample company was already loaded."))
