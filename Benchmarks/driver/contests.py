"""What is compared with whom, on which input, and what is to be reached."""
import csv
import os
from pathlib import Path

from agreement import Numbers, Shares
from contest import Comparison, Contest, Stored, Target, faster_than
from runners import Runner

at_least_five_times = Target("at least 5 times as fast", lambda row: row.ratio >= 5)
below_100_mb = Target("below 100 MB", lambda row: row.megabytes < 100)
millions = 10_000_000


class Bench:
    """Makes runners of the engine's kernels and of the peers, on inputs of one folder."""

    def __init__(self, bench, python, inputs, here):
        self.bench, self.python, self.inputs, self.here = bench, python, Path(inputs), here

    def ours(self, kernel, *words, files=(), one_core=True, name=None):
        paths = [self.inputs / file for file in files]
        return Runner(name or f"dyadscore {kernel}", (self.bench, kernel, *paths, *words), one_core)

    def peer(self, name, script, file=None, *words, one_core=True):
        path = [] if file is None else [self.inputs / file]
        return Runner(name, (self.python, f"{self.here}/peers/{script}", *path, *words), one_core)

    def contests(self):
        return [
            *self._weights(),
            self._pairwise(),
            *self._ranks_and_chance(),
            *self._methods(),
            *self._models(),
            self._table(),
        ]

    def _weights(self):
        section = "Ranks under random weights, 91 units x 12 indicators"
        file = "indicators.csv"
        titles = {"first-places": "First places", "acceptability": "Rank acceptability, all ranks"}

        def numpy(what, draws, processes):
            name = f"numpy, {'one process' if processes == 1 else f'{processes} processes'}"
            return self.peer(
                name, "weights_numpy.py", file, what, draws, processes, one_core=processes == 1
            )

        def pair(what, draws):
            one = self.ours(what, f"draws={draws}", files=[file], name="ourselves on one core")
            every = self.ours(what, f"draws={draws}", files=[file], one_core=False, name="ourselves on all cores")
            return one, every

        for what, title in titles.items():
            one, _ = pair(what, 100_000)
            peer = numpy(what, 100_000, 1)
            rule = Shares(100_000)
            comparisons = [
                Comparison(
                    f"{title}, 100,000 draws", one.name, peer.name, rule,
                    targets=(at_least_five_times, below_100_mb) if what == "acceptability" else (),
                )
            ]
            if what == "acceptability":
                comparisons.append(Comparison(f"{title}, 100,000 draws", one.name, Stored("R smaa", 1.84)))
            yield Contest(section, (one, peer), tuple(comparisons))
        for what, title in titles.items():
            one, every = pair(what, millions)
            peer, peers = numpy(what, millions, 1), numpy(what, millions, os.cpu_count())
            limit = faster_than(0.8 if what == "first-places" else 2.5)
            rule = Shares(millions)
            yield Contest(
                section,
                (one, peer, every, peers),
                (
                    Comparison(f"{title}, 10 million draws", one.name, peer.name, rule),
                    Comparison(
                        f"{title}, 10 million draws", every.name, peers.name, rule, targets=(limit, below_100_mb)
                    ),
                    Comparison(
                        f"{title}, 10 million draws, workers", every.name, one.name, Numbers(0),
                        targets=(Target("at least 1.8 times", lambda row: row.ratio >= 1.8),),
                    ),
                ),
            )

    def _pairwise(self):
        runner = self.ours("pairwise-wins", files=["indicators.csv"])
        return Contest(
            "Ranks under random weights, 91 units x 12 indicators",
            (runner,),
            (Comparison("Rank acceptability and wins of all pairs, 100,000 draws", runner.name),),
        )

    def _ranks_and_chance(self):
        section = "Ranks from estimates, and chance"
        sets = self.ours("rank-sets", "repeat=5", files=["estimates.csv"], one_core=False)
        yield Contest(
            section,
            (sets,),
            (
                Comparison(
                    "Sets of ranks, 91 units, 1,000 draws", sets.name, Stored("csranks", 1.0),
                    targets=(faster_than(0.05),),
                ),
            ),
        )
        few = self.ours("mrqap", "permutations=2000", files=["pairs.csv"])
        sna = Runner(
            "R sna, netlm", ("Rscript", f"{self.here}/peers/mrqap_sna.R", self.inputs / "pairs.csv", 2000)
        )
        yield Contest(
            section,
            (few, sna),
            (
                Comparison(
                    "MRQAP, 105 pairs, 3 predictors, 2,000 permutations", few.name, sna.name, Shares(2000)
                ),
            ),
        )
        many = self.ours("mrqap", "repeat=5", files=["pairs.csv"], one_core=False)
        yield Contest(
            section,
            (many,),
            (Comparison("MRQAP, 105 pairs, 3 predictors, 10,000 permutations", many.name, targets=(faster_than(0.02),)),),
        )

    def _methods(self):
        section = "Composite scores from a table, and their uncertainty"
        for method, title in (("topsis", "TOPSIS"), ("vikor", "VIKOR"), ("promethee-ii", "PROMETHEE II")):
            for file, units, repeats in (("indicators.csv", 91, 100), ("indicators-1000.csv", 1000, 3)):
                ours = self.ours("method", f"id={method}", f"repeat={repeats}", files=[file])
                peers = [self.peer("pymcdm", "methods_pymcdm.py", file, method, repeats)]
                if method != "promethee-ii":
                    peers.append(
                        self.peer("scikit-criteria", "methods_skcriteria.py", file, method, repeats)
                    )
                yield Contest(
                    section,
                    (ours, *peers),
                    tuple(
                        Comparison(f"{title}, {units} x 12", ours.name, peer.name, Numbers(1e-9))
                        for peer in peers
                    ),
                )
        files = ["asem.csv", "asem-indicators.csv"]
        asem = self.ours("coinr-asem", files=files)
        expected = tuple(
            float(row["Index"])
            for row in _sorted_like(self.inputs / "asem.csv", self._case("coinr-asem/expected.csv"))
        )
        yield Contest(
            section,
            (asem,),
            (
                Comparison(
                    "ASEM index, 51 x 49, whole pipeline, 500 replications", asem.name,
                    Stored("COINr 1.1.14", 40.8), Numbers(5e-7), reference=expected,
                ),
            ),
        )
        sobol = self.ours("sobol", "rows=16384")
        salib = self.peer("SALib", "sobol_salib.py", None, 16384)
        yield Contest(
            section,
            (sobol, salib),
            (
                Comparison(
                    "Sobol's indices of 3 inputs and their pairs, 16,384 rows, 100 bootstraps", sobol.name,
                    salib.name, Numbers(0.02),
                ),
            ),
        )

    def _models(self):
        section = "Models of pairs"
        ours = self.ours("ppml", files=["flows.csv"])
        statsmodels = self.peer("statsmodels", "gravity_statsmodels.py", "flows.csv")
        yield Contest(
            section,
            (ours, statsmodels),
            (
                Comparison(
                    "Poisson pseudo-maximum likelihood, 20,000 x 20", ours.name, statsmodels.name,
                    Numbers(1e-6),
                ),
            ),
        )
        dea = self.ours("dea", files=["production.csv"])
        scipy = self.peer("scipy, HiGHS", "efficiency_scipy.py", "production.csv", 2)
        yield Contest(
            section,
            (dea, scipy),
            (
                Comparison(
                    "Efficiency of 91 units, variable returns (ours with slacks)", dea.name, scipy.name,
                    Numbers(1e-6),
                ),
            ),
        )

    def _table(self):
        ours = self.ours("csv", files=["dyad-years.csv"])
        pandas = self.peer("pandas", "csv_pandas.py", "dyad-years.csv")
        megabytes = os.path.getsize(self.inputs / "dyad-years.csv") / 1e6

        def speed(row):
            return f"{megabytes / row.seconds:.0f} MB/s, {megabytes / row.other_seconds:.0f} MB/s"

        return Contest(
            "Reading and whole runs",
            (ours, pandas),
            (
                Comparison(
                    f"CSV of dyad-years, {megabytes:.0f} MB, every cell converted", ours.name, pandas.name,
                    Numbers(1e-9), note=speed,
                    targets=(
                        Target("at least 200 MB/s", lambda row: megabytes / row.seconds >= 200),
                    ),
                ),
            ),
        )

    def _case(self, name):
        return Path(self.here).parent / "Tests/ReferenceCases" / name


def _sorted_like(table, expected):
    """The rows of one file in the order of another, by `uCode`."""
    rows = {row["uCode"]: row for row in csv.DictReader(open(expected, newline=""))}
    return [rows[row["uCode"]] for row in csv.DictReader(open(table, newline=""))]
