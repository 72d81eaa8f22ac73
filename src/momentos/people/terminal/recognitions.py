"""``recognitions``: what was given, and whom one could recognise now and why."""

import click

from momentos.domain import clock
from momentos.domain.messages import say
from momentos.domain.viewer import OWNER
from momentos.figures.filters import Filters
from momentos.terminal.answers import plain
from momentos.terminal.console import Console, command, json_option
from momentos.terminal.filtering import window_options


@click.command()
@window_options
@json_option
@command
def recognitions(console: Console, filters: Filters) -> None:
    """Recognitions given, and proposals with their reason and evidence. The last days the policy counts unless told."""
    from momentos.figures.catalogue import recent_window
    from momentos.people.kept.policies import policy_on
    from momentos.people.questions.recognition_proposals import proposals
    from momentos.people.questions.seen import seen_recognitions
    from momentos.people.words.recognition import proof, reason

    with console.cursor() as cursor:
        policy = policy_on(cursor, clock.today())
        given = seen_recognitions(cursor, OWNER, filters)
        window = recent_window(cursor, policy.window_days, clock.today())
        if window is not None and not (filters.from_on or filters.to_on):
            filters = filters.within(*window)
        found = proposals(cursor, policy, filters)
    if console.is_json:
        console.print_json(
            {
                "given": [
                    {
                        "given_on": plain(one.given_on),
                        "employee": one.employee,
                        "given_by": one.given_by or None,
                        "reason": one.reason,
                        "proof": one.proof or None,
                    }
                    for one in given
                ],
                "proposals": [
                    {
                        "employee": one.employee,
                        "reason": console.render(reason(one)),
                        "proof": console.render(proof(one)),
                        "occurred_on": plain(one.occurred_on),
                    }
                    for one in found
                ],
            }
        )
        return
    headings = [say("Employee"), say("Rests on"), say("Why")]
    console.print_table(
        headings, [[one.employee, console.render(proof(one)), console.render(reason(one))] for one in found]
    )
    click.echo()
    headings = [say("Given on"), say("Employee"), say("Given by"), say("What for")]
    console.print_table(headings, [[one.given_on.isoformat(), one.employee, one.given_by, one.reason] for one in given])
