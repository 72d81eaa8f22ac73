"""``names``: names that may be one, saying that they are, and taking it back."""

from datetime import datetime
from typing import Any

import click

from momentos.cli.console import Console, command, json_option
from momentos.domain.messages import say

_REASONS = {
    "accents or punctuation": say("accents or punctuation"),
    "another order": say("another order"),
    "nearly the same letters": say("nearly the same letters"),
    "letters of two alphabets": say("letters of two alphabets"),
    "the same in other words": say("the same in other words"),
}

_KINDS = ["employee", "touchpoint", "area", "channel", "reason", "site", "supervisor"]


@click.command()
@click.option("--of", "named", type=click.Choice(_KINDS), default="employee", help="Whose names.")
@click.option("--same", nargs=2, multiple=True, metavar="WRITTEN SHOWN", help="Show the first name as the second.")
@click.option("--apart", type=int, help="Take the decision of this number back.")
@json_option
@command
def names(console: Console, named: str, same: tuple[tuple[str, str], ...], apart: int | None) -> None:
    """Names that may be one, and those that were said to be."""
    from momentos.cli.importing import author
    from momentos.loading.naming import may_be_one
    from momentos.warehouse.same_names import Named, said, say_apart, say_same, written_names

    with console.warehouse() as warehouse:
        say_same(warehouse, Named(named), same, author=author(), at=datetime.now())
        if apart is not None:
            say_apart(warehouse, apart, author=author(), at=datetime.now())
        with warehouse.cursor() as cursor:
            found = may_be_one(Named(named), written_names(cursor, Named(named)))
            decided = [one for one in said(cursor) if one.named == named]
    if console.is_json:
        asked = [{"written": one.written, "shown": one.shown, "count": one.count, "why": one.why} for one in found]
        told = [{"number": one.entry_no, "written": one.written, "shown": one.shown} for one in decided]
        console.print_json({"asked": asked, "same": told})
        return
    if not found and not decided:
        console.tell(say("No two names look like one."))
    if found:
        lines: list[list[Any]] = [
            [one.written, one.shown, one.count, console.render(_REASONS[one.why])] for one in found
        ]
        console.print_table([say("Written"), say("Perhaps"), say("Rows"), say("Why")], lines)
    if decided:
        lines = [[one.entry_no, one.written, one.shown, one.author] for one in decided]
        console.print_table([say("Number"), say("Written"), say("Shown as"), say("Who")], lines)
