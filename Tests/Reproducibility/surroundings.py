"""Everything around a run that must change nothing: one value a surrounding."""
import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

# The kernels that are asked for by name, and what a processor must have for them (flags of /proc/cpuinfo).
CORE_TYPES = {
    "Prescott": "pni", "Nehalem": "sse4_2", "Sandybridge": "avx", "Haswell": "avx2", "Zen": "avx2",
    "SkylakeX": "avx512f", "Cooperlake": "avx512_bf16",
}
VECTORS = {"plain": "sse2", "avx2": "avx2", "avx512": "avx512dq"}
LOCALES = ("de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "fa_IR.UTF-8", "C")
ZONES = ("Asia/Almaty", "Pacific/Kiritimati", "America/St_Johns")


def runs_here(flag: str) -> bool:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("flags"):
            return flag in line.split()
    return False


@dataclass(frozen=True)
class Surrounding:
    name: str
    variables: dict[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    """Variables that are taken away; "*" takes all but PATH."""
    umask: int = 0o022
    shards: int = 0
    """So many shards, and a merge; 0 is a single run."""
    processors: int = 0
    """So many that the program believes to have; 0 leaves what there is."""
    years: int = 0
    """So many years later."""
    tree: str = "here"
    """Where the data and studies lie: here, or a copy that `check` makes."""
    folder: str = ""
    """The current folder; without it the root of the tree, and paths are relative to it."""
    user: int = 0
    long_too: bool = False
    """Whether the long study is run in it too."""
    papers: bool = False
    """Whether tables, figures, report and citations are made by their own commands too."""

    asked_for: tuple[str, ...] = ()
    """Endings of the files that are asked to differ, and must."""

    @property
    def core_type(self) -> str | None:
        return self.variables.get("OPENBLAS_CORETYPE")


def computing() -> list[Surrounding]:
    """What bears on the order of arithmetic."""
    found = []
    for count in (1, 2, 3, 7):
        found.append(Surrounding(f"{count} threads", processors=count, variables={"OPENBLAS_NUM_THREADS": "1"}, long_too=True))
        found.append(Surrounding(f"OpenBLAS with {count} threads", variables={"OPENBLAS_NUM_THREADS": str(count)}, long_too=count == 7))
        found.append(Surrounding(f"{count} shards", shards=count, long_too=count == 3))
    for core, flag in CORE_TYPES.items():
        if runs_here(flag):
            found.append(Surrounding(f"BLAS kernel {core}", variables={"OPENBLAS_CORETYPE": core}, long_too=True))
    for vectors, flag in VECTORS.items():
        if runs_here(flag):
            found.append(Surrounding(f"vectors {vectors}", variables={"DYADSCORE_VECTORS": vectors}, long_too=True))
    return found


def machines() -> list[Surrounding]:
    """What a user, a machine and a day bring with them."""
    found = [Surrounding(f"locale {name}", variables={"LC_ALL": name, "LANG": name, "LC_NUMERIC": name}) for name in LOCALES]
    found += [Surrounding(f"time zone {zone}", variables={"TZ": zone}) for zone in ZONES]
    found += [
        Surrounding("nine years later", years=9),
        # The date of a PDF file is this one, and 1970 without it.
        Surrounding("SOURCE_DATE_EPOCH", variables={"SOURCE_DATE_EPOCH": "86400"}, asked_for=(".pdf",)),
        Surrounding("no variables", removed=("*",)),
        Surrounding("no home", removed=("HOME", "USER", "LOGNAME")),
        Surrounding("hash seeds", variables={"SWIFT_DETERMINISTIC_HASHING": "1"}),
        Surrounding("umask 077", umask=0o077),
        Surrounding("umask 000", umask=0o000),
        Surrounding("another folder", folder="/"),
        Surrounding("a path with spaces and other letters", tree="named"),
        Surrounding("files of another date and order", tree="reversed"),
        Surrounding("another user, and data that cannot be written", tree="sealed", user=65534),
    ]
    return [dataclasses.replace(one, papers=True) for one in found]


def all_at_once(core_type: str | None) -> Surrounding:
    """Everything that differs together, for a short test; whatever has an effect alone has it here too."""
    variables = {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "DYADSCORE_VECTORS": "plain"}
    if core_type:
        variables["OPENBLAS_CORETYPE"] = core_type
    return Surrounding(
        "all at once", variables=variables, removed=("*",), umask=0o077, shards=2, processors=3, years=9, tree="named",
        folder="/", long_too=True)


def as_root(surroundings: list[Surrounding], root: bool) -> list[Surrounding]:
    """Without those that need root, where we are not."""
    return [one for one in surroundings if root or one.user == 0]

