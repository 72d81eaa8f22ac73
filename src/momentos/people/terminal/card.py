"""``card``: a person's card on paper, or the cards of a team."""

from pathlib import Path

import click

from momentos.domain import clock
from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.viewer import OWNER
from momentos.figures.filters import Filters
from momentos.terminal.console import Console, command
from momentos.terminal.filtering import window_options


@click.command()
@click.argument("employee")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The PDF to write."
)
@click.option("--team", "is_team", is_flag=True, help="EMPLOYEE is a lead: the cards of all they lead, in one file.")
@window_options
@command
def card(console: Console, employee: str, output: Path, is_team: bool, filters: Filters) -> None:
    """A person's card as a PDF: name or code. The last days of data that the policy counts unless told."""
    from momentos.figures.catalogue import recent_window
    from momentos.people.kept.policies import policy_on
    from momentos.people.prints.card_pdf import cards_pdf
    from momentos.people.questions.seen import seen_card, seen_team
    from momentos.people.words.card import card_sheet

    with console.cursor() as cursor:
        policy = policy_on(cursor, clock.today())
        window = recent_window(cursor, policy.window_days, clock.today())
        if window is not None and not (filters.from_on or filters.to_on):
            filters = filters.within(*window)
        people = seen_team(cursor, OWNER, employee) if is_team else [employee]
        if not people:
            raise NotFound(say("Nobody has {name} for a lead in the staff sheet.", name=employee))
        sheets = [card_sheet(seen_card(cursor, OWNER, one, policy, filters), clock.today()) for one in people]
    output.write_bytes(cards_pdf(sheets, console.reader))
    console.tell(say("Written: {file}", file=str(output)))
