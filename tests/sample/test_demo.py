"""``momentos demo`` loads the sample company, once."""

from pathlib import Path

from click.testing import CliRunner

from momentos.cli import main


def test_the_sample_is_loaded_once(tmp_path: Path) -> None:
    typed = ["demo", "--db", str(tmp_path / "momentos.duckdb"), "--lang", "en"]
    first, second = (CliRunner().invoke(main, typed) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "48054 rows" in first.stderr
    assert "already loaded" in second.stderr
