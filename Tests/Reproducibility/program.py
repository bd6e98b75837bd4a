"""The program in a surrounding: what it makes, and with how many threads."""
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from surroundings import Surrounding

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
INPUTS = HERE / "inputs"
INDEX_COMMANDS = {
    "weights": ["units.csv", "--missing", "indicator-mean", "--smaa", "2000"],
    "imputed": ["units.csv", "--imputations", "20"],
    "efficiency": ["efficiency.csv", "--dea", "--inputs", "staff,cost", "--outputs", "served,quality", "--bootstrap", "50"],
}


class Machine:
    """The library that pretends another number of processors and another day."""

    def __init__(self, scratch: Path):
        self.library = scratch / "machine.so"
        compiler = shutil.which("clang") or shutil.which("cc") or sys.exit("a C compiler is needed")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", self.library, HERE / "machine.c", "-ldl"], check=True)
        self.library.chmod(0o755)
        year = subprocess.run(["date", "+%Y"], env={"PATH": os.environ["PATH"]} | self.variables(Surrounding("", years=9)),
                              capture_output=True, text=True, check=True).stdout
        if int(year) < time.localtime().tm_year + 8:
            sys.exit("the clock is not moved")

    def variables(self, one: Surrounding) -> dict[str, str]:
        found = {}
        if one.processors or one.years:
            found["LD_PRELOAD"] = str(self.library)
        if one.processors:
            found["PRETEND_PROCESSORS"] = str(one.processors)
        if one.years:
            found["PRETEND_YEARS"] = str(one.years)
        return found


class Program:
    """One program, the trees that it reads, and the machine that it is to believe in."""

    def __init__(self, program: Path, scratch: Path, machine: Machine):
        # A copy that any user can start.
        self.program = scratch / "program" / "dyadscore"
        self.program.parent.mkdir(mode=0o755)
        shutil.copy(program, self.program)
        self.machine = machine
        self.scratch = scratch
        self.threads = 0
        self.made: dict[str, Path] = {"here": ROOT}

    def tree(self, kind: str) -> Path:
        if kind not in self.made:
            self.made[kind] = copied_tree(kind, self.scratch)
        return self.made[kind]

    def call(self, one: Surrounding, arguments: list[str | Path], output: Path | None = None,
             folder: Path | None = None) -> None:
        """Runs the program, in a folder or where the surrounding says; `output` receives what it prints."""
        tree = self.tree(one.tree)
        # Without any, a sanitizer keeps its options, and OpenBLAS the kernel that was asked for: other kernels are other runs.
        kept = {name: value for name, value in os.environ.items()
                if name.endswith("SAN_OPTIONS") or name.startswith("OPENBLAS_") or not {"*", name} & set(one.removed)}
        environment = {"PATH": os.environ["PATH"]} | kept | one.variables | self.machine.variables(one)
        with open(output or os.devnull, "wb") as printed:
            process = subprocess.Popen(
                [self.program, *arguments], cwd=folder or one.folder or tree, env=environment, stdout=printed, stderr=subprocess.PIPE,
                umask=one.umask, user=one.user or None, group=one.user or None, extra_groups=[] if one.user else None)
            watch = threading.Thread(target=self._count_threads, args=(process,))
            watch.start()
            errors = process.stderr.read().decode(errors="replace")
            status = process.wait()
            watch.join()
        if status != 0:
            sys.exit(f"{one.name}: {' '.join(map(str, arguments))} ended with {status}: {errors}")

    def _count_threads(self, process: subprocess.Popen) -> None:
        """Keeps the most threads that the program had at once."""
        while process.poll() is None:
            try:
                self.threads = max(self.threads, len(os.listdir(f"/proc/{process.pid}/task")))
            except OSError:
                return
            time.sleep(0.004)

    def make(self, one: Surrounding, study: str, folder: Path, papers: bool) -> int:
        """Runs a study into the folder, with what the other commands make; returns the most threads."""
        folder.mkdir(parents=True)
        if one.user:
            os.chown(folder, one.user, one.user)
        self.threads = 0
        tree = self.tree(one.tree)
        # From another folder paths are whole; in the tree they are relative, as users write them.
        file = tree / "studies" / f"{study}.yaml" if one.folder else Path("studies") / f"{study}.yaml"
        data = ["--datasets", tree / "datasets"] if one.folder else []
        if one.shards:
            shards = Path(tempfile.mkdtemp(dir=self.scratch))
            for number in range(1, one.shards + 1):
                self.call(one, ["run", file, *data, "--output", shards, "--quiet", "--shard", f"{number}/{one.shards}"])
            self.call(one, ["merge", file, *data, "--output", folder / "results", "--quiet",
                            "--shards", shards / f"{study}.shards"])
        else:
            self.call(one, ["run", file, *data, "--output", folder / "results", "--quiet"])
        threads = self.threads
        if papers:
            made = folder / "papers"
            made.mkdir()
            if one.user:
                os.chown(made, one.user, one.user)
            self.call(one, ["tables", file, *data, "--output", made / "tables"])
            self.call(one, ["figures", file, *data, "--output", made / "figures", "--pdf", "--png", "--dpi", "60",
                            "--width", "one", "--variant", "print", "--quiet"])
            self.call(one, ["report", file, *data, "--output", made / "report.html", "--quiet"])
            self.call(one, ["cite", file, *data], made / "cite.txt")
        self.small_outputs(one, folder)
        return threads

    def small_outputs(self, one: Surrounding, folder: Path) -> None:
        """The commands that take no study, or little time."""
        tree = self.tree(one.tree)
        inputs = INPUTS if one.tree == "here" else tree / "inputs"
        index = folder / "index"
        index.mkdir()
        # JSON names the table as the command does, so that it is called by the same name everywhere.
        for name, options in INDEX_COMMANDS.items():
            for form in ("json", "text"):
                self.call(one, ["index", *options, "--seed", "7", "--format", form], index / f"{name}.{form}", inputs)
        datasets = folder / "datasets"
        shutil.copytree(ROOT / "datasets" / "crosswalks", datasets / "crosswalks")
        shutil.copytree(ROOT / "datasets" / "states", datasets / "states")
        shutil.copy(ROOT / "datasets" / "references.bib", datasets)
        if one.user:
            for path in [datasets, *datasets.rglob("*")]:
                os.chown(path, one.user, one.user)
        for source in ("population", "desta"):
            self.call(one, ["datasets", "import", source, inputs / f"{source}.csv", "--datasets", datasets])


def copied_tree(kind: str, scratch: Path) -> Path:
    """Data and studies in another place: under another name, in another order, or sealed."""
    parent = {"named": "Ein Ordner – с пробелами, и 空", "reversed": "reversed", "sealed": "sealed"}[kind]
    tree = scratch / parent / "tree"
    tree.mkdir(parents=True)
    for folder, source in (("datasets", ROOT / "datasets"), ("studies", ROOT / "studies"), ("inputs", INPUTS)):
        paths = sorted(source.rglob("*"), reverse=kind == "reversed")
        for path in paths:
            if path.is_file():
                target = tree / folder / path.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)
                if kind == "reversed":
                    os.utime(target, (1_000_000, 1_000_000))
    if kind == "reversed" and os.listdir(tree / "datasets") == os.listdir(ROOT / "datasets"):
        print("note: this file system lists files in an order of its own")
    if kind == "sealed":
        for path in [*tree.rglob("*"), tree]:
            path.chmod(0o555 if path.is_dir() else 0o444)
    return tree
