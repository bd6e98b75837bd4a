"""The engine's kernels and the peers' scripts as runners, on the inputs of one folder."""
from pathlib import Path

from runners import Runner


class Programs:
    def __init__(self, bench, python, inputs, here):
        self.bench, self.python, self.inputs, self.here = bench, python, Path(inputs), Path(here)

    def ours(self, kernel, *settings, files=(), one_core=True, name=None):
        """A kernel of `dyadscore-bench`."""
        paths = [self.inputs / file for file in files]
        return Runner(name or f"dyadscore {kernel}", (self.bench, kernel, *paths, *settings), one_core)

    def peer(self, name, script, *arguments, file=None, one_core=True):
        """A script of peers/ in Python."""
        path = [] if file is None else [self.inputs / file]
        return Runner(name, (self.python, self.here / "peers" / script, *path, *arguments), one_core)

    def peer_in_r(self, name, script, *arguments, file):
        """A script of peers/ in R."""
        return Runner(name, ("Rscript", self.here / "peers" / script, self.inputs / file, *arguments))

    def reference_case(self, name):
        """A file of the published cases that the engine's tests use."""
        return self.here.parent / "Tests/ReferenceCases" / name
