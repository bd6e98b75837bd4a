"""The command as a user runs it: imports and studies, from start to files."""
import shutil
from pathlib import Path

from contest import Comparison, Contest, faster_than, smaller_than
from runners import WholeRunner

section = "Reading and whole runs"


def contests(program, repository, work, sources, world):
    """The contests that can be run here, and why others cannot.

    `sources` is the folder of the sources' own files, which only some users have, or None; `world` that of the data
    packages that `scripts/import-world` makes of them.
    """
    possible, left_out = [], []
    for title, made in (
        ("Import of the ICEWS file", _icews(program, repository, Path(work), sources)),
        ("The first study", _study(program, repository, work)),
        ("The world study", _world(program, repository, work, Path(world))),
    ):
        if isinstance(made, str):
            left_out.append(f"{title}: {made}.")
        else:
            possible.append(made)
    return possible, left_out


def _icews(program, repository, work, sources):
    if sources is None:
        return "the source's own file is needed; name its folder with `--sources` or DYADSCORE_SOURCES"
    file = Path(sources) / "contacts/icews_dyad_year_world_2002_2014.csv"
    if not file.exists():
        return f"{file} is not there"
    datasets = work / "datasets"
    shutil.copytree(repository / "datasets", datasets)
    runner = WholeRunner(
        "import icews", (program, "datasets", "import", "icews", file, "--datasets", datasets)
    )
    size = file.stat().st_size / 1e6
    return Contest(
        section,
        (runner,),
        (
            Comparison(
                f"Import of the {size:.1f} MB ICEWS file, to its data package", runner.name,
                targets=(faster_than(0.15),), note=lambda row: f"{size / row.seconds:.0f} MB/s",
            ),
        ),
    )


def _run(program, study, work, *words):
    command = (program, "run", study, "--output", f"{work}/results", "--quiet", *words)
    return WholeRunner(f"run {study.stem}", command, one_core=False)


def _study(program, repository, work):
    runner = _run(program, repository / "studies/azerbaijan-kazakhstan.yaml", work)
    title = "The whole first study, from sources to files"
    return Contest(section, (runner,), (Comparison(title, runner.name, targets=(faster_than(10),)),))


def _world(program, repository, work, data):
    studies = sorted((repository / "studies/world").glob("*.yaml"))
    if not studies:
        return "there is no study in studies/world"
    if not (data / "states").exists():
        return f"{data} has no data packages; `scripts/import-world FOLDER` makes them"
    runner = _run(program, studies[0], work, "--datasets", data)
    targets = (faster_than(120), smaller_than(2000))
    title = f"The whole world study, {studies[0].stem}, once"
    return Contest(section, (runner,), (Comparison(title, runner.name, targets=targets),), rounds=1)
