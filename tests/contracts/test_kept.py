"""Where what people enter is written: a wing's ``kept``, the ground's listed modules, and the engine itself."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import momentos
from momentos.warehouse.journal_kinds import GROUND, every_kind
from tests.tree import EVERYTHING, ROOT, SOURCE, WINGS

JOURNAL = "momentos.warehouse.journal"
WRITES = {"write", "write_in", "withdraw"}
LISTED = {SOURCE.parent / f"{name.replace('.', '/')}.py" for name in GROUND}
ENGINE = (SOURCE / "warehouse", SOURCE / "loading" / "emptying.py")
"""The engine keeps rows, loads and settings; emptying takes all of it away."""
_CHANGES = re.compile(
    r"(?is)\b(insert\s+(or\s+\w+\s+)?into|update\s+\w+\s+set|delete\s+from|truncate|merge\s+into|copy\s+\w+\s+from)\b"
)


def is_kept(path: Path) -> bool:
    """Whether the module is in the ``kept`` of a wing."""
    parts = path.relative_to(SOURCE).parts if path.is_relative_to(SOURCE) else ()
    return len(parts) > 2 and parts[0] in WINGS and parts[1] == "kept"


def is_engine(path: Path) -> bool:
    return any(path.is_relative_to(place) for place in ENGINE)


def writes_entries(source: str) -> bool:
    """Whether the source takes anything that writes from the journal: by name, or through the module."""
    tree = ast.parse(source)
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    by_name = {alias.name for node in imported if node.module == JOURNAL for alias in node.names}
    called = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "journal"
    }
    return bool(WRITES & (by_name | called))


def changes_tables(source: str) -> bool:
    """Whether a text in the source is SQL that changes rows of a table that lasts."""
    strings = [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return any(_CHANGES.search(text) for text in strings)


def declares_kinds(source: str) -> bool:
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return any(getattr(call, "id", "") == "kept_as" for call in calls)


SOURCES = {path: path.read_text(encoding="utf-8") for path in EVERYTHING}


def relative(paths: set[Path]) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in paths)


def test_only_what_is_kept_and_the_grounds_listed_modules_write_entries() -> None:
    writers = {path for path, source in SOURCES.items() if writes_entries(source) and not is_engine(path)}
    assert relative({path for path in writers if not is_kept(path)} - LISTED) == []


def test_only_the_engine_changes_tables() -> None:
    changers = {path for path, source in SOURCES.items() if changes_tables(source)}
    assert relative({path for path in changers if not is_engine(path)}) == []


def test_kinds_are_declared_where_they_are_written_and_the_list_of_the_ground_is_whole() -> None:
    declaring = {path for path, source in SOURCES.items() if declares_kinds(source)}
    assert relative({path for path in declaring if not is_kept(path)}) == relative(LISTED)


def test_every_kind_that_is_declared_is_found_by_the_registry() -> None:
    declaring = {path for path, source in SOURCES.items() if declares_kinds(source)}
    modules = {kind.said.__module__ for kind in every_kind().values()}
    assert modules == {".".join(path.relative_to(SOURCE.parent).with_suffix("").parts) for path in declaring}


def test_every_module_of_what_is_kept_is_looked_through_for_kinds() -> None:
    """A wing without ``__init__`` in its ``kept`` would be passed over without a word."""
    for wing in (wing for wing in WINGS if (SOURCE / wing / "kept").is_dir()):
        package = importlib.import_module(f"{momentos.__name__}.{wing}.kept")
        found = {module.name for module in pkgutil.iter_modules(package.__path__)}
        assert found == {path.stem for path in (SOURCE / wing / "kept").glob("*.py")} - {"__init__"}


def test_a_writer_elsewhere_would_be_seen() -> None:
    assert writes_entries("from momentos.warehouse import journal\njournal.write(store, said, '')")
    assert writes_entries("from momentos.warehouse.journal import write_in as put")
    assert not writes_entries("from momentos.warehouse.journal import entries")
    assert changes_tables("cursor.execute('''\n insert into journal\n values (1)''')")
    assert changes_tables("cursor.execute(f'delete from {table}')")
    assert not changes_tables("cursor.execute('create or replace temp table mine as select 1')")
