"""Programs that are timed, each in a process of its own."""
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass

# One BLAS thread for everyone: the engine sees to that itself, and peers that are to use more cores run more processes.
environment = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")


@dataclass(frozen=True)
class Measurement:
    """Seconds on the wall and of processors, the peak memory, and figures by which to see what was computed."""

    seconds: float
    processor_seconds: float
    megabytes: float
    answer: tuple = ()


class RunFailed(Exception):
    """A program that did not end well: its exit code and what it said."""

    def __init__(self, words, code, errors):
        super().__init__(f"{' '.join(words)} ended with {code}: {errors.strip()}")
        self.code = code
        self.errors = errors.strip()


@dataclass(frozen=True)
class Runner:
    """A command on one core, or on all, that times itself and prints one line of JSON at the end."""

    name: str
    command: tuple
    one_core: bool = True

    @property
    def words(self):
        return (["taskset", "-c", "0"] if self.one_core else []) + [str(word) for word in self.command]

    def measure(self):
        found = subprocess.run(self.words, env=environment, capture_output=True, text=True)
        if found.returncode != 0:
            raise RunFailed(self.words, found.returncode, found.stderr)
        line = json.loads(found.stdout.strip().splitlines()[-1])
        return Measurement(
            line["seconds"], line["processor_seconds"], line["megabytes"], tuple(line["answer"])
        )


class WholeRunner(Runner):
    """A command that is timed from outside, with start-up, reading and writing.

    By GNU time, which is small: a command that this process started itself would have its memory counted too.
    """

    def measure(self):
        with tempfile.NamedTemporaryFile("r") as report:
            words = ["/usr/bin/time", "-o", report.name, "-f", "%e %U %S %M", *self.words]
            found = subprocess.run(words, env=environment, capture_output=True, text=True)
            if found.returncode != 0:
                raise RunFailed(self.words, found.returncode, found.stderr)
            seconds, user, system, kilobytes = map(float, report.read().split())
        return Measurement(seconds, user + system, kilobytes / 1024)
