"""A load in the list of loads: which file, when, and who."""

from datetime import datetime

from momentos.domain.messages import Message, as_written, say
from momentos.domain.quantities import Instant
from momentos.warehouse.history import SCREEN_EDIT, LoadedSheet, LoadRecord
from momentos.warehouse.loads import SAMPLE_AUTHOR

NOTHING_LOADED = say("Nothing has been loaded yet.")


def file_name(name: str) -> Message:
    """The file's name, or that there was none."""
    return say("Edited on screen") if name == SCREEN_EDIT else as_written(name)


def when_and_who(load: LoadRecord) -> Message:
    """When it was loaded and by whom, and since when it is undone, if it is."""
    loaded = as_written(Instant(load.loaded_at))
    if load.author:
        loaded = say("{when} · {who}", when=Instant(load.loaded_at), who=_who(load.author))
    if not load.is_undone or load.undone_at is None:
        return loaded
    return say("{loaded} · undone on {when}", loaded=loaded, when=Instant(load.undone_at))


def _who(author: str) -> Message:
    return say("sample company") if author == SAMPLE_AUTHOR else as_written(author)


def where_it_was_read(sheet: LoadedSheet) -> Message:
    """The sheet and the row of its headers."""
    return say("Sheet «{sheet}», headers in row {row}", sheet=sheet.outcome.sheet, row=sheet.header_row)


def already_loaded(loaded_at: datetime) -> Message:
    """That this very file is in."""
    return say(
        "This very file was already loaded on {when}: loading it again changes nothing.", when=Instant(loaded_at)
    )
