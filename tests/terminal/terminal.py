"""A terminal for tests: one database, commands as they are typed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from momentos.__main__ import main


@dataclass(frozen=True)
class Terminal:
    """Runs commands against the database of its folder."""

    folder: Path

    def run(self, *typed: str, status: int = 0) -> Result:
        """The command's result, which must end with this exit status."""
        result = CliRunner().invoke(main, [*typed, "--db", str(self.folder / "momentos.duckdb")])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, result.output
        return result

    def json(self, *typed: str, status: int = 0) -> Any:
        """What the command answers with ``--json``: one document, nothing else on standard output."""
        return json.loads(self.run(*typed, "--json", status=status).stdout)

    def write(self, name: str, text: str) -> str:
        """A text file in the folder; its path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)
