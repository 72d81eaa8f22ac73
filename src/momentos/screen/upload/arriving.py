"""Files as they arrive: kept in a folder of the session, opened once, refused with a reason."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from momentos.domain.faults import why_not_loaded
from momentos.domain.messages import Message
from momentos.intake.opening import open_workbook
from momentos.intake.raw_table import Workbook
from momentos.loading.spreadsheets import KINDS, is_spreadsheet
from momentos.loading.words.folder import skipped_files
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.working import work

REPAIRS = "repairs"
"""Where the session keeps the cells that were mended, by table."""

_ARRIVED, _FOLDER, _ROUND, _REMEMBERED = "arrived", "arrived_folder", "upload_round", "remembered"

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Arrival:
    """One uploaded file: what was read of it, or why it was refused. ``key`` tells it from others."""

    key: str
    name: str
    workbook: Workbook | None
    refusal: Message | None


def arrivals() -> list[Arrival]:
    """The files in the uploader, each opened once, in a thread and a process of its own."""
    files = _uploaded()
    known: dict[str, Arrival] = st.session_state.get(_ARRIVED, {})
    arrived: dict[str, Arrival] = {}
    for file in files:
        with st.empty():
            arrived[file.file_id] = known.get(file.file_id) or _open(file)
    st.session_state[_ARRIVED] = arrived
    return list(arrived.values())


def _uploaded() -> list[Any]:
    """The spreadsheets dropped or picked, one by one or a whole folder; what else a folder holds is told as skipped."""
    place = st.session_state.get(_ROUND, 0)
    above = st.container()
    whole_folder = st.toggle(t("Bring a whole folder"), key=f"whole_folder_{place}")
    with above:
        return _from_folder(place) if whole_folder else _one_by_one(place)


def _one_by_one(place: int) -> list[Any]:
    return st.file_uploader(
        t("Drop your spreadsheets here: Excel, LibreOffice (.ods) or text (.csv, .tsv, .txt)"),
        type=list(KINDS),
        accept_multiple_files=True,
        key=f"uploader_{place}",
    )


def _from_folder(place: int) -> list[Any]:
    files = st.file_uploader(
        t("Drop a folder here: its spreadsheets and those of the folders inside it are read, and the rest is skipped"),
        type=None,  # with a list of kinds, every other file of the folder would be shown as an error
        accept_multiple_files="directory",
        key=f"folder_uploader_{place}",
    )
    skipped = skipped_files([file.name for file in files if not is_spreadsheet(file.name)])
    if skipped is not None:
        st.caption(as_text(tell(skipped)))
    return [file for file in files if is_spreadsheet(file.name)]


def clear_arrivals() -> None:
    """Empty the uploader, once its files are loaded."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    for name in (_ARRIVED, _FOLDER, _REMEMBERED, REPAIRS):
        st.session_state.pop(name, None)


def remembered(name: str, depends_on: Sequence[Any], make: Callable[[], _Value]) -> _Value:
    """What ``make`` answered the last time with the same dependencies, in this session, until the files are loaded.

    The place in which ``make`` tells its progress is kept also when there is none: what stands below would else move up
    by one, and during the next long work the page would show it twice, once greyed.
    """
    kept: dict[str, tuple[str, Any]] = st.session_state.setdefault(_REMEMBERED, {})
    signature = repr(depends_on)
    with st.empty():
        if name not in kept or kept[name][0] != signature:
            kept[name] = (signature, make())
    return kept[name][1]


def _open(file: Any) -> Arrival:
    key = file.file_id.replace("-", "")[:12]
    path = _folder() / f"{key}{Path(file.name).suffix.lower()}"
    path.write_bytes(file.getbuffer())
    try:
        saying = t("Reading {file}…", file=file.name)
        workbook = work(f"open {key}", saying, open_workbook, path, file.name, tells_share=True)
    except Exception as error:
        return Arrival(key, file.name, None, why_not_loaded(error, file.name))
    return Arrival(key, file.name, workbook, None)


def _folder() -> Path:
    """A folder that goes away with the session."""
    folder = st.session_state.setdefault(_FOLDER, tempfile.TemporaryDirectory(prefix="momentos-"))
    return Path(folder.name)
