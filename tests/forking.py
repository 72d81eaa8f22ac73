"""Programs forked from a process that has imported their libraries: the same code in a process of its own, without the
start of an interpreter. Where processes cannot be forked they are started as they are in earnest."""

import ctypes
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
WITH_ITS_PARENT = 1
"""What Linux calls PR_SET_PDEATHSIG: whoever forked this program ended, and nobody is left to end it."""

STARTING = "from tests.forking import fork_as_told; fork_as_told()"


@dataclass
class Program:
    """A running program, forked or started; what it says is in ``log``."""

    number: int
    log: Path
    started: subprocess.Popen | None = None

    @property
    def is_running(self) -> bool:
        if self.started is not None:
            return self.started.poll() is None
        try:
            os.kill(self.number, 0)
        except ProcessLookupError:
            return False
        return True

    def end(self, how: signal.Signals = signal.SIGTERM, seconds: float = 20) -> None:
        """Send the signal and wait until the program is gone; killed if it takes longer."""
        if self.is_running:
            os.kill(self.number, how)
        if not self.is_gone_within(seconds):
            os.kill(self.number, signal.SIGKILL)
            self.is_gone_within(seconds)

    def is_gone_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self.is_running:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.005)
        return True


class Forks:
    """Starts programs from one process that has imported the given modules, once it is first needed."""

    def __init__(self, *imports: str) -> None:
        self._imports = imports
        self._parent: subprocess.Popen | None = None

    def start(
        self, module: str, *arguments: str, log: Path, environment: Mapping[str, str], folder: Path = ROOT
    ) -> Program:
        """``python -m module …`` in the folder, the top of the project unless given, writing to ``log``."""
        if not hasattr(os, "fork"):
            return self._started(module, arguments, log, environment, folder)
        parent = self._parent = self._parent or self._begun()
        assert parent.stdin is not None
        assert parent.stdout is not None
        told = {"module": module, "arguments": arguments, "log": str(log), "environment": dict(environment)}
        told["folder"] = str(folder)
        parent.stdin.write(json.dumps(told) + "\n")
        parent.stdin.flush()
        return Program(int(parent.stdout.readline()), log)

    def stop(self) -> None:
        if self._parent is not None:
            self._parent.communicate()

    def _begun(self) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-c", STARTING, *self._imports],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip

    @staticmethod
    def _started(
        module: str, arguments: tuple[str, ...], log: Path, environment: Mapping[str, str], folder: Path
    ) -> Program:
        with log.open("wb") as output:
            started = subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                cwd=folder, env=dict(environment), stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        return Program(started.pid, log, started)


@contextmanager
def forks_of(*imports: str) -> Iterator[Forks]:
    forks = Forks(*imports)
    yield forks
    forks.stop()


def fork_as_told() -> None:
    """Import the modules named, then for each line told fork a program and answer its number."""
    for name in sys.argv[1:]:
        import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            _become(json.loads(line))
        print(number, flush=True)


def _become(told: dict) -> None:
    """Run the module as a program and end with it; never returns."""
    status = 1
    try:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(WITH_ITS_PARENT, signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDONLY)
        output = os.open(told["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream, target in ((0, nothing), (1, output), (2, output)):
            os.dup2(target, stream)
        os.chdir(told["folder"])
        os.environ.clear()
        os.environ.update(told["environment"])
        sys.path[:0] = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
        for name in [name for name in sys.modules if name.split(".")[0] == "tests"]:
            del sys.modules[name]  # the folder may have tests of its own
        sys.argv = [told["module"], *told["arguments"]]
        runpy.run_module(told["module"], run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = int(end.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
