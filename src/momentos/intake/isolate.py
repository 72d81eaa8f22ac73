"""Reads a workbook in a process of its own, so that a hostile file can harm nothing but its own reading."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import momentos
from momentos.domain.errors import WrongInput
from momentos.domain.messages import Message, say
from momentos.intake import handover
from momentos.intake.limits import Limits
from momentos.intake.progress import EVERY_SECONDS, OnShare, share_told

PACKAGE_FOLDER = str(Path(momentos.__file__).parents[1])
START = "import sys; sys.path[:0] = [sys.argv.pop(1)]; from momentos.intake.child import run; run()"


def read_isolated(
    path: Path, name: str, kind: str, limits: Limits, on_share: OnShare | None = None
) -> handover.Handover:
    """What the child found in the file; raises ``Refused`` with the child's reason, or because it did not finish.

    ``on_share`` hears now and then how much of it is done, from 0 to 1, where the child can tell.
    """
    with tempfile.TemporaryDirectory(prefix="momentos-") as folder:
        status = _run_child(path, name, kind, Path(folder), limits, on_share)
        if status is None or _ran_out_of_time(status):
            raise WrongInput(_too_slow(name, limits))
        try:
            if status != 0:
                raise handover.BrokenHandover
            result = handover.read(Path(folder))
        except handover.BrokenHandover as error:
            raise WrongInput(_did_not_finish(name, limits)) from error
    if result.refused is not None:
        raise WrongInput(result.refused)
    return result


def _run_child(path: Path, name: str, kind: str, folder: Path, limits: Limits, on_share: OnShare | None) -> int | None:
    """The child's exit status, or ``None`` if it had to be stopped by the clock."""
    settings = [f"{field}={value}" for field, value in asdict(limits).items()]
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", START, PACKAGE_FOLDER, str(path.resolve()), name, kind, str(folder), *settings],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(),
        start_new_session=True,
    )
    try:
        return _wait(child, folder, limits.seconds, on_share)
    finally:
        _kill_group(child)


def _wait(child: subprocess.Popen[bytes], folder: Path, seconds: float, on_share: OnShare | None) -> int | None:
    """The child's exit status; ``None`` once the seconds are over."""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        try:
            return child.wait(timeout=min(left, EVERY_SECONDS) if on_share else left)
        except subprocess.TimeoutExpired:
            share = share_told(folder) if on_share else None
            if on_share and share is not None:
                on_share(share)
    return None


def _environment() -> dict[str, str]:
    """No secrets of the server's, and one thread: the processor time counted is the time spent."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR") if key in os.environ}
    return kept | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    """Ends the child and whatever it may have started."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    elif child.poll() is None:
        child.kill()
    child.wait()


def _ran_out_of_time(status: int) -> bool:
    return os.name == "posix" and status == -signal.SIGXCPU


def _too_slow(name: str, limits: Limits) -> Message:
    return say(
        "Reading the file {file} took more than {seconds} seconds and was stopped. Nothing of it was loaded. "
        "Split it by months or areas, or copy the data, values only, into a new workbook.",
        file=name,
        seconds=limits.seconds,
    )


def _did_not_finish(name: str, limits: Limits) -> Message:
    return say(
        "The file {file} could not be read to its end: it is damaged, or takes more than {memory} GB of memory. "
        "Nothing of it was loaded. Open it in Excel or LibreOffice, save it as a new .xlsx and try with that copy.",
        file=name,
        memory=round(limits.memory_bytes / 1e9, 1),
    )
