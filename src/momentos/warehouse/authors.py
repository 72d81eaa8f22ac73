"""Who signed entries of the journal: each text beside its folded form, by which SQL too tells whether two are one."""

from duckdb import DuckDBPyConnection

from momentos.domain.names import fold

TABLE = "author_keys"


def note_author(cursor: DuckDBPyConnection, author: str) -> None:
    """Have the folded form of this text at hand."""
    known = cursor.execute(f"select 1 from {TABLE} where author = ? limit 1", [author]).fetchone()
    if known is None:
        cursor.execute(f"insert into {TABLE} values (?, ?)", [author, fold(author)])


def make_again(cursor: DuckDBPyConnection) -> None:
    """Fold anew whatever signs an entry."""
    authors = cursor.execute("select distinct author from journal").fetchall()
    cursor.execute(f"delete from {TABLE}")
    for (author,) in authors:
        note_author(cursor, author)
