"""Sets of ranks against csranks, and permutation tests against R sna."""
from agreement import Shares
from contest import Comparison, Contest, Stored, faster_than

section = "Ranks from estimates, and chance"


def contests(programs):
    return [_sets(programs), _few_permutations(programs), _many_permutations(programs)]


def _sets(programs):
    ours = programs.ours("rank-sets", "repeat=5", files=["estimates.csv"], one_core=False)
    title = "Sets of ranks, 91 units, 1,000 draws"
    comparison = Comparison(title, ours.name, Stored("csranks", 1.0), targets=(faster_than(0.05),))
    return Contest(section, (ours,), (comparison,))


def _few_permutations(programs):
    count = 2000
    ours = programs.ours("mrqap", f"permutations={count}", files=["pairs.csv"])
    sna = programs.peer_in_r("R sna, netlm", "mrqap_sna.R", count, file="pairs.csv")
    title = f"MRQAP, 105 pairs, 3 predictors, {count:,} permutations"
    return Contest(section, (ours, sna), (Comparison(title, ours.name, sna.name, Shares(count)),))


def _many_permutations(programs):
    count = 10_000
    ours = programs.ours("mrqap", f"permutations={count}", "repeat=5", files=["pairs.csv"], one_core=False)
    title = f"MRQAP, 105 pairs, 3 predictors, {count:,} permutations"
    return Contest(section, (ours,), (Comparison(title, ours.name, targets=(faster_than(0.02),)),))
