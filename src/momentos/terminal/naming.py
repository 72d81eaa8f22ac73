"""``names``: names that may be one, saying that they are, and taking it back. ``unlisted``: names no sheet lists."""

from typing import Any

import click

from momentos.domain import clock
from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.viewer import OWNER
from momentos.terminal.console import Console, command, json_option

_KINDS = ["employee", "touchpoint", "area", "channel", "reason", "site", "supervisor"]


@click.command()
@click.option("--of", "named", type=click.Choice(_KINDS), default="employee", help="Whose names.")
@click.option("--same", nargs=2, multiple=True, metavar="WRITTEN SHOWN", help="Show the first name as the second.")
@click.option("--apart", type=int, help="Take the decision of this number back.")
@json_option
@command
def names(console: Console, named: str, same: tuple[tuple[str, str], ...], apart: int | None) -> None:
    """Names that may be one, and those that were said to be."""
    from momentos.loading.alike_names import may_be_one
    from momentos.loading.same_names import Named, said, say_apart, say_same, written_names
    from momentos.loading.words.names import WHY
    from momentos.terminal.importing import author

    with console.warehouse() as warehouse:
        say_same(warehouse, OWNER, Named(named), same, author=author(), at=clock.now())
        if apart is not None:
            say_apart(warehouse, OWNER, apart, author=author(), at=clock.now())
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
        lines: list[list[Any]] = [[one.written, one.shown, one.count, console.render(WHY[one.why])] for one in found]
        console.print_table([say("Written"), say("Perhaps"), say("Rows"), say("Why")], lines)
    if decided:
        lines = [[one.entry_no, one.written, one.shown, one.author] for one in decided]
        console.print_table([say("Number"), say("Written"), say("Shown as"), say("Who")], lines)


@click.command()
@click.option("--of", "named", type=click.Choice(["employee", "touchpoint"]), default="employee", help="Whose names.")
@click.option("--add", "added", multiple=True, metavar="NAME", help="List this one, under its name as code.")
@click.option("--add-all", "all_of_them", is_flag=True, help="List them all.")
@click.option("--area", default="", help="The area of those that are added.")
@json_option
@command
def unlisted(console: Console, named: str, added: tuple[str, ...], all_of_them: bool, area: str) -> None:
    """Employees or touchpoints that rows name and no sheet lists, and listing them from here."""
    from momentos.loading import unlisted_names
    from momentos.loading.same_names import Named
    from momentos.terminal.importing import author

    with console.warehouse() as warehouse:
        with warehouse.cursor() as cursor:
            found = unlisted_names.unlisted(cursor, Named(named))
        for name in added:
            if name not in found:
                raise NotFound(say("{name} is not among those that no sheet lists.", name=name))
        chosen = found if all_of_them else [*dict.fromkeys(added)]
        unlisted_names.create(warehouse, OWNER, Named(named), chosen, area=area, author=author(), at=clock.now())
    left = [name for name in found if name not in chosen]
    if console.is_json:
        console.print_json({"listed": chosen, "unlisted": left})
        return
    if chosen:
        console.tell(say("Listed: {names}", names=", ".join(chosen)))
    if left:
        console.print_table([say("Listed by no sheet")], [[name] for name in left])
    elif not chosen:
        console.tell(say("Everybody whom rows name is listed."))
