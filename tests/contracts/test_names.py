"""One rule of whose name is whose: ``fold``, and what asks it."""

import ast
import re

from tests.tree import EVERYTHING, ROOT, SOURCE

OTHER_WORDS = {
    "datasets/marks.py": "the marks of example rows",
    "domain/improving.py": "words of a question",
    "domain/moods.py": "words of a comment",
    "domain/names.py": "the rule itself",
    "exports/workbook.py": "titles of sheets, which Excel tells apart by letters alone",
}
"""Who folds letters by itself, and what for. The intake looks at headers and marks of spreadsheets besides."""

_FOLDS_IN_SQL = re.compile(
    r"(?i)\b(lower|upper|casefold|nfc_normalize|strip_accents)\s*\(|\bilike\b|collate\s+no(case|accent)"
)


def texts_of(path_text: str, *, is_python: bool) -> list[str]:
    """The texts in a module, where SQL is; of other files all of it."""
    if not is_python:
        return [path_text]
    nodes = ast.walk(ast.parse(path_text))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_no_sql_tells_names_apart_by_a_rule_of_its_own() -> None:
    paths = [*EVERYTHING, *SOURCE.rglob("*.sql")]
    folding = {
        str(path.relative_to(ROOT))
        for path in paths
        for text in texts_of(path.read_text(encoding="utf-8"), is_python=path.suffix == ".py")
        if _FOLDS_IN_SQL.search(text)
    }
    assert folding == set()


def test_only_those_who_compare_other_words_fold_letters_by_themselves() -> None:
    folding = {
        str(path.relative_to(SOURCE))
        for path in EVERYTHING
        if path.is_relative_to(SOURCE) and not path.is_relative_to(SOURCE / "intake")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "casefold"
    }
    assert folding == set(OTHER_WORDS)


def test_a_rule_of_its_own_would_be_seen() -> None:
    for sql in ("where lower(author) = ?", "where name ILIKE ?", "order by name collate nocase"):
        assert _FOLDS_IN_SQL.search(sql)
    assert not _FOLDS_IN_SQL.search("select slower, uppermost from known")
