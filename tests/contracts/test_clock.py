"""One clock, read at the edges: whoever counts or keeps something is given the day or the instant."""

import ast
import re

import pytest

from tests.tree import EVERYTHING, PAGES, ROOT, SOURCE, modules_of

CLOCK = SOURCE / "domain" / "clock.py"
OTHER_READERS = {
    SOURCE / "warehouse" / "backup.py": "names the copy by the instant at which it was made",
    SOURCE / "sample" / "loading.py": "the invented company is loaded now, unless a test says when",
}
"""Those below the edges that ask the clock, each with its reason."""
DATED_BY_THE_DATABASE = {
    SOURCE / "warehouse" / "migrate.py": "when a step was taken, by which nothing is counted",
    SOURCE / "figures" / "loyalty.py": "the day of rows without a load, which nobody dates otherwise",
    SOURCE / "journey" / "questions" / "journey.py": "what is retired today, where the window has no end",
}
"""SQL that asks the database for the day; answers are kept for a day at most."""

_ASKS = {
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime"},
}
_IN_SQL = re.compile(r"(?i)\b(current_(local)?(date|time|timestamp)|get_current_\w+|now\(\)|today\(\))")


def asks_a_clock(source: str) -> bool:
    """Whether the source asks Python what time it is; a stopwatch (``time.monotonic``) does not tell it."""
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and node.attr in _ASKS.get(getattr(node.value, "id", getattr(node.value, "attr", "")), ())
        for node in ast.walk(ast.parse(source))
    )


def is_asked_by(source: str) -> bool:
    """Whether the source imports our clock."""
    imported = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    names = {f"{node.module}.{alias.name}" for node in imported for alias in node.names}
    return any(name.startswith("momentos.domain.clock") for name in names)


def test_nobody_else_asks_what_time_it_is() -> None:
    assert [path for path in EVERYTHING if asks_a_clock(path.read_text(encoding="utf-8"))] == [CLOCK]


def test_the_database_is_not_asked_what_time_it_is() -> None:
    texts = [*EVERYTHING, *SOURCE.rglob("*.sql")]
    strings = {path: path.read_text(encoding="utf-8") for path in texts if path != CLOCK}
    assert {path for path, text in strings.items() if _IN_SQL.search(_strings(path, text))} == set(
        DATED_BY_THE_DATABASE
    )


def _strings(path: object, text: str) -> str:
    """The texts inside a module, where SQL is; of other files all of it."""
    if not str(path).endswith(".py"):
        return text
    return "\n".join(
        node.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_the_clock_is_read_at_the_edges() -> None:
    edges = {*PAGES, *modules_of("screen"), *modules_of("terminal"), ROOT / "app.py"}
    inside = {path for path in EVERYTHING if path not in edges and is_asked_by(path.read_text(encoding="utf-8"))}
    assert {str(path.relative_to(ROOT)) for path in inside} == {str(path.relative_to(ROOT)) for path in OTHER_READERS}


@pytest.mark.parametrize(
    "source", ["datetime.now()", "datetime.datetime.now()", "date.today()", "time.time()", "ask(date.today)"]
)
def test_a_clock_asked_elsewhere_would_be_seen(source: str) -> None:
    assert asks_a_clock(source)


@pytest.mark.parametrize("source", ["time.monotonic()", "clock.now()", "clock.today()", "window.today"])
def test_a_stopwatch_and_our_clock_are_not_taken_for_one(source: str) -> None:
    assert not asks_a_clock(source)
