"""``python -m momentos``, or ``momentos``: the same abilities as the screens, from a terminal."""

import os
from typing import Any

import click

from momentos.journey.terminal.journey import impact, journey
from momentos.journey.terminal.priorities import priorities
from momentos.locales.utf8 import print_in_utf8
from momentos.people.terminal.card import card
from momentos.people.terminal.recognitions import recognitions
from momentos.people.terminal.team import team
from momentos.service.terminal.figures import metric, metrics, monitor
from momentos.service.terminal.targets import targets
from momentos.terminal.demo import demo
from momentos.terminal.forgetting import forget_code
from momentos.terminal.import_command import import_command
from momentos.terminal.loads import layouts, loads, original, redo, template, undo
from momentos.terminal.naming import names, unlisted
from momentos.terminal.rows import rows

# The matrices are small: more threads only wait for each other. It must be said before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class _Commands(click.Group):
    """Prints in UTF-8 from the first word on: help and wrong usage are told before any command runs."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        print_in_utf8()
        return super().main(*args, **kwargs)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Momentos: moments of truth and staff performance, from the spreadsheets a company already keeps."""


for one in (
    import_command, loads, undo, redo, original, layouts, names, unlisted, template, rows, metrics, metric, journey,
    impact, priorities, team, card, recognitions, monitor, targets, demo, forget_code,
):  # fmt: skip
    main.add_command(one)


if __name__ == "__main__":
    main()
