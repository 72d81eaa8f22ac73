"""What is printed leaves in UTF-8: Windows would write a file or a pipe in a code page that has no line of a table."""

import sys


def print_in_utf8() -> None:
    """From now on whatever goes to a file or a pipe is UTF-8; a terminal keeps its own, and loses no word to a sign it
    cannot show. Streams that others put in place of ours stay as they are."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
