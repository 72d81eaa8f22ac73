"""``forget-code``: let whoever leads set a new code on the screen, when the present one is forgotten."""

import click

from momentos.domain import clock
from momentos.domain.messages import say
from momentos.domain.viewer import OWNER
from momentos.terminal.console import Console, command


@click.command("forget-code")
@command
def forget_code(console: Console) -> None:
    """Forget the code for leads that was set on the screen. Until a new one is set, everybody sees what leads see."""
    from momentos.access.lead_code import clear_lead_code
    from momentos.terminal.importing import author

    with console.warehouse() as warehouse:
        clear_lead_code(warehouse, OWNER, author=author(), at=clock.now())
    console.tell(
        say(
            "The lead's code is forgotten. Until a new one is set on the page «Policy», everybody who opens this "
            "address sees what leads see."
        )
    )
