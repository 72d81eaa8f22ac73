"""Reading children forked from a process that has imported everything: the same code, limits and end for each file,
without the start of an interpreter. Where processes cannot be forked, children start as they do in earnest."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

from momentos.intake import child, isolate
from momentos.intake.limits import Limits
from momentos.intake.progress import OnShare

STARTING = "from tests.intake.forked import fork_as_told; fork_as_told()"


@contextmanager
def forked_children() -> Iterator[None]:
    """While it lasts, ``open_workbook`` reads each file in a process of its own that is forked, not started."""
    if not hasattr(os, "fork"):
        yield
        return
    turn = threading.Lock()
    parents: list[subprocess.Popen] = []

    def run_child(
        path: Path, name: str, kind: str, folder: Path, limits: Limits, _on_share: OnShare | None
    ) -> int | None:
        settings = [f"{field}={value}" for field, value in asdict(limits).items()]
        told = {"arguments": [str(path.resolve()), name, kind, str(folder), *settings], "seconds": limits.seconds}
        with turn:
            if not parents:
                parents.append(_begun())
            return _answer(parents[0], told)

    with patch.object(isolate, "_run_child", run_child):
        yield
    for parent in parents:
        parent.communicate()


def _begun() -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", STARTING],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=isolate._environment(), cwd=Path(__file__).parents[2],
    )  # fmt: skip


def _answer(parent: subprocess.Popen, told: dict) -> int | None:
    assert parent.stdin is not None
    assert parent.stdout is not None
    parent.stdin.write(json.dumps(told) + "\n")
    parent.stdin.flush()
    return json.loads(parent.stdout.readline())


def fork_as_told() -> None:
    """For each line told: fork, read the file in the fork, and answer its exit status, ``null`` if the clock ended it."""
    from momentos.intake import assemble, handover  # noqa: F401 - imported once, for all forks
    from momentos.intake.readers import xlsx  # noqa: F401

    for line in sys.stdin:
        told = json.loads(line)
        number = os.fork()
        if number == 0:
            _read(told["arguments"])
        print(json.dumps(_ended(number, told["seconds"])), flush=True)


def _read(arguments: list[str]) -> None:
    """The child's own entry point, with its output closed as it is in earnest; never returns."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.argv = ["child", *arguments]
    try:
        child.run()
    except SystemExit as end:
        os._exit(int(end.code or 0))
    finally:
        os._exit(child.CRASHED)


def _ended(number: int, seconds: float) -> int | None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        ended, status = os.waitpid(number, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.killpg(number, signal.SIGKILL)
    os.waitpid(number, 0)
    return None
